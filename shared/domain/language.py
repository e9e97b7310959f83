"""The languages, registers and formats of messages, and the limits of each format.

Limits are characters in UTF-16 code units. LinkedIn's are those of its help pages as of November 2026; the
e-mail's are the product's own.
"""

from enum import StrEnum
from typing import NamedTuple


class Language(StrEnum):
    """A language that messages are written in."""

    ES = "es"
    EN = "en"


class Register(StrEnum):
    """How Spanish addresses the reader. English has none: there it is null."""

    TU = "tu"
    USTED = "usted"
    VOS = "vos"


class Format(StrEnum):
    """A kind of message."""

    LINKEDIN_NOTE = "linkedin_note"
    LINKEDIN_MESSAGE = "linkedin_message"
    LINKEDIN_INMAIL = "linkedin_inmail"
    EMAIL = "email"

    @property
    def has_subject(self) -> bool:
        """Whether messages of this format carry a subject."""
        return self in (Format.LINKEDIN_INMAIL, Format.EMAIL)


class LinkedinTier(StrEnum):
    """The kind of LinkedIn account that the workspace's people use; it decides the length of a note."""

    FREE = "free"
    PREMIUM = "premium"


class Limits(NamedTuple):
    """The hard limits of one message, and the length that good ones keep to, in UTF-16 code units."""

    body: int
    advised: int
    subject: int | None = None


_NOTE = {LinkedinTier.FREE: Limits(body=200, advised=200), LinkedinTier.PREMIUM: Limits(body=300, advised=200)}
_OTHERS = {
    Format.LINKEDIN_MESSAGE: Limits(body=3000, advised=600),
    Format.LINKEDIN_INMAIL: Limits(body=1900, advised=400, subject=200),
    Format.EMAIL: Limits(body=3000, advised=900, subject=60),
}


def limits_of(format_: Format, tier: LinkedinTier) -> Limits:
    """The limits that a message of this format has in a workspace of this LinkedIn tier."""
    return _NOTE[tier] if format_ is Format.LINKEDIN_NOTE else _OTHERS[format_]
