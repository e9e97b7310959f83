"""When two figures state the same: rounded in words, in another unit of time, as a sum or a difference."""

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cache
from itertools import combinations

from shared.gate.figures import Figure, Unit
from shared.gate.grounding.keys import keys_of
from shared.gate.lexicon import table

_LITTLE = 0.02
_ROUNDED = 0.15
_OTHER_UNIT = 0.09
"""Eight weeks are two months to everybody, though four days are missing."""
_FAR_ABOVE = 2.5
_MOST_COMBINED = 24
"""How many figures are added up and subtracted two by two; a fact with more of one unit is a table."""
POINTS = frozenset("punto puntos point points pp".split())
"""Nouns of a difference of percentages."""


class Precision(Enum):
    """How a figure is meant."""

    EXACT = "exact"
    MORE = "more"
    LESS = "less"
    ABOUT = "about"


def is_time(noun: str) -> bool:
    """Whether a folded noun is a unit of time."""
    return noun in _days()


def days_in(noun: str) -> float:
    """How many days a unit of time has; 0 for other nouns."""
    return _days().get(noun, 0.0)


@cache
def _measures() -> dict[str, tuple[str, float]]:
    """For each other unit what it measures and how much of the basic one it is."""
    return {noun: (kind, float(size)) for noun, (kind, size) in table("counted")["measures"].items()}


def is_convertible(noun: str) -> bool:
    """Whether a folded noun is a unit that others can be converted to, so that equal figures may differ in value."""
    return noun in _days() or noun in _measures()


def is_money(figure: Figure) -> bool:
    """Whether a figure is an amount of any currency; profiles write $ for pesos and name few of the others."""
    return figure.unit in (Unit.EURO, Unit.DOLLAR, Unit.POUND) or figure.noun in _currencies()


@cache
def _currencies() -> frozenset[str]:
    return frozenset(table("number_words")["money"].split())


def is_light(noun: str) -> bool:
    """Whether a folded noun counts what a message offers or asks, not what somebody has: "dos ideas"."""
    return noun in _light()


@cache
def _days() -> dict[str, float]:
    times: dict[str, float] = table("counted")["times"]
    return times


@cache
def _light() -> frozenset[str]:
    return frozenset(table("counted")["light"].split())


def agrees(said: float, known: float, precision: Precision) -> bool:
    """Whether `said` is a true way to put `known`."""
    if precision is Precision.MORE:
        return known >= said * (1 - _LITTLE) and known <= said * _FAR_ABOVE
    if precision is Precision.LESS:
        return said >= known >= said * (1 - 2 * _ROUNDED)
    if precision is Precision.ABOUT:
        return abs(said - known) <= _ROUNDED * known
    return said == known


def same_measure(said: Figure, known: Figure, precision: Precision) -> bool:
    """Whether two figures agree, in units that can be compared."""
    if precision is Precision.EXACT and said.value != known.value and not is_convertible(said.noun):
        return False  # most pairs, told at once
    if days_in(said.noun) and days_in(known.noun) and said.unit is known.unit is Unit.PLAIN:
        mine, theirs = said.value * days_in(said.noun), known.value * days_in(known.noun)
        if said.noun[:3] == known.noun[:3]:
            return agrees(said.value, known.value, precision)
        return abs(mine - theirs) <= _OTHER_UNIT * max(mine, theirs) or (
            precision is not Precision.EXACT and agrees(mine, theirs, precision)
        )
    mine_in, theirs_in = _measures().get(said.noun), _measures().get(known.noun)
    if mine_in and theirs_in and mine_in[0] == theirs_in[0] and mine_in[1] != theirs_in[1]:
        return agrees(said.value * mine_in[1], known.value * theirs_in[1], precision)
    if is_money(said) and is_money(known):
        return agrees(said.value, known.value, precision)
    return said.unit is known.unit and agrees(said.value, known.value, precision)


def same_noun(said: Figure, known: Figure) -> bool | None:
    """Whether two figures count the same; None where it cannot be told."""
    if is_money(said) or is_money(known):
        return None if is_money(said) and is_money(known) else False
    if said.unit is not Unit.PLAIN:
        return None
    if not said.noun or not known.noun:
        return None
    if days_in(said.noun) and days_in(known.noun):
        return True
    mine, theirs = _measures().get(said.noun), _measures().get(known.noun)
    if mine and theirs:
        return mine[0] == theirs[0]
    return not keys_of(said.noun).isdisjoint(keys_of(known.noun))


def follows(said: Figure, stated: Sequence[Figure], precision: Precision) -> bool:
    """Whether `said` is the sum or the difference of two figures that one fact states of the same kind."""
    unit = Unit.PERCENT if said.noun in POINTS else said.unit
    fitting = [figure for figure in stated if figure.unit is unit][:_MOST_COMBINED]
    return any(
        same_noun(one, other) is not False or same_noun(said, one) or same_noun(said, other)
        for one, other in combinations(fitting, 2)
        if is_time(said.noun) is is_time(one.noun)
        and any(agrees(said.value, result, precision) for result in _results(one.value, other.value))
    )


def _results(one: float, other: float) -> Iterable[float]:
    yield one + other
    yield abs(one - other)
