"""Products and quotients: so many for each, so many at a price, so many times as much.

A product or a quotient proves a figure only if one of its parts stands in the text too: among all figures of a profile
some pair gives almost any number.
"""

from collections.abc import Iterator
from itertools import permutations

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import Figure, Unit
from shared.gate.folding import fold
from shared.gate.grounding.measures import converted, is_money, is_time, same_noun
from shared.gate.grounding.reckoning.given import Given
from shared.gate.grounding.reckoning.sums import TIMES

_TEN, _OFTEN = 10, 31
_MILLION, _THOUSAND = 1e6, 1e3
_PER = lazy_pattern(r"\b(?:per|por|a|an|cada) (\w+)")


def multiples(given: Given) -> Iterator[float]:
    """How many times one of two figures is the other."""
    if given.figure.noun in TIMES and not given.alike:
        for figures in (given.beside, *(stated for _, stated in given.tales())):
            yield from (
                one.value / other.value
                for one, other in permutations(figures, 2)
                if one.unit is other.unit and 0 < other.value < one.value and same_noun(one, other) is not False
            )


def products(given: Given) -> Iterator[float]:
    """Two figures of the text multiplied or divided, as "214 plantones a 85 euros"."""
    if given.is_share or given.value < _TEN or given.alike or given.figure.noun in TIMES:
        return
    for one, other in permutations(given.beside, 2):
        if min(one.value, other.value) > 1 or (is_money(one) and one.value > 0):
            yield one.value * other.value
        if min(one.value, other.value) > 1:
            yield one.value / other.value


def stated_products(given: Given) -> Iterator[float]:
    """Stated figures which others of the text give, multiplied or divided, where no fact counts what the text does."""
    if given.is_share or is_time(given.figure.noun) or (given.alike and not given.is_of_each):
        return
    for one, other in permutations(given.meant, 2):
        yield one * other
        yield one / other
        if one > _MILLION:
            yield one / other / _MILLION
            yield one / other / _THOUSAND


def often_repeated(given: Given) -> Iterator[float]:
    """A stated amount as often as the text says: "dos horas" of what costs 7.400 euros the hour."""
    if is_money(given.figure):
        counts = [other.value for other in given.passage.figures if other.start != given.figure.start]
        often = [count for count in counts if 1 < count <= _OFTEN]
        yield from (other.value * count for other, _ in given.known.figures if is_money(other) for count in often)


def at_a_price(given: Given) -> Iterator[float]:
    """What as many as the text says cost at a stated price for each: 260 agents at "£4 per agent"."""
    if not is_money(given.figure) or not given.beside:
        return
    for price, fact in given.known.figures:
        if is_money(price) and same_noun(given.figure, price) is None:
            priced = [_noun(name) for name in _PER.findall(fold(fact.text), price.end)]
            counts = (count for count in given.beside if any(same_noun(count, one) for one in priced))
            yield from (price.value * count.value for count in counts)


def for_each(given: Given) -> Iterator[float]:
    """A whole divided among as many as the text says, or as the facts count of each of whom it says that it is."""
    if given.is_share or not given.is_of_each:
        return
    stated = given.known.figures
    parts = [*given.beside, *(part for cue in given.cues_of_each for part, _ in stated.of_noun(_noun(cue)))]
    amounts = (other for other, _ in given.allowed if is_money(other)) if is_money(given.figure) else ()
    for whole in (*given.beside, *given.alike, *amounts):
        value = converted(whole, given.figure)
        if value is not None and given.is_of_kind(whole):
            yield from (value / part.value for part in parts if part.value > 1 and part is not whole)


def _noun(name: str) -> Figure:
    """A figure that counts what `name` is one of."""
    return Figure(0, 0, 0, Unit.PLAIN, name, (name, f"{name}s"))
