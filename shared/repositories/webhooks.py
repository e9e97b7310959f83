"""Webhooks of a workspace, the log of their deliveries, and which workspaces have any."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import BaseModel

from shared.domain.documents import Bound, Compare, IndexedValue, Order, Query
from shared.domain.webhook import Webhook, WebhookDelivery
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate, Position, Slice

MOST_WEBHOOKS = 20


class WebhookDeliveries(Aggregate[WebhookDelivery]):
    """`workspaces/{w}/webhooks/{id}/deliveries/{id}`, newest first."""

    collection = "deliveries"
    model = WebhookDelivery

    def __init__(self, documents: Documents, workspace_id: str, webhook_id: str) -> None:
        super().__init__(documents, workspace_id)
        self._parent = f"workspaces/{workspace_id}/webhooks/{webhook_id}/{self.collection}"

    def _indexed(self, entry: WebhookDelivery, /) -> Mapping[str, IndexedValue]:
        return {"created_at": entry.created_at, "expires_at": entry.expires_at, "next_try_at": entry.next_try_at}

    def due(self, now: datetime, limit: int) -> list[WebhookDelivery]:
        """Deliveries whose next try is due, the longest due first."""
        order = Order("next_try_at")
        where = (Compare("next_try_at", Bound.AT_MOST, now),)
        found = self._documents.query(Query(self._parent, where, (order,), limit=limit))
        return [self._entry(document) for document in found]

    def newest(self, after: Position | None, limit: int) -> Slice[WebhookDelivery]:
        """A page of the log."""
        return self.page((), after, limit)


class Webhooks(Aggregate[Webhook]):
    """`workspaces/{w}/webhooks/{id}`, newest first."""

    collection = "webhooks"
    model = Webhook

    def __init__(self, documents: Documents, workspace_id: str) -> None:
        super().__init__(documents, workspace_id)
        self._workspace_id = workspace_id

    def _indexed(self, entry: Webhook, /) -> Mapping[str, IndexedValue]:
        return {"created_at": entry.created_at}

    def deliveries(self, webhook_id: str) -> WebhookDeliveries:
        """The log of one webhook."""
        return WebhookDeliveries(self._documents, self._workspace_id, webhook_id)

    def all(self) -> list[Webhook]:
        """Every webhook of the workspace."""
        return self.page((), None, MOST_WEBHOOKS).items

    def newest(self, after: Position | None, limit: int) -> Slice[Webhook]:
        """A page of the webhooks, newest first."""
        return self.page((), after, limit)


class Listener(BaseModel):
    """A workspace that has webhooks."""

    workspace_id: str
    since: datetime


class Listeners(Aggregate[Listener]):
    """`listeners/{workspace}`: outside workspaces, so that the clock finds them without looking at all others."""

    collection = "listeners"
    model = Listener
    order = Order("since")

    def __init__(self, documents: Documents) -> None:
        super().__init__(documents, "")
        self._parent = self.collection

    def _indexed(self, entry: Listener, /) -> Mapping[str, IndexedValue]:
        return {"since": entry.since}

    def all(self, after: Position | None, limit: int) -> Slice[Listener]:
        """A page of the workspaces, the longest listening first."""
        return self.page((), after, limit)
