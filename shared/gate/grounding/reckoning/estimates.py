"""What a text says it has only estimated: "so roughly 970 jobs", "o sea, unas 140 bajas", "ronda los 69 millones".

Whoever estimates names the result anew ("jobs" for quotes that close) and leaves out what it was reckoned from. So the
nouns of the parts do not matter here, only where they stand: beside each other in the text, or in one fact. What the
facts count by the same noun was not named anew.
"""

from collections.abc import Iterator, Sequence
from itertools import permutations

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.claimed import follows
from shared.gate.grounding.measures import POINTS, Precision, days_in, is_bare, is_money, is_time
from shared.gate.grounding.reckoning.given import Given

_PRESUPPOSES = frozenset("con with tu tus su sus your vuestro vuestra vuestros vuestras de".split())
_WHOLE, _YEAR = 100.0, days_in("year")
_LEAST = 10
_BEFORE = 40
_SAYS_SO = lazy_pattern(
    r"(?:\b(?:son|serian?|suman?|sumarian?|equival\w+|hacen|harian|o sea|es decir|digamos|tocan?|salen?|saldrian?"
    r"|so|that's|that'd be|it'd be|i\.e\.|would be|makes?|works out|comes? to|adds? up)\b|[=≈~])"
    r"[^.;!?\n\d]{0,18}$"
)


def estimates(given: Given) -> Iterator[float]:
    """The products, quotients, shares and wholes of figures that stand together, for a figure that is an estimate."""
    if given.is_share or given.value < _LEAST or not _is_estimate(given):
        return
    if given.alike:
        yield from _of_two(given, given.beside if _says_so(given) else ())
        return
    for stated in (given.beside, *given.together()):
        yield from _of_two(given, stated)


def _is_estimate(given: Given) -> bool:
    if follows(given.figure, given.statement, _PRESUPPOSES):
        return False  # "con unas 9.000 facturas al año" takes them for known
    if given.precision is not Precision.EXACT:
        return True
    return _says_so(given)


def _says_so(given: Given) -> bool:
    start = given.figure.start
    return _SAYS_SO.search(given.passage.folded, max(0, start - _BEFORE), start) is not None


def _of_two(given: Given, stated: Sequence[Figure]) -> Iterator[float]:
    for one, two in permutations(stated, 2):
        if two.value > 0 and one.value > 0 and _gives_its_kind(given.figure, one, two):
            yield from _results(one, two)


def _gives_its_kind(figure: Figure, one: Figure, two: Figure) -> bool:
    """Whether two figures come to money if the figure is money, and only then."""
    of_money = is_money(one) + is_money(two)
    return of_money == 1 if is_money(figure) else of_money != 1 or is_bare(figure)


def _results(one: Figure, two: Figure) -> Iterator[float]:
    if two.unit is Unit.PERCENT or two.noun in POINTS:
        if one.unit is not Unit.PERCENT:
            yield from (one.value * two.value / _WHOLE, one.value / two.value * _WHOLE)
    elif one.unit is not Unit.PERCENT:
        yield from (one.value * two.value, one.value / two.value)
        if is_time(two.noun):
            yield one.value * two.value * days_in(two.noun) / _YEAR
