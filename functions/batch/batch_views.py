"""Batches as the API shows them (api.md, "Batches")."""

import hashlib
from datetime import datetime
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from shared.api.pagination import PageQuery
from shared.domain.batch import (
    MAX_BUDGET_MICROS,
    BatchCounts,
    BatchItem,
    BatchState,
    ItemState,
    OnDuplicate,
    StoppedBy,
)
from shared.domain.generation import Id
from shared.domain.item_problem import ItemProblem
from shared.domain.language import Format, Language, Register
from shared.services.estimate_batch import BatchEstimate
from shared.services.list_batches import BatchStatus


class BatchPath(BaseModel):
    """Names one batch."""

    id: Id


class BatchQuery(PageQuery):
    """Filters of the batches; each left out means any."""

    state: BatchState | None = None


class ItemQuery(PageQuery):
    """Filters of a batch's items; each left out means any."""

    state: ItemState | None = None


class ResumeQuery(BaseModel):
    """How a batch goes on: with another budget, in millionths of its currency, or as before."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    budget_micros: int | None = Field(default=None, ge=1, le=MAX_BUDGET_MICROS)


class BatchView(BaseModel):
    """A batch and how far it has come. Money is in millionths of `currency`; `warnings` are for whoever starts it."""

    model_config = ConfigDict(populate_by_name=True)

    id: str
    name: str
    state: BatchState
    stopped_by: StoppedBy | None
    import_id: str | None
    schedule_id: str | None
    role: str
    format: Format
    language: Language | None
    register_: Register | None = Field(alias="register")
    on_duplicate: OnDuplicate
    total: int
    counts: BatchCounts
    budget_micros: int | None
    cost_micros: int
    currency: str
    eta_seconds: int | None
    poll_after_ms: int | None
    warnings: list[str]
    created_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, status: BatchStatus, interface: str) -> Self:
        """The batch in one flat object, with its sentences in the language `interface`."""
        batch, wishes = status.batch, status.batch.wishes
        return cls(
            id=batch.id,
            name=batch.name,
            state=batch.state,
            stopped_by=batch.stopped_by,
            import_id=batch.import_id,
            schedule_id=batch.schedule_id,
            **dict(wishes),
            total=batch.total,
            counts=status.tally.counts,
            budget_micros=batch.budget_micros,
            cost_micros=status.tally.cost_micros,
            currency=batch.currency,
            eta_seconds=None if status.eta is None else round(status.eta.total_seconds()),
            poll_after_ms=status.poll_after_ms,
            warnings=[warning.in_language(interface) for warning in batch.warnings],
            created_at=batch.created_at,
            finished_at=batch.finished_at,
        )

    @property
    def tag(self) -> str:
        """A weak ETag: what the batch has come to, without the guesses that change while nothing happens."""
        settled = self.model_dump_json(exclude={"eta_seconds", "poll_after_ms"})
        return f'W/"{hashlib.sha256(settled.encode()).hexdigest()[:32]}"'


class ItemProblemField(BaseModel):
    """What is wrong with one field of the item: where, as a JSON Pointer, and why."""

    pointer: str
    detail: str


class ItemProblemView(BaseModel):
    """Why an item failed, or what its last attempt met (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[ItemProblemField, ...]

    @classmethod
    def of(cls, problem: ItemProblem, interface: str) -> Self:
        """The problem with its sentences in the language `interface`."""
        return cls(
            type=f"/problems/{problem.code}",
            title=problem.title.in_language(interface),
            status=problem.status,
            detail=problem.sentence.in_language(interface),
            errors=tuple(
                ItemProblemField(pointer=field.pointer, detail=field.sentence.in_language(interface))
                for field in problem.errors
            ),
        )


class ItemPerson(BaseModel):
    """Whom an item is for; `id` is null until the person is stored."""

    id: str | None
    full_name: str
    title: str | None
    company: str | None


class ItemView(BaseModel):
    """One person of a batch; `row` is the one that a spreadsheet shows. `message_id` is set once it is done."""

    id: str
    row: int
    state: ItemState
    prospect: ItemPerson | None
    attempts: int
    error: ItemProblemView | None
    message_id: str | None
    cost_micros: int
    finished_at: datetime | None

    @classmethod
    def of(cls, item: BatchItem, interface: str) -> Self:
        """The item with its sentences in the language `interface`."""
        person = item.person
        return cls(
            id=item.id,
            row=item.row,
            state=item.state,
            prospect=None if person is None else ItemPerson(**{**person.model_dump(), "id": person.id or None}),
            attempts=item.attempts,
            error=None if item.error is None else ItemProblemView.of(item.error, interface),
            message_id=item.message_id,
            cost_micros=item.cost_micros,
            finished_at=item.finished_at,
        )


class BatchEstimateView(BaseModel):
    """What a batch would take, from a sample of its people: `failing` of the `sampled` would get no message.

    As if nobody in it had a message yet; tokens are estimates, money is in millionths of `currency`. `provider`,
    `model` and `currency` are null if the whole sample fails.
    """

    total: int
    sampled: int
    failing: int
    provider: str | None
    model: str | None
    input_tokens: int
    output_tokens: int
    cost_micros: int
    currency: str | None
    warnings: list[str]

    @classmethod
    def of(cls, estimate: BatchEstimate, interface: str) -> Self:
        """The estimate in one flat object, with its sentences in the language `interface`."""
        writing = estimate.writing
        return cls(
            total=estimate.total,
            sampled=estimate.sampled,
            failing=estimate.failing,
            provider=None if writing is None else writing.provider,
            model=None if writing is None else writing.model,
            input_tokens=estimate.input_tokens,
            output_tokens=estimate.output_tokens,
            cost_micros=estimate.cost_micros,
            currency=None if writing is None else writing.currency,
            warnings=[warning.in_language(interface) for warning in estimate.warnings],
        )
