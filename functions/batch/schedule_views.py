"""Schedules as the API shows them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.batch import OnDuplicate
from shared.domain.generation import Id
from shared.domain.language import Format, Language, Register
from shared.domain.schedule import Fire, FireOutcome, Schedule, ScheduleState, Selection


class SchedulePath(BaseModel):
    """Names one schedule."""

    id: Id


class ScheduleView(BaseModel):
    """A schedule; `next_fires` are its next five, none while it is paused."""

    model_config = ConfigDict(populate_by_name=True)

    id: str
    name: str
    cron: str
    time_zone: str
    selection: Selection
    format: Format
    language: Language | None
    register_: Register | None = Field(alias="register")
    limit: int
    budget_micros: int | None
    on_duplicate: OnDuplicate
    state: ScheduleState
    next_fires: list[datetime]
    author: str
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, schedule: Schedule, next_fires: Sequence[datetime]) -> Self:
        """The schedule with its next fires."""
        own = {name: getattr(schedule, name) for name in cls.model_fields if name in Schedule.model_fields}
        return cls.model_validate(own | {"author": schedule.author.id, "next_fires": next_fires})


class FireView(BaseModel):
    """What became of one fire.

    `people` is how many were selected. `and_earlier` marks the oldest skipped one that is listed, where more were
    missed before it. `batch_id` is there where a batch was started.
    """

    id: str
    fire_at: datetime
    outcome: FireOutcome
    by_hand: bool
    batch_id: str | None
    people: int
    reason: str | None
    and_earlier: bool
    created_at: datetime

    @classmethod
    def of(cls, fire: Fire, interface: str) -> Self:
        """The fire with its reason in the language `interface`."""
        shown = {name: getattr(fire, name) for name in cls.model_fields}
        return cls(**shown | {"reason": fire.reason and fire.reason.in_language(interface)})
