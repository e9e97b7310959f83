"""How a document's fields and payload lie in a row: JSON, with a datetime as {"us": microseconds since 1970}."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic_core import from_json, to_json

from shared.domain.documents import Document, IndexedValue, Json

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def fields_to_text(fields: Mapping[str, IndexedValue]) -> str:
    """The indexed fields as a row holds them."""
    return _FIELDS.encode(dict(fields))


def payload_to_text(payload: Mapping[str, Json]) -> str:
    """The payload as a row holds it."""
    return to_json(dict(payload)).decode()  # twice as fast as the standard library's for a message


def document_from_row(path: str, version: int, fields: str, payload: str | None) -> Document:
    """The document that a row holds; without its payload if None."""
    return Document(path, fields_from_text(fields), from_json(payload) if payload else {}, str(version))


def fields_from_text(text: str) -> dict[str, IndexedValue]:
    """The indexed fields that a row holds."""
    return {name: _value_from_json(value) for name, value in from_json(text).items()}


def microseconds(moment: datetime) -> int:
    """A moment as a row holds it: microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def _datetime_to_json(value: object) -> Json:
    if isinstance(value, datetime):
        return {"us": microseconds(value)}
    raise TypeError


_FIELDS = json.JSONEncoder(default=_datetime_to_json, ensure_ascii=False, separators=(",", ":"))


def _value_from_json(value: Any) -> IndexedValue:
    # Called for every field of every document on a page: `match` would take twice as long.
    if isinstance(value, dict):
        return _EPOCH + timedelta(microseconds=value["us"])
    return tuple(value) if isinstance(value, list) else value
