"""A message as the API shows it (api.md, "POST /v1/generations")."""

from datetime import datetime
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.language import Format, Language, Register
from shared.domain.message import (
    Approval,
    Check,
    CheckVerdict,
    Claim,
    Draft,
    Fact,
    Message,
    MessageStatus,
    PromptUse,
    ProspectSummary,
    Rejection,
    RoleMatch,
    Span,
    WriterUse,
)
from shared.domain.outcome import Milestones
from shared.domain.thread import ThreadPlace


class CheckView(BaseModel):
    """One check's answer; `detail` is a sentence in the language of the interface (Accept-Language). `refers_to` is the
    message that a near-duplicate repeats; null elsewhere.
    """

    name: str
    verdict: CheckVerdict
    detail: str
    spans: tuple[Span, ...]
    refers_to: str | None

    @classmethod
    def of(cls, check: Check, interface: str) -> Self:
        """The check with its sentence in the language `interface`."""
        return cls(
            name=check.name,
            verdict=check.verdict,
            detail=check.detail.in_language(interface),
            spans=check.spans,
            refers_to=check.refers_to,
        )


class MessageView(BaseModel):
    """A whole message. Characters and spans count UTF-16 code units of the NFC text.

    `before_edit` is the text as it was generated, where a person changed it, and `changed_share` how much of it they
    changed, from 0 to 1. `milestones` says when each thing first happened after sending.
    """

    model_config = ConfigDict(populate_by_name=True)

    id: str
    status: MessageStatus
    role: RoleMatch
    format: Format
    language: Language
    register_: Register | None = Field(alias="register")
    subject: str | None
    body: str
    characters: int
    limit: int
    subject_characters: int | None
    subject_limit: int | None
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    checks: tuple[CheckView, ...]
    fingerprint: str
    prompt: PromptUse
    writer: WriterUse
    prospect: ProspectSummary
    batch_id: str | None
    experiment_id: str | None
    author: str
    assignee: str | None
    before_edit: Draft | None
    changed_share: float
    approval: Approval | None
    rejection: Rejection | None
    milestones: Milestones
    replaces: str | None
    thread: ThreadPlace
    created_at: datetime
    updated_at: datetime

    @classmethod
    def of(cls, message: Message, interface: str) -> Self:
        """The message with its sentences in the language `interface`."""
        stored = {name: getattr(message, name) for name in cls.model_fields if name != "checks"}
        checks = tuple(CheckView.of(check, interface) for check in message.checks)
        return cls(**stored, checks=checks)
