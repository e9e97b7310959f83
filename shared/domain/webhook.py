"""Webhooks: whom the workspace tells of what happens, and how each telling went (Standard Webhooks 1.0)."""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from pydantic import BaseModel

SECRET_PREFIX = "whsec_"
TRIES = 8
_FIRST_PAUSE, _LONGEST_PAUSE = timedelta(seconds=30), timedelta(hours=1)
OFF_AFTER = timedelta(days=1)
LOG_KEPT = timedelta(days=30)


class Event(StrEnum):
    """The events that webhooks tell (api.md, "Webhooks out")."""

    MESSAGE_GENERATED = "message.generated"
    MESSAGE_APPROVED = "message.approved"
    MESSAGE_OUTCOME = "message.outcome"
    BATCH_COMPLETED = "batch.completed"
    SUMMARY_MONTHLY = "summary.monthly"


TEST_EVENT = "webhook.test"


class Webhook(BaseModel, defer_build=True):
    """One target. `failing_since` is when the first of the tries failed after which none succeeded. The secret before
    the last `rotation` (its id) signs beside the present one until `previous_until`.
    """

    id: str
    url: str
    events: list[Event]
    sealed_secret: str
    sealed_previous: str | None = None
    previous_until: datetime | None = None
    rotation: str | None = None
    is_active: bool = True
    failing_since: datetime | None = None
    switched_off_at: datetime | None = None
    created_by: str
    created_at: datetime
    updated_at: datetime


class DeliveryState(StrEnum):
    """A delivery is tried at most eight times."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"


class WebhookDelivery(BaseModel, defer_build=True):
    """One event on its way to one target. `event_id` is the `webhook-id` that the receiver sees at each try."""

    id: str
    webhook_id: str
    event: str
    event_id: str
    state: DeliveryState = DeliveryState.PENDING
    tries: int = 0
    next_try_at: datetime | None
    last_status: int | None = None
    last_error: str | None = None
    message_id: str | None = None
    outcome_id: str | None = None
    batch_id: str | None = None
    month: str | None = None
    occurred_at: datetime
    created_at: datetime
    delivered_at: datetime | None = None
    expires_at: datetime


class Sent(NamedTuple):
    """How one try went: the receiver's status, or why there is none: refused_address, timeout, connection, tls."""

    status: int | None
    error: str | None

    @property
    def is_success(self) -> bool:
        """Whether the receiver has taken it: any 2xx."""
        return self.status is not None and 200 <= self.status < 300


def pause_after(tries: int) -> timedelta:
    """How long to wait after so many failed tries: from half a minute to an hour, four times as long each time."""
    return min(_FIRST_PAUSE * int(4 ** (tries - 1)), _LONGEST_PAUSE)


def signed_headers(secrets: Sequence[str], event_id: str, at: datetime, body: bytes) -> dict[str, str]:
    """The headers that prove the sender (https://www.standardwebhooks.com, "Signature scheme", symmetric): a signature
    by each secret, with a space between, of which the receiver needs to know one.
    """
    timestamp = str(int(at.timestamp()))
    content = f"{event_id}.{timestamp}.".encode() + body
    return {
        "content-type": "application/json",
        "webhook-id": event_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": " ".join(f"v1,{_signature(secret, content)}" for secret in secrets),
    }


def _signature(secret: str, content: bytes) -> str:
    key = base64.b64decode(secret.removeprefix(SECRET_PREFIX))
    return base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()


def event_body(event: str, at: datetime, data: dict[str, Any]) -> dict[str, Any]:
    """The body of every event: what happened, when, and to what."""
    return {"type": event, "timestamp": at.isoformat(), "data": data}
