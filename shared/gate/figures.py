"""Figures in a text, in digits and in words, in Spanish and English: 1.200, 1,200, "mil doscientos", 3,5 M€, 62 %."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import CURRENCIES, LONGEST_NOUN, Figure, Unit, behind_noun, counting, is_of_hundredths, named
from shared.gate.lexicon import table
from shared.gate.round_lengths import ROUND_WORDS, round_lengths, with_their_months
from shared.gate.spelled_figures import NUMBER_NAMES, figures_in_words
from shared.gate.words import Word, tokens_in, words_of

_DIGITS = lazy_pattern(
    r"""
    (?:(?P<before>[€$£]\s?)|(?<![\w.,/]))
    (?P<number>\d{1,3}(?:[.,\u00a0\u202f\ ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?)(?P<part>[½¼¾])?
    (?:\s?(?P<scale>k|mm|m|bn|mdp|mdd|lakhs?|crores?|mil\ millones|mil|thousand|millones|millon|million|billion)(?!\w))?
    (?:\s?(?P<after>%|€|\$|£|p(?!\w|\.?\ ?m)|¢|por\ ciento|percent|per\ cent|puntos\ porcentuales|percentage\ points)
      |\s(?:de\s)?(?P<currency>euros?|eur|usd|gbp|dolares|dolar|dollars?)\b)?
    (?![\w/]|[.,]\d)
    """,
    re.VERBOSE,
)
_CLOCK = lazy_pattern(r"(?<![\d.,:/])([01]?\d|2[0-4]):(?P<minutes>[0-5]\d)(?![\d:])")
_MINUTES_OF_AN_HOUR = 60
_FIRST_DIGIT = lazy_pattern(r"\d")
_END_OF_DIGITS = lazy_pattern(r"\d*")
_SIGNS_OF_CURRENCY = frozenset("€$£")
_HUNDREDTHS = {"p": Unit.POUND, "¢": Unit.DOLLAR}
_MARKS: dict[str, str] = table("number_words")["currency_marks"]
_LONGEST_MARK = 6
_MARK = lazy_pattern(rf"(?<!\w)({'|'.join(sorted(map(re.escape, _MARKS), key=len, reverse=True))})\s?$")
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_SCALES: dict[str, float] = table("number_words")["scales"]


def figures_in(folded: str, tokens: Collection[str] | None = None) -> list[Figure]:
    """The figures of a folded text that nobody has read yet; `tokens` are its words, where they are known.

    Its words and their places are worked out only if one of them names a number: most facts write digits.
    """
    words = tokens_in(folded) if tokens is None else tokens
    if not NUMBER_NAMES.isdisjoint(words) or not ROUND_WORDS.isdisjoint(words):
        return find_figures(folded, words_of(folded, folded))
    if not _FIRST_DIGIT.search(folded):
        return []
    return _with_what_they_leave_out(sorted([*_in_digits(folded), *_one_unit_of_time(folded, words)]), folded)


def find_figures(folded: str, words: Sequence[Word]) -> list[Figure]:
    """The figures of a folded text whose words are `words`, in order."""
    vocabulary = {word.folded for word in words}
    digits = [*_in_digits(folded), *_one_unit_of_time(folded, vocabulary)]
    if not ROUND_WORDS.isdisjoint(vocabulary):
        digits += [figure for figure in round_lengths(folded) if not any(_overlap(figure, one) for one in digits)]
    spelled = (
        figure for figure in figures_in_words(folded, words) if not any(_overlap(figure, other) for other in digits)
    )
    return _with_what_they_leave_out(sorted([*digits, *spelled], key=lambda figure: figure.start), folded)


def _with_what_they_leave_out(figures: list[Figure], folded: str) -> list[Figure]:
    """The figures, each of a pair with the noun and the unit that only the other one has: "from ten days to four", "del
    7 al 5 %", "in 4 days instead of 10".
    """
    for index in range(len(figures) - 1):
        one, other = figures[index], figures[index + 1]
        if _has_from(folded, one, other) and (change := _UP_OR_DOWN.search(folded, one.end, other.start)):
            partner = _partner(figures[: index + 1], other, folded, rose=change[1] == "up")
            figures[index + 1] = _like(other, partner, folded) if partner else other
        elif _is_led_by_its_whole(one, other, folded):
            figures[index + 1] = other._replace(noun=one.noun, nouns=one.nouns)
        elif _is_part_of(one, other, folded):
            figures[index] = one._replace(noun=other.noun, nouns=other.nouns)
        elif _shares_its_noun(one, other, folded):
            figures[index + 1] = other._replace(noun=one.noun, nouns=(one.noun, *other.nouns))
        elif _BETWEEN_A_PAIR.fullmatch(folded, _end_of_noun(one, folded), other.start):
            figures[index], figures[index + 1] = _like(one, other, folded), _like(other, one, folded)
    return [behind_noun(figure, folded) for figure in with_their_months([*_of_a_hundred(figures, folded)], folded)]


def _has_from(folded: str, one: Figure, other: Figure) -> bool:
    return folded.find(" from ", one.end, other.start) >= 0


def _is_part_of(one: Figure, other: Figure, folded: str) -> bool:
    """Whether the next figure is the whole that this one is a part of: "81 of 118 leavers", "12 de sus 88 tiendas"."""
    are_counts = (one.unit, other.unit) == (Unit.PLAIN, Unit.PLAIN)
    return are_counts and one.value < other.value and _OUT_OF.fullmatch(folded, one.end, other.start) is not None


def _is_led_by_its_whole(one: Figure, other: Figure, folded: str) -> bool:
    """Whether a sentence begins with the whole that the next figure is a part of: "De 640 visitas, 70 son en vano"."""
    are_counts = (one.unit, other.unit) == (Unit.PLAIN, Unit.PLAIN) and one.value > other.value
    return (
        are_counts
        and _counts_things(one)
        and not _counts_things(other)
        and _FROM_A_WHOLE.search(folded, max(0, one.start - LONGEST_NOUN), one.start) is not None
        and _IN_CLAUSE.fullmatch(folded, one.end, other.start) is not None
    )


def _shares_its_noun(one: Figure, other: Figure, folded: str) -> bool:
    """Whether the next figure of an enumeration leaves out what it counts: "5.800 toneladas de algodón y 3.100 de
    poliéster".
    """
    if not (one.noun and other.noun) or (one.unit, other.unit) != (Unit.PLAIN, Unit.PLAIN):
        return False
    behind_one = _end_of_noun(one, folded)
    return bool(
        _OF.match(folded, other.end)
        and other.value < _MILLION
        and _OF.match(folded, behind_one)
        and _ENUMERATES.fullmatch(folded, behind_one, other.start)
    )


def _of_a_hundred(figures: list[Figure], folded: str) -> Iterator[Figure]:
    """The figures, those of a hundred as the share that they are: "de cada cien pacientes faltan 23"."""
    base: Figure | None = None
    last = -_NEXT_TO
    for figure in figures:
        is_share = base and _IN_CLAUSE.fullmatch(folded, base.end, figure.start) and figure.value < base.value
        if base and is_share and figure.unit is Unit.PLAIN and not _counts_things(figure):
            yield figure._replace(value=100 * figure.value / base.value, unit=Unit.PERCENT)
        else:
            yield figure
        base = figure if is_base(figure, folded) and figure.start - last > _NEXT_TO else None
        last = figure.end


def _counts_things(figure: Figure) -> bool:
    """Whether a plural stands behind the figure, and no verb: plurals end in s."""
    return figure.noun.endswith("s") or figure.noun in _PLURALS


def is_base(figure: Figure, folded: str) -> bool:
    """Whether a figure is what a share is of: "de cada cien", "out of every 1,000"."""
    return (
        figure.value in _BASES
        and _OF_EVERY.search(folded, max(0, figure.start - LONGEST_NOUN), figure.start) is not None
    )


def _partner(before: list[Figure], figure: Figure, folded: str, *, rose: bool) -> Figure | None:
    """What rose or fell from `figure`: the last in its sentence that is above it, or below: "83 percent of orders
    within two days, up from 46".
    """
    return next(
        (
            other
            for other in reversed(before)
            if (other.value > figure.value) is rose and not _SENTENCE_END.search(folded, other.end, figure.start)
        ),
        None,
    )


def _end_of_noun(figure: Figure, folded: str) -> int:
    place = folded.find(figure.noun, figure.end, figure.end + LONGEST_NOUN) if figure.noun else -1
    return place + len(figure.noun) if place >= 0 and figure.noun not in _PAIRS else figure.end


def _like(one: Figure, other: Figure, folded: str) -> Figure:
    """`one` with the noun and the unit of `other`, where it has none of its own."""
    if one.unit is not Unit.PLAIN or (one.noun and one.noun not in _PAIRS) or other.unit is Unit.YEAR:
        return one
    if one.value > _THOUSAND * other.value:
        return one  # "41 millones a 74 días" are no pair
    times = _MILLION if other.value >= _MILLION > one.value * _THOUSAND else 1.0
    times = 0.01 if is_of_hundredths(other, folded) else times
    return one._replace(value=one.value * times, unit=other.unit, noun=other.noun, nouns=other.nouns)


_MILLION, _THOUSAND = 1e6, 1e3
_PAIRS = frozenset("instead down up en hasta frente".split())
_BASES = (10, 100, 1000)
_OF_EVERY = lazy_pattern(r"\b(?:de cada|por cada|(?:out )?of (?:every|each)|(?:in|for) every|out of)\s$")
_PLURALS = frozenset("people children women men staff".split())
_NEXT_TO = 24
"""Nearer than this, the share stands in front already: "nine out of ten"."""
_IN_CLAUSE = lazy_pattern(r"[^.!?;:\n]{1,50}")
_FROM_A_WHOLE = lazy_pattern(r"(?:^|[.!?;:\n¿,]\s?)(?:out of|of|de)\s(?:(?:the|your|our|l[oa]s|sus?|tus?)\s)?$")
_OUT_OF = lazy_pattern(r"\s(?:(?:out )?of|de)\s(?:(?:the|your|our|their|l[oa]s|sus?|tus?|vuestr[oa]s)\s)?")
_OF = lazy_pattern(r"\s(?:de|of)\s")
_ENUMERATES = lazy_pattern(r"[^.;:!?\n]{1,40}(?:,| y| e| and)\s(?:\w+\s)?")
_UP_OR_DOWN = lazy_pattern(r"\b(up|down) from (?:(?:about|the|some) )?$")
_SENTENCE_END = lazy_pattern(r"[.!?;\n]\s")
_BETWEEN_A_PAIR = lazy_pattern(
    r",?\s(?:a|al|to|hasta|down to|up to|instead of|rather than|en vez de|en lugar de|frente a|against|down from"
    r"|up from|desde)\s"
    r"(?:(?:los|las|the|unos|unas|about)\s)?"
)


def _one_unit_of_time(folded: str, words: Iterable[str]) -> Iterator[Figure]:
    """The lengths of one unit that a preposition measures: "en un día", "within an hour"."""
    for match in () if _UNITS.isdisjoint(words) and "'" not in folded else _ONE_UNIT.finditer(folded):
        yield Figure(match.start(1), match.end(1), 1.0, Unit.PLAIN, match[2], (match[2],))


_UNITS = frozenset("segundo minuto hora dia semana mes ano second minute hour day week month year fortnight".split())
_ONE_UNIT = lazy_pattern(
    r"\b(?:en|in|within|under|menos de|less than) (un|una|a|an|one)"
    rf" ({'|'.join(sorted(_UNITS))})\b(?! (?:y medi|and a half|y pico))"
)


def _overlap(one: Figure, other: Figure) -> bool:
    return one.start < other.end and other.start < one.end


def _in_digits(folded: str) -> Iterator[Figure]:
    for match in _digit_runs(folded):
        if match.lastgroup == "minutes":
            yield Figure(*match.span(), int(match[1]) + int(match["minutes"]) / _MINUTES_OF_AN_HOUR, Unit.CLOCK, "")
            continue
        value = (_value_of(match["number"]) + _PARTS.get(match["part"], 0)) * _SCALES.get(match["scale"] or "", 1)
        unit = _unit_of(match, value)
        if match["after"] in _HUNDREDTHS:
            yield Figure(*match.span(), value / 100, _HUNDREDTHS[match["after"]], "")
            continue
        currency = match["currency"] or ("pesos" if match["scale"] == "mdp" else _marked_before(folded, match.start()))
        yield named(counting(folded, *match.span(), value, unit), currency)


def _marked_before(folded: str, start: int) -> str | None:
    """The currency that stands in front of an amount: "Rs 36 lakh", "₹4.8 crore", "S/ 89", "AED 300"."""
    before = _MARK.search(folded, max(0, start - _LONGEST_MARK), start)
    return _MARKS[before[1]] if before else None


def _digit_runs(folded: str) -> Iterator[re.Match[str]]:
    """What `_DIGITS` finds; looked for from digit to digit, since a search at every letter takes ten times as long."""
    end = 0
    while digit := _FIRST_DIGIT.search(folded, end):
        match = _CLOCK.match(folded, digit.start()) or _DIGITS.match(folded, _with_currency(folded, digit.start(), end))
        end = match.end() if match else _END_OF_DIGITS.match(folded, digit.end()).end()  # type: ignore[union-attr]
        if match:
            yield match


def _with_currency(folded: str, digit: int, least: int) -> int:
    """Where a run of digits begins: at the sign of a currency right before it, or before the space in front of it."""
    before = folded[max(least, digit - 2) : digit]
    if before[-1:] in _SIGNS_OF_CURRENCY:
        return digit - 1
    return digit - 2 if before[:1] in _SIGNS_OF_CURRENCY and before[1:].isspace() else digit


def _value_of(number: str) -> float:
    """The value of digits with separators: groups of three are thousands, anything else behind a mark is a fraction."""
    if number.isdecimal():
        return float(number)
    plain = re.sub(r"[\u00a0\u202f ]", "", number)
    if re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", plain):
        return float(re.sub(r"[.,]", "", plain))
    whole, mark, fraction = re.fullmatch(r"(.*?)(?:([.,])(\d+))?", plain).groups()  # type: ignore[union-attr]
    return float(re.sub(r"[.,]", "", whole) + (f".{fraction}" if mark else ""))


def _unit_of(match: re.Match[str], value: float) -> Unit:
    after = match["after"] or ""
    sign = (match["before"] or "").strip() or after
    if sign in CURRENCIES:
        return CURRENCIES[sign]
    if after:
        return Unit.PERCENT
    if match["currency"]:
        return CURRENCIES[match["currency"]]
    return Unit.YEAR if _is_year(match["number"], value) and not match["scale"] else Unit.PLAIN


def _is_year(number: str, value: float) -> bool:
    return len(number) == 4 and number.isdigit() and 1900 <= value <= 2100
