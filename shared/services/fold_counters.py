"""Put the shards of days that are over into one document a day, so that a page of figures reads few documents."""

from datetime import date
from functools import partial

from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.guarded_change import retrying_conflicts
from shared.services.workspace_day import running_day


class FoldCounters:
    """Nightly, for one workspace. Repeating it, at any moment, changes no figure."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, workspace_id: str) -> list[date]:
        """The days that were folded. Raises NotFoundError if the workspace is gone."""
        today = running_day(self._store, self._clock, workspace_id)
        days = self._store.of(workspace_id).counters.unfolded_days(today)
        for day in days:
            retrying_conflicts(partial(self._fold, workspace_id, day))
        return days

    def _fold(self, workspace_id: str, day: date) -> None:
        """Read anew in each attempt: somebody may count on the day at the same time."""
        cell = self._store.of(workspace_id).counters.days(day, day)[day]
        if cell.has_shards:
            self._store.documents.write(cell.settling(cell.counts))
