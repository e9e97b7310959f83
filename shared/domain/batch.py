"""A batch: messages to many people, one item a person, and what becomes of each."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from shared.domain.errors import Sentence
from shared.domain.follow_up_choice import FollowUpChoice
from shared.domain.generation import AUTO_ROLE, Id
from shared.domain.ids import derived_id
from shared.domain.imports import AS_OBJECTS
from shared.domain.item_problem import ItemProblem
from shared.domain.language import Format, Language, Register
from shared.domain.message import ProspectSummary
from shared.domain.principal import PrincipalKind, WorkspaceRole
from shared.domain.prospect import Prospect
from shared.domain.role import Line, RoleKey

MAX_PROSPECTS = 500
MAX_PROSPECT_IDS = 10_000
MAX_BUDGET_MICROS = 10**15


class BatchState(StrEnum):
    """Where a batch is. `paused` also when it stopped itself: `stopped_by` says why."""

    QUEUED = "queued"
    RUNNING = "running"
    PAUSED = "paused"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class StoppedBy(StrEnum):
    """Why a batch stopped without being told to: its own budget, or the model provider's quota."""

    BUDGET = "budget"
    QUOTA = "quota"


class OnDuplicate(StrEnum):
    """What happens to a person who already has a message in the format (rejected ones do not count): nothing; what is
    known of them is brought up to date; they get another message.
    """

    SKIP = "skip"
    UPDATE = "update"
    GENERATE = "generate"


class ItemState(StrEnum):
    """Where an item is. `done`: its message exists; `skipped`: `on_duplicate` asked for none, or there is nothing to
    follow up any more.
    """

    PENDING = "pending"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    SKIPPED = "skipped"


OPEN_STATES = (ItemState.PENDING, ItemState.RUNNING)


class ItemWishes(BaseModel, defer_build=True):
    """What one row asks of its message; null leaves it to the batch."""

    model_config = ConfigDict(populate_by_name=True)

    role: RoleKey | None = None
    format: Format | None = None
    language: Language | None = None
    register_: Register | None = Field(default=None, alias="register")


class BatchWishes(BaseModel, defer_build=True):
    """What a batch asks of every message whose row does not say otherwise."""

    model_config = ConfigDict(populate_by_name=True)

    role: RoleKey = AUTO_ROLE
    format: Format
    language: Language | None = None
    register_: Register | None = Field(default=None, alias="register")
    on_duplicate: OnDuplicate = OnDuplicate.SKIP


class BatchRequest(BatchWishes):
    """A batch, please. Exactly one of `import_id`, `prospects`, `prospect_ids` (stored people) and `follow_ups` says
    for whom.

    `budget_micros` is in millionths of the workspace's currency; null means no limit.
    """

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    name: Line
    import_id: Id | None = None
    prospects: Annotated[list[Prospect], Field(min_length=1, max_length=MAX_PROSPECTS)] | None = None
    prospect_ids: Annotated[list[Id], Field(min_length=1, max_length=MAX_PROSPECT_IDS)] | None = None
    follow_ups: FollowUpChoice | None = None
    budget_micros: Annotated[int, Field(strict=True, ge=1, le=MAX_BUDGET_MICROS)] | None = None
    dry_run: StrictBool = False

    @model_validator(mode="after")
    def _names_one_source(self) -> Self:
        given = [self.import_id, self.prospects, self.prospect_ids, self.follow_ups]
        if sum(value is not None for value in given) != 1:
            raise PydanticCustomError("one_source", "exactly one of import_id, prospects, prospect_ids and follow_ups")
        return self

    @property
    def wishes(self) -> BatchWishes:
        """What it asks of every message."""
        return BatchWishes.model_validate({name: getattr(self, name) for name in BatchWishes.model_fields})


class BatchRow(BaseModel, defer_build=True):
    """One person of a batch's source: a profile, the id of a stored one, or of the message that is followed up.

    `row` is the one that a spreadsheet shows. `repeated`: an earlier row is about the same person.
    """

    row: int
    prospect: Prospect | None = None
    prospect_id: str | None = None
    follows: str | None = None
    wishes: ItemWishes = ItemWishes()
    repeated: bool = False


