"""A statement that does the same to many rows at once.

Each statement gives Python's lock away; whoever has it then keeps it for up to 5 ms, in which the database's lock is
held for nothing (docs/decisions/0051-what-items-of-a-batch-share.md).
"""

import sqlite3
from collections.abc import Sequence

_MOST_ROWS = 32
"""sqlite3 keeps 128 compiled statements of a connection, and each number of rows makes another one."""


class Repeated:
    """`start`, then `row` for each of the rows, with `between` in between, then `end`."""

    def __init__(self, start: str, row: str, between: str, end: str = "") -> None:
        self._start, self._row, self._between, self._end = start, row, between, end
        self.once = self._of(1)

    def execute(self, connection: sqlite3.Connection, rows: Sequence[Sequence[object]]) -> None:
        """Execute it for the rows, at most 32 at a time."""
        for first in range(0, len(rows), _MOST_ROWS):
            chunk = rows[first : first + _MOST_ROWS]
            connection.execute(self._of(len(chunk)), [value for row in chunk for value in row])

    def _of(self, count: int) -> str:
        return self._start + self._between.join([self._row] * count) + self._end
