"""Monthly summaries of a workspace, the latest month first."""

from collections.abc import Mapping

from shared.domain.documents import IndexedValue, Order
from shared.domain.summary import MonthlySummary
from shared.repositories.aggregate import Aggregate, Position, Slice


class Summaries(Aggregate[MonthlySummary]):
    """`workspaces/{w}/summaries/{month}`."""

    collection = "summaries"
    model = MonthlySummary
    order = Order("month", descending=True)

    def _indexed(self, entry: MonthlySummary, /) -> Mapping[str, IndexedValue]:
        return {"month": entry.month}

    def newest(self, after: Position | None, limit: int) -> Slice[MonthlySummary]:
        """A page of summaries, the latest month first."""
        return self.page((), after, limit)
