"""Sums and differences: of two figures that stand beside the one that follows, or that facts state of the same."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Part
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.measures import CHANGE, POINTS, days_in, is_bare, is_money, is_time, same_noun
from shared.gate.grounding.reckoning.given import Given

_TO = lazy_pattern(r"(?:\s\w+)?\s(?:to|a|al|hasta)\s")
_FEW = 2
_TOTAL = "total"
TIMES = frozenset("veces times".split())
_AND = lazy_pattern(r"(?:,| y| e| and| \+)\s")
_ENDS = lazy_pattern(r"[.;:!?\n]")
_MOST_COMBINED = 24
"""How many figures are added up and subtracted two by two; a fact with more of one unit is a table."""


def totals(given: Given) -> Iterator[float]:
    """What two of the same come to together; not if the text says that it is "fewer", or that something came to it."""
    if _is_small(given) or CHANGE.intersection(given.figure.nouns) or _is_reached(given):
        return
    yield from (one.value + other.value for one, other in _pairs(given, _TOTAL) if given.figure.unit is one.unit)


def differences(given: Given) -> Iterator[float]:
    """How much one of two is more than the other."""
    if not (_is_small(given) or _is_reached(given) or given.figure.noun in TIMES):
        yield from (abs(one.value - other.value) for one, other in _pairs(given, "change"))


def _is_small(given: Given) -> bool:
    """Whether it is a number that some two differ by anywhere; points and amounts are told by their unit."""
    is_told = given.figure.noun in POINTS or is_money(given.figure)
    return given.value <= _FEW and not (is_told and given.value % 1)


def _is_reached(given: Given) -> bool:
    """Whether the text says that something came from another figure to this one, which no sum of both can be."""
    figure, passage = given.figure, given.passage
    return any(_TO.fullmatch(passage.folded, other.end, figure.start) is not None for other in passage.figures)


def _pairs(given: Given, cue: str) -> Iterator[tuple[Figure, Figure]]:
    """Two and two figures that may be added and subtracted to get the one given: of the text, or, where its words have
    such a cue, of the facts.
    """
    yield from (pair for pair in combinations(given.beside, 2) if _are_of_one(given.figure, *pair))
    if given.has_cue(cue) or given.passage.part is Part.SUBJECT:
        yield from _fitting(given, given.alike)
        for stated in given.allowed.by_fact.values():
            yield from _fitting(given, stated)
    elif cue == _TOTAL:
        yield from _enumerated(given)


def _enumerated(given: Given) -> Iterator[tuple[Figure, Figure]]:
    """The figures that a fact counts one after the other: "2 naves y 7 naves en obra"."""
    facts, alike = {fact.id: fact.text for _, fact in given.allowed}, set(given.alike)
    for number, stated in given.allowed.by_fact.items():
        fitting = [figure for figure in stated if figure in alike or not figure.noun]
        for one, other in _fitting(given, fitting if not alike.isdisjoint(stated) else []):
            between = facts[number][one.end : other.start]
            if _AND.search(between) and not _ENDS.search(between):
                yield one, other


def _are_of_one(figure: Figure, one: Figure, other: Figure) -> bool:
    """Whether two figures of the text may be of what the figure counts: the same things, or what has no noun."""
    if one.unit is not other.unit or figure.unit not in (one.unit, Unit.PLAIN):
        return False
    is_change = figure.noun in CHANGE
    return is_change or same_noun(figure, one) is not False or same_noun(figure, other) is not False


def _fitting(given: Given, stated: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Two and two of the stated figures that count one thing, which is what the given figure counts too."""
    figure = given.figure
    units = _units_of(figure)
    if is_money(figure):
        stated = [*stated, *_without_their_sign(figure, stated)]
    fitting = [other for other in stated if other.value and other.unit in units and _is_of_unit(figure, other)]
    for one, other in combinations(fitting[:_MOST_COMBINED], 2):
        are_alike = _count_one_thing(one, other) or (same_noun(figure, one) and same_noun(figure, other))
        if are_alike and (figure.noun in CHANGE or is_time(figure.noun) is is_time(one.noun) or _leave_out(one, other)):
            yield one, other


def _without_their_sign(figure: Figure, stated: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of a fact that may be amounts, since another of it is one: "a 180 dólares, que acá sale 95"."""
    if any(other.unit is figure.unit and is_money(other) for other in stated):
        bare = (other for other in stated if other.unit is Unit.PLAIN and not other.noun)
        yield from (other._replace(unit=figure.unit, noun=figure.noun) for other in bare)


def _units_of(figure: Figure) -> tuple[Unit, ...]:
    if figure.noun in POINTS:
        return (Unit.PERCENT, Unit.PLAIN)
    if is_bare(figure) and (not figure.noun or figure.noun in CHANGE):
        return (figure.unit, Unit.EURO, Unit.DOLLAR, Unit.POUND)
    return (figure.unit,)


def _count_one_thing(one: Figure, other: Figure) -> bool:
    return same_noun(one, other) is not False


def _leave_out(one: Figure, other: Figure) -> bool:
    """Whether one of two figures of a fact may have the noun of the other: "14 semanas de obra y 6 de pruebas"."""
    return (not one.noun and is_time(other.noun)) or (not other.noun and is_time(one.noun))


def _is_of_unit(figure: Figure, other: Figure) -> bool:
    return not is_time(figure.noun) or not other.noun or days_in(figure.noun) == days_in(other.noun)
