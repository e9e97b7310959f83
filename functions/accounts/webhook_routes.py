"""Webhooks: whom the workspace tells of what happens, and how each delivery went."""

from datetime import datetime
from typing import Self

from pydantic import BaseModel

from functions.accounts.views import IdPath, RotateBody
from shared.api.app import Answer, Api
from shared.api.pagination import Page, PageQuery
from shared.bootstrap import Services
from shared.domain.generation import Id
from shared.domain.idempotency import Claim
from shared.domain.principal import Permission, Principal
from shared.domain.webhook import DeliveryState, Event, Webhook, WebhookDelivery
from shared.services.manage_webhooks import NewWebhook, WebhookChange


class WebhookView(BaseModel, defer_build=True):
    """A webhook. `secret` signs its deliveries; it is shown once, null ever after. Until `previous_until` the one
    before signs beside it.
    """

    id: str
    url: str
    events: list[Event]
    is_active: bool
    failing_since: datetime | None
    switched_off_at: datetime | None
    created_by: str
    created_at: datetime
    updated_at: datetime
    previous_until: datetime | None
    secret: str | None

    @classmethod
    def of(cls, webhook: Webhook, secret: str | None = None) -> Self:
        """The webhook as the API shows it."""
        return cls(**webhook.model_dump(include=set(cls.model_fields)), secret=secret)


class DeliveryView(BaseModel, defer_build=True):
    """How one delivery went. `event_id` is the `webhook-id` that the receiver sees. `last_error`, where there is no
    status: refused_address, timeout, connection or tls.
    """

    id: str
    event: str
    event_id: str
    state: DeliveryState
    tries: int
    next_try_at: datetime | None
    last_status: int | None
    last_error: str | None
    message_id: str | None
    batch_id: str | None
    month: str | None
    created_at: datetime
    delivered_at: datetime | None

    @classmethod
    def of(cls, delivery: WebhookDelivery) -> Self:
        """The delivery as the API shows it."""
        return cls(**delivery.model_dump(include=set(cls.model_fields)))


class DeliveryPath(BaseModel):
    """Names one delivery of one webhook."""

    id: Id
    delivery: Id


def add_webhook_routes(api: Api, services: Services) -> None:
    """Add the routes of webhooks."""
    _add_webhooks(api, services)
    _add_deliveries(api, services)


def _add_webhooks(api: Api, services: Services) -> None:
    def webhook_again(principal: Principal, id_: str) -> WebhookView:
        return WebhookView.of(services.manage_webhooks.one(principal, id_))

    @api.get("/v1/webhooks", permission=Permission.MANAGE_WEBHOOKS, answers={200: Page[WebhookView]}, tag="webhooks")
    def list_webhooks(principal: Principal, query: PageQuery) -> Page[WebhookView]:
        """Webhooks, newest first."""
        found = services.manage_webhooks.page(principal, api.position(principal, query), query.limit)
        return api.page(principal, query, [WebhookView.of(one) for one in found.items], found.next_position)

    @api.post(
        "/v1/webhooks",
        permission=Permission.MANAGE_WEBHOOKS,
        answers={201: WebhookView},
        replay=webhook_again,
        tag="webhooks",
    )
    def create_webhook(principal: Principal, body: NewWebhook, claim: Claim) -> Answer:
        """Tell an address of events; the `secret` that signs them is in this answer and nowhere else.

        Deliveries follow Standard Webhooks: verify `webhook-signature` over `webhook-id`, `webhook-timestamp` and the
        body. Only public addresses are reached, over HTTPS, and no redirect is followed.
        """
        webhook, secret = services.manage_webhooks.create(principal, body, claim.id)
        return Answer(WebhookView.of(webhook, secret), 201, remember=webhook.id)

    @api.get("/v1/webhooks/<id>", permission=Permission.MANAGE_WEBHOOKS, answers={200: WebhookView}, tag="webhooks")
    def get_webhook(principal: Principal, path: IdPath) -> WebhookView:
        """One webhook."""
        return webhook_again(principal, path.id)

    @api.patch("/v1/webhooks/<id>", permission=Permission.MANAGE_WEBHOOKS, answers={200: WebhookView}, tag="webhooks")
    def change_webhook(principal: Principal, path: IdPath, body: WebhookChange) -> WebhookView:
        """Change what is named; `is_active` switches it off and on."""
        return WebhookView.of(services.manage_webhooks.change(principal, path.id, body))

    @api.post(
        "/v1/webhooks/<id>/rotate",
        permission=Permission.MANAGE_WEBHOOKS,
        answers={201: WebhookView},
        replay=webhook_again,
        tag="webhooks",
    )
    def rotate_webhook_secret(principal: Principal, path: IdPath, body: RotateBody, claim: Claim) -> Answer:
        """Make a new `secret`, which is in this answer and nowhere else.

        For a while deliveries carry two signatures, one by each secret, so that the receiver changes over without a
        gap; a library for Standard Webhooks accepts either.
        """
        webhook, secret = services.manage_webhooks.rotate(principal, path.id, body.overlap_seconds, claim.id)
        return Answer(WebhookView.of(webhook, secret), 201, remember=webhook.id)

    @api.delete("/v1/webhooks/<id>", permission=Permission.MANAGE_WEBHOOKS, answers={204: None}, tag="webhooks")
    def delete_webhook(principal: Principal, path: IdPath) -> Answer:
        """Stop telling it anything."""
        services.manage_webhooks.delete(principal, path.id)
        return Answer(None, 204)


def _add_deliveries(api: Api, services: Services) -> None:
    @api.get(
        "/v1/webhooks/<id>/deliveries",
        permission=Permission.MANAGE_WEBHOOKS,
        answers={200: Page[DeliveryView]},
        tag="webhooks",
    )
    def list_deliveries(principal: Principal, path: IdPath, query: PageQuery) -> Page[DeliveryView]:
        """Deliveries of the last 30 days, newest first."""
        position = api.position(principal, query)
        found = services.manage_webhooks.deliveries(principal, path.id, position, query.limit)
        return api.page(principal, query, [DeliveryView.of(one) for one in found.items], found.next_position)

    def delivery_again(principal: Principal, place: str) -> DeliveryView:
        webhook_id, _, delivery_id = place.partition("/")
        return DeliveryView.of(services.manage_webhooks.delivery(principal, webhook_id, delivery_id))

    @api.post(
        "/v1/webhooks/<id>/test",
        permission=Permission.MANAGE_WEBHOOKS,
        answers={200: DeliveryView},
        replay=delivery_again,
        tag="webhooks",
    )
    def test_webhook(principal: Principal, path: IdPath, claim: Claim) -> Answer:
        """Send a `webhook.test` event now, and tell how it went."""
        made = services.manage_webhooks.test(principal, path.id, claim.id)
        return Answer(DeliveryView.of(made), remember=f"{path.id}/{made.id}")

    @api.post(
        "/v1/webhooks/<id>/deliveries/<delivery>/redeliver",
        permission=Permission.MANAGE_WEBHOOKS,
        answers={200: DeliveryView},
        replay=delivery_again,
        tag="webhooks",
    )
    def redeliver(principal: Principal, path: DeliveryPath, claim: Claim) -> Answer:
        """Send the same event again now, under the same `webhook-id`, and tell how it went."""
        made = services.manage_webhooks.redeliver(principal, path.id, path.delivery, claim.id)
        return Answer(DeliveryView.of(made), remember=f"{path.id}/{made.id}")
