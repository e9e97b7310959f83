"""What somebody did in the web application, for knowing which screens are of use: a screen and an action, no text."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Screen(StrEnum):
    """The screens of the web application."""

    WRITE = "write"
    BATCHES = "batches"
    HISTORY = "history"
    FOLLOW_UPS = "follow_ups"
    PROMPTS = "prompts"
    ANALYTICS = "analytics"
    EXPERIMENTS = "experiments"
    SETTINGS = "settings"
    HELP = "help"


class UserAction(StrEnum):
    """What was done there."""

    OPENED = "opened"
    GENERATED = "generated"
    EDITED = "edited"
    COPIED = "copied"
    APPROVED = "approved"
    REJECTED = "rejected"
    MARKED_SENT = "marked_sent"
    IMPORTED = "imported"
    STARTED = "started"
    EXPORTED = "exported"
    SEARCHED = "searched"
    FAILED = "failed"


class UsageEvent(BaseModel):
    """One thing done on one screen. Both are of closed lists: nothing that a person wrote can be in them."""

    model_config = ConfigDict(extra="forbid")

    screen: Screen
    action: UserAction
