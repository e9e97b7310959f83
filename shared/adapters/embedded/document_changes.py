"""What an operation makes of a stored document: Firestore's rules for preconditions, merging and increments."""

from collections.abc import Mapping
from typing import NamedTuple

from shared.domain.document_rules import MAX_INTEGER, MIN_INTEGER
from shared.domain.documents import (
    Create,
    Delete,
    Document,
    Increment,
    IndexedValue,
    Json,
    Operation,
    PayloadPath,
    Put,
    Update,
)
from shared.domain.errors import Sentence, WriteConflictError


class Contents(NamedTuple):
    """What a document holds, without its path and version."""

    fields: Mapping[str, IndexedValue]
    payload: Mapping[str, Json]


def changed(stored: Document | None, operation: Operation) -> Contents | None:
    """The document's contents after the operation, None if it is gone. `stored.payload` may be changed in place.

    Raises WriteConflictError if a precondition does not hold.
    """
    match operation:
        case Create():
            _expect(stored is None)
            return Contents(operation.fields, operation.payload)
        case Put():
            return Contents(operation.fields, operation.payload)
        case Update():
            return _updated(stored, operation)
        case Increment():
            return _incremented(stored, operation)
        case Delete():
            _expect(operation.version is None or (stored is not None and stored.version == operation.version))
            return None


def _expect(holds: bool) -> None:
    if not holds:
        raise _conflict()


def _conflict() -> WriteConflictError:
    return WriteConflictError(
        Sentence(
            "Los datos cambiaron mientras tanto. Vuelve a cargarlos e inténtalo de nuevo.",
            "The data has changed in the meantime. Load it again and retry.",
        )
    )


def _updated(stored: Document | None, update: Update) -> Contents:
    if stored is None:
        raise _conflict()
    _expect(update.version in {None, stored.version})
    payload = dict(stored.payload)
    for path, value in update.payload.items():
        _parent(payload, path)[path[-1]] = value
    if not update.fields and not update.removed:
        return Contents(stored.fields, payload)
    kept = {name: value for name, value in stored.fields.items() if name not in update.removed}
    return Contents({**kept, **update.fields}, payload)


def _incremented(stored: Document | None, increment: Increment) -> Contents:
    payload = dict(stored.payload) if stored else {}
    for path, amount in increment.amounts.items():
        parent = _parent(payload, path)
        parent[path[-1]] = _sum(parent.get(path[-1]), amount)
    return Contents(stored.fields if stored else {}, payload)


def _parent(payload: dict[str, Json], path: PayloadPath) -> dict[str, Json]:
    """The object that holds the path's last key; objects are made on the way, also in place of other values."""
    parent = payload
    for key in path[:-1]:
        child = parent.get(key)
        if not isinstance(child, dict):
            child = {}
            parent[key] = child
        parent = child
    return parent


def _sum(number: Json, amount: int) -> Json:
    if isinstance(number, float):
        return number + amount
    whole = number if isinstance(number, int) and not isinstance(number, bool) else 0
    return max(MIN_INTEGER, min(MAX_INTEGER, whole + amount))
