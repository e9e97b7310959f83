"""Which follow-ups a batch writes."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from shared.domain.generation import Id
from shared.domain.role import RoleKey

MAX_FOLLOW_UPS = 2_000


class FollowUpChoice(BaseModel, defer_build=True):
    """Which follow-ups a batch writes: to the messages that `ids` name, or, without, those that are due in its format,
    of the role and the assignee if they are given, at most `limit`, whoever has waited longest first.
    """

    model_config = ConfigDict(extra="forbid")

    ids: Annotated[list[Id], Field(min_length=1, max_length=MAX_FOLLOW_UPS)] | None = None
    role: RoleKey | None = None
    assignee: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,128}$")] | None = None
    limit: Annotated[int, Field(strict=True, ge=1, le=MAX_FOLLOW_UPS)] = 500
