"""Batches of a workspace, the items under each, and the rows that came with a request."""

from collections.abc import Mapping
from datetime import datetime

from shared.domain.batch import Batch, BatchChunk, BatchCounts, BatchItem, BatchState, ItemState
from shared.domain.documents import (
    Bound,
    Compare,
    Contains,
    Equal,
    Filter,
    In,
    Index,
    IndexedValue,
    IndexMode,
    Order,
    Query,
)
from shared.domain.erasure import PersonMarks
from shared.domain.retention import last_end
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate, Position, Slice, newest_first
from shared.repositories.counters import Counters
from shared.repositories.identity import IdentityHashes

_COST = "cost_micros:day="
"""What the names of counters begin with that sum up costs (`shared.domain.message_counts`)."""


class BatchItems(Aggregate[BatchItem]):
    """`workspaces/{w}/batches/{b}/items/{id}`.

    `moment` is when the lease of an open item ends, and when any other one ended. `unwritten_micros`, which few items
    have, is what a draft cost that became no message. `who` are keyed hashes of all that the person is recognised by,
    for whoever is to be erased.
    """

    collection = "items"
    model = BatchItem
    order = Order("row")
    always_ends = True
    exempt = ("moment",)
    indexes = (
        Index("items", (("state", IndexMode.ASCENDING), ("row", IndexMode.ASCENDING))),
        Index("items", (("state", IndexMode.ASCENDING), ("moment", IndexMode.ASCENDING))),
    )

    def __init__(self, documents: Documents, workspace_id: str, batch_id: str, identity_key: bytes) -> None:
        super().__init__(documents, workspace_id)
        self._hashes = IdentityHashes(identity_key)
        self._parent = f"workspaces/{workspace_id}/batches/{batch_id}/{self.collection}"
        self._batch_id = batch_id
        self._counters = Counters(documents, workspace_id)

    def _indexed(self, entry: BatchItem, /) -> Mapping[str, IndexedValue]:
        unwritten = entry.cost_micros if entry.message_id is None else 0
        return {
            **({"unwritten_micros": unwritten} if unwritten else {}),
            "who": self._who(entry),
            "row": entry.row,
            "state": entry.state.value,
            "moment": entry.lease_until or entry.finished_at,
            "cost_micros": entry.cost_micros,
            "expires_at": last_end(entry.created_at),
        }

    def marks_of(self, entry: BatchItem) -> PersonMarks:
        """What the item's person is recognised by."""
        if entry.prospect is not None:
            return self._hashes.marks(entry.prospect)
        known = entry.person
        return PersonMarks(name=known and self._hashes.of_name(known.full_name, known.company))

    def about(self, mark: str) -> list[tuple[BatchItem, str]]:
        """The items whose person has the mark, or is the stored one that it stands for, with their versions."""
        return self._versioned(Query(self._parent, (Contains("who", mark),)))

    def _who(self, entry: BatchItem) -> tuple[str, ...]:
        id_ = entry.prospect_id or (entry.person and entry.person.id)
        stored = (self._hashes.of("prospect", id_),) if id_ else ()
        return (*stored, *self.marks_of(entry).all)

    def in_order(self, state: ItemState | None, after: Position | None, limit: int) -> Slice[BatchItem]:
        """A page of the items by row; of one state, if it is given."""
        where: tuple[Filter, ...] = () if state is None else (Equal("state", state.value),)
        return self.page(where, after, limit)

    def until(self, state: ItemState, moment: datetime, limit: int) -> list[tuple[BatchItem, str]]:
        """Items of the state whose lease, or whose work, ended at the moment or before, with their versions."""
        where = (Equal("state", state.value), Compare("moment", Bound.AT_MOST, moment))
        found = self._documents.query(Query(self._parent, where, (Order("moment"),), limit=limit))
        return [(self._entry(document), document.version) for document in found]

    def in_state(self, state: ItemState, limit: int) -> list[tuple[BatchItem, str]]:
        """Some items of the state, with their versions."""
        found = self._documents.query(Query(self._parent, (Equal("state", state.value),), limit=limit))
        return [(self._entry(document), document.version) for document in found]

    def counts(self) -> BatchCounts:
        """How many items are in which state."""
        return BatchCounts(**{state.value: self.count(state) for state in ItemState})

    def count(self, *states: ItemState) -> int:
        """How many items are in one of the states."""
        where = In("state", tuple(state.value for state in states))
        return self._documents.aggregate(Query(self._parent, (where,))).count

    def cost_micros(self) -> int:
        """What the batch cost so far: its messages, by the counters that each was written with, and drafts that became
        none. No item is read for it but those.
        """
        counted = self._counters.batch(self._batch_id).counts
        written = sum(amount for name, amount in counted.items() if name.startswith(_COST))
        unwritten = Query(self._parent, order=(Order("unwritten_micros"),))
        return written + int(self._documents.aggregate(unwritten, ("unwritten_micros",)).sums["unwritten_micros"])

    def highest_cost_micros(self) -> int:
        """What the dearest message cost so far; 0 if there is none."""
        dearest = Query(self._parent, order=(Order("cost_micros", descending=True),), limit=1, fields_only=True)
        found = self._documents.query(dearest)
        return int(str(found[0].fields["cost_micros"])) if found else 0


