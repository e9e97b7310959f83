"""Evidence that one rate is higher than another, which may be looked at as often as one likes.

A posterior that is read every day will sooner or later cross any line, though nothing differs. What is computed here
may be read daily: it is a test martingale. Before some days' answers a bet is made on what they will be if the one rate
is `r` times as likely (in odds) as the other; the evidence grows by the ratio of the likelihood of what came under that
bet to its likelihood if both rates were one, the mean of the two in the bet weighted by their trials. If neither
rate is higher, that ratio is at most 1 on average, whatever came before (R. Turner, A. Ly and P. Grünwald, "Generic
E-variables for exact sequential k-sample tests that allow for optional stopping", 2024: a weighted geometric mean is at
most the arithmetic one). So by Ville's inequality it ever reaches 1/a with a probability of at most a.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from math import exp, log
from typing import NamedTuple

from shared.domain.posterior import Trials

ODDS_RATIOS = (1.5, 2.0, 3.0)
"""The differences that are bet on, with equal stakes: from half as many again to about three times as many."""

_LARGEST = 500.0
"""The logarithm of the most that is told: what is beyond would be no number."""

SMALLEST = 10
"""How many trials of each rate a bet is made on, at least."""


class Block(NamedTuple):
    """Trials of both rates from the same days."""

    one: Trials
    other: Trials

    def __add__(self, later: "Block") -> "Block":  # type: ignore[override]  # no concatenation, as a tuple's would be
        """Both as one."""
        return Block(self.one.with_more(later.one), self.other.with_more(later.other))

    @property
    def is_large(self) -> bool:
        """Whether it has enough trials of both to be bet on."""
        return min(self.one.tried, self.other.tried) >= SMALLEST


_NOTHING = Block(Trials(0, 0), Trials(0, 0))
_PRIOR = Block(Trials(10, 1), Trials(0, 0))
"""What the first bet supposes of both rates: one in ten, as if ten had been tried."""


def evidence_by_day(days: Iterable[Block]) -> Iterator[float]:
    """How many times more likely the trials are if the first rate is higher: 1 before the first day, then after each.

    If the first rate is not higher, it ever reaches 1/a with a probability of at most a. Days are gathered until both
    rates have ten trials, since a bet on few compares little; the last days may wait for that.
    """
    logs = [0.0] * len(ODDS_RATIOS)
    seen, gathered = _PRIOR, _NOTHING
    yield 1.0
    for day in days:
        gathered = gathered + day
        if gathered.is_large:
            rate = _rate(seen)
            logs = [so_far + _gain(gathered, rate, ratio) for so_far, ratio in zip(logs, ODDS_RATIOS, strict=True)]
            seen, gathered = seen + gathered, _NOTHING
        yield sum(exp(min(value, _LARGEST)) for value in logs) / len(logs)


def evidence_for(days: Iterable[Block]) -> float:
    """The same after the last day."""
    return deque(evidence_by_day(days), maxlen=1)[0]


def least_evidence(days: Sequence[Sequence[Trials]], place: int) -> float:
    """The evidence that the rate at `place` is higher than each other one. `days` hold the trials of all rates."""
    others = [number for number in range(len(days[0])) if number != place] if days else []
    found = [evidence_for(Block(day[place], day[other]) for day in days) for other in others]
    return min(found, default=1.0)


def _rate(block: Block) -> float:
    """The rate of both together."""
    return block.one.with_more(block.other).rate


def _gain(block: Block, rate: float, ratio: float) -> float:
    """The logarithm of the likelihood ratio, for a bet that knows no more than the rate before."""
    tried = block.one.tried + block.other.tried
    odds, part = rate / (1 - rate), ratio**0.5
    one, other = _of_odds(odds * part), _of_odds(odds / part)
    both = (block.one.tried * one + block.other.tried * other) / tried
    return _log_ratio(block.one, one, both) + _log_ratio(block.other, other, both)


def _of_odds(odds: float) -> float:
    return odds / (1 + odds)


def _log_ratio(trials: Trials, rate: float, instead_of: float) -> float:
    failed = trials.tried - trials.succeeded
    return trials.succeeded * log(rate / instead_of) + failed * log((1 - rate) / (1 - instead_of))
