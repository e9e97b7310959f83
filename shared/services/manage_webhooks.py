"""Make webhooks, change them, try them out, read how their deliveries went."""

import base64
import secrets
from datetime import timedelta
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from shared.domain.documents import Operation
from shared.domain.errors import ConflictError, NotFoundError, Sentence
from shared.domain.principal import Principal
from shared.domain.webhook import LOG_KEPT, SECRET_PREFIX, TEST_EVENT, Event, Webhook, WebhookDelivery
from shared.ports import Clock, Sealer
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store
from shared.repositories.webhooks import MOST_WEBHOOKS, Listener
from shared.services.deliver_webhooks import DeliverWebhooks, sealing_context
from shared.services.guarded_change import retrying_conflicts

_SECRET_BYTES = 32

NO_SUCH_WEBHOOK = Sentence("No hay ningún webhook con ese identificador.", "No webhook has this id.")
NO_SUCH_DELIVERY = Sentence("No hay ninguna entrega con ese identificador.", "No delivery has this id.")
TOO_MANY = Sentence(f"Caben como mucho {MOST_WEBHOOKS} webhooks.", f"At most {MOST_WEBHOOKS} webhooks.")


def _web_address(url: str) -> str:
    """The form only: what may be reached is decided when it is connected to."""
    try:
        parts = urlsplit(url)
        fine = parts.scheme in ("https", "http") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fine = False
    plain = url.isascii() and url.isprintable() and " " not in url
    if not fine or not plain or parts.username is not None or parts.fragment:
        raise PydanticCustomError("web_address", "not a web address")
    return url


WebAddress = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2_000), AfterValidator(_web_address)]
Events = Annotated[list[Event], Field(min_length=1, max_length=len(Event))]


class NewWebhook(BaseModel, defer_build=True):
    """Whom to tell, and of what."""

    model_config = ConfigDict(extra="forbid")

    url: WebAddress
    events: Events = Field(default_factory=lambda: list(Event))


class WebhookChange(BaseModel, defer_build=True):
    """What is to change; what is left out stays. Switching a webhook on again forgets its failures."""

    model_config = ConfigDict(extra="forbid")

    url: WebAddress | None = None
    events: Events | None = None
    is_active: Annotated[bool, Field(strict=True)] | None = None


