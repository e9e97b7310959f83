"""Who must not be written to, and why."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel


class SuppressionReason(StrEnum):
    """Why somebody is on the list."""

    UNSUBSCRIBED = "unsubscribed"
    REQUESTED = "requested"
    CUSTOMER = "customer"
    COMPETITOR = "competitor"
    OTHER = "other"


class SuppressionState(StrEnum):
    """Whether an entry holds; one that was lifted can be put back until its time is over."""

    ACTIVE = "active"
    LIFTED = "lifted"


class Suppression(BaseModel, defer_build=True):
    """One key of a person who must not be written to.

    `kind` says what the key is of: "linkedin", "email", "prospect", or "name" (in a company). `address` is null
    once the person was erased, and for the key of a stored person or a name; the entry holds by its id all the
    same. `group` is the same in all entries that came about together, and they are lifted together; for an
    unsubscription it is the outcome's id. A lifted entry is void, and gone for good after `expires_at`.
    """

    id: str
    kind: str
    address: str | None
    prospect_id: str | None = None
    reason: SuppressionReason
    note: str | None = None
    source: str
    group: str
    by: str
    created_at: datetime
    lifted_at: datetime | None = None
    lifted_by: str | None = None
    expires_at: datetime | None = None

    def without_person(self) -> "Suppression":
        """The entry as it goes on holding once the person was erased."""
        return self.model_copy(update={"address": None, "note": None})

    @property
    def state(self) -> SuppressionState:
        """Whether the entry holds."""
        return SuppressionState.ACTIVE if self.lifted_at is None else SuppressionState.LIFTED
