"""What the routes of `history` read from a request and answer, where it is not a value of the domain itself."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from functions.history.allowance_routes import AllowanceView
from shared.api.inner_problem import inner_problem
from shared.api.message_view import MessageView
from shared.api.pagination import Page, PageQuery
from shared.api.problems import Problem
from shared.domain.generation import Id
from shared.domain.language import Format, Language
from shared.domain.message import MessageStatus
from shared.domain.outcome import Outcome, OutcomeKind, Sentiment
from shared.domain.prospect import Prospect, StoredProspect
from shared.domain.role import RoleKey
from shared.services.approve_message import Reason
from shared.services.approve_messages import MAX_AT_ONCE, Answered, SeenMessages
from shared.services.list_messages import MessageSelection
from shared.services.record_outcome import Account

Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(9000, 1, 1))]
MemberId = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Za-z0-9_-]{1,128}$")]
Typed = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class MessageFilterBody(BaseModel):
    """Filters of the history; each left out means any. Days are the workspace's, both included.

    `q` is what somebody types to find a person, a company or, in a small enough history, a text. `assignee` may be
    "none": messages that nobody is to look after.
    """

    model_config = ConfigDict(extra="forbid")

    role: RoleKey | None = None
    format: Format | None = None
    status: MessageStatus | None = None
    language: Language | None = None
    batch: Id | None = None
    variant: Annotated[str, StringConstraints(max_length=100)] | None = None
    experiment: Id | None = None
    prompt: Id | None = None
    author: MemberId | None = None
    assignee: MemberId | None = None
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None
    q: Typed | None = None

    @property
    def selection(self) -> MessageSelection:
        """The same as the service takes it."""
        return MessageSelection(
            role=self.role,
            format=self.format,
            status=self.status,
            language=self.language,
            batch=self.batch,
            variant=self.variant,
            experiment=self.experiment,
            prompt=self.prompt,
            author=self.author,
            assignee=self.assignee,
            first_day=self.from_,
            last_day=self.to,
            typed=self.q,
        )


class MessageQuery(MessageFilterBody, PageQuery):
    """The filters, and which page."""


class MessagePage(Page[MessageView]):
    """One page of messages. `truncated` says that only part of what `q` could be in was looked through: names and
    companies but no texts, or not all of them; narrower filters, or the next page, find the rest.
    """

    truncated: bool


class MessagePath(BaseModel):
    """Names one message."""

    id: Id


class OutcomeView(BaseModel):
    """One outcome of a message."""

    id: str
    message_id: str
    kind: OutcomeKind | None
    sentiment: Sentiment | None
    occurred_at: datetime
    account: str | None
    note: str | None
    return_date: date | None
    corrects: str | None
    by: str
    recorded_at: datetime

    @classmethod
    def of(cls, outcome: Outcome) -> Self:
        """The outcome as the API shows it."""
        return cls(**outcome.model_dump())


class NotedOutcome(OutcomeView):
    """The outcome that was noted. `allowances` is how the caller stands now, where it was `sent`; null elsewhere."""

    allowances: list[AllowanceView] | None


class OutcomeList(BaseModel):
    """Every outcome of one message, in the order in which they were noted, those that were taken back included."""

    items: list[OutcomeView]


class ManyApprovals(BaseModel):
    """Which messages are approved: those named, each with the text that was seen, or all ready ones of a filter."""

    model_config = ConfigDict(extra="forbid")

    items: SeenMessages | None = None
    filter: MessageFilterBody | None = None

    @model_validator(mode="after")
    def _chooses_one_way(self) -> Self:
        _require_one(self.items, self.filter)
        return self


class NamedMessage(BaseModel):
    """One message by its id."""

    model_config = ConfigDict(extra="forbid")

    id: Id


class ChosenMessages(BaseModel):
    """Messages by their ids, or the newest 500 of a filter."""

    model_config = ConfigDict(extra="forbid")

    items: Annotated[list[NamedMessage], Field(min_length=1, max_length=MAX_AT_ONCE)] | None = None
    filter: MessageFilterBody | None = None

    @model_validator(mode="after")
    def _chooses_one_way(self) -> Self:
        _require_one(self.items, self.filter)
        return self

    @property
    def ids(self) -> list[str] | None:
        """Those that are named; None where a filter chooses."""
        return None if self.items is None else [one.id for one in self.items]


class ManyAssignments(ChosenMessages):
    """Which messages are given to whom; to nobody, if `assignee` is null."""

    assignee: MemberId | None


class ManyRejections(ChosenMessages):
    """Which messages are given up, and why, if somebody wants to say so."""

    reason: Reason | None = None


class ManySendings(ChosenMessages):
    """Which approved messages were sent, from which account, and when; now, if that is left out."""

    account: Account | None = None
    occurred_at: AwareDatetime | None = None


class AnsweredMessage(BaseModel):
    """What came of one message of many: its status now, or why it was left alone; the other one is null."""

    id: str
    status: MessageStatus | None
    problem: Problem | None

    @classmethod
    def of(cls, answered: Answered) -> Self:
        """The answer as the API shows it, with sentences in the language of the interface."""
        problem = answered.problem and inner_problem(answered.problem)
        return cls(id=answered.id, status=answered.message and answered.message.status, problem=problem)


class ManyAnswers(BaseModel):
    """An answer for each message. `truncated` says that a filter chose more than were done: ask again for the rest."""

    items: Sequence[AnsweredMessage]
    truncated: bool


class ManySent(ManyAnswers):
    """The same of messages that were marked as sent. `allowances` is how the caller stands now."""

    allowances: list[AllowanceView]


class ProspectQuery(PageQuery):
    """Filters of the prospects; each left out means any. `q` is an e-mail or LinkedIn address, or the beginnings of
    words of a name and a company.
    """

    role: RoleKey | None = None
    q: Typed | None = None


class ProspectView(Prospect):
    """A person as the workspace knows them: the fields of a prospect, and where they stand."""

    model_config = ConfigDict(extra="forbid")

    id: str
    role: str | None
    assignee: str | None
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, stored: StoredProspect) -> "ProspectView":
        """The stored person in one flat object."""
        known = {name: getattr(stored.prospect, name) for name in Prospect.model_fields}
        return cls.model_construct(
            **known,
            id=stored.id,
            role=stored.role,
            assignee=stored.assignee,
            created_at=stored.created_at,
            updated_at=stored.updated_at,
        )


def _require_one(*choices: object) -> None:
    if sum(choice is not None for choice in choices) != 1:
        raise PydanticCustomError("one_choice", "exactly one of items and filter is needed")
