"""Evidence that one rate is higher than another, which may be looked at as often as one likes.

A posterior that is read every day will sooner or later cross any line, though nothing differs. What is computed here
may be read daily: it is a test martingale. Before each day's answers a bet is made on what they will be if the one rate
is `r` times as likely (in odds) as the other; the evidence grows by the ratio of the likelihood of what came under that
bet to its likelihood if both rates were one, the mean of the two in the bet weighted by the day's trials. If neither
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

_PRIOR_SUCCEEDED, _PRIOR_TRIED = 1.0, 10.0
"""What the first bet supposes of both rates: one in ten, as if ten had been tried."""


class Block(NamedTuple):
    """The trials of one day."""

    one: Trials
    other: Trials


def evidence_by_day(blocks: Iterable[Block]) -> Iterator[float]:
    """How many times more likely the trials are if the first rate is higher: 1 before the first day, then after each.

    `blocks` are in the order of their days. If the first rate is not higher, it ever reaches 1/a with a probability of
    at most a.
    """
    logs = [0.0] * len(ODDS_RATIOS)
    yield 1.0
    for block, rate in _with_rate_before(blocks):
        logs = [so_far + _gain(block, rate, ratio) for so_far, ratio in zip(logs, ODDS_RATIOS, strict=True)]
        yield sum(exp(min(value, _LARGEST)) for value in logs) / len(logs)


def evidence_for(blocks: Iterable[Block]) -> float:
    """The same after the last day."""
    return deque(evidence_by_day(blocks), maxlen=1)[0]


def least_evidence(days: Sequence[Sequence[Trials]], place: int) -> float:
    """The evidence that the rate at `place` is higher than each other one. `days` hold the trials of all rates."""
    others = [number for number in range(len(days[0])) if number != place] if days else []
    found = [evidence_for(Block(day[place], day[other]) for day in days) for other in others]
    return min(found, default=1.0)


def _with_rate_before(blocks: Iterable[Block]) -> Iterator[tuple[Block, float]]:
    """Each day with the rate that both together had before it: a bet must not know what it is on."""
    succeeded, tried = _PRIOR_SUCCEEDED, _PRIOR_TRIED
    for block in blocks:
        yield block, succeeded / tried
        succeeded += block.one.succeeded + block.other.succeeded
        tried += block.one.tried + block.other.tried


def _gain(block: Block, rate: float, ratio: float) -> float:
    """The logarithm of the likelihood ratio of one day."""
    tried = block.one.tried + block.other.tried
    if tried == 0:
        return 0.0
    odds, part = rate / (1 - rate), ratio**0.5
    one, other = _of_odds(odds * part), _of_odds(odds / part)
    both = (block.one.tried * one + block.other.tried * other) / tried
    return _log_ratio(block.one, one, both) + _log_ratio(block.other, other, both)


def _of_odds(odds: float) -> float:
    return odds / (1 + odds)


def _log_ratio(trials: Trials, rate: float, instead_of: float) -> float:
    failed = trials.tried - trials.succeeded
    return trials.succeeded * log(rate / instead_of) + failed * log((1 - rate) / (1 - instead_of))
