"""So many a day, a week, a month or a year: what a stated figure is for another period than its own."""

from collections.abc import Iterator

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.folding import fold
from shared.gate.grounding.measures import days_in, is_money
from shared.gate.grounding.stated import Stated

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


def of_another_period(figure: Figure, folded: str, allowed: Stated) -> Iterator[float]:
    """What stated figures come to in the period that the text says behind `figure`: those of its noun, or all of its
    kind if it names none. A fact that says no period may be of any other.
    """
    mine = _days_behind(figure, folded)
    alike = allowed if is_money(figure) or not figure.noun else allowed.of_noun(figure)
    for other, fact in alike if mine else ():
        if (other.unit is Unit.PLAIN or is_money(other)) and is_money(figure) is is_money(other):
            for theirs in _days_of_fact(other, fact):
                yield from (other.value * times for times in _times(mine, theirs))


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
