"""Figures in a text, in digits and in words, in Spanish and English: 1.200, 1,200, "mil doscientos", 3,5 M€, 62 %."""

import re
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.lexicon import table
from shared.gate.words import Word, tokens_in, words_from, words_of


class Unit(StrEnum):
    """What a figure counts, as far as that can be told beside it."""

    PLAIN = ""
    PERCENT = "%"
    EURO = "€"
    DOLLAR = "$"
    POUND = "£"
    YEAR = "year"
    """A year of the calendar."""


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


_CURRENCIES: dict[str, Unit] = {"€": Unit.EURO, "$": Unit.DOLLAR, "£": Unit.POUND} | {
    name: Unit(sign) for name, sign in table("number_words")["currencies"].items()
}
_DIGITS = lazy_pattern(
    r"""
    (?:(?P<before>[€$£]\s?)|(?<![\w.,/]))
    (?P<number>\d{1,3}(?:[.,\u00a0\u202f\ ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?)
    (?:\s?(?P<scale>k|mm|m|bn|mdp|mdd|lakhs?|crores?|mil\ millones|mil|thousand|millones|millon|million|billion)(?!\w))?
    (?:\s?(?P<after>%|€|\$|£|por\ ciento|percent|per\ cent|puntos\ porcentuales|percentage\ points)
      |\s(?:de\s)?(?P<currency>euros?|eur|usd|gbp|dolares|dolar|dollars?)\b)?
    (?![\w/]|[.,]\d)
    """,
    re.VERBOSE,
)
_FIRST_DIGIT = lazy_pattern(r"[€$£]\s?\d|\d")
_END_OF_DIGITS = lazy_pattern(r"\d*")
_SCALES: dict[str, float] = table("number_words")["scales"]
_NUMBER_WORDS = table("number_words")
_ONES: dict[str, int] = _NUMBER_WORDS["ones"]
_MULTIPLIERS: dict[str, int] = _NUMBER_WORDS["multipliers"]
_VALUES: dict[str, int] = _NUMBER_WORDS["units"] | _ONES | _MULTIPLIERS
_JOINS = frozenset(_NUMBER_WORDS["joins"])
_NUMBER_NAMES = frozenset(_VALUES.keys() - _ONES.keys())
_BETWEEN_WORDS = lazy_pattern(r"[\s-]*")
_PERCENT_WORDS = lazy_pattern(r"\s(?:por ciento|percent|per cent)\b")
_AND_A_HALF = lazy_pattern(
    r"(?:\s(?P<noun>(?!y\b|and\b)\w+))?\s(?:y medi[oa]|and a half)\b(?!\s(?:docena|hora|manana|jornada|tarde|noche))"
    r"(?:\s(?P<times>millones|million|mil|thousand)\b)?"
)
_QUARTERS_OF_AN_HOUR = lazy_pattern(r"\s(?:cuartos? de hora|quarters? of an hour)\b")
_QUARTER = 15
_HALF = frozenset("half medio media".split())
_CURRENCY_WORDS = lazy_pattern(r"\s(?:de\s)?(euros?|dolares|dolar|dollars?)\b")


def figures_in(folded: str, tokens: Collection[str] | None = None) -> list[Figure]:
    """The figures of a folded text that nobody has read yet; `tokens` are its words, where they are known.

    Its words and their places are worked out only if one of them names a number: most facts write digits.
    """
    if not _NUMBER_NAMES.isdisjoint(tokens_in(folded) if tokens is None else tokens):
        return find_figures(folded, words_of(folded, folded))
    if not _FIRST_DIGIT.search(folded):
        return []
    return _with_what_they_leave_out(list(_in_digits(folded)), folded)


def find_figures(folded: str, words: Sequence[Word]) -> list[Figure]:
    """The figures of a folded text whose words are `words`, in order."""
    digits = [*_in_digits(folded), *_one_unit_of_time(folded)]
    spelled = (figure for figure in _in_words(folded, words) if not any(_overlap(figure, other) for other in digits))
    return _with_what_they_leave_out(sorted([*digits, *spelled], key=lambda figure: figure.start), folded)


