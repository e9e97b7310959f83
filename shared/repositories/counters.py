"""Counters of a workspace, by day and by batch. `shared.domain.message_counts` says what is counted.

Only two things move them: a write of a message (`Messages.writing`), in the same atomic write, and a settling, which
puts several documents of one day or batch together under a guard. What is written for the running day is spread over
16 shards, so that no document is written too often; the shards of all days that are not yet folded lie in one
collection, so that one query finds whatever has not been folded (decision 0023).
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from pydantic import BaseModel

from shared.domain.documents import Create, Delete, Document, Increment, Operation, Query, Update
from shared.domain.ids import derived_id
from shared.domain.message_counts import Counts
from shared.ports import Documents
from shared.repositories.aggregate import Collection

SHARDS = 16
_COUNTS = "counts"


class Tally(BaseModel, defer_build=True):
    """One document of counters: amounts by name."""

    counts: dict[str, int] = {}


class Cell(NamedTuple):
    """The counters of one day or one batch as they are stored: the document that stays and those beside it."""

    path: str
    documents: tuple[Document, ...]

    @property
    def counts(self) -> Counts:
        """The amounts of all documents together; what has come back to nothing is left out."""
        total: Counter[str] = Counter()
        for document in self.documents:
            total.update(Tally.model_validate(document.payload).counts)
        return {name: amount for name, amount in total.items() if amount}

    @property
    def has_shards(self) -> bool:
        """Whether anything lies outside the document that stays."""
        return any(document.path != self.path for document in self.documents)

    def is_same(self, other: "Cell") -> bool:
        """Whether nobody has written to the counters between two reads of them."""
        return {(one.path, one.version) for one in self.documents} == {
            (one.path, one.version) for one in other.documents
        }

    def settling(self, counts: Counts) -> list[Operation]:
        """The operations that leave `counts` in the one document; they conflict with any write to the cell since."""
        beside: list[Operation] = [Delete(one.path, one.version) for one in self.documents if one.path != self.path]
        kept = next((one for one in self.documents if one.path == self.path), None)
        if kept is None:
            return [Create(self.path, payload={_COUNTS: dict(counts)}), *beside]
        return [Update(self.path, payload={(_COUNTS,): dict(counts)}, version=kept.version), *beside]


class Counters(Collection[Tally]):
    """`workspaces/{w}/counters/{day}`, the shards beside it and those of the batches."""

    collection = "counters"
    model = Tally

    def __init__(self, documents: Documents, workspace_id: str) -> None:
        super().__init__(documents, workspace_id)
        self._shards = CounterShards(documents, workspace_id)
        self._batches = f"workspaces/{workspace_id}/batches"

    def day_increment(self, day: date, today: date, message_id: str, amounts: Mapping[str, int]) -> Increment:
        """The operation that counts on `day`: in a shard while it runs, in the day's document when it is over."""
        path = self._shards.path(f"{day}.{_shard(message_id):02}") if day == today else self.path(str(day))
        return Increment(path, {(_COUNTS, name): amount for name, amount in amounts.items()})

    def batch_increment(self, batch_id: str, message_id: str, amounts: Mapping[str, int]) -> Increment:
        """The operation that counts for the batch."""
        path = self._batch_paths(batch_id)[_shard(message_id)]
        return Increment(path, {(_COUNTS, name): amount for name, amount in amounts.items()})

    def days(self, first: date, last: date) -> dict[date, Cell]:
        """The counters of each day, both ends included: one read a day, and one a shard that is not folded."""
        while True:
            shards = self._shards.by_day()
            days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
            stored = self._documents.get_many([self.path(str(day)) for day in days])
            cells = {
                day: Cell(self.path(str(day)), tuple(filter(None, (document, *shards.get(day, ())))))
                for day, document in zip(days, stored, strict=True)
            }
            if not self._was_folded_meanwhile(cells):
                return cells

    def unfolded_days(self, before: date) -> list[date]:
        """The days before `before` that still have shards, the oldest first."""
        return sorted(day for day in self._shards.by_day() if day < before)

    def batch(self, batch_id: str) -> Cell:
        """The counters of a batch."""
        paths = self._batch_paths(batch_id)
        return Cell(paths[0], tuple(filter(None, self._documents.get_many(paths))))

    def _batch_paths(self, batch_id: str) -> list[str]:
        return [f"{self._batches}/{batch_id}/{self.collection}/{number}" for number in range(SHARDS)]

    def _was_folded_meanwhile(self, cells: Mapping[date, Cell]) -> bool:
        """Whether a shard that was read first may also be in the day's document that was read after it."""
        doubtful = [
            document.path
            for cell in cells.values()
            if any(one.path == cell.path for one in cell.documents)
            for document in cell.documents
            if document.path != cell.path
        ]
        return bool(doubtful) and None in self._documents.get_many(doubtful)


class CounterShards(Collection[Tally]):
    """`workspaces/{w}/counter_shards/{day}.{number}`: what is not folded yet, of whatever day."""

    collection = "counter_shards"
    model = Tally

    def by_day(self) -> dict[date, list[Document]]:
        """All shards, by their day."""
        found: dict[date, list[Document]] = {}
        for document in self._documents.query(Query(self._parent)):
            found.setdefault(date.fromisoformat(document.id.partition(".")[0]), []).append(document)
        return found


def _shard(message_id: str) -> int:
    return int.from_bytes(derived_id("shard", message_id).encode()[:2]) % SHARDS
