"""Which signals go with positive replies: each held against the messages without it, in the same format and language.

The messages of each format and language are a stratum of their own. The Cochran-Mantel-Haenszel test (N. Mantel and W.
Haenszel, 1959) puts the strata together, and their differences are weighted as Mantel and Haenszel do. Many signals are
looked at at once, so their p-values are adjusted by Holm's method (S. Holm, 1979): where nothing goes with anything,
some signal is named in at most 5 % of reports. What is found is an association, not a cause.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from math import erfc, sqrt
from typing import NamedTuple

from pydantic import BaseModel

from shared.domain.message_signals import ALL, LABELS, SignalKey, Stratum
from shared.domain.metrics import Rate, share
from shared.domain.posterior import Trials

MINIMUM_SAMPLE = 30
"""So many delivered messages with the signal, and as many without it, are needed to say anything."""
_MINIMUM_EXPECTED = 5.0
"""So many positive replies must be expected on either side for the test to hold (W. Cochran's rule, 1954)."""
SURE = 0.05
_Z = 1.959963984540054


class SignalVerdict(StrEnum):
    """What may be said of a signal."""

    MORE = "more"
    LESS = "less"
    UNCLEAR = "unclear"
    TOO_FEW = "too_few"


class Difference(BaseModel):
    """How much higher the rate is with the signal than without it, with its 95 % interval; 0.01 is one point."""

    value: float
    low: float
    high: float


class SignalResult(BaseModel):
    """One signal. `difference` and the p-values are null where there is too little to compare."""

    signal: str
    with_signal: Rate
    without_signal: Rate
    difference: Difference | None
    p_value: float | None
    adjusted_p_value: float | None
    verdict: SignalVerdict


class _Table(NamedTuple):
    """One stratum: the messages with the signal and those without it."""

    having: Trials
    lacking: Trials

    @property
    def tried(self) -> int:
        return self.having.tried + self.lacking.tried

    @property
    def succeeded(self) -> int:
        return self.having.succeeded + self.lacking.succeeded

    @property
    def is_comparable(self) -> bool:
        return self.having.tried > 0 and self.lacking.tried > 0

    @property
    def weight(self) -> float:
        return self.having.tried * self.lacking.tried / self.tried

    @property
    def expected(self) -> float:
        """How many positive replies those with the signal would have if it made no difference."""
        return self.having.tried * self.succeeded / self.tried

    @property
    def variance(self) -> float:
        """Of that number, all margins given."""
        spread = self.succeeded * (self.tried - self.succeeded) / (self.tried * max(1, self.tried - 1))
        return self.weight * spread

    @property
    def difference(self) -> float:
        return self.having.rate - self.lacking.rate

    @property
    def difference_variance(self) -> float:
        return self.having.rate_variance + self.lacking.rate_variance


def signal_report(counted: Mapping[SignalKey, Trials]) -> list[SignalResult]:
    """Every signal that some message has, in the order of the labels."""
    strata = {key.stratum: trials for key, trials in counted.items() if key.signal == ALL}
    tables = {
        signal: [_table(counted, stratum, trials, signal) for stratum, trials in strata.items()] for signal in LABELS
    }
    seen = {signal: found for signal, found in tables.items() if any(table.having.tried for table in found)}
    p_values = {signal: _p_value(found) for signal, found in seen.items() if _is_enough(found)}
    adjusted = _holm(p_values)
    return [_result(signal, found, p_values.get(signal), adjusted.get(signal)) for signal, found in seen.items()]


def _table(counted: Mapping[SignalKey, Trials], stratum: Stratum, trials: Trials, signal: str) -> _Table:
    having = counted.get(SignalKey(stratum, signal), Trials(0, 0))
    return _Table(having, Trials(trials.tried - having.tried, trials.succeeded - having.succeeded))


def _result(signal: str, tables: Sequence[_Table], p_value: float | None, adjusted: float | None) -> SignalResult:
    having, lacking = _total(table.having for table in tables), _total(table.lacking for table in tables)
    difference = None if p_value is None else _difference(tables)
    return SignalResult(
        signal=signal,
        with_signal=share(having.succeeded, having.tried, "messages delivered", mature=True),
        without_signal=share(lacking.succeeded, lacking.tried, "messages delivered", mature=True),
        difference=difference,
        p_value=None if p_value is None else round(p_value, 5),
        adjusted_p_value=None if adjusted is None else round(adjusted, 5),
        verdict=_verdict(difference, adjusted),
    )


def _verdict(difference: Difference | None, adjusted: float | None) -> SignalVerdict:
    if difference is None or adjusted is None:
        return SignalVerdict.TOO_FEW
    if adjusted > SURE:
        return SignalVerdict.UNCLEAR
    return SignalVerdict.MORE if difference.value > 0 else SignalVerdict.LESS


def _is_enough(tables: Sequence[_Table]) -> bool:
    """Whether there are messages enough on both sides, in strata where both are."""
    comparable = [table for table in tables if table.is_comparable]
    having, lacking = _total(table.having for table in comparable), _total(table.lacking for table in comparable)
    expected = sum(table.expected for table in comparable)
    rest = sum(table.succeeded for table in comparable) - expected
    return min(having.tried, lacking.tried) >= MINIMUM_SAMPLE and min(expected, rest) >= _MINIMUM_EXPECTED


def _p_value(tables: Sequence[_Table]) -> float:
    """Two-sided, with the correction for continuity."""
    comparable = [table for table in tables if table.is_comparable]
    apart = abs(sum(table.having.succeeded - table.expected for table in comparable))
    variance = sum(table.variance for table in comparable)
    return 1.0 if variance == 0 else erfc(max(0.0, apart - 0.5) / sqrt(2 * variance))


def _difference(tables: Sequence[_Table]) -> Difference:
    comparable = [table for table in tables if table.is_comparable]
    weight = sum(table.weight for table in comparable)
    value = sum(table.weight * table.difference for table in comparable) / weight
    half = _Z * sqrt(sum(table.weight**2 * table.difference_variance for table in comparable)) / weight
    return Difference(value=round(value, 4), low=round(value - half, 4), high=round(value + half, 4))


def _holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """The p-values adjusted for being looked at together."""
    adjusted, highest = {}, 0.0
    for place, (signal, p_value) in enumerate(sorted(p_values.items(), key=lambda entry: entry[1])):
        highest = max(highest, min(1.0, (len(p_values) - place) * p_value))
        adjusted[signal] = highest
    return adjusted


def _total(trials: Iterable[Trials]) -> Trials:
    total = Trials(0, 0)
    for one in trials:
        total = total.with_more(one)
    return total
