"""What a reader makes of a file: headings, and numbered rows of cells. The form that all kinds of file come to."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from shared.domain.errors import Sentence
from shared.domain.imports import RowError

Cell: TypeAlias = object
"""Text from a spreadsheet; any JSON value from a JSON file; None where there is nothing."""

MOST_ROWS = 50_000
MOST_COLUMNS = 500
MOST_BYTES = 20 * 1024 * 1024


class SourceRow(NamedTuple):
    """A row as the file has it, in the order of the headings; it may be shorter than them."""

    number: int
    cells: Sequence[Cell]


class TableSource(NamedTuple):
    """A file as rows of cells.

    `headings` are unique; `rows` reads the file anew each time it is called, so that nobody needs all rows at once.
    `errors` are lines that are no rows at all.
    """

    headings: tuple[str, ...]
    rows: Callable[[], Iterator[SourceRow]]
    warnings: tuple[Sentence, ...] = ()
    errors: tuple[RowError, ...] = ()


class TableReader(NamedTuple):
    """Reads one kind of file: `recognizes` looks at its bytes and its name, `read` raises InvalidInputError."""

    recognizes: Callable[[bytes, str], bool]
    read: Callable[[bytes], TableSource]
