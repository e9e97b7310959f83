"""Everything that a workspace holds, document by document, for taking it out and for deleting it.

A test compares the two tables with the repositories, so that no collection is forgotten.
"""

from collections.abc import Iterator, Mapping

from shared.domain.documents import Document, Query
from shared.ports import Documents

COLLECTIONS = (
    "api_keys audit batches counter_proofs counter_shards counters erasures experiments exports guards idempotency "
    "imports members messages outbox prompt_heads prompts prospect_keys prospects removed_counts roles schedules "
    "spend_stops summaries "
    "suppressions templates usage webhooks"
).split()

NESTED: Mapping[str, tuple[str, ...]] = {
    "batches": ("chunks", "counters", "items"),
    "imports": ("chunks", "sources"),
    "messages": ("outcomes",),
    "schedules": ("fires",),
    "webhooks": ("deliveries",),
}

_PAGE = 200


class WorkspaceContents:
    """Walks the documents of one workspace in a fixed order: each collection by id, each document before what lies
    under it. A path is a place in that order, so that a walk can go on where another one ended.
    """

    def __init__(self, documents: Documents, workspace_id: str) -> None:
        self._documents = documents
        self._root = f"workspaces/{workspace_id}"

    def walk(self, after: str | None = None, collections: tuple[str, ...] = tuple(COLLECTIONS)) -> Iterator[Document]:
        """The documents behind the path `after`, all of them without one."""
        place = [] if after is None else after.removeprefix(f"{self._root}/").split("/")
        for collection in collections:
            if place and collections.index(place[0]) > collections.index(collection):
                continue
            begin = place[1:] if place and place[0] == collection else []
            yield from self._collection(f"{self._root}/{collection}", NESTED.get(collection, ()), begin)

    def under(self, collection: str, id_: str) -> Iterator[Document]:
        """The documents that lie under one document."""
        return self._under(f"{self._root}/{collection}/{id_}", NESTED.get(collection, ()), [])

    def _collection(self, path: str, nested: tuple[str, ...], place: list[str]) -> Iterator[Document]:
        if place:
            yield from self._under(f"{path}/{place[0]}", nested, place[1:])
        for document in self._by_id(path, place[0] if place else None):
            yield document
            yield from self._under(document.path, nested, [])

    def _under(self, parent: str, nested: tuple[str, ...], place: list[str]) -> Iterator[Document]:
        first = nested.index(place[0]) if place else 0
        for collection in nested[first:]:
            begin = place[1] if place and place[0] == collection else None
            yield from self._by_id(f"{parent}/{collection}", begin)

    def _by_id(self, collection: str, last: str | None) -> Iterator[Document]:
        while True:
            found = self._documents.query(Query(collection, after=None if last is None else (last,), limit=_PAGE))
            yield from found
            if len(found) < _PAGE:
                return
            last = found[-1].id
