"""Documents in Firestore. Each call is one request with a deadline, and no call is ever repeated by itself."""

import os
from collections.abc import Collection, Sequence
from typing import Any

from google.api_core.datetime_helpers import DatetimeWithNanoseconds
from google.api_core.retry import Retry, if_exception_type
from google.auth.credentials import AnonymousCredentials, Credentials
from google.cloud.firestore import Client, DocumentReference, DocumentSnapshot, FieldFilter, WriteBatch, WriteOption
from google.cloud.firestore import Query as FirestoreQuery

from shared.adapters.google.credentials import application_credentials
from shared.adapters.google.firestore_errors import conflict, reading, writing
from shared.adapters.google.firestore_values import changes, increments, parts, payload_path, whole
from shared.adapters.google.per_process import PerProcess
from shared.domain.document_rules import check_path, check_write
from shared.domain.documents import (
    Aggregate,
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
    Operation,
    Put,
    Query,
    Update,
)
from shared.domain.query_rules import check_declaration, check_query, serving_indexes

_NEVER = Retry(predicate=if_exception_type())  # None would make the client fail where it asks for the predicate
_ID = "__name__"
_COUNT = "count"


class FirestoreDocuments:
    """The Documents port over one Firestore database. Any thread may use it."""

    def __init__(
        self,
        project: str | None,
        database: str = "(default)",
        deadline_seconds: float = 5.0,
        indexes: Collection[Declaration] | None = None,
    ) -> None:
        """Connect, when first needed, to a database of `project`; no call takes longer than `deadline_seconds`.

        Firestore itself refuses a query that no index serves, but its emulator does not: with the declared `indexes`
        it is refused here. Raises StartError if there are no credentials.
        """
        for declared in indexes or ():
            check_declaration(declared)
        self._indexes = indexes
        self._call: dict[str, Any] = {"timeout": deadline_seconds, "retry": _NEVER}
        credentials = _credentials()
        self._client_here = PerProcess(lambda: Client(project=project, database=database, credentials=credentials))
        self._client_here()  # opens no channel yet, and settles which server it is

    def close(self) -> None:
        """Close the connections; no thread may be using them."""
        self._client_here.close(Client.close)

    @property
    def _client(self) -> Client:
        return self._client_here()

    def get(self, path: str) -> Document | None:
        """See `shared.ports.Documents.get`."""
        return self.get_many([path])[0]

    def get_many(self, paths: Sequence[str]) -> list[Document | None]:
        """See `shared.ports.Documents.get_many`."""
        for path in paths:
            check_path(path)
        references = [self._client.document(path) for path in dict.fromkeys(paths)]
        if not references:
            return []
        with reading():
            snapshots = list(self._client.get_all(references, **self._call))
        found = {snapshot.reference.path: _document(snapshot) for snapshot in snapshots if snapshot.exists}
        return [found.get(path) for path in paths]

    def write(self, operations: Sequence[Operation]) -> str:
        """See `shared.ports.Documents.write`."""
        check_write(operations)
        batch = self._client.batch()
        for operation in operations:
            self._add(batch, operation)
        with writing():
            batch.commit(**self._call)
        return _version(batch.commit_time)

    def query(self, query: Query) -> list[Document]:
        """See `shared.ports.Documents.query`."""
        self._check(query)
        question = self._filtered(query)
        last_descending = bool(query.order) and query.order[-1].descending
        question = question.order_by(_ID, direction=_direction(last_descending))
        if query.after is not None:
            *values, last_id = query.after
            question = question.start_after([*values, self._client.document(f"{query.collection}/{last_id}")])
        if query.limit is not None:
            question = question.limit(query.limit)
        if query.keys is not None:
            question = question.select([*(order.field for order in query.order), *map(payload_path, query.keys)])
        with reading():
            return [query.asked_of(_document(one)) for one in question.stream(**self._call)]

    def aggregate(self, query: Query, sums: Sequence[str] = ()) -> Aggregate:
        """See `shared.ports.Documents.aggregate`."""
        self._check(query, sums)
        question = self._filtered(query)
        for name in sums:
            if all(order.field != name for order in query.order):
                question = question.order_by(name)
        if query.limit is not None and not sums:
            question = question.limit(query.limit)
        counted: Any = question.count(alias=_COUNT)  # the client's annotations of its aggregations do not hold
        for name in sums:
            counted = counted.sum(name, alias=f"sum_{name}")
        with reading():
            (results,) = counted.get(**self._call)
        values = {result.alias: result.value for result in results}
        return Aggregate(int(values[_COUNT]), {name: values[f"sum_{name}"] for name in sums})

    def _check(self, query: Query, sums: Sequence[str] = ()) -> None:
        if self._indexes is None:
            check_query(query)
        else:
            serving_indexes(query, self._indexes, sums)

    def _filtered(self, query: Query) -> FirestoreQuery:
        question = FirestoreQuery(self._client.collection(query.collection))
        for condition in query.where:
            question = question.where(filter=_filter(condition))
        for order in query.order:
            question = question.order_by(order.field, direction=_direction(order.descending))
        return question

    def _add(self, batch: WriteBatch, operation: Operation) -> None:
        reference = self._client.document(operation.path)
        match operation:
            case Create():
                batch.create(reference, whole(operation.fields, operation.payload))
            case Put():
                batch.set(reference, whole(operation.fields, operation.payload))
            case Update():
                batch.update(reference, changes(operation), self._at(operation.version))
            case Increment():
                batch.set(reference, increments(operation.amounts), merge=True)
            case Delete():
                batch.delete(reference, self._at(operation.version))

    def _at(self, version: str | None) -> WriteOption | None:
        if version is None:
            return None
        try:
            moment = DatetimeWithNanoseconds.from_rfc3339(version)  # type: ignore[no-untyped-call]
        except ValueError:  # another store's version: no document here has it
            raise conflict() from None
        return self._client.write_option(last_update_time=moment)


def _credentials() -> Credentials:
    """The emulator, which the variable of Google's own tools names, asks for none."""
    if "FIRESTORE_EMULATOR_HOST" in os.environ:
        return AnonymousCredentials()  # type: ignore[no-untyped-call]
    return application_credentials()


def _filter(condition: Filter) -> FieldFilter:
    match condition:
        case Equal():
            return FieldFilter(condition.field, "==", condition.value)
        case In():
            return FieldFilter(condition.field, "in", list(condition.values))
        case Contains():
            return FieldFilter(condition.field, "array_contains", condition.value)
        case Compare():
            return FieldFilter(condition.field, condition.bound.value, condition.value)


def _direction(descending: bool) -> str:
    return FirestoreQuery.DESCENDING if descending else FirestoreQuery.ASCENDING


def _document(snapshot: "DocumentSnapshot[DocumentReference]") -> Document:
    data: dict[str, Any] = snapshot.to_dict() or {}
    fields, payload = parts(data)
    return Document(snapshot.reference.path, fields, payload, _version(snapshot.update_time))


def _version(moment: Any) -> str:
    return str(moment.rfc3339())
