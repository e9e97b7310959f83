"""The batches of all workspaces that have something to do: what the clock's tick looks through."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import BaseModel

from shared.domain.documents import Bound, Compare, IndexedValue, Order, Query
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate


class OpenBatch(BaseModel, defer_build=True):
    """One batch that somebody must move on, and since when it is known to be one."""

    workspace_id: str
    batch_id: str
    since: datetime


class OpenBatches(Aggregate[OpenBatch]):
    """`open_batches/{batch}`: outside workspaces, since the clock belongs to none."""

    collection = "open_batches"
    model = OpenBatch
    order = Order("since")

    def __init__(self, documents: Documents) -> None:
        super().__init__(documents, "")
        self._parent = self.collection

    def _indexed(self, entry: OpenBatch, /) -> Mapping[str, IndexedValue]:
        return {"since": entry.since}

    def before(self, moment: datetime, limit: int) -> list[OpenBatch]:
        """At most `limit` batches that have been open since before the moment, the oldest first."""
        where = (Compare("since", Bound.BELOW, moment),)
        found = self._documents.query(Query(self._parent, where, (self.order,), limit=limit))
        return [self._entry(document) for document in found]
