"""Which stretches of which indexes answer a query.

Each alternative (one for each value of an In) is a set of streams, one for each index that serves it. A stream holds
the keys of an index that begin with the same codes; what follows, the *rest* of a key, is the sort values and the id,
in the same form in all streams of a plan. A document matches an alternative if its rest is in all of its streams.
"""

from collections.abc import Sequence
from typing import NamedTuple

from shared.adapters.embedded.index_keys import (
    AFTER_ALL,
    BY_ID,
    IndexFields,
    after_prefix,
    encoded_id,
    encoded_in,
    inverted,
    type_prefix,
)
from shared.domain.documents import Bound, Compare, Contains, Equal, In, Index, IndexMode, Query, Scalar
from shared.domain.query_rules import Tail, equality_filters, range_filters, sorting_tail


class Stream(NamedTuple):
    """The keys of one index that begin with `prefix`."""

    index_fields: IndexFields
    prefix: bytes


class Plan(NamedTuple):
    """Streams to intersect within an alternative, alternatives to merge, and the stretch of rests to read.

    The stretch is from `start` on and before `stop`, read from its end if `backwards`.
    """

    alternatives: tuple[tuple[Stream, ...], ...]
    start: bytes = b""
    stop: bytes = AFTER_ALL
    backwards: bool = False


def plan(query: Query, serving: Sequence[Index], sums: Sequence[str] = ()) -> Plan:
    """The plan for a query over the indexes that `serving_indexes` chose for it."""
    tail = sorting_tail(query, sums)
    backwards = not serving and bool(tail) and tail[0][1] is IndexMode.DESCENDING
    if backwards:  # one ascending index for each field serves both directions
        tail = ((tail[0][0], IndexMode.ASCENDING),)
    indexes = [index.fields for index in serving] or _automatic(query, tail)
    alternatives = tuple(_streams(indexes, values, len(tail)) for values in _alternatives(query))
    start, stop = _stretch(range_filters(query), tail)
    if query.after is None:
        return Plan(alternatives, start, stop, backwards)
    last_seen = _rest(query.after, tail)
    if backwards:
        return Plan(alternatives, start, min(stop, last_seen), backwards)
    return Plan(alternatives, max(start, last_seen + b"\x00"), stop)


def _automatic(query: Query, tail: Tail) -> list[IndexFields]:
    filters = equality_filters(query)
    if filters:
        modes = {
            name: IndexMode.CONTAINS if isinstance(one, Contains) else IndexMode.ASCENDING
            for name, one in filters.items()
        }
        return [((name, mode),) for name, mode in modes.items()]
    return [tail or BY_ID]


def _alternatives(query: Query) -> list[dict[str, Scalar]]:
    """The values that equalities ask for, by field: once, or once for each value of an In."""
    filters = equality_filters(query)
    fixed = {name: one.value for name, one in filters.items() if isinstance(one, Equal | Contains)}
    for name, one in filters.items():
        if isinstance(one, In):
            # By their codes: 1 and 1.0 are one value.
            distinct = {encoded_in(IndexMode.ASCENDING, value): value for value in one.values}
            return [{**fixed, name: value} for value in distinct.values()]
    return [fixed]


def _streams(indexes: Sequence[IndexFields], values: dict[str, Scalar], tail_length: int) -> tuple[Stream, ...]:
    heads = [fields[: len(fields) - tail_length] for fields in indexes]
    return tuple(
        Stream(fields, b"".join(encoded_in(mode, values[name]) for name, mode in head))
        for fields, head in zip(indexes, heads, strict=True)
    )


def _stretch(ends: Sequence[Compare], tail: Tail) -> tuple[bytes, bytes]:
    """The first rest within the range and the first one after it; a range holds values of its ends' type only."""
    if not ends:
        return b"", AFTER_ALL
    first, after = _of_type(ends[0].value)
    for end in ends:
        code = encoded_in(IndexMode.ASCENDING, end.value)
        match end.bound:
            case Bound.AT_LEAST:
                first = code
            case Bound.ABOVE:
                first = after_prefix(code)
            case Bound.AT_MOST:
                after = after_prefix(code)
            case Bound.BELOW:
                after = code
    return (first, after) if tail[0][1] is IndexMode.ASCENDING else _mirrored(first, after)


def _of_type(value: Scalar) -> tuple[bytes, bytes]:
    return type_prefix(value), after_prefix(type_prefix(value))


def _mirrored(first: bytes, after: bytes) -> tuple[bytes, bytes]:
    return after_prefix(inverted(after)), after_prefix(inverted(first))


def _rest(after: Sequence[Scalar], tail: Tail) -> bytes:
    codes = [encoded_in(mode, value) for (_, mode), value in zip(tail, after, strict=False)]
    descending = bool(tail) and tail[-1][1] is IndexMode.DESCENDING
    return b"".join(codes) + encoded_id(str(after[-1]), descending=descending)