class BatchChunks(Aggregate[BatchChunk]):
    """`workspaces/{w}/batches/{b}/chunks/{n}`."""

    collection = "chunks"
    model = BatchChunk

    def __init__(self, documents: Documents, workspace_id: str, batch_id: str) -> None:
        super().__init__(documents, workspace_id)
        self._parent = f"workspaces/{workspace_id}/batches/{batch_id}/{self.collection}"


class Batches(Aggregate[Batch]):
    """`workspaces/{w}/batches/{id}`."""

    collection = "batches"
    model = Batch
    indexes = newest_first("batches", "state")

    def __init__(self, documents: Documents, workspace_id: str, identity_key: bytes) -> None:
        super().__init__(documents, workspace_id)
        self._workspace_id = workspace_id
        self._identity_key = identity_key

    def with_item(self, batch_id: str, item_id: str) -> tuple[Batch | None, tuple[BatchItem, str] | None]:
        """The batch and, with its version, one of its items, in one read; None for what there is not."""
        items = self.items(batch_id)
        batch, item = self._documents.get_many([self.path(batch_id), items.path(item_id)])
        return batch and self._entry(batch), item and items.versioned(item)

    def _indexed(self, entry: Batch, /) -> Mapping[str, IndexedValue]:
        return {"state": entry.state.value, "created_at": entry.created_at}

    def newest(self, state: BatchState | None, after: Position | None, limit: int) -> Slice[Batch]:
        """A page of the batches, newest first; of one state, if it is given."""
        return self.page(() if state is None else (Equal("state", state.value),), after, limit)

    def started(self, first: datetime, end: datetime, limit: int) -> list[Batch]:
        """The newest batches that were started from `first` on and before `end`."""
        within = (Compare("created_at", Bound.AT_LEAST, first), Compare("created_at", Bound.BELOW, end))
        return self.page(within, None, limit).items

    def ids_before(self, moment: datetime, limit: int) -> list[str]:
        """The ids of the oldest batches that were started before the moment."""
        before = (Compare("created_at", Bound.BELOW, moment),)
        query = Query(self._parent, before, (Order("created_at"),), limit=limit, fields_only=True)
        return [document.id for document in self._documents.query(query)]

    def items(self, batch_id: str) -> BatchItems:
        """The items of the batch."""
        return BatchItems(self._documents, self._workspace_id, batch_id, self._identity_key)

    def chunks(self, batch_id: str) -> BatchChunks:
        """The rows that came with the batch's request."""
        return BatchChunks(self._documents, self._workspace_id, batch_id)
