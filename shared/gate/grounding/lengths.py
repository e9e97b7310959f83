"""How long a wording says that something lasted: "casi seis años", "a decade and change", "18 months"."""

from typing import NamedTuple

from shared.gate.figure import Figure
from shared.gate.grounding.measures import Precision, days_in, months_in
from shared.gate.grounding.spans_of_time import Tenure
from shared.gate.grounding.statements import Mark, Statement

_MONTH, _YEAR = 30.4375, 12
_COARSE = 24
"""From how many months on a unit is a round number of years, and said of what is a fifth less or a quarter more."""
_LEAST_OF_COARSE, _MOST_OF_COARSE = 0.8, 1.25
_ROUND, _ROUND_FROM, _OF_ROUND = 60, 180, 0.08
_HALF, _OF_HALF = 0.5, 8
_ALMOST, _LESS = 0.7, 0.5
_QUARTER = 3
_NO_END = 1e9
_NOT_QUITE = frozenset("menos than under below debajo apenas barely".split())


class Length(NamedTuple):
    """What lasted as long as a text says took between `least` and `most` months."""

    said: float
    least: float
    most: float

    def fits(self, span: Tenure) -> bool:
        """Whether a span may be called so long."""
        return self.least < span.most and span.least < self.most

    def exceeds(self, span: Tenure) -> bool:
        """Whether it is more than a span may be called."""
        return span.most < self.least


def length_of(figure: Figure, precision: Precision, statement: Statement) -> Length:
    """What may be called as the figure, with the words that round it, says."""
    said = months_in(figure)
    below, above = _slack(figure, said)
    if precision is Precision.MORE:
        is_open = statement.cues_before(figure.start, Mark.APPROXIMATE_MORE)
        return Length(said, said - min(below, _QUARTER), _NO_END if is_open else said + above + _YEAR / 2)
    if precision is Precision.LESS:
        before = {word.folded for word in statement.words_before(figure.start, 2)}
        return Length(said, said * (_ALMOST if before.isdisjoint(_NOT_QUITE) else _LESS), said + _QUARTER)
    if precision is Precision.ABOUT:
        below, above = max(below, 0.15 * said), max(above, 0.2 * said)
    return Length(said, said - below, said + above)


def _slack(figure: Figure, said: float) -> tuple[float, float]:
    """How many months less and more than exactly so long something may have lasted: years are counted from the years of
    its dates, rounded up or down, and the last one need not be over.
    """
    unit = days_in(figure.noun) / _MONTH
    if unit >= _COARSE:
        return said * (1 - _LEAST_OF_COARSE), said * (_MOST_OF_COARSE - 1)
    if unit < _YEAR - 1:
        return max(1.0, 0.15 * said), max(1.0, 0.2 * said)
    if figure.value % 1 == _HALF:
        return min(_OF_HALF, said / 3), _OF_HALF
    below = min(said / 4, _YEAR)
    if said >= _ROUND_FROM and said % _ROUND == 0:
        below = max(below, _OF_ROUND * said)
    return below, _YEAR + min(_YEAR / 2, said / _YEAR)
