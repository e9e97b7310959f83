"""What became of a file of messages that were sent before."""

from typing import NamedTuple

from shared.domain.imports import ColumnMapping, RowError
from shared.domain.message import Message

MOST_MESSAGES = 2_000
"""One request imports at most so many; a longer file goes on where it stopped."""


class ImportedHistory(NamedTuple):
    """What a file came to.

    `imported` are messages that are new, `updated` those that were known and had something to add, `known` those that
    had nothing; `unusable` are rows without a person or a date. `next_row` is the row to go on with, None at the end.
    """

    rows: int
    imported: int
    updated: int
    known: int
    unusable: int
    new_people: int
    suppressed: int
    mapping: tuple[ColumnMapping, ...]
    errors: tuple[RowError, ...]
    error_count: int
    preview: tuple[Message, ...]
    next_row: int | None