def _with_what_they_leave_out(figures: list[Figure], folded: str) -> list[Figure]:
    """The figures, each of a pair with the noun and the unit that only the other one has: "from ten days to four", "del
    7 al 5 %", "in 4 days instead of 10".
    """
    for index in range(len(figures) - 1):
        one, other = figures[index], figures[index + 1]
        if _BETWEEN_A_PAIR.fullmatch(folded, _end_of_noun(one, folded), other.start):
            figures[index], figures[index + 1] = _like(one, other), _like(other, one)
    return [_behind_noun(figure, folded) for figure in figures]


def _end_of_noun(figure: Figure, folded: str) -> int:
    place = folded.find(figure.noun, figure.end, figure.end + _LONGEST_NOUN) if figure.noun else -1
    return place + len(figure.noun) if place >= 0 and figure.noun not in _PAIRS else figure.end


def _like(one: Figure, other: Figure) -> Figure:
    """`one` with the noun and the unit of `other`, where it has none of its own."""
    if one.unit is not Unit.PLAIN or (one.noun and one.noun not in _PAIRS) or other.unit is Unit.YEAR:
        return one
    return one._replace(unit=other.unit, noun=other.noun, nouns=other.nouns)


_PAIRS = frozenset("instead down up en hasta frente".split())
_LONGEST_NOUN = 24
_BETWEEN_A_PAIR = lazy_pattern(
    r",?\s(?:a|al|to|hasta|down to|up to|instead of|rather than|en vez de|en lugar de|frente a|against|down from"
    r"|up from|desde)\s"
    r"(?:(?:los|las|the|unos|unas|about)\s)?"
)


def _one_unit_of_time(folded: str) -> Iterator[Figure]:
    """The lengths of one unit that a preposition measures: "en un día", "within an hour"."""
    for match in _ONE_UNIT.finditer(folded):
        yield Figure(match.start(1), match.end(1), 1.0, Unit.PLAIN, match[2], (match[2],))


_ONE_UNIT = lazy_pattern(
    r"\b(?:en|in|within|under) (un|una|a|an|one) (segundo|minuto|hora|dia|semana|mes|ano|second|minute|hour|day|week"
    r"|month|year|fortnight)\b(?! (?:y medi|and a half|y pico))"
)


def _overlap(one: Figure, other: Figure) -> bool:
    return one.start < other.end and other.start < one.end


def _in_digits(folded: str) -> Iterator[Figure]:
    for match in _digit_runs(folded):
        value = _value_of(match["number"]) * _SCALES.get(match["scale"] or "", 1)
        unit = _unit_of(match, value)
        currency = match["currency"] or ("pesos" if match["scale"] == "mdp" else None)
        yield _named(_counting(Figure(match.start(), match.end(), value, unit, ""), folded), currency)


def _digit_runs(folded: str) -> Iterator[re.Match[str]]:
    """What `_DIGITS` finds; looked for from digit to digit, since a search at every letter takes ten times as long."""
    end = 0
    while start := _FIRST_DIGIT.search(folded, end):
        match = _DIGITS.match(folded, start.start())
        end = match.end() if match else _END_OF_DIGITS.match(folded, start.end()).end()  # type: ignore[union-attr]
        if match:
            yield match


def _value_of(number: str) -> float:
    """The value of digits with separators: groups of three are thousands, anything else behind a mark is a fraction."""
    plain = re.sub(r"[\u00a0\u202f ]", "", number)
    if re.fullmatch(r"[1-9]\d{0,2}(?:[.,]\d{3})+", plain):
        return float(re.sub(r"[.,]", "", plain))
    whole, mark, fraction = re.fullmatch(r"(.*?)(?:([.,])(\d+))?", plain).groups()  # type: ignore[union-attr]
    return float(re.sub(r"[.,]", "", whole) + (f".{fraction}" if mark else ""))


def _unit_of(match: re.Match[str], value: float) -> Unit:
    after = match["after"] or ""
    sign = (match["before"] or "").strip() or after
    if sign in _CURRENCIES:
        return _CURRENCIES[sign]
    if after:
        return Unit.PERCENT
    if match["currency"]:
        return _CURRENCIES[match["currency"]]
    return Unit.YEAR if _is_year(match["number"], value) and not match["scale"] else Unit.PLAIN


def _is_year(number: str, value: float) -> bool:
    return len(number) == 4 and number.isdigit() and 1900 <= value <= 2100


