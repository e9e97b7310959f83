"""The workspace's months, and what each night's recount of its counters found."""

from shared.domain.errors import NotFoundError, Sentence
from shared.domain.principal import Principal
from shared.domain.proof import CounterProof
from shared.domain.summary import MonthlySummary
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store

_NO_SUCH_SUMMARY = Sentence("No hay ningún resumen de ese mes.", "There is no summary of this month.")


class ListSummaries:
    """GET /v1/summaries, GET /v1/summaries/{month} and GET /v1/metrics/proofs."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, principal: Principal, after: Position | None, limit: int) -> Slice[MonthlySummary]:
        """A page of monthly summaries, the latest month first."""
        return self._store.of(principal.workspace_id).summaries.newest(after, limit)

    def one(self, principal: Principal, month: str) -> MonthlySummary:
        """The summary of the month. Raises NotFoundError."""
        summary = self._store.of(principal.workspace_id).summaries.find(month)
        if summary is None:
            raise NotFoundError(_NO_SUCH_SUMMARY)
        return summary

    def proofs(self, principal: Principal, after: Position | None, limit: int) -> Slice[CounterProof]:
        """A page of nights, the last one first."""
        return self._store.of(principal.workspace_id).counter_proofs.newest(after, limit)
