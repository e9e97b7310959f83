"""Whether a figure grows: its slope over time, with an interval that repeated readings of the same do not narrow."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean
from typing import NamedTuple

_STUDENT = (
    (2, 4.303),
    (3, 3.182),
    (4, 2.776),
    (5, 2.571),
    (6, 2.447),
    (8, 2.306),
    (10, 2.228),
    (15, 2.131),
    (20, 2.086),
)
"""The 97.5 % quantile of Student's t by degrees of freedom; between two of them that of fewer, so rather too wide."""


class Slope(NamedTuple):
    """Growth in a unit of time, and the ends of its 95 % interval."""

    value: float
    low: float
    high: float


def slope(times: Sequence[float], values: Sequence[float]) -> Slope:
    """The least-squares slope of `values` over `times`, which are evenly spaced; at least five of them.

    Memory read every few seconds hardly changes between readings, so they are worth fewer than they are: their number
    is reduced by how alike neighbours' residuals are (lag-1 autocorrelation; Santer et al. 2000,
    https://doi.org/10.1029/1999JD901105, section 3), down to four.
    """
    centre, middle = fmean(times), fmean(values)
    spread = sum((time - centre) ** 2 for time in times)
    value = sum((time - centre) * (one - middle) for time, one in zip(times, values, strict=True)) / spread
    residuals = [one - middle - value * (time - centre) for time, one in zip(times, values, strict=True)]
    free = max(4.0, len(values) * _worth(residuals)) - 2
    error = (sum(residual**2 for residual in residuals) / free / spread) ** 0.5
    half = error * next(quantile for degrees, quantile in reversed(_STUDENT) if degrees <= free)
    return Slope(value, value - half, value + half)


def _worth(residuals: Sequence[float]) -> float:
    """The share of the readings that are independent: 1 where neighbours are not alike."""
    total = sum(residual**2 for residual in residuals)
    if total == 0:
        return 1.0
    alike = sum(one * following for one, following in pairwise(residuals)) / total
    return (1 - max(0.0, alike)) / (1 + max(0.0, alike))
