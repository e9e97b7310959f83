"""What a workspace may use, by plan: figures only, so that a new plan is a line here."""

from collections.abc import Mapping
from enum import StrEnum


class Plan(StrEnum):
    """What the customer has agreed to."""

    FREE = "free"
    STARTER = "starter"
    PROFESSIONAL = "professional"
    ENTERPRISE = "enterprise"


MESSAGES_A_MONTH: Mapping[Plan, int | None] = {
    Plan.FREE: 100,
    Plan.STARTER: 2_000,
    Plan.PROFESSIONAL: 20_000,
    Plan.ENTERPRISE: None,
}
"""Generated messages in a calendar month of the workspace's time zone; None: what the contract says, not held here."""

REQUESTS_A_MINUTE = 600
DEMO_REQUESTS_A_MINUTE = 6_000
"""The demo is there to be tried hard."""
