"""What is believed of several rates after some trials: Beta posteriors, held against one another.

With a uniform prior a rate that succeeded y times in n is believed to be Beta(1 + y, 1 + n - y). Both figures below are
integrals over products of such distributions; a fixed grid computes them, so that equal trials give equal figures.
"""

from collections.abc import Sequence
from itertools import accumulate
from math import exp, log, prod, sqrt
from operator import mul
from typing import NamedTuple

_STEPS = 2000
_REACH = 8.0
"""How many standard deviations around the means the grid covers."""


class Trials(NamedTuple):
    """How often something was tried, and how often it succeeded; at most as often."""

    tried: int
    succeeded: int

    @property
    def rate(self) -> float:
        """The share that succeeded; something was tried."""
        return self.succeeded / self.tried

    @property
    def rate_variance(self) -> float:
        """The variance of that share, as a binomial's."""
        return self.rate * (1 - self.rate) / self.tried

    def with_more(self, more: "Trials") -> "Trials":
        """These and those."""
        return Trials(self.tried + more.tried, self.succeeded + more.succeeded)


class Belief(NamedTuple):
    """What choosing one rate over the others would mean.

    `probability_best` is the probability that it is the highest; `expected_loss` is by how much, on average over what
    is believed, the highest rate lies above it (as a difference of rates, 0.01 is one percentage point).
    """

    probability_best: float
    expected_loss: float


class _Beta(NamedTuple):
    """A Beta distribution with both parameters at least 1."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        return self.a / (self.a + self.b)

    @property
    def deviation(self) -> float:
        return sqrt(self.mean * (1 - self.mean) / (self.a + self.b + 1))

    def masses(self, points: Sequence[float]) -> list[float]:
        """The probability around each of the equally spaced points; 1 together."""
        logs = [(self.a - 1) * log(x) + (self.b - 1) * log(1 - x) for x in points]
        highest = max(logs)
        weights = [exp(value - highest) for value in logs]
        total = sum(weights)
        return [weight / total for weight in weights]


def beliefs(trials: Sequence[Trials]) -> list[Belief]:
    """What is believed of each of the rates, two or more, in their order."""
    betas = [_Beta(1 + one.succeeded, 1 + one.tried - one.succeeded) for one in trials]
    low = max(0.0, min(beta.mean - _REACH * beta.deviation for beta in betas))
    high = min(1.0, max(beta.mean + _REACH * beta.deviation for beta in betas))
    step = (high - low) / _STEPS
    points = [low + (number + 0.5) * step for number in range(_STEPS)]
    masses = [beta.masses(points) for beta in betas]
    below = [_below(mass) for mass in masses]
    highest = high - step * sum(prod(column) for column in zip(*below, strict=True))
    wins = [_wins(place, masses, below) for place in range(len(betas))]
    return [Belief(win / sum(wins), max(0.0, highest - beta.mean)) for win, beta in zip(wins, betas, strict=True)]


def _below(mass: Sequence[float]) -> list[float]:
    """The probability to lie below each point: half of the mass around it does."""
    return [total - part / 2 for total, part in zip(accumulate(mass), mass, strict=True)]


def _wins(place: int, masses: Sequence[Sequence[float]], below: Sequence[Sequence[float]]) -> float:
    """The probability that the rate at `place` is above all others."""
    others = [column for number, column in enumerate(below) if number != place]
    probability: float = sum(map(mul, masses[place], map(prod, zip(*others, strict=True))))
    return probability
