"""What each night's recount found, newest first."""

from collections.abc import Mapping

from shared.domain.documents import IndexedValue, Order
from shared.domain.proof import CounterProof
from shared.repositories.aggregate import Aggregate, Position, Slice


class CounterProofs(Aggregate[CounterProof]):
    """`workspaces/{w}/counter_proofs/{night}`."""

    collection = "counter_proofs"
    model = CounterProof
    order = Order("at", descending=True)

    def _indexed(self, entry: CounterProof, /) -> Mapping[str, IndexedValue]:
        return {"at": entry.at, "expires_at": entry.expires_at}

    def newest(self, after: Position | None, limit: int) -> Slice[CounterProof]:
        """A page of nights, the last one first."""
        return self.page((), after, limit)
