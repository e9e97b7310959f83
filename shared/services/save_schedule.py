"""Create, change, pause, resume and delete a schedule, each in one write with the entry that the tick looks for."""

from collections.abc import Callable
from datetime import datetime

from shared.domain.batch import Author
from shared.domain.documents import Operation
from shared.domain.errors import (
    ConflictError,
    InvalidInputError,
    NotFoundError,
    Sentence,
    UnknownOutcomeError,
    WriteConflictError,
)
from shared.domain.language import Format
from shared.domain.principal import Principal
from shared.domain.schedule import MAX_SCHEDULES, Schedule, ScheduleContent, ScheduleState
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.fire_times import FireTimes
from shared.services.guarded_change import retrying_conflicts
from shared.services.list_schedules import NO_SUCH_SCHEDULE
from shared.services.read_settings import ReadSettings
from shared.services.read_thread import NO_FOLLOW_UP

_TOO_MANY = Sentence(
    f"Caben como mucho {MAX_SCHEDULES} programaciones en un espacio.",
    f"A workspace has at most {MAX_SCHEDULES} schedules.",
)


class SaveSchedule:
    """POST, PUT and DELETE of /v1/schedules, and POST of pause and resume."""

    def __init__(self, store: Store, read_settings: ReadSettings, clock: Clock) -> None:
        self._store = store
        self._read_settings = read_settings
        self._clock = clock

    def create(self, principal: Principal, content: ScheduleContent, schedule_id: str) -> Schedule:
        """The stored schedule, active; the one that exists already, if this is a repetition.

        Raises InvalidInputError at /cron, and ConflictError where the workspace is full of schedules.
        """
        schedules = self._store.of(principal.workspace_id).schedules
        repeated = schedules.find(schedule_id)
        if repeated is not None:
            return repeated
        if len(schedules.newest(None, MAX_SCHEDULES).items) >= MAX_SCHEDULES:
            raise ConflictError(_TOO_MANY)
        now = self._clock.now()
        schedule = Schedule(
            **self._settled(principal, content),
            id=schedule_id,
            author=Author(id=principal.id, kind=principal.kind, role=principal.role),
            next_fire_at=None,
            created_at=now,
            updated_at=now,
        )
        schedule = _aimed(schedule, now)
        try:
            self._write(principal, schedules.creation(schedule_id, schedule), schedule)
        except (WriteConflictError, UnknownOutcomeError):
            stored = schedules.find(schedule_id)
            if stored is None:
                raise
            return stored
        return schedule

    def replace(self, principal: Principal, schedule_id: str, content: ScheduleContent) -> Schedule:
        """The changed schedule, on behalf of whoever changed it; it stays active or paused. What was due and had not
        begun follows the new times. Raises NotFoundError and InvalidInputError.
        """
        settled = self._settled(principal, content)
        author = Author(id=principal.id, kind=principal.kind, role=principal.role)
        return self._change(principal, schedule_id, lambda old: old.model_copy(update={**settled, "author": author}))

    def pause(self, principal: Principal, schedule_id: str) -> Schedule:
        """The paused schedule: it fires by hand only. Raises NotFoundError."""
        return self._switch(principal, schedule_id, ScheduleState.PAUSED)

    def resume(self, principal: Principal, schedule_id: str) -> Schedule:
        """The active schedule; fires that fell into the pause are not made up for. Raises NotFoundError."""
        return self._switch(principal, schedule_id, ScheduleState.ACTIVE)

    def delete(self, principal: Principal, schedule_id: str) -> None:
        """Delete the schedule; its batches stay. Raises NotFoundError."""
        schedules = self._store.of(principal.workspace_id).schedules
        if schedules.find(schedule_id) is None:
            raise NotFoundError(NO_SUCH_SCHEDULE)
        self._store.documents.write([schedules.deletion(schedule_id), self._store.due_fires.deletion(schedule_id)])

    def _switch(self, principal: Principal, schedule_id: str, state: ScheduleState) -> Schedule:
        return self._change(principal, schedule_id, lambda old: old.model_copy(update={"state": state}))

    def _change(self, principal: Principal, schedule_id: str, change: Callable[[Schedule], Schedule]) -> Schedule:
        return retrying_conflicts(lambda: self._change_once(principal, schedule_id, change))

    def _change_once(self, principal: Principal, schedule_id: str, change: Callable[[Schedule], Schedule]) -> Schedule:
        schedules = self._store.of(principal.workspace_id).schedules
        found = schedules.find_versioned(schedule_id)
        if found is None:
            raise NotFoundError(NO_SUCH_SCHEDULE)
        old, version = found
        changed = change(old)
        if changed == old:
            return old
        changed = _aimed(changed.model_copy(update={"updated_at": self._clock.now()}), self._clock.now())
        self._write(principal, schedules.change(schedule_id, changed, version), changed)
        return changed

    def _write(self, principal: Principal, operation: Operation, schedule: Schedule) -> None:
        self._store.documents.write([operation, self._store.due_fires.following(principal.workspace_id, schedule)])

    def _settled(self, principal: Principal, content: ScheduleContent) -> dict[str, object]:
        """What people decided, in the workspace's time zone unless they said otherwise, and checked."""
        time_zone = content.time_zone or self._read_settings(principal).time_zone
        FireTimes(content.cron, time_zone)
        self._require_role(principal, content.selection.role)
        if content.selection.due_follow_ups and content.format is Format.LINKEDIN_NOTE:
            raise InvalidInputError.at("/format", *NO_FOLLOW_UP)
        return {name: getattr(content, name) for name in ScheduleContent.model_fields} | {"time_zone": time_zone}

    def _require_role(self, principal: Principal, key: str | None) -> None:
        if key is not None and self._store.of(principal.workspace_id).roles.find(key) is None:
            raise InvalidInputError.at("/selection/role", "No hay ningún rol con esa clave.", "No role has this key.")


def _aimed(schedule: Schedule, now: datetime) -> Schedule:
    """The schedule with its next fire, if it is active."""
    is_active = schedule.state is ScheduleState.ACTIVE
    next_fire = next(FireTimes(schedule.cron, schedule.time_zone).after(now), None) if is_active else None
    return schedule.model_copy(update={"next_fire_at": next_fire})
