"""The workspace's schedules, their next fires, and what became of the past ones."""

from datetime import datetime
from itertools import islice

from shared.domain.errors import NotFoundError, Sentence
from shared.domain.principal import Principal
from shared.domain.schedule import FIRES_SHOWN, Fire, Schedule
from shared.ports import Clock
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store
from shared.services.fire_times import FireTimes

NO_SUCH_SCHEDULE = Sentence("No hay ninguna programación con ese identificador.", "No schedule has this id.")


class ListSchedules:
    """GET /v1/schedules, GET /v1/schedules/{id} and GET /v1/schedules/{id}/fires."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, principal: Principal, after: Position | None, limit: int) -> Slice[Schedule]:
        """A page of the schedules, newest first."""
        return self._store.of(principal.workspace_id).schedules.newest(after, limit)

    def one(self, principal: Principal, schedule_id: str) -> Schedule:
        """The schedule. Raises NotFoundError."""
        found = self._store.of(principal.workspace_id).schedules.find(schedule_id)
        if found is None:
            raise NotFoundError(NO_SUCH_SCHEDULE)
        return found

    def fire(self, principal: Principal, schedule_id: str, fire_id: str) -> Fire:
        """What became of one fire. Raises NotFoundError, also after 90 days."""
        found = self._store.of(principal.workspace_id).schedules.fires(schedule_id).find(fire_id)
        if found is None or found.expires_at <= self._clock.now():
            raise NotFoundError(NO_SUCH_SCHEDULE)
        return found

    def next_fires(self, schedule: Schedule) -> list[datetime]:
        """The next five, in UTC; none while it is paused."""
        if schedule.next_fire_at is None:
            return []
        return list(islice(FireTimes(schedule.cron, schedule.time_zone).after(self._clock.now()), FIRES_SHOWN))

    def fires(self, principal: Principal, schedule: Schedule, after: Position | None, limit: int) -> Slice[Fire]:
        """A page of what became of its fires, the latest first; each is kept for 90 days."""
        return self._store.of(principal.workspace_id).schedules.fires(schedule.id).latest(after, limit)
