"""What a reader makes of a file: headings, and numbered rows of cells. The form that all kinds of file come to."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from shared.domain.errors import Sentence
from shared.domain.imports import SourceRow

Cell: TypeAlias = object
"""Text from a spreadsheet; any JSON value from a JSON file; None where there is nothing."""

MOST_COLUMNS = 500


class TableSource(NamedTuple):
    """A file as rows of cells.

    `headings` are unique; `rows` reads the file anew each time it is called, so that nobody needs all rows at once.
    """

    headings: tuple[str, ...]
    rows: Callable[[], Iterator[SourceRow]]
    warnings: tuple[Sentence, ...] = ()


class TableReader(NamedTuple):
    """Reads one kind of file: `recognizes` looks at its bytes and its name, `read` raises InvalidInputError."""

    recognizes: Callable[[bytes, str], bool]
    read: Callable[[bytes], TableSource]
