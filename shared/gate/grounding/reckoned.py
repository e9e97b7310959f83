"""Figures that a text works out itself from others that stand beside them: "138 menos las 96: 42 sucursales", "de 45 a
19 días van 26", "casi cuatro veces".

Those others are judged each for itself, so that what follows from them is as true as they are.
"""

from collections.abc import Iterator, Sequence
from itertools import permutations

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.measures import CHANGE, Precision, agrees, is_money, results_of, same_noun
from shared.gate.grounding.stated import Stated
from shared.gate.reading import Passage

_AROUND = 160
_MOST_AROUND = 8
_FEW, _TEN = 2, 10
_ROUND = 0.02
_TIMES = frozenset("veces times".split())
_PARAGRAPH = lazy_pattern(r"\n\s*\n")


def is_reckoned(figure: Figure, passage: Passage, allowed: Stated, precision: Precision) -> bool:
    """Whether the figure follows from two others near it in the text; "four times" from two `allowed` ones as well."""
    if figure.unit is Unit.YEAR or figure.value <= _FEW or (figure.noun in _TIMES and allowed.of_noun(figure)):
        return False
    near = figures_near(figure, passage)
    if figure.noun in _TIMES:
        stated = [*allowed.by_fact.values(), near]
        return any(_is_so_often(figure, figures, precision) for figures in stated)
    if any(agrees(figure.value, result, precision) for result in _sums(figure, near)):
        return True
    if figure.unit is Unit.PERCENT and _is_change(figure, near, passage):
        return True
    if figure.value < _TEN or allowed.of_noun(figure):
        return False
    return any(abs(figure.value - result) <= _ROUND * figure.value for result in _products(near))


def _is_change(figure: Figure, near: Sequence[Figure], passage: Passage) -> bool:
    """Whether it says by how many percent one of two figures of the same is more or less than the other: 18 to 27."""
    return any(
        abs(figure.value - 100 * abs(one.value - other.value) / other.value) <= 1
        for one, other in permutations(near, 2)
        if one.unit is other.unit and other.value and one.value != other.value and _are_of_one(one, other, passage)
    )


def _are_of_one(one: Figure, other: Figure, passage: Passage) -> bool:
    """Whether two figures count the same: shares do, and what stands without a noun behind "to"."""
    if one.unit is Unit.PERCENT or same_noun(one, other):
        return True
    bare = one if not one.noun else other
    return not bare.noun and passage.folded[: bare.start].endswith((" a ", " to ", " de ", " from "))


def figures_near(figure: Figure, passage: Passage) -> Sequence[Figure]:
    """The other figures of the text around `figure`, in its paragraph."""
    around = [
        other
        for other in passage.figures_between(figure.start - _AROUND, figure.end + _AROUND)
        if other.start != figure.start and other.unit is not Unit.YEAR and other.unit is not Unit.CLOCK
    ]
    return [
        other
        for other in around
        if not _PARAGRAPH.search(passage.text, min(figure.end, other.end), max(figure.start, other.start))
    ][:_MOST_AROUND]


def _sums(figure: Figure, near: Sequence[Figure]) -> Iterator[float]:
    for one, other in permutations(near, 2):
        if one.value < other.value or one.unit is not other.unit or not _is_of(figure, one, other):
            continue
        yield from results_of(figure, one.value, other.value)


def _is_of(figure: Figure, one: Figure, other: Figure) -> bool:
    """Whether the two may be of what the figure counts: the same things, or what has no noun."""
    if figure.unit is not one.unit and figure.unit is not Unit.PLAIN:
        return False
    if figure.noun in CHANGE:
        return True
    return same_noun(figure, one) is not False or same_noun(figure, other) is not False


def _products(near: Sequence[Figure]) -> Iterator[float]:
    for one, other in permutations(near, 2):
        if min(one.value, other.value) > 1 or (is_money(one) and one.value > 0):
            yield one.value * other.value
        if min(one.value, other.value) > 1:
            yield one.value / other.value
        if one.unit is Unit.PERCENT is not other.unit:
            yield one.value * other.value / 100


def _is_so_often(figure: Figure, stated: Sequence[Figure], precision: Precision) -> bool:
    about = Precision.ABOUT if precision is Precision.EXACT else precision
    return any(
        agrees(figure.value, one.value / other.value, about)
        for one, other in permutations(stated, 2)
        if one.unit is other.unit and other.value and one.value > other.value
    )
