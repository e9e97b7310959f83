"""The key figures of a period, by whatever they are grouped by. Read from counters alone, never from messages."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from shared.domain.errors import InvalidInputError
from shared.domain.message_counts import PAIR, VARIANT
from shared.domain.metrics import Days, Figures, events_of, figures
from shared.domain.principal import Principal
from shared.domain.workspace import WorkspaceSettings
from shared.ports import Clock
from shared.repositories.counters import Cell
from shared.repositories.store import Store, WorkspaceStore
from shared.services.read_settings import ReadSettings
from shared.services.workspace_day import day_of, require_in_order, start_of

MAX_DAYS = 366
DEFAULT_DAYS = 30
MAX_BATCHES = 50
COST_CURRENCY = "USD"
"""What models are paid in: every price of `shared/adapters/google/gemini_prices.json` is in it."""


class GroupBy(StrEnum):
    """What figures can be grouped by."""

    DAY = "day"
    ROLE = "role"
    FORMAT = "format"
    LANGUAGE = "language"
    VARIANT = "variant"
    PROMPT = "prompt"
    AUTHOR = "author"
    BATCH = "batch"
    ROLE_AND_FORMAT = PAIR

    @property
    def dimension(self) -> str:
        """The counters' dimension, and the names of a key's parts; a variant comes with its experiment."""
        return VARIANT if self is GroupBy.VARIANT else self.value


class Period(NamedTuple):
    """Some days of the workspace's time zone, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """The period of the same length that ends the day before."""
        return Period(self.first - timedelta(days=self.days), self.first - timedelta(days=1))


class Report(NamedTuple):
    """The figures of a period: of all messages, and of each group by its key."""

    period: Period
    groups: Mapping[str, Figures]
    totals: Figures


class ReadMetrics:
    """GET /v1/metrics."""

    def __init__(self, store: Store, read_settings: ReadSettings, clock: Clock) -> None:
        self._store = store
        self._read_settings = read_settings
        self._clock = clock

    def period(self, principal: Principal, first: date | None, last: date | None) -> Period:
        """The period that is meant: by default the 30 days to `last`, by default today.

        Raises InvalidInputError for one that ends before it begins or has more than 366 days.
        """
        last = last or day_of(self._clock.now(), self._read_settings(principal))
        period = Period(first or last - timedelta(days=DEFAULT_DAYS - 1), last)
        require_in_order(period.first, period.last)
        if period.days > MAX_DAYS:
            raise InvalidInputError.at("/query/from", "Como máximo, 366 días a la vez.", "At most 366 days at a time.")
        return period

    def __call__(self, principal: Principal, period: Period, group_by: GroupBy | None) -> Report:
        """The figures as they stand at this moment."""
        settings = self._read_settings(principal)
        today = day_of(self._clock.now(), settings)
        return period_report(self._store.of(principal.workspace_id), settings, period, group_by, today)


def period_report(
    store: WorkspaceStore, settings: WorkspaceSettings, period: Period, group_by: GroupBy | None, today: date
) -> Report:
    """The figures of the period as they stand; `today` decides which of them are mature."""
    cells = store.counters.days(period.first, period.last)
    groups = _grouped(cells, group_by)
    total = groups.pop("", {})
    if group_by is GroupBy.DAY:
        groups = {str(day): {day: total.get(day, Counter())} for day in cells}
    if group_by is GroupBy.BATCH:
        groups = _by_batch(store, settings, period)

    def shown(days: Days, number: int) -> Figures:
        return figures(days, number, today, COST_CURRENCY)

    length = 1 if group_by is GroupBy.DAY else period.days
    return Report(period, {key: shown(days, length) for key, days in groups.items()}, shown(total, period.days))


def _grouped(cells: Mapping[date, Cell], group_by: GroupBy | None) -> dict[str, dict[date, Counter[str]]]:
    """Events by group and day; "" is all together."""
    groups: dict[str, dict[date, Counter[str]]] = {}
    for day, cell in cells.items():
        for key, events in events_of(cell.counts.items(), group_by.dimension if group_by else "total").items():
            groups.setdefault(key, {})[day] = events
    return dict(sorted(groups.items()))


def _by_batch(
    store: WorkspaceStore, settings: WorkspaceSettings, period: Period
) -> dict[str, dict[date, Counter[str]]]:
    """The newest 50 batches that were started in the period, with what counts on its days."""
    first = start_of(period.first, settings)
    end = start_of(period.last + timedelta(days=1), settings)
    found: dict[str, dict[date, Counter[str]]] = {}
    for batch in store.batches.started(first, end, MAX_BATCHES):
        by_day = events_of(store.counters.batch(batch.id).counts.items(), "day")
        days = {date.fromisoformat(day): events for day, events in by_day.items()}
        found[batch.id] = {day: events for day, events in days.items() if period.first <= day <= period.last}
    return found
