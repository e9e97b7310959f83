"""Find what is left of a person whose own document is gone, and take it out, unit by unit."""

from collections.abc import Iterator, Mapping

from shared.domain.documents import Operation
from shared.domain.erasure import Erasure
from shared.repositories.store import Store, WorkspaceStore
from shared.services.erase_batch_items import EraseBatchItems
from shared.services.erase_imported_rows import EraseImportedRows
from shared.services.remove_messages import RemoveMessages

TAKEN_OUT: Mapping[str, str] = {
    "prospects": "removed by the write that begins the erasure",
    "prospect_keys": "removed by the write that begins the erasure",
    "messages": "removed, by the person's id",
    "outcomes": "removed with their message",
    "outbox": "removed with the message that they tell of",
    "idempotency": "removed with the message that they made",
    "exports": "removed, all of them: a filter may hold a name, and none is good for more than five minutes",
    "suppressions": "address and note removed; the entry, a keyed hash, goes on holding",
    "imports": "the name of the file of a single profile removed",
    "chunks": "rows emptied, by address, or by name and company",
    "sources": "rows emptied, with the rows that were read from them",
    "items": "emptied, by id, address, or name and company",
    "erasures": "keeps keyed hashes, for a restore from a backup",
}
"""What becomes of a person in each collection that may hold them. No other holds anything of a prospect but ids and
digests; a test plants a person everywhere, and another one compares this list with the repositories.
"""

_MESSAGES = 20
_A_PAGE = 50
_EXPORTS = 200


class EraseTraces:
    """Yields the place that is reached after each unit of work, for whoever watches the time. Safe to repeat."""

    def __init__(
        self, store: Store, remove: RemoveMessages, imported_rows: EraseImportedRows, batch_items: EraseBatchItems
    ) -> None:
        self._store = store
        self._remove = remove
        self._imported_rows = imported_rows
        self._batch_items = batch_items

    def __call__(self, workspace_id: str, erasure: Erasure) -> Iterator[str | None]:
        """Take out everything behind the erasure's place, and first what can come at any time.

        Raises WriteConflictError if somebody changed what was to be taken out.
        """
        kind, _, after = (erasure.place or "").partition("/")
        yield from self._messages(workspace_id, erasure)
        self._clear(self._store.of(workspace_id), erasure)
        if kind != "batches":
            yield from self._imports(workspace_id, erasure, after or None)
        yield from self._batches(workspace_id, erasure, after if kind == "batches" else None)
        yield from self._messages(workspace_id, erasure)  # what was being written when it began

    def _messages(self, workspace_id: str, erasure: Erasure) -> Iterator[str | None]:
        messages = self._store.of(workspace_id).messages
        while found := messages.some_of_prospect(erasure.prospect_id, _MESSAGES):
            self._remove(workspace_id, found)
            yield erasure.place

    def _clear(self, store: WorkspaceStore, erasure: Erasure) -> None:
        marks = erasure.marks
        named = [] if marks.name is None else store.suppressions.named(marks.name)
        held = store.suppressions.find_many_versioned([*marks.every_address, erasure.id, *named])
        operations: list[Operation] = [
            store.suppressions.change(entry.id, entry.without_person(), version)
            for entry, version in filter(None, held)
        ]
        operations += store.prospects.keys.removal(erasure.prospect_id)
        if operations:
            self._store.documents.write(operations)
        while exports := store.exports.removal(_EXPORTS):
            self._store.documents.write(exports)

    def _imports(self, workspace_id: str, erasure: Erasure, after: str | None) -> Iterator[str]:
        imports = self._store.of(workspace_id).imports
        while found := imports.by_id(after, _A_PAGE):
            for import_ in found:
                self._imported_rows(workspace_id, erasure, import_)
                after = import_.id
                yield f"imports/{after}"

    def _batches(self, workspace_id: str, erasure: Erasure, after: str | None) -> Iterator[str]:
        batches = self._store.of(workspace_id).batches
        while found := batches.by_id(after, _A_PAGE):
            for batch in found:
                self._batch_items(workspace_id, erasure, batch)
                after = batch.id
                yield f"batches/{after}"
