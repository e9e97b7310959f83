"""Fire a schedule: one batch for each fire, however often and by however many ticks that is tried.

The batch's id follows from the schedule and the fire's time, so that a second attempt meets the batch that the first
one made. Only then the schedule moves on to its next fire, in one write at the version that was read: of two ticks one
wins, and a tick that was killed in between is made good by the next.
"""

from datetime import datetime
from itertools import islice, takewhile
from typing import NamedTuple

from shared.domain.batch import BatchRequest
from shared.domain.errors import InvalidInputError, OutreachError, QuotaExceededError, Sentence
from shared.domain.follow_up_choice import FollowUpChoice
from shared.domain.generation import AUTO_ROLE
from shared.domain.ids import derived_id
from shared.domain.principal import PERMISSIONS_OF, Principal
from shared.domain.schedule import FIRE_LIFETIME, MAX_SKIPPED_LISTED, OLDEST_RUN, Fire, FireOutcome, Schedule
from shared.ports import Clock
from shared.repositories.due_fires import DueFire
from shared.repositories.store import Store, WorkspaceStore
from shared.services.fire_times import FireTimes
from shared.services.guarded_change import retrying_conflicts
from shared.services.list_follow_ups import FollowUpSelection, ListFollowUps
from shared.services.select_people import select_people
from shared.services.start_batch import StartBatch
from shared.telemetry.logs import get_logger

_log = get_logger()

_MISSED = Sentence(
    "El servicio no estaba disponible a esa hora, y solo se recupera la última de las últimas 24 horas.",
    "The service was not available at that time, and only the latest of the last 24 hours is made up for.",
)
_NOBODY = Sentence("No queda nadie a quien escribir.", "There is nobody left to write to.")


class _Attempt(NamedTuple):
    """What one start of a batch came to."""

    outcome: FireOutcome
    people: int = 0
    reason: Sentence | None = None


