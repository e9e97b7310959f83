"""The next fire of every schedule of all workspaces: what the clock's tick looks through."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import BaseModel

from shared.domain.documents import Bound, Compare, IndexedValue, Operation, Order
from shared.domain.schedule import Schedule
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate, Position, Slice


class DueFire(BaseModel):
    """When one schedule fires next."""

    workspace_id: str
    schedule_id: str
    fire_at: datetime


class DueFires(Aggregate[DueFire]):
    """`due_fires/{schedule}`: outside workspaces, since the clock belongs to none.

    One entry a schedule, written with the schedule itself: a paused one has none.
    """

    collection = "due_fires"
    model = DueFire
    order = Order("fire_at")

    def __init__(self, documents: Documents) -> None:
        super().__init__(documents, "")
        self._parent = self.collection

    def _indexed(self, entry: DueFire, /) -> Mapping[str, IndexedValue]:
        return {"fire_at": entry.fire_at}

    def following(self, workspace_id: str, schedule: Schedule) -> Operation:
        """The operation that keeps when the schedule fires next, or that it does not."""
        if schedule.next_fire_at is None:
            return self.deletion(schedule.id)
        entry = DueFire(workspace_id=workspace_id, schedule_id=schedule.id, fire_at=schedule.next_fire_at)
        return self.replacement(schedule.id, entry)

    def until(self, moment: datetime, after: Position | None, limit: int) -> Slice[DueFire]:
        """A page of the fires that are due at the moment, the oldest first."""
        return self.page((Compare("fire_at", Bound.AT_MOST, moment),), after, limit)
