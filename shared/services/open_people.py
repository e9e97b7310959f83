"""From what somebody uploads or pastes to a table of people, whatever the kind."""

from typing import NamedTuple

from shared.domain.imports import SourceKind
from shared.importing.table import OpenTable, open_table


class Upload(NamedTuple):
    """A file with its name, or a text that somebody pasted."""

    data: bytes
    filename: str | None = None
    pasted: bool = False


class OpenPeople:
    """The reader of every kind of upload."""

    def __call__(self, upload: Upload) -> tuple[SourceKind, OpenTable]:
        """The kind of source, and its table with the columns mapped and the rows not read yet.

        Raises InvalidInputError for what is empty, too large, or of no kind that is read here.
        """
        return SourceKind.CSV, open_table(upload.data, upload.filename)
