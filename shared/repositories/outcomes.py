"""The outcomes of one message: only ever added, in the write that changes the message (`Messages.writing`)."""

from collections.abc import Mapping

from shared.domain.documents import Create, IndexedValue, Order, Query
from shared.domain.outcome import Outcome
from shared.domain.retention import last_end
from shared.ports import Documents
from shared.repositories.aggregate import Collection

MAX_OUTCOMES = 200
"""Of one message; nobody's history needs more, and each new one reads them all."""


class Outcomes(Collection[Outcome]):
    """`workspaces/{w}/messages/{m}/outcomes/{id}`."""

    collection = "outcomes"
    always_ends = True
    model = Outcome
    order = Order("recorded_at")

    def __init__(self, documents: Documents, workspace_id: str, message_id: str) -> None:
        super().__init__(documents, workspace_id)
        self._parent = f"workspaces/{workspace_id}/messages/{message_id}/{self.collection}"

    def all(self) -> list[Outcome]:
        """Every outcome of the message in the order in which they were noted, corrections included."""
        query = Query(self._parent, order=(self.order,), limit=MAX_OUTCOMES)
        return [self._entry(document) for document in self._documents.query(query)]

    def addition(self, outcome: Outcome) -> Create:
        """The operation that adds an outcome; conflicts if it is there."""
        return self._creation(outcome.id, outcome)

    def _indexed(self, entry: Outcome, /) -> Mapping[str, IndexedValue]:
        return {"recorded_at": entry.recorded_at, "expires_at": last_end(entry.recorded_at)}
