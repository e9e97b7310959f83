"""Which messages a list shows."""

from datetime import datetime
from typing import NamedTuple

from shared.domain.documents import Bound, Compare, Equal, Filter
from shared.domain.language import Format, Language
from shared.domain.message import MessageStatus

FILTERS = (
    "role",
    "format",
    "status",
    "language",
    "prompt",
    "variant",
    "experiment",
    "prospect",
    "batch",
    "author",
    "assignee",
    "company_key",
    "sent_day",
)
"""The fields that a list of messages can be narrowed by, in any combination."""


class MessageFilter(NamedTuple):
    """Which messages a list shows; None means any. `created_from` is included, `created_before` is not.

    `unassigned` asks for messages that nobody is to look after.
    """

    role: str | None = None
    format: Format | None = None
    status: MessageStatus | None = None
    language: Language | None = None
    prompt: str | None = None
    variant: str | None = None
    experiment: str | None = None
    prospect: str | None = None
    batch: str | None = None
    author: str | None = None
    assignee: str | None = None
    unassigned: bool = False
    company_key: str | None = None
    sent_day: str | None = None
    created_from: datetime | None = None
    created_before: datetime | None = None

    def as_filters(self) -> list[Filter]:
        """The same as the store takes it."""
        found: list[Filter] = [Equal(name, value) for name in FILTERS if (value := getattr(self, name)) is not None]
        if self.unassigned:
            found.append(Equal("assignee", None))
        if self.created_from is not None:
            found.append(Compare("created_at", Bound.AT_LEAST, self.created_from))
        if self.created_before is not None:
            found.append(Compare("created_at", Bound.BELOW, self.created_before))
        return found