def _counting(figure: Figure, folded: str) -> Figure:
    """The figure with what stands behind it."""
    nouns = tuple(_nouns_after(folded, figure.end))
    return figure._replace(noun=nouns[0] if nouns else "", nouns=nouns)


def _behind_noun(figure: Figure, folded: str) -> Figure:
    """The figure with the noun in front of it, if it has no other."""
    nouns = () if figure.noun or figure.unit is not Unit.PLAIN else _noun_before(folded, figure.start)
    return figure._replace(noun=nouns[0], nouns=nouns) if nouns else figure


def _noun_before(folded: str, start: int) -> tuple[str, ...]:
    """The noun in front of a figure that has none behind it: "un equipo de 14", "engagement score 68"."""
    match = _BEFORE.search(folded, max(0, start - _LONGEST_NOUN), start)
    return (match[1],) if match and match[1] not in _ENDS_COUNT else ()


_BEFORE = lazy_pattern(r"\b([a-z]{4,}) (?:de|of) $")


def _named(figure: Figure, currency: str | None) -> Figure:
    """The figure with the word for its currency as its noun, if one names it."""
    return figure._replace(noun=currency, nouns=(currency,)) if currency else figure


def _nouns_after(folded: str, end: int) -> Iterator[str]:
    """The words behind the figure in the same phrase that are no preposition, article or conjunction."""
    for word in islice(words_from(folded, end), _WORDS_TO_NOUN):
        noun = word.group()
        if not _JOINS_NOUN.fullmatch(folded, end, word.start()) or noun in _ENDS_COUNT or noun[0].isdigit():
            return
        if noun not in _SKIPPED_BEFORE_NOUN:
            yield noun
        end = word.end()


_JOINS_NOUN = lazy_pattern(r"\s+|-")
_WORDS_TO_NOUN = 4


_SKIPPED_BEFORE_NOUN = frozenset("de of mas more the los las la el lo plus odd".split())
_ENDS_COUNT = frozenset(
    "y e o u en and or in at on con with a al to que that por by para for across over under through between among per"
    " entre sobre bajo hasta desde sin from into than is es are son".split()
)


def _in_words(folded: str, words: Sequence[Word]) -> Iterator[Figure]:
    end = 0
    for index, word in enumerate(words):
        if index >= end and word.folded in _VALUES and (run := _number_run(folded, words, index)):
            end = index + run
            yield _figure_of_run(folded, words, index, run)


def _number_run(folded: str, words: Sequence[Word], index: int) -> int:
    """How many words from `index` on spell one number; 0 if none does. An article alone ("un", "a") is none."""
    end = index
    while end < len(words) and _joins_on(folded, words, index, end):
        end += 1
        if (
            end + 1 < len(words)
            and words[end].folded in _JOINS
            and _is_joined(words[end - 1], words[end], words[end + 1])
        ):
            end += 1
    if end - index == 1 and _is_no_number(words, index):
        return 0
    return end - index


def _joins_on(folded: str, words: Sequence[Word], index: int, at: int) -> bool:
    """Whether the word at `at` is part of the number that begins at `index`."""
    word = words[at].folded
    if word not in _VALUES:
        return False
    if at == index:
        return word not in _ONES or _is_multiplied(words, at)
    before = words[at - 1].folded
    if before in _JOINS:
        return True
    return _BETWEEN_WORDS.fullmatch(folded, words[at - 1].end, words[at].start) is not None and _may_follow(
        before, word
    )


def _is_multiplied(words: Sequence[Word], at: int) -> bool:
    """Whether "un", "one" stands before a multiplier: "un millón", "a hundred"."""
    return at + 1 < len(words) and words[at + 1].folded in _MULTIPLIERS and words[at + 1].folded != "mil"


def _may_follow(before: str, word: str) -> bool:
    """Whether two number words in a row belong to one number: "dos mil", "ciento cinco", not "dos tres"."""
    if word in _MULTIPLIERS:
        return True
    if before in _MULTIPLIERS:
        return word not in _ONES or before in ("hundred", "thousand")
    return word not in _ARTICLES and _VALUES[before] >= _FIRST_TEN and _VALUES[word] < _place_below(_VALUES[before])


