"""Hand events over to webhooks: from the outbox to one delivery for each target, and each delivery to its target.

At least once, in no promised order. A delivery is claimed at its version before it is sent, with the time of its next
try: a process that dies in the middle leaves one that is due again. What happens twice is the same event under the same
`webhook-id`, which receivers know to take once (Standard Webhooks, "Idempotency").
"""

import json
from datetime import datetime
from typing import Any

from shared.domain.act import Act, acting
from shared.domain.documents import Operation
from shared.domain.errors import WriteConflictError
from shared.domain.ids import derived_id
from shared.domain.metrics import COUNTS
from shared.domain.webhook import (
    LOG_KEPT,
    OFF_AFTER,
    TRIES,
    DeliveryState,
    Sent,
    Webhook,
    WebhookDelivery,
    event_body,
    pause_after,
    signed_headers,
)
from shared.ports import Clock, Sealer, WebhookSender
from shared.repositories.outbox import OutboxEntry
from shared.repositories.store import Store
from shared.services.guarded_change import retrying_conflicts
from shared.telemetry.logs import get_logger

_AT_ONCE = 20
_SWITCHING_OFF = Act(actor_id="clock", actor_kind="system", action="switch_off_webhook")
_log = get_logger()


def sealing_context(workspace_id: str, webhook_id: str) -> str:
    """What a webhook's secret is sealed for: moved to another one, it does not open."""
    return f"webhook:{workspace_id}:{webhook_id}"


