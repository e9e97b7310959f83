"""What an experiment has shown so far: the positive reply rate of each variant's mature messages.

Two answers stand side by side. The posterior (`posterior.py`) says how likely each variant is to be the best, and what
choosing it would cost; it is for whoever wants to decide now. A *winner* is declared by evidence that may be read every
day (`evidence.py`): the chance that one is ever declared where nothing differs is at most 5 %.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import reduce

from pydantic import BaseModel

from shared.domain.evidence import least_evidence
from shared.domain.experiment import Experiment
from shared.domain.metrics import MATURITY, Days, Rate, share
from shared.domain.posterior import Belief, Trials, beliefs

FALSE_WINNERS = 0.05
"""The chance, at most, that a winner is ever declared among variants that are equal."""

CONVINCED = 0.95
"""How likely the declared winner is to be the best, at least, so that both answers agree."""


class Verdict(StrEnum):
    """What may be said: too little to tell, nothing yet, or a winner."""

    COLLECTING = "collecting"
    UNDECIDED = "undecided"
    WINNER = "winner"


class VariantResult(BaseModel):
    """What became of one variant's messages.

    `delivered` counts messages sent 14 days ago or more that did not bounce, `waiting` those sent since. `evidence` is
    how many times more likely the answers are if this variant is better than each of the others.
    """

    name: str
    generated: int
    sent: int
    waiting: int
    delivered: int
    positive: int
    rate: Rate
    probability_best: float
    expected_loss: float
    evidence: float


class ExperimentResults(BaseModel):
    """The results as of a day. A winner is declared once its evidence reaches `evidence_needed` and the minimum sample
    is there.
    """

    as_of: date
    variants: list[VariantResult]
    minimum_sample_reached: bool
    evidence_needed: float
    verdict: Verdict
    winner: str | None


def results_of(experiment: Experiment, days: Mapping[str, Days], today: date) -> ExperimentResults:
    """The results from the events of each variant (by its name), by day."""
    names = [variant.name for variant in experiment.variants]
    by_day = [[_trials(days.get(name, {}), day) for name in names] for day in _mature_days(days, today)]
    totals = [reduce(Trials.with_more, (day[place] for day in by_day), Trials(0, 0)) for place in range(len(names))]
    believed = beliefs(totals)
    evidence = [least_evidence(by_day, place) for place in range(len(names))]
    variants = [
        _result(name, days.get(name, {}), totals[place], believed[place], evidence[place])
        for place, name in enumerate(names)
    ]
    needed = len(names) / FALSE_WINNERS
    reached = min(total.tried for total in totals) >= experiment.minimum_sample
    winner = _winner(variants, needed) if reached else None
    return ExperimentResults(
        as_of=today,
        variants=variants,
        minimum_sample_reached=reached,
        evidence_needed=needed,
        verdict=_verdict(reached=reached, winner=winner),
        winner=winner,
    )


def _mature_days(days: Mapping[str, Days], today: date) -> list[date]:
    """The days whose messages have had their time to be answered, in their order."""
    counted = {day for events in days.values() for day in events}
    return sorted(day for day in counted if today - day >= MATURITY)


def _trials(days: Days, day: date) -> Trials:
    events: Mapping[str, int] = days.get(day, {})
    delivered = max(0, events.get("sent", 0) - events.get("bounced", 0))
    return Trials(delivered, min(delivered, events.get("positive", 0)))


def _result(name: str, days: Days, total: Trials, belief: Belief, evidence: float) -> VariantResult:
    events: Counter[str] = Counter()
    for counts in days.values():
        events.update(counts)
    return VariantResult(
        name=name,
        generated=events["generated"],
        sent=events["sent"],
        waiting=max(0, events["sent"] - events["bounced"] - total.tried),
        delivered=total.tried,
        positive=total.succeeded,
        rate=share(total.succeeded, total.tried, "messages delivered", mature=True),
        probability_best=round(belief.probability_best, 4),
        expected_loss=round(belief.expected_loss, 5),
        evidence=round(evidence, 2),
    )


def _winner(variants: Sequence[VariantResult], needed: float) -> str | None:
    best = max(variants, key=lambda variant: variant.probability_best)
    declared = best.evidence >= needed and best.probability_best >= CONVINCED
    return best.name if declared else None


def _verdict(*, reached: bool, winner: str | None) -> Verdict:
    if not reached:
        return Verdict.COLLECTING
    return Verdict.UNDECIDED if winner is None else Verdict.WINNER