class ManageWebhooks:
    """GET, POST, PATCH and DELETE /v1/webhooks, and what lies under them."""

    def __init__(self, store: Store, sealer: Sealer, deliver: DeliverWebhooks, clock: Clock) -> None:
        self._store = store
        self._sealer = sealer
        self._deliver = deliver
        self._clock = clock

    def create(self, principal: Principal, new: NewWebhook, webhook_id: str) -> tuple[Webhook, str]:
        """The webhook and the secret that its deliveries are signed with, shown once and stored sealed.

        Raises ConflictError where there are very many.
        """
        store, now = self._store.of(principal.workspace_id), self._clock.now()
        if len(store.webhooks.all()) >= MOST_WEBHOOKS:
            raise ConflictError(TOO_MANY)
        secret, sealed = self._new_secret(principal, webhook_id)
        webhook = Webhook(
            id=webhook_id,
            url=new.url,
            events=list(dict.fromkeys(new.events)),
            sealed_secret=sealed,
            created_by=principal.id,
            created_at=now,
            updated_at=now,
        )
        operations: list[Operation] = [store.webhooks.replacement(webhook_id, webhook)]
        if self._store.listeners.find(principal.workspace_id) is None:
            listener = Listener(workspace_id=principal.workspace_id, since=now)
            operations.append(self._store.listeners.replacement(principal.workspace_id, listener))
        self._store.documents.write(operations)
        return webhook, secret

    def page(self, principal: Principal, after: Position | None, limit: int) -> Slice[Webhook]:
        """A page of the webhooks, newest first."""
        return self._store.of(principal.workspace_id).webhooks.newest(after, limit)

    def one(self, principal: Principal, webhook_id: str) -> Webhook:
        """The webhook. Raises NotFoundError."""
        return self._versioned(principal, webhook_id)[0]

    def change(self, principal: Principal, webhook_id: str, change: WebhookChange) -> Webhook:
        """The changed webhook. Raises NotFoundError."""
        return retrying_conflicts(lambda: self._change(principal, webhook_id, change))

    def rotate(self, principal: Principal, webhook_id: str, overlap_seconds: int, rotation: str) -> tuple[Webhook, str]:
        """The webhook and its new secret; the one before signs beside it for the overlap. Of two rotations within one
        overlap the later one ends the first secret; the same rotation again, because nobody saw its secret, does not.
        Raises NotFoundError.
        """
        secret, sealed = self._new_secret(principal, webhook_id)
        new = {"sealed_secret": sealed, "rotation": rotation}
        return retrying_conflicts(lambda: self._rotate(principal, webhook_id, new, overlap_seconds)), secret

    def delete(self, principal: Principal, webhook_id: str) -> None:
        """Stop telling it anything; its log ends with the log's time. Raises NotFoundError."""
        webhooks = self._store.of(principal.workspace_id).webhooks
        _, version = self._versioned(principal, webhook_id)
        self._store.documents.write([webhooks.deletion(webhook_id, version)])

    def deliveries(
        self, principal: Principal, webhook_id: str, after: Position | None, limit: int
    ) -> Slice[WebhookDelivery]:
        """A page of the log, newest first. Raises NotFoundError."""
        self.one(principal, webhook_id)
        return self._store.of(principal.workspace_id).webhooks.deliveries(webhook_id).newest(after, limit)

    def delivery(self, principal: Principal, webhook_id: str, delivery_id: str) -> WebhookDelivery:
        """One delivery. Raises NotFoundError."""
        self.one(principal, webhook_id)
        found = self._store.of(principal.workspace_id).webhooks.deliveries(webhook_id).find(delivery_id)
        if found is None:
            raise NotFoundError(NO_SUCH_DELIVERY)
        return found

    def test(self, principal: Principal, webhook_id: str, delivery_id: str) -> WebhookDelivery:
        """How a test event went, sent now, once. Raises NotFoundError."""
        self.one(principal, webhook_id)
        now = self._clock.now()
        delivery = WebhookDelivery(
            id=delivery_id,
            webhook_id=webhook_id,
            event=TEST_EVENT,
            event_id=delivery_id,
            next_try_at=None,
            occurred_at=now,
            created_at=now,
            expires_at=now + LOG_KEPT,
        )
        return self._deliver.now(principal.workspace_id, delivery)

    def redeliver(self, principal: Principal, webhook_id: str, delivery_id: str, new_id: str) -> WebhookDelivery:
        """How the same event went, sent again now, once, under the same `webhook-id`. Raises NotFoundError."""
        before = self.delivery(principal, webhook_id, delivery_id)
        now = self._clock.now()
        fresh = {"id": new_id, "tries": 0, "next_try_at": None, "created_at": now, "expires_at": now + LOG_KEPT}
        return self._deliver.now(principal.workspace_id, before.model_copy(update={**fresh, "delivered_at": None}))

    def _new_secret(self, principal: Principal, webhook_id: str) -> tuple[str, str]:
        """A secret, and as it is stored."""
        secret = SECRET_PREFIX + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()
        return secret, self._sealer.seal(secret.encode(), sealing_context(principal.workspace_id, webhook_id))

    def _rotate(self, principal: Principal, webhook_id: str, new: dict[str, str], overlap_seconds: int) -> Webhook:
        webhook, version = self._versioned(principal, webhook_id)
        now = self._clock.now()
        update: dict[str, object] = {**new, "updated_at": now}
        if webhook.rotation != new["rotation"]:
            update["sealed_previous"] = webhook.sealed_secret
            update["previous_until"] = now + timedelta(seconds=overlap_seconds)
        webhooks = self._store.of(principal.workspace_id).webhooks
        rotated = webhook.model_copy(update=update)
        self._store.documents.write([webhooks.change(webhook_id, rotated, version)])
        return rotated

    def _change(self, principal: Principal, webhook_id: str, change: WebhookChange) -> Webhook:
        webhook, version = self._versioned(principal, webhook_id)
        update = change.model_dump(exclude_none=True) | {"updated_at": self._clock.now()}
        if change.is_active:
            update |= {"failing_since": None, "switched_off_at": None}
        changed = webhook.model_copy(update=update)
        webhooks = self._store.of(principal.workspace_id).webhooks
        self._store.documents.write([webhooks.change(webhook_id, changed, version)])
        return changed

    def _versioned(self, principal: Principal, webhook_id: str) -> tuple[Webhook, str]:
        found = self._store.of(principal.workspace_id).webhooks.find_versioned(webhook_id)
        if found is None:
            raise NotFoundError(NO_SUCH_WEBHOOK)
        return found
