"""A schedule: a batch that starts by itself, for people who were not written to yet."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StringConstraints

from shared.domain.batch import MAX_BUDGET_MICROS, Author, OnDuplicate
from shared.domain.errors import Sentence
from shared.domain.language import Format, Language, Register
from shared.domain.role import RoleKey
from shared.domain.workspace import TimeZoneName

MAX_PEOPLE_A_FIRE = 2_000
MAX_SCHEDULES = 100
FIRES_SHOWN = 5
FIRE_LIFETIME = timedelta(days=90)
OLDEST_RUN = timedelta(hours=24)
"""A fire that was missed by more than this does not run any more."""
MAX_SKIPPED_LISTED = 100

Cron = Annotated[str, StringConstraints(strip_whitespace=True, min_length=9, max_length=200)]
"""Five fields: minute, hour, day of month, month, day of week."""

ScheduleName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class ScheduleState(StrEnum):
    """Whether it fires by itself."""

    ACTIVE = "active"
    PAUSED = "paused"


class Selection(BaseModel):
    """Whom a fire writes to: of the people without a message in the schedule's format, or, with `due_follow_ups`, of
    those who are to be followed up in it, those that match; null matches anybody.
    """

    model_config = ConfigDict(extra="forbid")

    role: RoleKey | None = None
    due_follow_ups: StrictBool = False


class ScheduleContent(BaseModel):
    """What people decide of a schedule.

    `cron` is read in `time_zone`, the workspace's where it is null. Each fire writes to at most `limit` people, those
    known for longest first, and stops at `budget_micros` (millionths of the workspace's currency; null: no limit).
    """

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    name: ScheduleName
    cron: Cron
    time_zone: TimeZoneName | None = None
    selection: Selection = Selection()
    format: Format
    language: Language | None = None
    register_: Register | None = Field(default=None, alias="register")
    limit: Annotated[int, Field(strict=True, ge=1, le=MAX_PEOPLE_A_FIRE)] = 100
    budget_micros: Annotated[int, Field(strict=True, ge=1, le=MAX_BUDGET_MICROS)] | None = None
    on_duplicate: OnDuplicate = OnDuplicate.SKIP


class FireOutcome(StrEnum):
    """What became of a fire: a batch; nobody left to write to; missed, and not run any more; or refused."""

    STARTED = "started"
    EMPTY = "empty"
    SKIPPED = "skipped"
    REFUSED = "refused"


class Fire(BaseModel):
    """One time at which a schedule was due, or was run by hand.

    `people` is how many were selected. `and_earlier` marks the oldest skipped fire that is listed, where more were
    missed before it.
    """

    id: str
    fire_at: datetime
    outcome: FireOutcome
    by_hand: bool = False
    batch_id: str | None = None
    people: int = 0
    reason: Sentence | None = None
    and_earlier: bool = False
    created_at: datetime
    expires_at: datetime


class Schedule(ScheduleContent):
    """A schedule as it is stored. `time_zone` is settled; `next_fire_at` is null while it is paused."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)

    id: str
    time_zone: TimeZoneName
    state: ScheduleState = ScheduleState.ACTIVE
    author: Author
    next_fire_at: datetime | None
    created_at: datetime
    updated_at: datetime
