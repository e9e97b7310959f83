"""Whether a figure follows from stated ones: one list of the ways in which people reckon.

Each way is a function of `given.Given`; what it yields are results that the figure may be the saying of. How they may
be rounded is `rounding.is_said`'s alone. A new way is one small function and a line in `WAYS`.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from shared.gate.figure import Figure, Unit
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import Precision
from shared.gate.grounding.reckoning import estimates, rates, shares, sums, times
from shared.gate.grounding.reckoning.given import Given, is_of_each
from shared.gate.grounding.reckoning.rounding import is_said
from shared.gate.grounding.reckoning.shares import is_left
from shared.gate.grounding.stated import Stated
from shared.gate.grounding.statements import Statement

__all__ = ["follows", "is_left", "is_of_each"]

_EXACTLY, _ROUNDED, _IN_OTHER_UNITS = 0.0, 0.02, 0.09


class Way(NamedTuple):
    """A way to reckon, and by which share of it people round its results without saying so."""

    results: Callable[[Given], Iterator[float]]
    slack: float


WAYS = (
    Way(sums.totals, _EXACTLY),
    Way(sums.differences, _EXACTLY),
    Way(shares.parts_of_a_whole, _EXACTLY),
    Way(shares.rests, _EXACTLY),
    Way(shares.growths, _EXACTLY),
    Way(shares.cuts, _ROUNDED),
    Way(rates.for_each, _ROUNDED),
    Way(rates.at_a_price, _ROUNDED),
    Way(rates.often_repeated, _ROUNDED),
    Way(rates.products, _ROUNDED),
    Way(rates.stated_products, _ROUNDED),
    Way(rates.multiples, _IN_OTHER_UNITS),
    Way(estimates.estimates, _ROUNDED),
    Way(times.of_another_period, _ROUNDED),
    Way(times.spread, _ROUNDED),
    Way(times.restated, _IN_OTHER_UNITS),
    Way(times.at_a_rate, _IN_OTHER_UNITS),
    Way(times.changes, _IN_OTHER_UNITS),
)


def follows(figure: Figure, statement: Statement, known: Known, precision: Precision, allowed: Stated) -> bool:
    """Whether some way to reckon gives `figure`, as the words beside it round it."""
    return any(_ways_to(Given(figure, statement, known, precision, allowed)))


def _ways_to(given: Given) -> Iterator[Way]:
    if given.figure.unit is Unit.YEAR or given.ends_a_pair:
        return
    for way in WAYS:
        results = way.results(given)
        if any(is_said(given.value, each, given.precision, way.slack, is_share=given.is_share) for each in results):
            yield way