class BatchChunk(BaseModel, defer_build=True):
    """Rows that came with the request itself, kept until they have become items."""

    rows: list[BatchRow]


class Author(BaseModel, defer_build=True):
    """On whose behalf a batch runs."""

    id: str
    kind: PrincipalKind
    role: WorkspaceRole


class BatchProgress(BaseModel, defer_build=True):
    """How far the items have been made.

    `chunk` and `offset` say which row of the source is next, `created` how many items there are. `unqueued` are rows
    whose items are stored and whose tasks may not be in the queue yet. `next_pass` numbers the passes of
    `advance_batch`, so that one of two chains ends.
    """

    chunk: int = 0
    offset: int = 0
    created: int = 0
    unqueued: list[int] = []
    next_pass: int = 0
    advanced_at: datetime


class BatchCounts(BaseModel, defer_build=True):
    """How many rows are in which state; together they are the batch's total."""

    pending: int = 0
    running: int = 0
    done: int = 0
    failed: int = 0
    cancelled: int = 0
    skipped: int = 0


class BatchTally(BaseModel, defer_build=True):
    """How a batch stands: its rows by state, and what its messages cost, in millionths of the batch's currency."""

    counts: BatchCounts
    cost_micros: int


class Batch(BaseModel, defer_build=True):
    """A batch as it is stored. How many items are in which state is counted, and kept only when nothing in it can
    move any more: `final`.

    `total` counts the people of the source, which lies in `chunks` chunks of rows; of an import, the rows that
    `import_revision` names. What was enqueued before `resumed_at` is enqueued anew; failures until
    `retry_failed_until` are tried again. `item_estimate_micros` is what one message is expected to cost at most.
    `warnings` are what whoever started it should know.
    `paused_seconds` is how long it stood still, apart from a pause since `paused_at`.
    """

    id: str
    name: str
    state: BatchState
    stopped_by: StoppedBy | None = None
    import_id: str | None = None
    import_revision: str | None = None
    imported_at: datetime | None = None
    schedule_id: str | None = None
    chunks: int
    wishes: BatchWishes
    budget_micros: int | None = None
    currency: str
    total: int
    author: Author
    progress: BatchProgress
    item_estimate_micros: int = 0
    warnings: Annotated[tuple[Sentence, ...], AS_OBJECTS] = ()
    paused_at: datetime | None = None
    paused_seconds: float = 0.0
    resumed_at: datetime | None = None
    retry_failed_until: datetime | None = None
    created_at: datetime
    started_at: datetime | None = None
    finished_at: datetime | None = None
    final: BatchTally | None = None

    @property
    def is_open(self) -> bool:
        """Whether its items move."""
        return self.state in (BatchState.QUEUED, BatchState.RUNNING)

    @property
    def has_all_items(self) -> bool:
        """Whether every row has become an item."""
        return self.progress.chunk >= self.chunks


class ItemClaim(BaseModel, defer_build=True):
    """The delivery that runs an item: its task, and which attempt of it."""

    task: str
    attempt: int


class ItemKey(NamedTuple):
    """Names one item of all workspaces."""

    workspace_id: str
    batch_id: str
    item_id: str


class BatchItem(BaseModel, defer_build=True):
    """One person of a batch. Its id is the message's too.

    `person` is what lists show, None until a stored person is read; `prospect` is the whole profile, kept until the
    message is there.
    `generation` counts the tasks that were made for it and `attempts` how often it was begun. Until `lease_until` an
    open item belongs to whoever enqueued or claimed it; `claim` is the delivery that runs it. `error` is the last one;
    `cost_micros` is what its message cost.
    """

    id: str
    row: int
    state: ItemState = ItemState.PENDING
    person: ProspectSummary | None = None
    prospect: Prospect | None = None
    prospect_id: str | None = None
    follows: str | None = None
    wishes: ItemWishes = ItemWishes()
    generation: int = 1
    attempts: int = 0
    lease_until: datetime | None = None
    claim: ItemClaim | None = None
    error: ItemProblem | None = None
    message_id: str | None = None
    cost_micros: int = 0
    created_at: datetime
    finished_at: datetime | None = None


def item_id(batch_id: str, row: int) -> str:
    """The id of a row's item and message: a repeated making of items meets what is there."""
    return derived_id("batch-item", batch_id, str(row))
