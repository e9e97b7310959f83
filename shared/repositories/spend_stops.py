"""On which days the clock paused a workspace's generation because it had spent its limit."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import BaseModel

from shared.domain.documents import IndexedValue
from shared.repositories.aggregate import Aggregate


class SpendStop(BaseModel, defer_build=True):
    """One stop: what had been spent, in millionths, and when the entry may go."""

    cost_micros: int
    expires_at: datetime


class SpendStops(Aggregate[SpendStop]):
    """`workspaces/{w}/spend_stops/{day}`: creating the day's entry is the right to pause, so it happens once a day."""

    collection = "spend_stops"
    model = SpendStop

    def _indexed(self, entry: SpendStop, /) -> Mapping[str, IndexedValue]:
        return {"expires_at": entry.expires_at}
