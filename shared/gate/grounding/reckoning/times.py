"""Time: so many a day, a week or a year; how long so much takes; a length of time told in another unit."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.folding import fold
from shared.gate.grounding.measures import days_in, is_bare, is_money, is_time, same_noun
from shared.gate.grounding.reckoning.given import Given

_PERIOD = lazy_pattern(
    r"\+?\s(?:\w+\s){0,3}?(?:(?:al|a la|a|an|per|por|cada|each|every)\s"
    r"(?P<unit>dia|mes|ano|semana|trimestre|hora|minuto|day|month|year|week|quarter|hour|minute)\b"
    r"|(?P<adjective>diari|semanal|mensual|trimestral|anual|daily|weekly|monthly|quarterly|yearly|annual)\w*)"
)
_ADJECTIVES = {
    "diari": "day",
    "semanal": "week",
    "mensual": "month",
    "trimestral": "quarter",
    "anual": "year",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annual": "year",
}
_UNSAID = ("hour", "day", "week", "month", "quarter", "year")
_WEEK, _MONTH, _YEAR = days_in("week"), days_in("month"), days_in("year")
_WEEKS_OF_A_MONTH = 4
_WORKING_DAYS = {_WEEK: 5, _MONTH: 22, _YEAR: 250}
_WORKING = 1.4
_RATE = lazy_pattern(
    r"\s(?:\w+\s){0,2}?(?:(?:por|per|a|an|la|al|cada|every)\s(\w+)"
    r"|(diari|semanal|mensual|anual|daily|weekly|monthly|yearly)\w*)"
)
_END = lazy_pattern(r"(?<!i\.e)(?<!\bi)[.](?=\s)|[;!?\n]")


def of_another_period(given: Given) -> Iterator[float]:
    """What stated figures come to in the period that the text says behind the figure: those of its noun, or all of its
    kind if it names none. A fact that says no period may be of any other.
    """
    figure, allowed = given.figure, given.known.figures
    mine = _days_behind(figure, given.passage.folded)
    alike = allowed if is_money(figure) or not figure.noun else allowed.of_noun(figure)
    for other, fact in alike if mine else ():
        if _may_be_repeated(given, other, fact):
            for theirs in _days_of_fact(other, fact):
                yield from (other.value * times for times in _times(mine, theirs))


def _may_be_repeated(given: Given, other: Figure, fact: Fact) -> bool:
    if not (other.unit is Unit.PLAIN or is_money(other)):
        return False
    if is_money(given.figure) is not is_money(other) and not (is_bare(given.figure) or is_bare(other)):
        return False
    return bool(given.figure.noun) or is_money(given.figure) or given.words_of(fact) > 0


def _days_of_fact(figure: Figure, fact: Fact) -> list[float]:
    stated = _days_behind(figure, fold(fact.text))
    return [stated] if stated else [days_in(unit) for unit in _UNSAID]


def _days_behind(figure: Figure, folded: str) -> float:
    """The days of the period that stands behind a figure; 0 where none does."""
    match = _PERIOD.match(folded, figure.end)
    if match is None:
        return 0.0
    return days_in(match["unit"] or _ADJECTIVES[match["adjective"]])


def _times(mine: float, theirs: float) -> Iterator[float]:
    """How often one period goes into another, also as people reckon it: four weeks a month, 250 working days a year."""
    if mine == theirs:
        return
    yield mine / theirs
    shorter, longer = sorted((mine, theirs))
    reckoned = _WEEKS_OF_A_MONTH if (shorter, longer) == (_WEEK, _MONTH) else None
    if shorter == 1:
        reckoned = _WORKING_DAYS.get(longer)
    if reckoned:
        yield reckoned if mine > theirs else 1 / reckoned


def spread(given: Given) -> Iterator[float]:
    """So many in so long, told for a shorter time: 970 cajas in seven months are 139 a month."""
    mine = _days_behind(given.figure, given.passage.folded)
    if mine and not is_time(given.figure.noun):
        lengths = [other.value * days_in(other.noun) for other in given.beside if is_time(other.noun)]
        wholes = [other.value for other in given.beside if not is_time(other.noun)]
        yield from (whole * mine / days for whole in (*wholes, *given.meant) for days in lengths if days > mine)


def restated(given: Given) -> Iterator[float]:
    """A length of time that the same sentence has in another unit: "nine working days is nearly two weeks"."""
    figure, passage = given.figure, given.passage
    for other in passage.figures if is_time(figure.noun) else ():
        if not is_time(other.noun) or figure.noun[:3] == other.noun[:3]:
            continue
        if not _END.search(passage.folded, min(figure.end, other.end), max(figure.start, other.start)):
            result = other.value * days_in(other.noun) / days_in(figure.noun)
            yield from (result, result * _WORKING)


def at_a_rate(given: Given) -> Iterator[float]:
    """How long so much takes at a rate, both of the text: "62 mil facturas a mil por hora" are 62 hours."""
    if not is_time(given.figure.noun):
        return
    for rate in given.beside:
        unit = _RATE.match(given.passage.folded, rate.end)
        days = days_in(unit[1] or _ADJECTIVES[unit[2]]) if unit else 0
        if days and rate.value:
            wholes = (whole for whole in given.beside if whole is not rate and not is_time(whole.noun))
            yield from (whole.value / rate.value * days / days_in(given.figure.noun) for whole in wholes)


def changes(given: Given) -> Iterator[float]:
    """The difference of two lengths of time of a fact, in another unit: 26 days are almost four weeks."""
    if not is_time(given.figure.noun):
        return
    mine = days_in(given.figure.noun)
    for fact, stated in given.tales():
        units = {figure: days_in(figure.noun) or _unit_before(figure, fact) for figure in stated}
        for one, other in permutations(stated, 2):
            days = days_in(one.noun) or days_in(other.noun) or units[one]
            if one.value > other.value and days and days != mine and same_noun(one, other) is not False:
                yield (one.value - other.value) * days / mine


def _unit_before(figure: Figure, fact: Fact) -> float:
    """The days of the unit of time in front of figures that leave it out: "Receivable days 118 to 92"."""
    before: Sequence[str] = fold(fact.text[: figure.start]).split()[-3:]
    return next((days_in(word) for word in reversed(before) if days_in(word)), 0)