_BEHIND_ENGLISH_ONCE = frozenset("the it there a an you we they i he she this that your our their in all".split())
_FIRST_TEN, _FIRST_HUNDRED = 20, 100
_ARTICLES = frozenset("a an un una".split())


def _place_below(value: int) -> int:
    """What may be added to `value` in words: 1 to 9 to a ten, 1 to 99 to a hundred."""
    return _FIRST_HUNDRED if value >= _FIRST_HUNDRED else 10


def _is_joined(before: Word, join: Word, after: Word) -> bool:
    """Whether "y" or "and" stands inside a number: "treinta y uno", "two hundred and five"."""
    if join.folded == "y":
        return _FIRST_TEN < _VALUES[before.folded] < _FIRST_HUNDRED and 0 < _VALUES.get(after.folded, 0) < 10
    return before.folded in ("hundred", "thousand") and after.folded in _VALUES and after.folded != "a"


def _is_no_number(words: Sequence[Word], index: int) -> bool:
    """Whether a number word alone states no number: an article, "millones de veces", "mil gracias"."""
    word = words[index].folded
    thanks = (
        word == "mil" and index + 1 < len(words) and words[index + 1].folded in ("gracias", "perdones", "disculpas")
    )
    percent = word == "ciento" and index > 0 and words[index - 1].folded == "por"
    english = word == "once" and index + 1 < len(words) and words[index + 1].folded in _BEHIND_ENGLISH_ONCE
    return english or word in _ONES or thanks or percent or (word in _MULTIPLIERS and word != "mil")


def _figure_of_run(folded: str, words: Sequence[Word], index: int, run: int) -> Figure:
    spelled = words[index : index + run]
    start, end = spelled[0].start, spelled[-1].end
    unit, currency = Unit.PLAIN, None
    if match := _PERCENT_WORDS.match(folded, end):
        unit, end = Unit.PERCENT, match.end()
    elif match := _CURRENCY_WORDS.match(folded, end):
        unit, currency, end = _CURRENCIES[match[1]], match[1], match.end()
    value = _spelled_value([word.folded for word in spelled])
    if match := _QUARTERS_OF_AN_HOUR.match(folded, end):
        return Figure(start, match.end(), value * _QUARTER, unit, "minutos", ("minutos",))
    if decimal := _decimal_in_words(folded, words, index + run, value):
        return decimal._replace(start=start)
    if match := _AND_A_HALF.match(folded, end):
        value, end = (value + 0.5) * _MULTIPLIERS.get(match["times"] or "", 1), match.end()
        if match["noun"]:
            return Figure(start, end, value, unit, match["noun"], (match["noun"],))
    elif index and words[index - 1].folded in _HALF and spelled[-1].folded in _MULTIPLIERS:
        value, start = value / 2, words[index - 1].start
    return _named(_counting(Figure(start, end, value, unit, ""), folded), currency)


def _decimal_in_words(folded: str, words: Sequence[Word], at: int, whole: float) -> Figure | None:
    """The figure that goes on behind a comma in words, as in "dos coma cuatro millones", "three point five million"."""
    if at + 1 >= len(words) or words[at].folded not in ("coma", "point") or words[at + 1].folded not in _VALUES:
        return None
    digits, end = _VALUES[words[at + 1].folded], words[at + 1].end
    value = whole + digits / 10 ** len(str(digits))
    if at + 2 < len(words) and words[at + 2].folded in _MULTIPLIERS:
        value, end = value * _MULTIPLIERS[words[at + 2].folded], words[at + 2].end
    unit = Unit.PERCENT if _PERCENT_WORDS.match(folded, end) else Unit.PLAIN
    return _counting(Figure(words[at - 1].start, end, value, unit, ""), folded)


def _spelled_value(spelled: Sequence[str]) -> float:
    """The value of number words: what stands before a multiplier is multiplied, the rest is added."""
    total = group = 0
    for word in spelled:
        if word in _MULTIPLIERS and not group and 0 < total < _MULTIPLIERS[word]:  # "dos mil millones"
            total *= _MULTIPLIERS[word]
        elif word == "hundred":
            group = max(group, 1) * _MULTIPLIERS[word]
        elif word in _MULTIPLIERS:
            total, group = total + max(group, 1) * _MULTIPLIERS[word], 0
        else:
            group += _VALUES.get(word, 0)
    return float(total + group)
