"""What a night's recount of the counters found: which days it held against the messages, and what it mended."""

from datetime import date, datetime, timedelta

from pydantic import BaseModel, Field

KEPT = timedelta(days=400)
MOST_SHOWN = 200
"""So many mended counts are listed by name; how many there were is told in any case."""


class MendedCount(BaseModel):
    """One count that was wrong: of which day, its name (`{event}:{dimension}={value}`), what it was and is now."""

    of: str
    name: str
    was: int
    is_now: int


class CounterProof(BaseModel, defer_build=True):
    """One night's recount. `busy_days` were written to at every attempt, and are looked at the night after."""

    night: date
    at: datetime
    days: list[date]
    busy_days: list[date] = []
    mended_counts: int = 0
    mended: list[MendedCount] = Field(default=[], max_length=MOST_SHOWN)
    expires_at: datetime

    @property
    def is_clean(self) -> bool:
        """Whether every day was proven as it stood."""
        return not self.mended_counts and not self.busy_days
