"""What a write to the Documents port may hold: Firestore's limits and ours, checked before anything is sent.

Both adapters call `check_write`, so that the embedded store refuses whatever Firestore would refuse. A breach is a
programming error: ValueError, with a sentence that names the rule, never a stored value. Source of Firestore's limits:
https://cloud.google.com/firestore/quotas ("Collections, documents, and fields", "Indexes"), and of the sizes
https://cloud.google.com/firestore/docs/storage-size. Queries have their rules in `query_rules.py`.
"""

import math
import re
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise

from shared.domain.documents import Create, Delete, Increment, IndexedValue, Json, Operation, PayloadPath, Put, Update
from shared.domain.lazy_pattern import lazy_pattern

MAX_OPERATIONS = 500
MAX_WRITE_BYTES = 8 * 1024 * 1024
"""Firestore takes 10 MiB a request; the rest is room for its envelope."""
MAX_DOCUMENT_BYTES = 900 * 1024
"""Firestore takes 1 MiB; the rest is room for what updates add without knowing the whole document."""
MAX_INDEXED_BYTES = 1500
MAX_ENTRY_BYTES = 7680
MAX_ARRAY_ITEMS = 1000
"""Firestore takes 40,000 index entries a document, and an item makes one for each index that it is in."""
MAX_DEPTH = 20
MAX_KEY_BYTES = 1000
"""For a payload's key, and for all keys of a payload path together. Firestore takes 1,500, escapes included."""
MAX_SEGMENT_BYTES = 1500
MAX_SEGMENTS = 200
MIN_INTEGER, MAX_INTEGER = -(2**63), 2**63 - 1

_RESERVED = lazy_pattern(r"__.*__", re.DOTALL)
_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_FIELD_NAME = lazy_pattern(r"[a-z][a-z0-9_]{0,63}")
_PAYLOAD = "payload"
_MAP_BYTES = 32
_NAME_BYTES = 16


def is_segment(text: str) -> bool:
    """Whether `text` may be a document's id, or a collection's name, in a path.

    For ids that callers send: one that fails cannot exist, and a read by it would be a ValueError.
    """
    return (
        text not in {"", ".", ".."}
        and "/" not in text
        and not _RESERVED.fullmatch(text)
        and not _SURROGATE.search(text)
        and len(text.encode()) <= MAX_SEGMENT_BYTES
    )


def check_path(path: str) -> None:
    """Raise ValueError unless `path` names a document: "collection/id", repeated."""
    segments = path.split("/")
    if len(segments) % 2:
        raise ValueError("A document's path alternates collections and ids: it has an even number of segments.")
    _check_segments(segments)


def check_collection(path: str) -> None:
    """Raise ValueError unless `path` names a collection."""
    segments = path.split("/")
    if len(segments) % 2 == 0:
        raise ValueError("A collection's path ends with the collection: it has an odd number of segments.")
    _check_segments(segments)


def check_field_name(name: str) -> None:
    """Raise ValueError unless `name` may be an indexed field's: lower snake case, not "payload"."""
    if not _FIELD_NAME.fullmatch(name) or name == _PAYLOAD:
        raise ValueError('An indexed field is named in lower snake case, at most 64 characters, and not "payload".')


def check_write(operations: Sequence[Operation]) -> None:
    """Raise ValueError unless `operations` may be one atomic write.

    What depends on the stored document (its size after an Update or Increment) is left to `check_document`.
    """
    if not 1 <= len(operations) <= MAX_OPERATIONS:
        raise ValueError(f"A write has 1 to {MAX_OPERATIONS} operations.")
    if len({operation.path for operation in operations}) < len(operations):
        raise ValueError("A write names each document once.")
    if sum(_operation_size(operation) for operation in operations) > MAX_WRITE_BYTES:
        raise ValueError(f"A write has at most {MAX_WRITE_BYTES} bytes.")
    check_guarded(operations)


def check_guarded(operations: Sequence[Operation]) -> None:
    """Raise ValueError if a repetition of the write could count something twice."""
    if any(isinstance(operation, Increment) for operation in operations) and not any(map(_is_guard, operations)):
        raise ValueError("An Increment needs a Create, or an Update at a version, in the same write.")


def check_document(path: str, fields: Mapping[str, IndexedValue], payload: Mapping[str, Json]) -> int:
    """The size in bytes of a whole document by Firestore's formula; ValueError unless it may be stored."""
    check_path(path)
    indexed = {name: _field_size(name, value) for name, value in fields.items()}
    _check_entry(path, fields, indexed)
    size = _name_size(path) + _MAP_BYTES + sum(indexed.values())
    size += _text_size(_PAYLOAD) + _json_size(dict(payload), depth=1)
    if size > MAX_DOCUMENT_BYTES:
        raise ValueError(f"A document has at most {MAX_DOCUMENT_BYTES} bytes.")
    return size


def check_scalar(value: object) -> int:
    """The size in bytes of a scalar that an index may hold; ValueError if none may hold it."""
    if isinstance(value, datetime):
        return _datetime_size(value)
    if isinstance(value, str):
        size = _text_size(value)
        if size > MAX_INDEXED_BYTES + 1:
            raise ValueError(f"An indexed string has at most {MAX_INDEXED_BYTES} bytes.")
        return size
    return _plain_size(value)


def _check_segments(segments: Sequence[str]) -> None:
    if len(segments) > MAX_SEGMENTS or not all(map(is_segment, segments)):
        raise ValueError(
            f"A path has at most {MAX_SEGMENTS} segments, each of 1 to {MAX_SEGMENT_BYTES} bytes, "
            'none of them ".", ".." or of the form "__…__".'
        )


