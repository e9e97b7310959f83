"""One line of the audit log."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel


class AuditOutcome(StrEnum):
    """Whether it was done or refused for want of a right."""

    DONE = "done"
    REFUSED = "refused"


class TargetChange(StrEnum):
    """What became of a document."""

    CREATED = "created"
    CHANGED = "changed"
    REPLACED = "replaced"
    DELETED = "deleted"


class AuditTarget(BaseModel):
    """One thing that was changed: `kind` is its collection. `before` and `after` are SHA-256 digests of the content,
    null where there was none or where it was not read.
    """

    kind: str
    id: str
    change: TargetChange
    before: str | None = None
    after: str | None = None


class AuditEntry(BaseModel):
    """Who did what, to which things, from where. Never holds content: digests tell whether it is the same.

    `action` is an operation of the API's description ("put_role"), or `sign_in`. `targets` are the first 20 of
    `target_count`. Entries are void after `expires_at`.
    """

    id: str
    created_at: datetime
    actor: str
    actor_kind: str
    action: str
    outcome: AuditOutcome
    targets: tuple[AuditTarget, ...] = ()
    target_count: int = 0
    address: str | None = None
    agent: str | None = None
    request_id: str | None = None
    expires_at: datetime
