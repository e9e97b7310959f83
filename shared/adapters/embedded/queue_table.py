"""The table of the embedded queue: what waits, what is being delivered, and which names were done lately.

A task that is being delivered when its process dies is found as such at the next start and delivered again: as in Cloud
Tasks an attempt counts when it begins, so that a task that kills its process is not tried for ever.
"""

import json
import sqlite3
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from shared.adapters.embedded.sqlite_file import SqliteFile
from shared.domain.tasks import QueueName, Task

SCHEMA = """
CREATE TABLE IF NOT EXISTS tasks (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, queue TEXT NOT NULL, path TEXT NOT NULL,
    payload TEXT NOT NULL, headers TEXT NOT NULL, state TEXT NOT NULL, due REAL NOT NULL,
    attempts INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS tasks_due ON tasks (queue, state, due);
"""

REMEMBERED_SECONDS = 3600.0
"""How long the name of a finished task is known: Cloud Tasks says about an hour."""

_WAITING, _DELIVERING, _OVER = "waiting", "delivering", "over"

_INSERT = """
INSERT INTO tasks (name, queue, path, payload, headers, state, due, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, 0)
ON CONFLICT (name) DO NOTHING"""
_CLAIM = """
UPDATE tasks SET state = ?, attempts = attempts + 1 WHERE number IN
(SELECT number FROM tasks WHERE queue = ? AND state = ? AND due <= ? ORDER BY due, number LIMIT ?)
RETURNING number, name, queue, path, payload, headers, due, attempts"""
_RECOVER = """
UPDATE tasks SET state = ? WHERE queue IN (?, ?) AND state = ? AND number NOT IN (SELECT value FROM json_each(?))"""
_END = "UPDATE tasks SET state = ?, due = ?, payload = '' WHERE number = ?"
_AGAIN = "UPDATE tasks SET state = ?, due = ?, attempts = attempts - ? WHERE number = ?"
_FORGET = "DELETE FROM tasks WHERE queue IN (?, ?) AND state = ? AND due < ?"
_NEXT_DUE = "SELECT min(due) FROM tasks WHERE queue = ? AND state = ?"


class ClaimedTask(NamedTuple):
    """A task that is to be delivered now; `attempt` counts from 1, `due` is in seconds since 1970."""

    number: int
    name: str
    queue: QueueName
    path: str
    payload: str
    headers: str
    due: float
    attempt: int


class Settled(NamedTuple):
    """How a delivery ended: the task is over, or, with `again_at` in seconds since 1970, it is tried again. One that
    was not begun counts for no attempt.
    """

    number: int
    again_at: float | None = None
    was_begun: bool = True


class QueueTable:
    """The table, in the file of the embedded store. Times are seconds since 1970."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file
        with file.writing() as connection:
            for statement in filter(str.strip, SCHEMA.split(";")):
                connection.execute(statement)

    def put(self, tasks: Sequence[Task], headers: str, now: float) -> None:
        """Add the tasks whose names are not known, and forget the names that were over long ago."""
        rows = [_row(task, headers, now) for task in tasks]

        def change(connection: sqlite3.Connection) -> None:
            connection.executemany(_INSERT, rows)
            connection.execute(_FORGET, (*QueueName, _OVER, now - REMEMBERED_SECONDS))

        self._file.write(change)

    def recover(self, in_hand: Collection[int]) -> int:
        """Let what is being delivered by nobody wait for delivery again, all but the numbers `in_hand`; how many that
        are. A process that died leaves such tasks, and so does a claim that was committed and not told so.
        """
        with self._file.writing() as connection:
            known = (_WAITING, *QueueName, _DELIVERING, json.dumps(sorted(in_hand)))
            return connection.execute(_RECOVER, known).rowcount

    def settle_and_claim(
        self, settled: Collection[Settled], wanted: dict[QueueName, int], now: float
    ) -> list[ClaimedTask]:
        """Note how deliveries ended and claim as many due tasks of each queue as are wanted, in one commit."""

        def change(connection: sqlite3.Connection) -> list[ClaimedTask]:
            for one in settled:
                _settle(connection, one, now)
            claims = (_claim(connection, queue, limit, now) for queue, limit in wanted.items())
            return [task for claimed in claims for task in claimed]

        return self._file.write(change)

    def next_due(self, queue: QueueName) -> float | None:
        """When the next waiting task of the queue is due; None if nothing waits."""
        with self._file.reading() as connection:
            (due,) = connection.execute(_NEXT_DUE, (queue.value, _WAITING)).fetchone()
        return None if due is None else float(due)

    def waiting(self) -> int:
        """How many tasks are not over."""
        with self._file.reading() as connection:
            (count,) = connection.execute("SELECT count(*) FROM tasks WHERE state <> ?", (_OVER,)).fetchone()
        return int(count)


def _row(task: Task, headers: str, now: float) -> tuple[object, ...]:
    due = now if task.schedule_at is None else max(now, _seconds(task.schedule_at))
    payload = json.dumps(dict(task.payload), ensure_ascii=False, separators=(",", ":"))
    return task.name, task.queue.value, task.path, payload, headers, _WAITING, due


def _settle(connection: sqlite3.Connection, settled: Settled, now: float) -> None:
    if settled.again_at is None:
        connection.execute(_END, (_OVER, now, settled.number))
    else:
        connection.execute(_AGAIN, (_WAITING, settled.again_at, not settled.was_begun, settled.number))


def _claim(connection: sqlite3.Connection, queue: QueueName, limit: int, now: float) -> list[ClaimedTask]:
    rows = connection.execute(_CLAIM, (_DELIVERING, queue.value, _WAITING, now, limit)).fetchall()
    return [ClaimedTask(number, name, QueueName(kind), *rest) for number, name, kind, *rest in rows]


def _seconds(moment: datetime) -> float:
    return moment.timestamp()
