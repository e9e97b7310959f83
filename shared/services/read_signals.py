"""Which signals of messages go with positive replies. Read from counters alone, never from messages."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from shared.domain.language import Format, Language
from shared.domain.message_counts import SIGNAL
from shared.domain.message_signals import SignalKey
from shared.domain.metrics import MATURITY, events_of
from shared.domain.posterior import Trials
from shared.domain.principal import Principal
from shared.domain.signal_report import SignalResult, signal_report
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.read_metrics import Period, ReadMetrics
from shared.services.read_settings import ReadSettings
from shared.services.workspace_day import day_of

DEFAULT_DAYS = 90


class SignalFilter(NamedTuple):
    """Which messages are looked at; None means any."""

    format: Format | None = None
    language: Language | None = None

    def passes(self, key: SignalKey) -> bool:
        """Whether the messages of the key are."""
        return self.format in (None, key.stratum.format) and self.language in (None, key.stratum.language)


class ReadSignals:
    """GET /v1/signals."""

    def __init__(self, store: Store, read_settings: ReadSettings, read_metrics: ReadMetrics, clock: Clock) -> None:
        self._store = store
        self._read_settings = read_settings
        self._read_metrics = read_metrics
        self._clock = clock

    def period(self, principal: Principal, first: date | None, last: date | None) -> Period:
        """The days that are meant: by default the last 90 whose messages have had their 14 days.

        Raises InvalidInputError as for key figures.
        """
        mature = self._mature(principal)
        last = last or max(mature, first or mature)
        return self._read_metrics.period(principal, first or last - timedelta(days=DEFAULT_DAYS - 1), last)

    def __call__(self, principal: Principal, period: Period, filter_: SignalFilter) -> list[SignalResult]:
        """Every signal that some message sent in the period, and 14 days ago or more, has."""
        events = self._events(principal, Period(period.first, min(period.last, self._mature(principal))))
        return signal_report({key: _trials(counts) for key, counts in events.items() if filter_.passes(key)})

    def _mature(self, principal: Principal) -> date:
        return day_of(self._clock.now(), self._read_settings(principal)) - MATURITY

    def _events(self, principal: Principal, period: Period) -> dict[SignalKey, Counter[str]]:
        """All events of the period by what they are counted of."""
        found: dict[SignalKey, Counter[str]] = {}
        if period.days < 1:
            return found
        for cell in self._store.of(principal.workspace_id).counters.days(period.first, period.last).values():
            for value, events in events_of(cell.counts.items(), SIGNAL).items():
                if value:
                    found.setdefault(SignalKey.of(value), Counter()).update(events)
        return found


def _trials(events: Mapping[str, int]) -> Trials:
    delivered = max(0, events.get("sent", 0) - events.get("bounced", 0))
    return Trials(delivered, min(delivered, events.get("positive", 0)))
