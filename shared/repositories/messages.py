"""Messages of a workspace, newest first."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from shared.domain.documents import Bound, Compare, Equal, Filter, IndexedValue
from shared.domain.language import Format, Language
from shared.domain.message import Message, MessageStatus
from shared.repositories.aggregate import Aggregate, Position, Slice, newest_first


class MessageFilter(NamedTuple):
    """Which messages a list shows; None means any. `created_from` is included, `created_before` is not."""

    role: str | None = None
    format: Format | None = None
    status: MessageStatus | None = None
    language: Language | None = None
    prompt: str | None = None
    prospect: str | None = None
    created_from: datetime | None = None
    created_before: datetime | None = None

    def as_filters(self) -> list[Filter]:
        """The same as the store takes it."""
        equal: list[Filter] = [
            Equal(name, value)
            for name in ("role", "format", "status", "language", "prompt", "prospect")
            if (value := getattr(self, name)) is not None
        ]
        if self.created_from is not None:
            equal.append(Compare("created_at", Bound.AT_LEAST, self.created_from))
        if self.created_before is not None:
            equal.append(Compare("created_at", Bound.BELOW, self.created_before))
        return equal


class Messages(Aggregate[Message]):
    """`workspaces/{w}/messages/{id}`."""

    collection = "messages"
    model = Message
    indexes = newest_first("messages", "role", "format", "status", "language", "prompt", "prospect")

    def _indexed(self, entry: Message, /) -> Mapping[str, IndexedValue]:
        return {
            "role": entry.role.key,
            "format": entry.format.value,
            "status": entry.status.value,
            "language": entry.language.value,
            "prompt": entry.prompt.id,
            "prospect": entry.prospect.id,
            "created_at": entry.created_at,
        }

    def newest(self, filter_: MessageFilter, after: Position | None, limit: int) -> Slice[Message]:
        """A page of the messages that pass the filter, newest first."""
        return self.page(filter_.as_filters(), after, limit)
