"""Indexed values as bytes that sort, compared byte by byte, as Firestore sorts the values.

A key is one value after another and then the document's id. The code of a value is never the beginning of another
value's code, so all keys that begin with a value's code lie together; a descending field has every byte inverted.
"""

import struct
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from shared.domain.documents import IndexedValue, IndexMode

IndexFields: TypeAlias = tuple[tuple[str, IndexMode], ...]
"""What an index is made of. The empty one lists a collection by id alone."""

BY_ID: IndexFields = ()
AFTER_ALL = b"\xff"
"""Sorts after every key: codes begin with a type's rank or its inverse, ids with a byte of UTF-8."""

_NULL, _BOOLEAN, _NUMBER, _TIMESTAMP, _STRING, _ARRAY = (bytes([rank]) for rank in range(1, 7))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_INVERSE = bytes(255 - byte for byte in range(256))


def encoded(value: IndexedValue) -> bytes:
    """The code of `value`: first its type's rank, then its order within the type."""
    match value:
        case str():
            return _STRING + _encoded_text(value)
        case None:
            return _NULL
        case bool():
            return _BOOLEAN + bytes([value])
        case int() | float():
            return _NUMBER + _encoded_number(value)
        case datetime():
            return _TIMESTAMP + ((value - _EPOCH) // _MICROSECOND + 2**63).to_bytes(8)
        case tuple():
            return _ARRAY + b"".join(map(encoded, value)) + b"\x00"


def inverted(code: bytes) -> bytes:
    """The code that sorts the other way round."""
    return code.translate(_INVERSE)


def encoded_id(document_id: str, *, descending: bool = False) -> bytes:
    """The code of an id, the last part of every key."""
    code = _encoded_text(document_id)
    return inverted(code) if descending else code


def encoded_in(mode: IndexMode, value: IndexedValue) -> bytes:
    """The code of `value` as a field of this mode holds it."""
    return inverted(encoded(value)) if mode is IndexMode.DESCENDING else encoded(value)


def after_prefix(prefix: bytes) -> bytes:
    """The first key after all keys that begin with `prefix`."""
    stem = prefix.rstrip(b"\xff")
    return stem[:-1] + bytes([stem[-1] + 1]) if stem else AFTER_ALL


def type_prefix(value: IndexedValue) -> bytes:
    """What the codes of all values of this value's type begin with."""
    return encoded(value)[:1]


def is_descending(index_fields: IndexFields) -> bool:
    """Whether ids close the index in descending order: they follow its last field."""
    return bool(index_fields) and index_fields[-1][1] is IndexMode.DESCENDING


def automatic_indexes(fields: Mapping[str, IndexedValue], exempt: Collection[str] = ()) -> Iterator[IndexFields]:
    """The indexes that hold a document without being declared: by id, and by each field alone that is not exempt."""
    yield BY_ID
    for name, value in fields.items():
        if name not in exempt:
            yield ((name, IndexMode.ASCENDING),)
            if isinstance(value, tuple):
                yield ((name, IndexMode.CONTAINS),)


def alone(field: str) -> tuple[IndexFields, IndexFields]:
    """The automatic indexes that a field may have."""
    return ((field, IndexMode.ASCENDING),), ((field, IndexMode.CONTAINS),)


class DocumentKeys:
    """A document's keys in any index. A field is encoded once, however many indexes it is in."""

    def __init__(self, document_id: str, fields: Mapping[str, IndexedValue]) -> None:
        self._fields = fields
        self._codes: dict[tuple[str, IndexMode], list[bytes]] = {}
        self._closing = (encoded_id(document_id), encoded_id(document_id, descending=True))

    def of(self, index_fields: IndexFields) -> list[bytes]:
        """The keys in one index: none if the document lacks a field, else one, or one for each item of an array."""
        keys = [self._closing[is_descending(index_fields)]]
        for field in reversed(index_fields):
            codes = self._codes.get(field)
            if codes is None:
                codes = self._codes[field] = _field_codes(self._fields, *field)
            keys = [code + key for code in codes for key in keys]
        return keys


def _field_codes(fields: Mapping[str, IndexedValue], name: str, mode: IndexMode) -> list[bytes]:
    if name not in fields:
        return []
    value = fields[name]
    if mode is not IndexMode.CONTAINS:
        return [encoded_in(mode, value)]
    return [encoded(item) for item in dict.fromkeys(value)] if isinstance(value, tuple) else []


def _encoded_number(value: float) -> bytes:
    """Whole numbers and fractions in one order: the nearest double, then how far a whole number lies above it."""
    nearest = float(value) + 0.0  # + 0.0 makes the negative zero the other one
    bits = int.from_bytes(struct.pack(">d", nearest))
    ordered = bits ^ (2**64 - 1 if bits >> 63 else 2**63)
    above = value - int(nearest) if isinstance(value, int) else 0
    return ordered.to_bytes(8) + (above + 2**15).to_bytes(2)


def _encoded_text(text: str) -> bytes:
    return text.encode().replace(b"\x00", b"\x00\xff") + b"\x00\x01"
