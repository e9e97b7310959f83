"""How often an experiment that is read every day for 60 days declares a winner, where there is one and where not.

    python -m benchmarks.experiments [--experiments 2000]

Each simulated experiment sends so many messages a day to each variant, all of them mature at once (the worst case: more
to read, nothing to wait for), and is read after every day by the rule of `shared/domain/experiment_results.py`, minimum
sample 100. Bar: a false winner in at most 5 %; the command fails where it is missed. Beside it stands what reading a
posterior daily would do, "at least 95 % likely to be the best" after the same minimum sample, on a tenth of them.
"""

import argparse
import statistics
import sys
from collections.abc import Sequence
from itertools import accumulate
from math import log
from random import Random
from typing import NamedTuple

from benchmarks.table import print_table
from shared.domain.evidence import Block, evidence_by_day
from shared.domain.experiment_results import CONVINCED, FALSE_WINNERS
from shared.domain.metrics import wilson
from shared.domain.posterior import Trials, beliefs
from shared.services.create_experiment import DEFAULT_MINIMUM_SAMPLE

DAYS = 60


class Setting(NamedTuple):
    """The true rates of the variants, and what is sent of each a day."""

    rates: tuple[float, ...]
    a_day: int

    @property
    def has_best(self) -> bool:
        """Whether one variant is better than all others."""
        return self.rates.count(max(self.rates)) == 1


SETTINGS = (
    Setting((0.02, 0.02), 10),
    Setting((0.05, 0.05), 10),
    Setting((0.10, 0.10), 3),
    Setting((0.10, 0.10), 10),
    Setting((0.10, 0.10), 40),
    Setting((0.20, 0.20), 40),
    Setting((0.10, 0.10, 0.10), 10),
    Setting((0.06, 0.12, 0.12), 20),
    Setting((0.10, 0.30), 3),
    Setting((0.05, 0.10), 10),
    Setting((0.10, 0.15), 10),
    Setting((0.10, 0.20), 10),
    Setting((0.10, 0.13), 40),
    Setting((0.10, 0.15), 40),
    Setting((0.10, 0.10, 0.15), 40),
)


class Ending(NamedTuple):
    """What was declared, and after how many days; None if nothing was."""

    winner: int | None
    day: int


def simulated(setting: Setting, chance: Random) -> list[list[Trials]]:
    """The days of one experiment."""
    return [[Trials(setting.a_day, drawn(chance, setting.a_day, rate)) for rate in setting.rates] for _ in range(DAYS)]


def drawn(chance: Random, tried: int, rate: float) -> int:
    """How many succeed: the places between successes are geometric."""
    succeeded, place = 0, int(log(1 - chance.random()) / log(1 - rate))
    while place < tried:
        succeeded, place = succeeded + 1, place + 1 + int(log(1 - chance.random()) / log(1 - rate))
    return succeeded


def sums(days: Sequence[Sequence[Trials]]) -> list[list[Trials]]:
    """The trials so far, after each day."""
    columns = [accumulate(column, Trials.with_more) for column in zip(*days, strict=True)]
    return [list(row) for row in zip(*columns, strict=True)]


def ending(days: Sequence[Sequence[Trials]]) -> Ending:
    """What the product's rule declares first."""
    variants = range(len(days[0]))
    evidence = [
        [list(evidence_by_day(Block(day[one], day[other]) for day in days)) for other in variants if other != one]
        for one in variants
    ]
    needed, so_far = len(days[0]) / FALSE_WINNERS, sums(days)
    for number, totals in enumerate(so_far, 1):
        leading = [one for one in variants if min(series[number] for series in evidence[one]) >= needed]
        enough = min(total.tried for total in totals) >= DEFAULT_MINIMUM_SAMPLE
        if enough and leading and beliefs(totals)[leading[0]].probability_best >= CONVINCED:
            return Ending(leading[0], number)
    return Ending(None, DAYS)


def naive_ending(days: Sequence[Sequence[Trials]]) -> Ending:
    """What whoever believes the posterior each day declares first."""
    for number, totals in enumerate(sums(days), 1):
        if min(total.tried for total in totals) < DEFAULT_MINIMUM_SAMPLE:
            continue
        believed = [belief.probability_best for belief in beliefs(totals)]
        if max(believed) >= CONVINCED:
            return Ending(believed.index(max(believed)), number)
    return Ending(None, DAYS)


def is_false(setting: Setting, found: Ending) -> bool:
    """Whether what was declared is not better than all others."""
    best = [place for place, rate in enumerate(setting.rates) if rate == max(setting.rates)]
    return found.winner is not None and (len(best) > 1 or found.winner != best[0])


def row(setting: Setting, experiments: int) -> tuple[list[str], bool]:
    """One line of the table, and whether its bar is met."""
    chance = Random(str(setting))
    runs = [simulated(setting, chance) for _ in range(experiments)]
    endings = [ending(days) for days in runs]
    false = sum(is_false(setting, found) for found in endings)
    right = [found.day for found in endings if found.winner is not None and not is_false(setting, found)]
    some = runs[: max(1, experiments // 10)]
    naive = sum(is_false(setting, naive_ending(days)) for days in some) / len(some)
    rates = " / ".join(f"{rate:.0%}" for rate in setting.rates)
    low, high = wilson(false, experiments)
    shown = [
        f"{rates}, {setting.a_day} a day each",
        f"{false / experiments:.1%} ({low:.1%} to {high:.1%})",
        f"{naive:.0%}",
        f"{len(right) / experiments:.0%}" if setting.has_best else "",
        f"{statistics.median(right):.0f}" if right else "",
    ]
    return shown, false / experiments <= FALSE_WINNERS


def main() -> int:
    """Simulate, print; 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--experiments", type=int, default=2_000, help="simulated for each line")
    chosen = parser.parse_args()
    rows = [row(setting, chosen.experiments) for setting in SETTINGS]
    columns = ["true rates", "false winner (95 %)", "posterior read daily", "the better found", "median day"]
    print_table(
        f"{chosen.experiments:,} experiments a line, read daily for {DAYS} days", columns, [one for one, _ in rows]
    )
    return 0 if all(met for _, met in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
