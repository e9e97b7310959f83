"""A message and everything that it rests on: facts, claims, checks, the prompt, the writer and its cost."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.errors import Sentence
from shared.domain.language import Format, Language, Register
from shared.domain.message_text import BodyText, SubjectText
from shared.domain.outcome import Milestones
from shared.domain.text import fingerprint, utf16_length
from shared.domain.thread import ThreadPlace


class MessageStatus(StrEnum):
    """Where a message is in its life (data-model.md): outcomes stand beside it, and only after `sent`."""

    READY = "ready"
    NEEDS_REVIEW = "needs_review"
    APPROVED = "approved"
    SENT = "sent"
    REJECTED = "rejected"


UNSENT = (MessageStatus.READY, MessageStatus.NEEDS_REVIEW, MessageStatus.APPROVED)
"""Those that may still be sent."""


class Fact(BaseModel):
    """One thing that is true of the prospect, or of us.

    `field` is where it comes from: "title", "experience[0].company", "posts[1]", "custom.evento", "proof_points[0]".
    """

    model_config = ConfigDict(frozen=True)

    id: str
    field: str
    text: str


class Part(StrEnum):
    """The part of a message that a span lies in."""

    SUBJECT = "subject"
    BODY = "body"


class Span(BaseModel):
    """A stretch of the subject or the body, [start, end) in UTF-16 code units of the NFC text."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    part: Part = Field(alias="in")
    start: int
    end: int


class ClaimVerdict(StrEnum):
    """What the facts say to a claim."""

    VERIFIED = "verified"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"


class Claim(BaseModel):
    """Something that the message says about the person or about us, and the facts that decide it.

    `kind` says what is claimed: name, company, title, place, school, technology, product, number, amount, date,
    duration, quotation, post, ourselves.
    """

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    text: str
    part: Part = Field(alias="in")
    start: int
    end: int
    kind: str
    verdict: ClaimVerdict
    facts: tuple[str, ...] = ()


class CheckVerdict(StrEnum):
    """What one check of the gate says."""

    PASS = "pass"
    WARN = "warn"
    BLOCK = "block"


class Check(BaseModel):
    """One check's answer: a sentence that a salesperson understands, and what to highlight. `refers_to` is the other
    message that it speaks of, if it does; that one may be gone by now.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    verdict: CheckVerdict
    detail: Sentence
    spans: tuple[Span, ...] = ()
    refers_to: str | None = None


class Draft(BaseModel):
    """A subject and a body, each in its one form; `subject` is null for formats without one."""

    model_config = ConfigDict(frozen=True)

    subject: SubjectText | None = None
    body: BodyText


class RoleMatch(BaseModel):
    """The role that a message was written for and how it was found.

    `matched_by`: "request" (named by the caller), "title", "headline", or "default" (no pattern knew the title).
    """

    key: str
    matched_by: Literal["request", "title", "headline", "default"]


class PromptUse(BaseModel):
    """The prompt version behind a message, and its variant in an experiment (null outside one)."""

    id: str
    version: int
    variant: str | None = None


IMPORTED = "import"
"""The provider of messages that this product did not write; they cost nothing and count as sent, never as generated."""


class WriterUse(BaseModel):
    """Which writer wrote a message and what that cost; tokens and cost add up over all attempts."""

    provider: str
    model: str
    input_tokens: int
    output_tokens: int
    cost_micros: int
    currency: str
    latency_ms: int
    attempts: int


class ProspectSummary(BaseModel):
    """What a list shows of the person."""

    id: str
    full_name: str
    title: str | None = None
    company: str | None = None


class Approval(BaseModel):
    """Who approved exactly this text, and when.

    `reason` is what was written where checks blocked, and `overridden` names those checks.
    """

    model_config = ConfigDict(frozen=True)

    by: str
    at: datetime
    fingerprint: str
    reason: str | None = None
    overridden: tuple[str, ...] = ()


class Rejection(BaseModel):
    """Who rejected a message, when, and why if they said so."""

    model_config = ConfigDict(frozen=True)

    by: str
    at: datetime
    reason: str | None = None


class ComparedMessage(BaseModel, defer_build=True):
    """What a message is compared with another text by: a small part of it, quick to read."""

    id: str
    status: MessageStatus
    body: str
    facts: tuple[Fact, ...] = ()
    prospect: ProspectSummary
    batch_id: str | None = None


class Message(BaseModel):
    """One message as it is stored. Whoever changes one writes it with `shared.repositories.messages.Messages.writing`.

    `first_draft` is what the writer answered first, kept where a repair changed the text, with the checks that it
    failed; `before_edit` is the text as it was generated, kept where a person changed it, and `changed_share` says how
    much of it they changed, from 0 to 1. `replaces` names
    the message whose place this one took. `created_day` and `sent_day` are the days, as the workspace counted them
    then, on which the message is counted; `review_checks` are the checks that blocked when it was generated.
    `imported_at` is when its person came with a file, if its batch was made of one.
    `near_key` is what texts like this one are found by in the batch (`shared.gate.likeness`); null for one that is not
    compared.
    """

    model_config = ConfigDict(populate_by_name=True)

    id: str
    status: MessageStatus
    role: RoleMatch
    format: Format
    language: Language
    register_: Register | None = Field(alias="register")
    subject: str | None = None
    body: str
    limit: int
    subject_limit: int | None = None
    facts: tuple[Fact, ...] = ()
    claims: tuple[Claim, ...] = ()
    checks: tuple[Check, ...] = ()
    near_key: str | None = None
    first_draft: Draft | None = None
    first_checks: tuple[Check, ...] = ()
    before_edit: Draft | None = None
    changed_share: float = 0.0
    review_checks: tuple[str, ...] = ()
    instructions: str | None = None
    prompt: PromptUse
    template_id: str | None = None
    writer: WriterUse
    prospect: ProspectSummary
    batch_id: str | None = None
    experiment_id: str | None = None
    replaces: str | None = None
    thread: ThreadPlace = ThreadPlace()
    usage_block: str | None = None
    imported_at: datetime | None = None
    author: str
    assignee: str | None = None
    approval: Approval | None = None
    rejection: Rejection | None = None
    milestones: Milestones = Milestones()
    created_at: datetime
    updated_at: datetime
    created_day: date
    sent_day: date | None = None

    @property
    def fingerprint(self) -> str:
        """What an approval is bound to."""
        return fingerprint(self.subject, self.body)

    @property
    def characters(self) -> int:
        """The body's length in UTF-16 code units."""
        return utf16_length(self.body)

    @property
    def subject_characters(self) -> int | None:
        """The subject's length in UTF-16 code units; null without a subject."""
        return None if self.subject is None else utf16_length(self.subject)
