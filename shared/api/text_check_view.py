"""What the gate says to a text, as the API shows it (api.md, "POST /v1/checks")."""

from typing import Self

from pydantic import BaseModel

from shared.api.message_view import CheckView
from shared.domain.message import Claim, Fact, MessageStatus
from shared.domain.text import utf16_length
from shared.services.check_text import CheckedText


class TextCheckView(BaseModel, defer_build=True):
    """What the gate says to a text. Characters and spans count UTF-16 code units of the NFC text."""

    status: MessageStatus
    characters: int
    limit: int
    subject_characters: int | None
    subject_limit: int | None
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]
    checks: tuple[CheckView, ...]

    @classmethod
    def of(cls, checked: CheckedText, interface: str) -> Self:
        """The outcome with its sentences in the language `interface`."""
        subject = checked.draft.subject
        return cls(
            status=checked.examination.status,
            characters=utf16_length(checked.draft.body),
            limit=checked.limits.body,
            subject_characters=None if subject is None else utf16_length(subject),
            subject_limit=checked.limits.subject,
            facts=checked.facts,
            claims=checked.examination.claims,
            checks=tuple(CheckView.of(check, interface) for check in checked.examination.checks),
        )