class FireSchedule:
    """What the clock's tick does for each schedule that is due, and POST /v1/schedules/{id}/run."""

    def __init__(self, store: Store, start_batch: StartBatch, list_follow_ups: ListFollowUps, clock: Clock) -> None:
        self._store = store
        self._list_follow_ups = list_follow_ups
        self._start_batch = start_batch
        self._clock = clock

    def __call__(self, due: DueFire) -> None:
        """Run the latest fire that is due and list the others as skipped; nothing, if another tick has done so.

        Raises what the store and the queue raise; then the fire stays due.
        """
        retrying_conflicts(lambda: self._fire(due))

    def by_hand(self, principal: Principal, schedule: Schedule, run_id: str) -> Fire:
        """The fire that `principal` asks for now, active or paused. A repetition with the same id answers the same.

        Raises InvalidInputError and QuotaExceededError where a batch would.
        """
        fires = self._store.of(principal.workspace_id).schedules.fires(schedule.id)
        repeated = fires.find(run_id)
        if repeated is not None:
            return repeated
        attempt = self._start(principal, schedule, run_id, self._clock.now())
        fire = self._fire_of(self._clock.now(), attempt, run_id, by_hand=True)
        self._store.documents.write([fires.replacement(run_id, fire)])
        return fire

    def _fire(self, due: DueFire) -> None:
        store, now = self._store.of(due.workspace_id), self._clock.now()
        found = store.schedules.find_versioned(due.schedule_id)
        if found is None:
            self._store.documents.write([self._store.due_fires.deletion(due.schedule_id)])
            return
        schedule, version = found
        if schedule.next_fire_at is None or schedule.next_fire_at > now:
            return
        times = FireTimes(schedule.cron, schedule.time_zone)
        fires = self._fires(store, due.workspace_id, schedule, times, now)
        moved = schedule.model_copy(update={"next_fire_at": next(times.after(now), None)})
        known = store.schedules.fires(schedule.id)
        self._store.documents.write(
            [
                store.schedules.change(schedule.id, moved, version),
                self._store.due_fires.following(due.workspace_id, moved),
                *(known.replacement(fire.id, fire) for fire in fires),
            ]
        )
        _log.info("schedule_fired", schedule_id=schedule.id, workspace_id=due.workspace_id, count=len(fires))

    def _fires(
        self, store: WorkspaceStore, workspace_id: str, schedule: Schedule, times: FireTimes, now: datetime
    ) -> list[Fire]:
        """What becomes of each fire since the schedule last moved on, the latest first."""
        first = schedule.next_fire_at or now
        since = takewhile(lambda fire_at: fire_at >= first, times.until(now))
        due = list(islice(since, MAX_SKIPPED_LISTED + 2))
        listed, more = due[: MAX_SKIPPED_LISTED + 1], len(due) > MAX_SKIPPED_LISTED + 1
        batches = store.batches.find_many([_batch_id(schedule, fire_at) for fire_at in listed])
        fires = []
        for place, (fire_at, batch) in enumerate(zip(listed, batches, strict=True)):
            if batch is not None:
                attempt = _Attempt(FireOutcome.STARTED, batch.total)
            elif place == 0 and now - fire_at < OLDEST_RUN:
                attempt = self._start_quietly(workspace_id, schedule, fire_at)
            else:
                attempt = _Attempt(FireOutcome.SKIPPED, reason=_MISSED)
            last = place == len(listed) - 1
            fires.append(self._fire_of(fire_at, attempt, _batch_id(schedule, fire_at), earlier=last and more))
        return fires

    def _start_quietly(self, workspace_id: str, schedule: Schedule, fire_at: datetime) -> _Attempt:
        """A refusal is listed; trying again would meet the same."""
        author = schedule.author
        principal = Principal(workspace_id, author.kind, author.id, author.role, PERMISSIONS_OF[author.role])
        try:
            return self._start(principal, schedule, _batch_id(schedule, fire_at), fire_at)
        except (InvalidInputError, QuotaExceededError) as error:
            return _refused(error)

    def _start(self, principal: Principal, schedule: Schedule, batch_id: str, fire_at: datetime) -> _Attempt:
        store = self._store.of(principal.workspace_id)
        made = store.batches.find(batch_id)
        if made is not None:
            return _Attempt(FireOutcome.STARTED, made.total)
        people, follow_ups = self._chosen(principal, store, schedule)
        if people is None and follow_ups is None:
            return _Attempt(FireOutcome.EMPTY, reason=_NOBODY)
        request = BatchRequest(
            name=f"{schedule.name} · {fire_at:%Y-%m-%d %H:%M} UTC",
            prospect_ids=people,
            follow_ups=follow_ups,
            role=schedule.selection.role or AUTO_ROLE,
            format=schedule.format,
            language=schedule.language,
            register_=schedule.register_,
            on_duplicate=schedule.on_duplicate,
            budget_micros=schedule.budget_micros,
        )
        batch = self._start_batch(principal, request, batch_id, schedule_id=schedule.id)
        return _Attempt(FireOutcome.STARTED, batch.total)

    def _chosen(
        self, principal: Principal, store: WorkspaceStore, schedule: Schedule
    ) -> tuple[list[str] | None, FollowUpChoice | None]:
        """The people without a message, or the messages to follow up; neither where there is none."""
        role = schedule.selection.role
        if not schedule.selection.due_follow_ups:
            return select_people(store, schedule) or None, None
        selection = FollowUpSelection(role=role, format=schedule.format)
        due = [one.message.id for one in self._list_follow_ups.first(principal, selection, schedule.limit)]
        return None, FollowUpChoice(ids=due) if due else None

    def _fire_of(
        self,
        fire_at: datetime,
        attempt: _Attempt,
        id_: str,
        *,
        by_hand: bool = False,
        earlier: bool = False,
    ) -> Fire:
        now = self._clock.now()
        return Fire(
            id=id_,
            fire_at=fire_at,
            outcome=attempt.outcome,
            by_hand=by_hand,
            batch_id=id_ if attempt.outcome is FireOutcome.STARTED else None,
            people=attempt.people,
            reason=attempt.reason,
            and_earlier=earlier,
            created_at=now,
            expires_at=now + FIRE_LIFETIME,
        )


def _batch_id(schedule: Schedule, fire_at: datetime) -> str:
    """The id of the fire and of its batch."""
    return derived_id("schedule-fire", schedule.id, fire_at.isoformat())


def _refused(error: OutreachError) -> _Attempt:
    return _Attempt(FireOutcome.REFUSED, reason=error.sentence)
