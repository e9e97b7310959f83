"""Schedules of a workspace, and under each what became of its fires."""

from collections.abc import Mapping

from shared.domain.documents import IndexedValue, Order
from shared.domain.schedule import Fire, Schedule
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate, Position, Slice


class Fires(Aggregate[Fire]):
    """`workspaces/{w}/schedules/{s}/fires/{id}`, the latest first."""

    collection = "fires"
    model = Fire
    order = Order("fire_at", descending=True)

    def __init__(self, documents: Documents, workspace_id: str, schedule_id: str) -> None:
        super().__init__(documents, workspace_id)
        self._parent = f"workspaces/{workspace_id}/schedules/{schedule_id}/{self.collection}"

    def _indexed(self, entry: Fire, /) -> Mapping[str, IndexedValue]:
        return {"fire_at": entry.fire_at, "expires_at": entry.expires_at}

    def latest(self, after: Position | None, limit: int) -> Slice[Fire]:
        """A page of the fires, the latest first."""
        return self.page((), after, limit)


class Schedules(Aggregate[Schedule]):
    """`workspaces/{w}/schedules/{id}`."""

    collection = "schedules"
    model = Schedule

    def __init__(self, documents: Documents, workspace_id: str) -> None:
        super().__init__(documents, workspace_id)
        self._workspace_id = workspace_id

    def _indexed(self, entry: Schedule, /) -> Mapping[str, IndexedValue]:
        return {"created_at": entry.created_at}

    def newest(self, after: Position | None, limit: int) -> Slice[Schedule]:
        """A page of the schedules, newest first."""
        return self.page((), after, limit)

    def fires(self, schedule_id: str) -> Fires:
        """The fires of the schedule."""
        return Fires(self._documents, self._workspace_id, schedule_id)
