"""What has happened and is not yet handed over to webhooks."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel, Field

from shared.domain.documents import Bound, Compare, Delete, In, IndexedValue, Order, Query
from shared.domain.webhook import Event
from shared.repositories.aggregate import Aggregate

KEPT = timedelta(days=7)


def _end(entry: dict[str, Any]) -> datetime:
    at: datetime = entry["at"]
    return at + KEPT


class OutboxEntry(BaseModel):
    """One event. Ids only: what it tells is read when it is delivered, as it then stands. Void after `expires_at`: in a
    workspace without webhooks nobody takes it out.
    """

    id: str
    event: Event
    at: datetime
    message_id: str | None = None
    outcome_id: str | None = None
    batch_id: str | None = None
    month: str | None = None
    expires_at: datetime = Field(default_factory=_end)


class Outbox(Aggregate[OutboxEntry]):
    """`workspaces/{w}/outbox/{id}`, oldest first."""

    collection = "outbox"
    model = OutboxEntry
    order = Order("at")

    def _indexed(self, entry: OutboxEntry, /) -> Mapping[str, IndexedValue]:
        return {"at": entry.at, "about": entry.message_id, "expires_at": entry.expires_at}

    def forgetting(self, message_ids: Sequence[str]) -> list[Delete]:
        """The operations that remove the events of at most 30 messages."""
        query = Query(self._parent, (In("about", tuple(message_ids)),), fields_only=True)
        return [self.deletion(document.id) for document in self._documents.query(query)]

    def oldest(self, since: datetime, limit: int) -> list[OutboxEntry]:
        """What happened since then and is not yet handed over, the oldest first."""
        where = (Compare("at", Bound.AT_LEAST, since),)
        found = self._documents.query(Query(self._parent, where, (self.order,), limit=limit))
        return [self._entry(document) for document in found]
