"""The services of schedules over any store, with a queue that only remembers."""

from typing import Any

from shared.bootstrap import build_services
from shared.config import Settings
from shared.domain.schedule import ScheduleContent
from shared.ports import Documents
from shared.repositories.store import Store
from shared.services.fire_due_schedules import FireDueSchedules
from tests.builders import GOOD_DRAFT, owner
from tests.fakes import FixedClock, FixedSecrets, NumberedIds, RecordingQueue, ScriptedWriter


def schedule_content(**fields: Any) -> ScheduleContent:
    """Every day at nine in Madrid, e-mails, unless the test says otherwise."""
    known = {"name": "A diario", "cron": "0 9 * * *", "time_zone": "Europe/Madrid", "format": "email", "limit": 20}
    return ScheduleContent.model_validate(known | fields)


class Clockwork:
    """Schedules of one workspace, and the step of the tick that fires them."""

    def __init__(self, documents: Documents, clock: FixedClock) -> None:
        self.clock = clock
        self.queue = RecordingQueue()
        services = build_services(
            Settings(demo=False),
            documents=documents,
            queue=self.queue,
            writer=ScriptedWriter(GOOD_DRAFT),
            secrets=FixedSecrets(),
            clock=clock,
            ids=NumberedIds(),
        )
        self.save, self.fire = services.save_schedule, services.fire_schedule
        self.store = Store(documents, FixedSecrets().get("identity-key"))
        self.tick = FireDueSchedules(self.store, self.fire, clock)
        self.workspace = self.store.of(owner().workspace_id)
