"""What has happened and is not yet handed over to webhooks."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel

from shared.domain.documents import IndexedValue, Order
from shared.repositories.aggregate import Aggregate


class Event(StrEnum):
    """The events that webhooks tell (api.md, "Webhooks out")."""

    MESSAGE_GENERATED = "message.generated"
    MESSAGE_APPROVED = "message.approved"
    MESSAGE_OUTCOME = "message.outcome"
    BATCH_COMPLETED = "batch.completed"


class OutboxEntry(BaseModel):
    """One event. Ids only: what it tells is read when it is delivered, as it then stands."""

    id: str
    event: Event
    at: datetime
    message_id: str | None = None
    outcome_id: str | None = None
    batch_id: str | None = None


class Outbox(Aggregate[OutboxEntry]):
    """`workspaces/{w}/outbox/{id}`, oldest first."""

    collection = "outbox"
    model = OutboxEntry
    order = Order("at")

    def _indexed(self, entry: OutboxEntry, /) -> Mapping[str, IndexedValue]:
        return {"at": entry.at}
