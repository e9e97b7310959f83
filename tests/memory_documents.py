"""The Documents port as plainly as it can be said: a dict of documents, filtered and sorted anew for each query.

It passes the contract suite, so services are tested over it; and it is what the hypothesis program compares the real
adapters with. It shares only the rules of validity with them.
"""

import copy
import json
import threading
from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from shared.domain.document_rules import MAX_INTEGER, MIN_INTEGER, check_document, check_path, check_write
from shared.domain.documents import (
    Aggregate,
    Bound,
    Compare,
    Contains,
    Create,
    Declaration,
    Delete,
    Document,
    Equal,
    Filter,
    In,
    Increment,
    IndexedValue,
    Operation,
    Query,
    Update,
)
from shared.domain.errors import Sentence, WriteConflictError
from shared.domain.query_rules import check_declaration, serving_indexes


class MemoryDocuments:
    """Documents that last as long as the object; `indexes` are the declared ones, as for the real adapters."""

    def __init__(self, indexes: Collection[Declaration] = ()) -> None:
        for declared in indexes:
            check_declaration(declared)
        self._indexes = tuple(indexes)
        self._documents: dict[str, Document] = {}
        self._version = 0
        self._lock = threading.RLock()

    def close(self) -> None:
        """Nothing to let go of."""

    def get(self, path: str) -> Document | None:
        return self.get_many([path])[0]

    def get_many(self, paths: Sequence[str]) -> list[Document | None]:
        for path in paths:
            check_path(path)
        with self._lock:
            return copy.deepcopy([self._documents.get(path) for path in paths])

    def write(self, operations: Sequence[Operation]) -> str:
        check_write(operations)
        with self._lock:
            version = str(self._version + 1)
            written = {one.path: _applied(self._documents.get(one.path), one, version) for one in operations}
            for whole in filter(None, written.values()):
                check_document(whole.path, whole.fields, whole.payload)
            for path, document in written.items():
                self._documents.pop(path, None)
                if document is not None:
                    self._documents[path] = document
            self._version += 1
            return version

    def query(self, query: Query) -> list[Document]:
        serving_indexes(query, self._indexes)
        with self._lock:
            found = [document for document in self._matching(query) if _is_after(document, query)][: query.limit]
            return [copy.deepcopy(query.asked_of(one)) for one in found]

    def aggregate(self, query: Query, sums: Sequence[str] = ()) -> Aggregate:
        serving_indexes(query, self._indexes, sums)
        with self._lock:
            found = [one for one in self._matching(query) if all(name in one.fields for name in sums)]
        counted = len(found) if sums or query.limit is None else min(len(found), query.limit)
        return Aggregate(counted, {name: _sum([one.fields[name] for one in found]) for name in sums})

    def _matching(self, query: Query) -> list[Document]:
        found = [
            document
            for path, document in self._documents.items()
            if path.rpartition("/")[0] == query.collection
            and all(_passes(document, condition) for condition in query.where)
            and all(order.field in document.fields for order in query.order)
        ]
        last_descending = bool(query.order) and query.order[-1].descending
        found.sort(key=lambda document: document.id.encode(), reverse=last_descending)
        for order in reversed(query.order):  # sorting is stable: the first order is sorted by last
            found.sort(key=lambda document: sort_key(document.fields[order.field]), reverse=order.descending)
        return found


def sort_key(value: IndexedValue) -> tuple[int, object]:
    """What a value sorts by: the rank of its type, then its order within the type."""
    match value:
        case None:
            return 1, 0
        case bool():
            return 2, value
        case int() | float():
            return 3, value
        case datetime():
            return 4, value
        case str():
            return 5, value.encode()
        case tuple():
            return 6, tuple(item.encode() for item in value)


def _passes(document: Document, condition: Filter) -> bool:
    if condition.field not in document.fields:
        return False
    value = document.fields[condition.field]
    match condition:
        case Equal():
            return sort_key(value) == sort_key(condition.value)
        case In():
            return any(sort_key(value) == sort_key(wanted) for wanted in condition.values)
        case Contains():
            return isinstance(value, tuple) and condition.value in value
        case Compare():
            return _is_within(value, condition)


def _is_within(value: IndexedValue, end: Compare) -> bool:
    (rank, own), (wanted_rank, wanted) = sort_key(value), sort_key(end.value)
    if rank != wanted_rank:
        return False
    outcomes: dict[Bound, bool] = {
        Bound.AT_LEAST: own >= wanted,  # type: ignore[operator]
        Bound.ABOVE: own > wanted,  # type: ignore[operator]
        Bound.AT_MOST: own <= wanted,  # type: ignore[operator]
        Bound.BELOW: own < wanted,  # type: ignore[operator]
    }
    return outcomes[end.bound]


def _is_after(document: Document, query: Query) -> bool:
    if query.after is None:
        return True
    *values, last_id = query.after
    steps = [
        (sort_key(document.fields[order.field]), sort_key(value), order.descending)
        for order, value in zip(query.order, values, strict=True)
    ]
    steps.append((sort_key(document.id), sort_key(last_id), bool(query.order) and query.order[-1].descending))
    for own, other, descending in steps:
        if own != other:
            return (own < other) if descending else (own > other)
    return False


def _applied(stored: Document | None, operation: Operation, version: str) -> Document | None:
    if isinstance(operation, Create) and stored is not None:
        raise _conflict()
    if isinstance(operation, Update) and stored is None:
        raise _conflict()
    wanted = operation.version if isinstance(operation, Update | Delete) else None
    if wanted is not None and (stored is None or stored.version != wanted):
        raise _conflict()
    return None if isinstance(operation, Delete) else _changed(stored, operation, version)


def _changed(stored: Document | None, operation: Operation, version: str) -> Document:
    fields = dict(stored.fields) if stored else {}
    payload = dict(copy.deepcopy(stored.payload)) if stored else {}
    match operation:
        case Update():
            fields = {name: value for name, value in fields.items() if name not in operation.removed}
            fields |= operation.fields
            for path, value in operation.payload.items():
                _parent(payload, path)[path[-1]] = value
        case Increment():
            for path, amount in operation.amounts.items():
                parent = _parent(payload, path)
                parent[path[-1]] = _added(parent.get(path[-1]), amount)
        case _:
            fields, payload = dict(operation.fields), dict(operation.payload)  # type: ignore[union-attr]
    as_read = {name: _as_read(value) for name, value in fields.items()}
    return Document(operation.path, as_read, json.loads(json.dumps(payload)), version)


def _as_read(value: IndexedValue) -> IndexedValue:
    """What a real store gives back: UTC, and plain strings for members of an enumeration."""
    match value:
        case datetime():
            return value.astimezone(UTC).replace(fold=0)
        case str():
            return str(value)
        case _:
            return value


def _parent(payload: dict, path: tuple[str, ...]) -> dict:
    for key in path[:-1]:
        if not isinstance(payload.get(key), dict):
            payload[key] = {}
        payload = payload[key]
    return payload


def _added(number: object, amount: int) -> int | float:
    if isinstance(number, float):
        return number + amount
    whole = number if isinstance(number, int) and not isinstance(number, bool) else 0
    return min(max(whole + amount, MIN_INTEGER), MAX_INTEGER)


def _sum(values: Sequence[IndexedValue]) -> int | float:
    numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    total = sum(numbers)
    return total if MIN_INTEGER <= total <= MAX_INTEGER else float(total)


def _conflict() -> WriteConflictError:
    return WriteConflictError(Sentence("Los datos cambiaron mientras tanto.", "The data has changed in the meantime."))
