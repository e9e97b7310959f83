"""Figures that follow from stated ones: sums and differences, shares of a whole, so many for each, so many a year.

A product or a quotient proves a figure only if one of its parts stands in the text too: among all figures of a profile
some pair gives almost any number.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.measures import POINTS, Precision, agrees, days_in, follows, is_money, is_time
from shared.gate.grounding.periods import of_another_period
from shared.gate.grounding.stated import Stated

_FEW = 2
_ROUND = 0.02
_ABOUT_AS_LONG, _WORKING = 0.12, 1.4
_A_HUNDRED = 100.0
_EACH = lazy_pattern(
    r"\s(?:\w+\s){0,2}?(?:(?:al|a la|a|an|per|por|cada|each|every)\s(?:dia|mes|ano|semana|trimestre|hora|minuto|turno"
    r"|day|week|month|year|quarter|hour|minute|shift|head|cabeza|cada\b)"
    r"|(?:per|por)\s\w+|each\b|apiece\b|cada un|a head)"
)
_TO = lazy_pattern(r"(?:\s\w+)?\s(?:to|a|al|hasta)\s")
_END = lazy_pattern(r"[.;!?\n]")
_CLOSE = 0.08
_NEARLY = 3
_OFTEN = 31
_MILLION, _THOUSAND = 1e6, 1e3


def is_derived(figure: Figure, folded: str, others: Sequence[Figure], allowed: Stated, precision: Precision) -> bool:
    """Whether `figure` of the folded text follows from `allowed` figures; `others` are those of the text."""
    alike = [other for other, _ in allowed.of_noun(figure)]
    if figure.value > _FEW and not _is_reached(figure, folded, others) and _is_sum(figure, allowed, alike, precision):
        return True
    if is_time(figure.noun):
        return any(_restates(figure, other, folded) for other in others)
    named = [other for other in others if other.start != figure.start and not is_time(other.noun)]
    values = _meant(named, allowed)
    if (figure.unit is Unit.PERCENT or figure.noun in POINTS) and is_complement(figure, allowed, precision):
        return True
    if figure.unit is Unit.PERCENT:
        return any(abs(figure.value - _A_HUNDRED * one / two) < 1 for one, two in permutations(values, 2))
    is_for_each = _EACH.match(folded, figure.end) is not None
    results = [*_shares_of((*values, *(other.value for other in alike)), named), *_parts_of(alike, allowed)]
    results += _combined(values) if is_for_each or not alike else ()
    results += of_another_period(figure, folded, allowed) if is_for_each else ()
    results += _times_over(figure, others, allowed) if is_money(figure) else ()
    return _is_any(figure.value, results, precision)


def _is_reached(figure: Figure, folded: str, others: Sequence[Figure]) -> bool:
    """Whether the text says that something came from another figure to this one, which no sum of both can be."""
    return any(_TO.fullmatch(folded, other.end, figure.start) is not None for other in others)


def is_complement(figure: Figure, allowed: Stated, precision: Precision) -> bool:
    """Whether a percentage is what another one leaves: "cuatro de cada cinco" beside 22 %."""
    return any(
        other.unit is Unit.PERCENT
        and abs(figure.value - (_A_HUNDRED - other.value)) <= (0 if precision is Precision.EXACT else _NEARLY)
        for other, _ in allowed
    )


def is_quotient(figure: Figure, allowed: Stated, precision: Precision) -> bool:
    """Whether a share in words compares two figures of one fact: "a menos de la mitad" for "del 9 % al 4 %"."""
    return any(
        agrees(figure.value, _A_HUNDRED * one.value / other.value, precision)
        or agrees(figure.value, _A_HUNDRED * (other.value - one.value) / other.value, precision)
        for stated in allowed.by_fact.values()
        for one, other in permutations(stated, 2)
        if one.unit is other.unit and 0 < one.value < other.value
    )


def _is_sum(figure: Figure, allowed: Stated, alike: Sequence[Figure], precision: Precision) -> bool:
    if follows(figure, alike, precision):
        return True
    return any(follows(figure, stated, precision, of_one_fact=True) for stated in allowed.by_fact.values())


def _shares_of(wholes: Iterable[float], named: Sequence[Figure]) -> Iterator[float]:
    shares = [figure.value for figure in named if figure.unit is Unit.PERCENT]
    return (whole * share / _A_HUNDRED for whole in wholes for share in shares)


def _parts_of(alike: Sequence[Figure], allowed: Stated) -> Iterator[float]:
    """The parts of a whole that its own fact gives the share of: "31,000 tickets, 62 % of them in chat"."""
    for stated in allowed.by_fact.values():
        shares = [other.value / _A_HUNDRED for other in stated if other.unit is Unit.PERCENT]
        for whole in (other for other in stated if shares and other in alike):
            yield from (whole.value * part for share in shares for part in (share, 1 - share))


def _restates(figure: Figure, other: Figure, folded: str) -> bool:
    """Whether the text itself puts a length of time in another unit: "nine working days is nearly two weeks"."""
    if not is_time(other.noun) or figure.noun[:3] == other.noun[:3]:
        return False
    if _END.search(folded, min(figure.end, other.end), max(figure.start, other.start)):
        return False
    mine, theirs = figure.value * days_in(figure.noun), other.value * days_in(other.noun)
    return abs(mine - theirs) <= _ABOUT_AS_LONG * theirs or abs(mine - theirs * _WORKING) <= _ABOUT_AS_LONG * mine


def _meant(named: Sequence[Figure], allowed: Stated) -> list[float]:
    """The stated values that the text's other figures give, exactly or nearly."""
    exact = [
        other.value
        for figure in named
        for other, _ in allowed
        if other.unit is figure.unit is not Unit.PERCENT and abs(figure.value - other.value) <= _CLOSE * other.value
    ]
    return [value for value in dict.fromkeys(exact) if value > 1]


def _combined(values: Sequence[float]) -> Iterator[float]:
    for one, two in permutations(values, 2):
        yield one * two
        yield one / two
        if one > _MILLION:
            yield one / two / _MILLION
            yield one / two / _THOUSAND


def _times_over(figure: Figure, others: Sequence[Figure], allowed: Stated) -> Iterator[float]:
    """A stated amount as often as the text says: "dos horas" of what costs 7.400 euros the hour."""
    times = [other.value for other in others if other.start != figure.start and 1 < other.value <= _OFTEN]
    return (other.value * often for other, _ in allowed if is_money(other) for often in times)


def _is_any(said: float, results: Iterable[float], precision: Precision) -> bool:
    return any(
        agrees(said, result, precision) or (said > _FEW and abs(said - result) <= _ROUND * said) for result in results
    )
