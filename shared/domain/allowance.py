"""How many invitations LinkedIn lets one person send, as far as anybody knows, and what is left of them.

LinkedIn restricts an account that invites too many; it names no figure for a week (users report 100 and more), and five
invitations a month with a note for members without Premium (LinkedIn Help, a550555, "Invitation limit reached"). Both
are a workspace's own to set. Nothing is refused: what is counted here has already been sent.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.language import LinkedinTier

Limit = Annotated[int, Field(strict=True, ge=1, le=10_000)]

NOTES_A_MONTH: Mapping[LinkedinTier, int | None] = {LinkedinTier.FREE: 5, LinkedinTier.PREMIUM: None}
"""What LinkedIn allows by itself; None: no limit."""

INVITATIONS_WINDOW = timedelta(days=7)


class AllowanceSettings(BaseModel):
    """What each person may send. A null `notes_a_month` is what the workspace's LinkedIn tier allows: 5 without
    Premium, any number with it.
    """

    model_config = ConfigDict(extra="forbid")

    invitations_in_7_days: Limit = 100
    notes_a_month: Limit | None = None

    def notes_in(self, tier: LinkedinTier) -> int | None:
        """How many notes one person may send in a calendar month; None: no limit."""
        return NOTES_A_MONTH[tier] if self.notes_a_month is None else self.notes_a_month


class AllowanceKind(StrEnum):
    """What is counted: invitations in any 7 days, and those with a note in a calendar month of the workspace."""

    INVITATIONS = "invitations"
    NOTES = "notes"


class Allowance(NamedTuple):
    """How one person stands. `limit` is None where there is none. `used` counts what was sent from `since` on,
    `used_today` what was sent today. `more_at` is when the next one comes free; None while nothing is used.
    """

    kind: AllowanceKind
    limit: int | None
    used: int
    used_today: int
    since: datetime
    more_at: datetime | None

    @property
    def left(self) -> int | None:
        """How many may still be sent, never less than none; None where there is no limit."""
        return None if self.limit is None else max(0, self.limit - self.used)
