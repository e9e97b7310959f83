"""Fire every schedule that is due, of all workspaces."""

from shared.domain.errors import OutreachError
from shared.ports import Clock
from shared.repositories.due_fires import DueFire
from shared.repositories.store import Store
from shared.services.fire_schedule import FireSchedule
from shared.telemetry.logs import get_logger

_log = get_logger()

_PAGE = 50
PATIENCE_SECONDS = 30.0
"""After this no further schedule is begun: the rest is still due at the next tick."""


class FireDueSchedules:
    """A step of the tick."""

    def __init__(self, store: Store, fire: FireSchedule, clock: Clock) -> None:
        self._store = store
        self._fire = fire
        self._clock = clock

    def __call__(self) -> int:
        """How many schedules fired. One that fails stays due and keeps nobody else waiting."""
        end = self._clock.monotonic() + PATIENCE_SECONDS
        now, after, fired = self._clock.now(), None, 0
        while True:
            page = self._store.due_fires.until(now, after, _PAGE)
            for due in page.items:
                if self._clock.monotonic() > end:
                    return fired
                fired += self._fired(due)
            after = page.next_position
            if after is None:
                return fired

    def _fired(self, due: DueFire) -> bool:
        try:
            self._fire(due)
        except OutreachError as error:
            _log.error("schedule_not_fired", schedule_id=due.schedule_id, code=error.code)
            return False
        except Exception:  # noqa: BLE001  a schedule that meets a bug must not stop those behind it for ever
            _log.exception("schedule_not_fired", schedule_id=due.schedule_id)
            return False
        return True
