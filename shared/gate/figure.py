"""A figure of a text: its place, its value, its unit and what it counts."""

from enum import StrEnum
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.lexicon import table
from shared.gate.words import WORD

LONGEST_NOUN = 24


class Unit(StrEnum):
    """What a figure counts, as far as that can be told beside it."""

    PLAIN = ""
    PERCENT = "%"
    EURO = "€"
    DOLLAR = "$"
    POUND = "£"
    YEAR = "year"
    """A year of the calendar."""
    CLOCK = "clock"
    """An hour of the day with its minutes; the value is in hours."""


class Figure(NamedTuple):
    """A number at [start, end); `noun` is the folded word that it counts ("personas", "anos"), or ""; `nouns` are the
    words that it may count, in their order: "14 full-time nurses".
    """

    start: int
    end: int
    value: float
    unit: Unit
    noun: str
    nouns: tuple[str, ...] = ()


CURRENCIES: dict[str, Unit] = {"€": Unit.EURO, "$": Unit.DOLLAR, "£": Unit.POUND} | {
    name: Unit(sign) for name, sign in table("number_words")["currencies"].items()
}


def counting(folded: str, start: int, end: int, value: float, unit: Unit) -> Figure:
    """The figure at [start, end) of a folded text with what stands behind it."""
    nouns = _unit_first(_nouns_after(folded, end))
    if unit is Unit.PERCENT and nouns and nouns[0] in _TIMES:
        nouns = nouns[1:]  # a share of the hours is no length of time
    if unit is Unit.PLAIN and nouns and nouns[0] in _HUNDREDTHS:
        name = _HUNDREDTHS[nouns[0]]
        return Figure(start, end, value / 100, CURRENCIES.get(name, Unit.PLAIN), name, (name,))
    return Figure(start, end, value, unit, nouns[0] if nouns else "", nouns)


def _unit_first(nouns: tuple[str, ...]) -> tuple[str, ...]:
    """The nouns, "days" of "working days" in front: in Spanish it stands there anyway."""
    is_behind = len(nouns) > 1 and nouns[0] in WORKING and nouns[1] in _TIMES
    return (nouns[1], nouns[0], *nouns[2:]) if is_behind else nouns


WORKING = frozenset("working business habil habiles laborable laborables laboral laborales".split())
"""What says of days that they are those on which people work: five make a week."""


def is_of_hundredths(figure: Figure, folded: str) -> bool:
    """Whether the figure counts coins of which a hundred are one of its currency: "38 to 62 cents"."""
    behind = folded[figure.end : figure.end + LONGEST_NOUN].replace("-", " ").split()
    return bool(behind) and behind[0].rstrip(".,;:") in _HUNDREDTHS


_HUNDREDTHS = {
    "cent": "dollars",
    "penny": "pounds",
    "centavo": "pesos",
    "centavos": "pesos",
    "centimo": "euros",
    "centimos": "euros",
    "cents": "dollars",
    "pence": "pounds",
    "paise": "rupees",
}
"""Coins of which a hundred are one of a currency."""


def behind_noun(figure: Figure, folded: str) -> Figure:
    """The figure with the noun in front of it, if it has no other."""
    nouns = () if figure.noun or figure.unit is not Unit.PLAIN else _noun_before(folded, figure.start)
    return figure._replace(noun=nouns[0], nouns=nouns) if nouns else figure


def _noun_before(folded: str, start: int) -> tuple[str, ...]:
    """The noun in front of a figure that has none behind it: "un equipo de 14", "a team of 14"; a unit of time goes
    before what it is of: "los días de cobro de 62 a 44".
    """
    if folded[max(0, start - 4) : start] not in (" de ", " of "):
        return ()
    match = _BEFORE.search(folded, max(0, start - 2 * LONGEST_NOUN), start)
    if not match or match[2] in _ENDS_COUNT or _SAYS_IT_CHANGED.fullmatch(match[2]):
        return ()
    return (match[1], match[2]) if match[1] in _TIMES else (match[2],)


_TIMES = frozenset(table("counted")["times"])
_SAYS_IT_CHANGED = lazy_pattern(
    r"\w+(?:[aei]mos|[aie]steis|[ai]ste|aron|ieron|aba[ns]?|ias?|ian|ando|iendo)|pasas?|baj[ae]|sube"
)
_BEFORE = lazy_pattern(r"(?:\b(\w+) (?:de|of) )?\b([a-z]{4,}) (?:de|of) $")


def named(figure: Figure, currency: str | None) -> Figure:
    """The figure with the word for its currency as its noun, if one names it."""
    return figure._replace(noun=currency, nouns=(currency,)) if currency else figure


def _nouns_after(folded: str, end: int) -> tuple[str, ...]:
    """The words behind the figure in the same phrase that are no preposition, article or conjunction."""
    behind = _BEHIND.match(folded, end)
    nouns: list[str] = []
    for noun in behind[0].lstrip("+").replace("-", " ").split() if behind else ():
        if noun in _ENDS_COUNT or noun[0].isdigit() or noun.endswith(_OF_VERBS):
            break
        if noun not in _SKIPPED_BEFORE_NOUN:
            nouns.append(noun)
        if noun in _TIMES_OVER:
            break
    return tuple(nouns)


_OF_VERBS = ("aban", "aron", "ieron", "amos", "iendo", "yendo", "tando", "zando", "cando")
_TIMES_OVER = frozenset("veces times".split())
"""What multiplies what stands behind it and counts nothing else: "cuatro veces la plantilla"."""


_BEHIND = lazy_pattern(rf"\+?(?:(?:\s+|-){WORD}){{1,4}}")
_SKIPPED_BEFORE_NOUN = frozenset("de of mas more the los las la el lo plus odd".split())
_ENDS_COUNT = frozenset(
    "y e o u en and or in at on con with a al to que that por by para for across over under through between among per"
    " entre sobre bajo hasta desde sin from into than is es are son hoy ahora ya today now too"
    " me te se le les lo nos os".split()
)
