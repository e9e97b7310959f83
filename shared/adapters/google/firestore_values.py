"""Documents as Firestore holds them: indexed fields at the top, and one map, `payload`, for all the rest.

The map is exempt from indexing (Terraform, one exemption a collection). It also holds the revision, a random number
that changes with every write: Firestore keeps a document's update time, which is our version, where a write changes
nothing, and then two writers could both believe that theirs won.
"""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from google.cloud.firestore import DELETE_FIELD, Increment
from google.cloud.firestore_v1.field_path import FieldPath

from shared.domain import documents
from shared.domain.documents import IndexedValue, Json, PayloadPath

PAYLOAD = "payload"
_ESCAPE = "~"
_REVISION = "~revision"  # no payload key becomes this one: "~revision" itself is held as "~~revision"


def whole(fields: Mapping[str, IndexedValue], payload: Mapping[str, Json]) -> dict[str, Any]:
    """The document that Create and Put write."""
    return {**_indexed(fields), PAYLOAD: {**_held(dict(payload)), _REVISION: _revision()}}


def changes(update: documents.Update) -> dict[str, Any]:
    """What an Update sets, by field path."""
    paths = {_api_path(path): _held(value) for path, value in update.payload.items()}
    removed = dict.fromkeys(update.removed, DELETE_FIELD)
    return {**_indexed(update.fields), **removed, **paths, FieldPath(PAYLOAD, _REVISION).to_api_repr(): _revision()}


def increments(amounts: Mapping[PayloadPath, int]) -> dict[str, Any]:
    """What an Increment merges into the document, which need not exist."""
    payload: dict[str, Any] = {_REVISION: _revision()}
    for path, amount in amounts.items():
        parent = payload
        for key in path[:-1]:
            parent = parent.setdefault(_held_key(key), {})
        parent[_held_key(path[-1])] = Increment(amount)
    return {PAYLOAD: payload}


def parts(data: Mapping[str, Any]) -> tuple[dict[str, IndexedValue], dict[str, Json]]:
    """The indexed fields and the payload of a document that was read."""
    fields = {name: _read_value(value) for name, value in data.items() if name != PAYLOAD}
    held = {key: value for key, value in data.get(PAYLOAD, {}).items() if key != _REVISION}
    return fields, _read_json(held)


def _indexed(fields: Mapping[str, IndexedValue]) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}


def _read_value(value: Any) -> IndexedValue:
    match value:
        case list():
            return tuple(value)
        case datetime():  # the client's own class, which has nanoseconds too
            return datetime.combine(value.date(), value.time(), UTC)
        case None | bool() | int() | float() | str():
            return value
        case _:
            raise TypeError


def _held(value: Any) -> Any:
    """A payload's value with the keys that Firestore would refuse (none, or of the form "__…__") written otherwise."""
    match value:
        case dict():
            return {_held_key(key): _held(item) for key, item in value.items()}
        case list():
            return [_held(item) for item in value]
        case _:
            return value


def _held_key(key: str) -> str:
    reserved = not key or key.startswith(_ESCAPE) or (key.startswith("__") and key.endswith("__"))
    return _ESCAPE + key if reserved else key


def _read_json(value: Any) -> Any:
    match value:
        case dict():
            return {key.removeprefix(_ESCAPE): _read_json(item) for key, item in value.items()}
        case list():
            return [_read_json(item) for item in value]
        case _:
            return value


def payload_path(key: str) -> str:
    """The field path of a payload's key."""
    return _api_path((key,))


def _api_path(path: PayloadPath) -> str:
    return str(FieldPath(PAYLOAD, *map(_held_key, path)).to_api_repr())


def _revision() -> int:
    return secrets.randbits(63)