class DeliverWebhooks:
    """Called for one workspace by the queue, and by the clock's tick for what was left behind."""

    def __init__(self, store: Store, sealer: Sealer, sender: WebhookSender, clock: Clock, seconds: float) -> None:
        self._store = store
        self._sealer = sealer
        self._sender = sender
        self._clock = clock
        self._seconds = seconds

    def __call__(self, workspace_id: str) -> bool:
        """Hand over what is due, as far as the time of a task goes; whether nothing is due any more."""
        deadline = self._clock.monotonic() + self._seconds
        while self._clock.monotonic() < deadline:
            handed = self._fan_out(workspace_id)
            if not self._send_due(workspace_id, deadline) and not handed:
                return True
        return False

    def now(self, workspace_id: str, delivery: WebhookDelivery) -> WebhookDelivery:
        """Send one delivery at once, and once, and keep how it went."""
        deliveries = self._store.of(workspace_id).webhooks.deliveries(delivery.webhook_id)
        self._store.documents.write([deliveries.replacement(delivery.id, delivery)])
        sent = self._send(workspace_id, delivery)
        state = DeliveryState.DELIVERED if sent.is_success else DeliveryState.FAILED
        return self._keep(workspace_id, delivery.model_copy(update={"tries": 1, "state": state}), sent)

    def _fan_out(self, workspace_id: str) -> int:
        """Turn the oldest events into deliveries; how many there were."""
        store = self._store.of(workspace_id)
        listener = self._store.listeners.find(workspace_id)
        if listener is None:
            return 0
        entries = store.outbox.oldest(listener.since, _AT_ONCE)
        webhooks = [webhook for webhook in store.webhooks.all() if webhook.is_active]
        for entry in entries:
            operations: list[Operation] = [store.outbox.deletion(entry.id)]
            for webhook in webhooks:
                if entry.event in webhook.events and webhook.created_at <= entry.at:
                    delivery = self._delivery(webhook, entry)
                    operations.append(store.webhooks.deliveries(webhook.id).creation(delivery.id, delivery))
            try:
                self._store.documents.write(operations)
            except WriteConflictError:
                self._store.documents.write([store.outbox.deletion(entry.id)])  # handed over before, by another run
        return len(entries)

    def _delivery(self, webhook: Webhook, entry: OutboxEntry) -> WebhookDelivery:
        now = self._clock.now()
        return WebhookDelivery(
            id=derived_id("delivery", webhook.id, entry.id),
            webhook_id=webhook.id,
            event=entry.event,
            event_id=entry.id,
            next_try_at=now,
            message_id=entry.message_id,
            outcome_id=entry.outcome_id,
            batch_id=entry.batch_id,
            month=entry.month,
            occurred_at=entry.at,
            created_at=now,
            expires_at=now + LOG_KEPT,
        )

    def _send_due(self, workspace_id: str, deadline: float) -> int:
        """Try what is due; how many tries that were."""
        tried = 0
        store = self._store.of(workspace_id)
        for webhook in store.webhooks.all():
            if not webhook.is_active:
                continue
            for delivery in store.webhooks.deliveries(webhook.id).due(self._clock.now(), _AT_ONCE):
                if self._clock.monotonic() >= deadline:
                    return tried
                tried += self._try(workspace_id, delivery.id, webhook.id)
        return tried

    def _try(self, workspace_id: str, delivery_id: str, webhook_id: str) -> bool:
        claimed = self._claim(workspace_id, delivery_id, webhook_id)
        if claimed is None:
            return False
        sent = self._send(workspace_id, claimed)
        update: dict[str, Any] = {}
        if sent.is_success:
            update = {"state": DeliveryState.DELIVERED, "next_try_at": None}
        elif claimed.tries >= TRIES:
            update = {"state": DeliveryState.FAILED, "next_try_at": None}
        self._keep(workspace_id, claimed.model_copy(update=update), sent)
        self._note_health(workspace_id, webhook_id, is_success=sent.is_success)
        return True

    def _claim(self, workspace_id: str, delivery_id: str, webhook_id: str) -> WebhookDelivery | None:
        """The delivery, ours until its next try; None if another run was quicker."""
        deliveries = self._store.of(workspace_id).webhooks.deliveries(webhook_id)
        found = deliveries.find_versioned(delivery_id)
        now = self._clock.now()
        if found is None or found[0].next_try_at is None or found[0].next_try_at > now:
            return None
        tries = found[0].tries + 1
        claimed = found[0].model_copy(update={"tries": tries, "next_try_at": now + pause_after(tries)})
        try:
            self._store.documents.write([deliveries.change(delivery_id, claimed, found[1])])
        except WriteConflictError:
            return None
        return claimed

    def _send(self, workspace_id: str, delivery: WebhookDelivery) -> Sent:
        webhook = self._store.of(workspace_id).webhooks.find(delivery.webhook_id)
        if webhook is None:
            return Sent(None, "deleted")
        now = self._clock.now()
        context = sealing_context(workspace_id, webhook.id)
        secrets = [self._sealer.open(sealed, context).decode() for sealed in sealed_secrets(webhook, now)]
        content = event_body(delivery.event, delivery.occurred_at, self._data(workspace_id, delivery))
        body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        return self._sender.send(webhook.url, signed_headers(secrets, delivery.event_id, now, body), body)

    def _data(self, workspace_id: str, delivery: WebhookDelivery) -> dict[str, Any]:
        """What the event is about, as it stands now: ids and states. Names and texts are fetched with a key."""
        data: dict[str, Any] = {"workspace_id": workspace_id}
        if delivery.batch_id is not None:
            data["batch_id"] = delivery.batch_id
        if delivery.month is not None:
            data["summary"] = self._summary_data(workspace_id, delivery.month)
        if delivery.message_id is not None:
            data |= self._message_data(workspace_id, delivery.message_id, delivery.outcome_id)
        return data

    def _summary_data(self, workspace_id: str, month: str) -> dict[str, Any]:
        """The month's counts; rates and the month before are fetched with a key."""
        summary = self._store.of(workspace_id).summaries.find(month)
        if summary is None:
            return {"month": month}
        counts = {*COUNTS, "currency"}
        roles = {role: figures.model_dump(include=counts) for role, figures in summary.roles.items()}
        totals = summary.totals.model_dump(include=counts)
        return {"month": month, "is_final": summary.is_final, "totals": totals, "roles": roles}

    def _message_data(self, workspace_id: str, message_id: str, outcome_id: str | None) -> dict[str, Any]:
        messages = self._store.of(workspace_id).messages
        message = messages.find(message_id)
        if message is None:
            return {"message": {"id": message_id, "status": None}}
        data: dict[str, Any] = {
            "message": {
                "id": message.id,
                "status": message.status.value,
                "role": message.role.key,
                "format": message.format.value,
                "language": message.language.value,
                "fingerprint": message.fingerprint,
                "prospect_id": message.prospect.id,
                "batch_id": message.batch_id,
                "author": message.author,
            }
        }
        outcome = None if outcome_id is None else messages.outcomes(message_id).find(outcome_id)
        if outcome is not None:
            data["outcome"] = outcome.model_dump(
                mode="json", include={"id", "kind", "sentiment", "occurred_at", "corrects"}
            )
        return data

    def _keep(self, workspace_id: str, delivery: WebhookDelivery, sent: Sent) -> WebhookDelivery:
        """Keep how the try went. Nobody else holds the delivery, so its last word is ours."""
        delivered: datetime | None = self._clock.now() if sent.is_success else None
        kept = delivery.model_copy(
            update={"last_status": sent.status, "last_error": sent.error, "delivered_at": delivered}
        )
        deliveries = self._store.of(workspace_id).webhooks.deliveries(delivery.webhook_id)
        self._store.documents.write([deliveries.replacement(delivery.id, kept)])
        return kept

    def _note_health(self, workspace_id: str, webhook_id: str, *, is_success: bool) -> None:
        retrying_conflicts(lambda: self._change_health(workspace_id, webhook_id, is_success=is_success))

    def _change_health(self, workspace_id: str, webhook_id: str, *, is_success: bool) -> None:
        """Remember since when it fails, and switch it off, once, after a day without one success."""
        webhooks, now = self._store.of(workspace_id).webhooks, self._clock.now()
        found = webhooks.find_versioned(webhook_id)
        if found is None or not found[0].is_active or (is_success and found[0].failing_since is None):
            return
        webhook, version = found
        if is_success:
            changed = webhook.model_copy(update={"failing_since": None})
        elif webhook.failing_since is None:
            changed = webhook.model_copy(update={"failing_since": now})
        elif now - webhook.failing_since < OFF_AFTER:
            return
        else:
            changed = webhook.model_copy(update={"is_active": False, "switched_off_at": now})
        with acting(None if changed.is_active else _SWITCHING_OFF):
            self._store.documents.write([webhooks.change(webhook_id, changed, version)])
        if not changed.is_active:
            _log.warning("webhook_switched_off", workspace_id=workspace_id, webhook_id=webhook_id)


def sealed_secrets(webhook: Webhook, now: datetime) -> list[str]:
    """The secrets that sign at this moment, sealed, the present one first."""
    is_over = webhook.previous_until is None or webhook.previous_until <= now
    previous = None if is_over else webhook.sealed_previous
    return [webhook.sealed_secret, *([] if previous is None else [previous])]