def _is_guard(operation: Operation) -> bool:
    return isinstance(operation, Create) or (isinstance(operation, Update) and operation.version is not None)


def _operation_size(operation: Operation) -> int:
    match operation:
        case Create() | Put():
            return check_document(operation.path, operation.fields, operation.payload)
        case Update():
            return _update_size(operation)
        case Increment():
            return _increment_size(operation)
        case Delete():
            check_path(operation.path)
            return _name_size(operation.path)


def _update_size(update: Update) -> int:
    check_path(update.path)
    if not set(update.removed).isdisjoint(update.fields):
        raise ValueError("An Update sets a field or removes it, not both.")
    for name in update.removed:
        check_field_name(name)
    _check_payload_paths(update.payload)
    fields = sum(_field_size(name, value) for name, value in update.fields.items())
    values = (_path_size(path) + _json_size(value, len(path) + 1) for path, value in update.payload.items())
    return _name_size(update.path) + fields + sum(values)


def _increment_size(increment: Increment) -> int:
    check_path(increment.path)
    if not increment.amounts:
        raise ValueError("An Increment names at least one number.")
    _check_payload_paths(increment.amounts)
    if not all(map(_is_whole, increment.amounts.values())):
        raise ValueError("An Increment adds whole amounts of at most 64 bits.")
    return _name_size(increment.path) + sum(_path_size(path) + 8 for path in increment.amounts)


def _check_payload_paths(paths: Collection[PayloadPath]) -> None:
    for path in paths:
        if not 1 <= len(path) <= MAX_DEPTH:
            raise ValueError(f"A payload path has 1 to {MAX_DEPTH} keys.")
    # In sorted order a path is directly followed by the paths that begin with it.
    if any(after[: len(path)] == path for path, after in pairwise(sorted(paths))):
        raise ValueError("No payload path of an operation lies within another one.")


def _path_size(path: PayloadPath) -> int:
    size = sum(_key_size(key) for key in path)
    # Firestore writes a path as one string, in which a back-tick and a backslash take two bytes.
    if size + sum(key.count("`") + key.count("\\") for key in path) > MAX_KEY_BYTES:
        raise ValueError(f"The keys of a payload path have at most {MAX_KEY_BYTES} bytes together.")
    return size


def _field_size(name: str, value: object) -> int:
    check_field_name(name)
    if not isinstance(value, tuple):
        return _text_size(name) + check_scalar(value)
    if len(value) > MAX_ARRAY_ITEMS or not all(isinstance(item, str) for item in value):
        raise ValueError(f"An indexed array holds at most {MAX_ARRAY_ITEMS} items, all of them strings.")
    return _text_size(name) + sum(check_scalar(item) for item in value)


def _check_entry(path: str, fields: Mapping[str, IndexedValue], sizes: Mapping[str, int]) -> None:
    """Firestore limits each index entry; any index fits if one over all fields, with the longest items, would."""
    scalars = sum(size for name, size in sizes.items() if not isinstance(fields[name], tuple))
    items = sum(max(map(_text_size, value), default=0) for value in fields.values() if isinstance(value, tuple))
    if _name_size(path) * 2 + _MAP_BYTES + scalars + items > MAX_ENTRY_BYTES:
        raise ValueError(f"A document's path and indexed fields fit an index entry of {MAX_ENTRY_BYTES} bytes.")


def _json_size(value: object, depth: int, *, in_list: bool = False) -> int:
    if isinstance(value, str):
        return _text_size(value)
    if isinstance(value, dict):
        _check_depth(depth)
        size = _MAP_BYTES
        for key, item in value.items():  # not a sum: this is run for every value that is stored
            size += _key_size(key) + _json_size(item, depth + 1)
        return size
    if isinstance(value, list):
        _check_depth(depth)
        if in_list:
            raise ValueError("A list lies directly in a list, which Firestore cannot store.")
        return sum(_json_size(item, depth + 1, in_list=True) for item in value)
    return _plain_size(value)


def _check_depth(depth: int) -> None:
    if depth > MAX_DEPTH:
        raise ValueError(f"A payload nests at most {MAX_DEPTH} levels deep, itself included.")


def _key_size(key: object) -> int:
    if isinstance(key, str) and (size := _text_size(key)) <= MAX_KEY_BYTES:
        return size
    raise ValueError(f"A key of a payload is a string of less than {MAX_KEY_BYTES} bytes.")


def _plain_size(value: object) -> int:
    if value is None or isinstance(value, bool):
        return 1
    if _is_whole(value) or (isinstance(value, float) and math.isfinite(value)):
        return 8
    raise ValueError(f"A {type(value).__name__} cannot be stored here; numbers are finite, whole ones fit 64 bits.")


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and MIN_INTEGER <= value <= MAX_INTEGER


def _datetime_size(value: datetime) -> int:
    if value.utcoffset() is None:
        raise ValueError("A datetime is aware of its time zone.")
    try:
        value.astimezone(UTC)
    except OverflowError:
        raise ValueError("A datetime lies in the years 1 to 9999 of UTC.") from None
    return 8


def _text_size(text: str) -> int:
    if text.isascii():
        return len(text) + 1
    try:
        return len(text.encode()) + 1
    except UnicodeEncodeError:
        raise ValueError("A string holds half of a surrogate pair, which is no character.") from None


def _name_size(path: str) -> int:
    return _NAME_BYTES + len(path.encode()) + 1
