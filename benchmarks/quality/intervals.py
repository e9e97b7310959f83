"""Shares with the uncertainty that their counts leave."""

from dataclasses import dataclass
from math import sqrt

_Z_95 = 1.959964
"""The standard normal quantile of a two-sided 95 % interval."""


@dataclass(frozen=True)
class Share:
    """`count` of `total` texts."""

    count: int
    total: int

    @property
    def rate(self) -> float:
        """The share, 0 to 1; 0 of nothing."""
        return self.count / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval by Wilson (1927), which stays within 0 and 1 and is fair at the ends; (0, 1) of nothing."""
        if not self.total:
            return 0.0, 1.0
        squared = _Z_95 * _Z_95
        centre = self.rate + squared / (2 * self.total)
        margin = _Z_95 * sqrt(self.rate * (1 - self.rate) / self.total + squared / (4 * self.total**2))
        scale = 1 + squared / self.total
        return max(0.0, (centre - margin) / scale), min(1.0, (centre + margin) / scale)

    @property
    def cells(self) -> tuple[str, str, str]:
        """Count of total, the rate and its interval, as a table shows them; dashes of nothing."""
        if not self.total:
            return "0 / 0", "-", "-"
        low, high = self.interval
        return f"{self.count} / {self.total}", f"{self.rate:.1%}", f"{low:.1%} to {high:.1%}"
