"""What all repositories share: one collection of one workspace, read and written as models.

A repository is built for one workspace and cannot name another's document. It answers models and *operations*; a
service commits the operations of several repositories in one atomic write.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from shared.domain.documents import (
    Create,
    Delete,
    Document,
    Filter,
    Index,
    IndexedValue,
    IndexMode,
    Json,
    Order,
    Put,
    Query,
    Scalar,
    Update,
)
from shared.domain.person_name import STORED
from shared.ports import Documents

Item = TypeVar("Item")
Model = TypeVar("Model", bound=BaseModel)

Position = tuple[Scalar, ...]
"""Where a page begins: the sort values of the last entry seen, then its id."""


class Slice(NamedTuple, Generic[Item]):
    """One page of a list, and where the next one begins (None at the end)."""

    items: list[Item]
    next_position: Position | None


class Collection(Generic[Model]):
    """One collection under a workspace whose documents are `model`s, for reading.

    A subclass names its collection and model, the indexed fields (`_indexed`) and the indexes of its queries.
    """

    collection: ClassVar[str]
    model: type[Model]
    indexes: ClassVar[tuple[Index, ...]] = ()
    exempt: ClassVar[tuple[str, ...]] = ()
    """Indexed fields that no query asks for alone: they need no index beside the declared ones that they are in."""
    sparse: ClassVar[tuple[str, ...]] = ()
    """Indexed fields that a document goes without while they are None, since no query asks for those that have none."""
    order: ClassVar[Order] = Order("created_at", descending=True)
    always_ends: ClassVar[bool] = False
    """Whether every document has an end, in the indexed field `expires_at`, after which the store may remove it."""

    def __init__(self, documents: Documents, workspace_id: str) -> None:
        self._documents = documents
        self._parent = f"workspaces/{workspace_id}/{self.collection}"

    def path(self, id_: str) -> str:
        """The document path of the entry `id_`."""
        return f"{self._parent}/{id_}"

    def _indexed(self, _entry: Model, /) -> Mapping[str, IndexedValue]:
        """The indexed fields of an entry, all that queries can see; none unless a subclass says so."""
        return {}

    def find(self, id_: str) -> Model | None:
        """The entry, or None."""
        found = self.find_versioned(id_)
        return found and found[0]

    def find_many(self, ids: Sequence[str]) -> list[Model | None]:
        """The entries, in the order of their ids, None where there is none."""
        documents = self._documents.get_many([self.path(id_) for id_ in ids])
        return [None if document is None else self._entry(document) for document in documents]

    def find_versioned(self, id_: str) -> tuple[Model, str] | None:
        """The entry and its version, for a write that must not overwrite somebody else's; or None."""
        document = self._documents.get(self.path(id_))
        return None if document is None else self.versioned(document)

    def versioned(self, document: Document) -> tuple[Model, str]:
        """The entry that the document holds, and its version."""
        return self._entry(document), document.version

    def find_many_versioned(self, ids: Sequence[str]) -> list[tuple[Model, str] | None]:
        """The entries and their versions, in the order of their ids, None where there is none."""
        documents = self._documents.get_many([self.path(id_) for id_ in ids])
        return [None if document is None else self.versioned(document) for document in documents]

    def page(self, where: Sequence[Filter], after: Position | None, limit: int) -> Slice[Model]:
        """At most `limit` entries that pass all filters, in the aggregate's order, beginning behind `after`."""
        query = Query(self._parent, tuple(where), (self.order,), after, limit + 1)
        documents = self._documents.query(query)
        shown = documents[:limit]
        more = len(documents) > limit
        return Slice([self._entry(document) for document in shown], self._position(shown[-1]) if more else None)

    def by_id(self, after: str | None, limit: int) -> list[Model]:
        """At most `limit` entries behind the id `after`, in the order of their ids."""
        query = Query(self._parent, after=None if after is None else (after,), limit=limit)
        return [self._entry(document) for document in self._documents.query(query)]

    def _versioned(self, query: Query) -> list[tuple[Model, str]]:
        return [self.versioned(document) for document in self._documents.query(query)]

    def _position(self, document: Document) -> Position:
        value = document.fields[self.order.field]
        assert not isinstance(value, tuple)  # noqa: S101  an array orders nothing; narrows the type
        return (value, document.id)

    def _entry(self, document: Document) -> Model:
        # A newer version of the product may have stored fields that this one does not know.
        return self.model.model_validate(dict(document.payload), extra="ignore", context=STORED)

    def _creation(self, id_: str, entry: Model) -> Create:
        return Create(self.path(id_), self._present(entry), _payload(entry))

    def _change(self, id_: str, entry: Model, version: str) -> Update:
        fields, payload = self._present(entry), _payload(entry)
        absent = tuple(name for name in self.sparse if name not in fields)
        return Update(self.path(id_), fields, {(key,): value for key, value in payload.items()}, absent, version)

    def _present(self, entry: Model) -> dict[str, IndexedValue]:
        """The indexed fields without those that the entry does not have."""
        return {
            name: value for name, value in self._indexed(entry).items() if value is not None or name not in self.sparse
        }


class Aggregate(Collection[Model]):
    """A collection whose entries are written each by itself."""

    def creation(self, id_: str, entry: Model) -> Create:
        """The operation that stores a new entry; conflicts if one exists by that id."""
        return self._creation(id_, entry)

    def replacement(self, id_: str, entry: Model) -> Put:
        """The operation that stores the entry, whatever was there."""
        return Put(self.path(id_), self._present(entry), _payload(entry))

    def change(self, id_: str, entry: Model, version: str) -> Update:
        """The operation that stores the changed entry over the version that was read; conflicts with any other."""
        return self._change(id_, entry, version)

    def deletion(self, id_: str, version: str | None = None) -> Delete:
        """The operation that removes the entry."""
        return Delete(self.path(id_), version)


def newest_first(group: str, *filters: str) -> tuple[Index, ...]:
    """The indexes for lists sorted by `created_at`, newest first, with any combination of equality `filters`."""
    latest = ("created_at", IndexMode.DESCENDING)
    return tuple(Index(group, ((name, IndexMode.ASCENDING), latest)) for name in filters)


def _payload(entry: BaseModel) -> dict[str, Json]:
    return entry.model_dump(mode="json", by_alias=True)
