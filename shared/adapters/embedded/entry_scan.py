"""Reads from the table of index entries the documents that a plan asks for, in order.

Streams are intersected in rounds. The stream whose next entries reach farthest holds the fewest of them here, so it
leads: SQLite walks its entries up to that point and looks each one up in the other streams. A long barren stretch of
one stream is thus passed at the price of the few entries of another, and a leader that turns dense loses the lead.
"""

import heapq
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from shared.adapters.embedded.index_keys import AFTER_ALL, after_prefix
from shared.adapters.embedded.query_plan import Plan

_FIRST_STRIDE = 64
_LAST_STRIDE = 4096
_ALL = -1  # SQLite's word for no limit

_COUNT = """
SELECT count(*) FROM (
    SELECT 1 FROM entries AS entry
    WHERE entry.number = ? AND entry.collection = ? AND entry.key >= ? AND entry.key < ? LIMIT ?)"""
_MILESTONE = """
SELECT substr(entry.key, ?) FROM entries AS entry
WHERE entry.number = ? AND entry.collection = ? AND entry.key >= ? AND entry.key < ?
ORDER BY entry.key LIMIT 1 OFFSET ?"""
_WALK = """
SELECT substr(entry.key, ?) AS rest, entry.document AS document FROM entries AS entry
WHERE entry.number = ? AND entry.collection = ? AND entry.key >= ? AND entry.key < ?"""
_IN_OTHER = """
AND EXISTS (SELECT 1 FROM entries AS other
            WHERE other.number = ? AND other.collection = ? AND other.key = CAST(? || substr(entry.key, ?) AS BLOB))"""
_IN_ORDER = " ORDER BY entry.key"
_BACKWARDS = " ORDER BY entry.key DESC"


class Place(NamedTuple):
    """Where a stream lies: the index's number, the collection's number and what its keys begin with."""

    number: int
    collection: int
    prefix: bytes

    @property
    def rest(self) -> int:
        """Where the rest of a key begins, as SQL counts."""
        return len(self.prefix) + 1

    def stretch(self, start: bytes, stop: bytes) -> tuple[int, int, bytes, bytes]:
        """The values that WHERE takes for the keys whose rest is from `start` on and before `stop`."""
        end = after_prefix(self.prefix) if stop == AFTER_ALL else self.prefix + stop
        return self.number, self.collection, self.prefix + start, end


Alternatives = Sequence[Sequence[Place]]


def matches(
    connection: sqlite3.Connection, alternatives: Alternatives, plan: Plan, limit: int | None = None
) -> Iterator[int]:
    """The numbers of the documents that match, in the plan's order; of more than `limit` the first so many."""
    if limit is not None and len(alternatives) > 1 and all(len(places) == 1 for places in alternatives):
        return _first(connection, [places[0] for places in alternatives], plan, limit)
    found = [_common(connection, places, plan) for places in alternatives]
    return (document for _, document in heapq.merge(*found))


def _first(connection: sqlite3.Connection, places: Sequence[Place], plan: Plan, limit: int) -> Iterator[int]:
    """In one statement: each one gives the interpreter away, and an In of thirty values would do so sixty times."""
    walk = f"SELECT * FROM ({_WALK}{_IN_ORDER} LIMIT ?)"  # noqa: S608
    statement = f"SELECT document FROM ({' UNION ALL '.join([walk] * len(places))}) ORDER BY rest LIMIT ?"  # noqa: S608
    values = [value for place in places for value in (place.rest, *place.stretch(plan.start, plan.stop), limit)]
    return (document for (document,) in connection.execute(statement, [*values, limit]))


def count(connection: sqlite3.Connection, alternatives: Alternatives, plan: Plan, limit: int | None = None) -> int:
    """How many documents match; of more than `limit` so many."""
    found = 0
    for places in alternatives:
        found += _count(connection, places, plan, None if limit is None else limit - found)
        if found == limit:
            break
    return found


def _count(connection: sqlite3.Connection, places: Sequence[Place], plan: Plan, limit: int | None) -> int:
    if len(places) > 1:
        return sum(1 for _ in islice(_common(connection, places, plan), limit))
    bounds = places[0].stretch(plan.start, plan.stop)
    (number,) = connection.execute(_COUNT, (*bounds, _ALL if limit is None else limit)).fetchone()
    return int(number)


def _common(connection: sqlite3.Connection, places: Sequence[Place], plan: Plan) -> Iterator[tuple[bytes, int]]:
    """The rests and documents that all streams have in common; only a single stream can be read backwards."""
    if len(places) == 1:
        order = _BACKWARDS if plan.backwards else _IN_ORDER
        yield from _walk(connection, places[0], plan.start, plan.stop, order)
        return
    position: bytes | None = plan.start
    stride = _FIRST_STRIDE
    while position is not None:
        leader, milestone = _leader(connection, places, position, plan.stop, stride)
        others = [place for place in places if place is not leader]
        yield from _walk(connection, leader, position, plan.stop if milestone is None else milestone, others=others)
        position, stride = milestone, min(stride * 2, _LAST_STRIDE)


def _leader(
    connection: sqlite3.Connection, places: Sequence[Place], start: bytes, stop: bytes, stride: int
) -> tuple[Place, bytes | None]:
    """The stream whose entry `stride` places on lies farthest, and that entry's rest: None past the stream's end."""
    farthest, milestone = places[0], b""
    for place in places:
        row = connection.execute(_MILESTONE, (place.rest, *place.stretch(start, stop), stride)).fetchone()
        if row is None:
            return place, None
        if row[0] > milestone:
            farthest, milestone = place, row[0]
    return farthest, milestone


def _walk(
    connection: sqlite3.Connection,
    place: Place,
    start: bytes,
    stop: bytes,
    order: str = _IN_ORDER,
    others: Sequence[Place] = (),
) -> Iterator[tuple[bytes, int]]:
    values: list[object] = [place.rest, *place.stretch(start, stop)]
    for other in others:
        values += (other.number, other.collection, other.prefix, place.rest)
    return connection.execute(_WALK + _IN_OTHER * len(others) + order, values)
