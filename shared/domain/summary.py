"""A month as a sales manager reads it: its figures by role, beside those of the month before."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.metrics import Figures


class Month(NamedTuple):
    """A month of the workspace's calendar."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month that the day lies in."""
        return cls(day.year, day.month)

    @property
    def first_day(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """Its last day."""
        following = Month(self.year + self.number // 12, self.number % 12 + 1)
        return following.first_day - timedelta(days=1)

    @property
    def before(self) -> "Month":
        """The month before it."""
        return Month.of(self.first_day - timedelta(days=1))


class MonthlySummary(BaseModel, defer_build=True):
    """The figures of one month (`month` is "2026-10"), all together, by role, and of the month before.

    It is made the night after the month's last day, when answers to the last messages may still come, and once more
    when all of them are 14 days old: then it `is_final`, and stays as it is.
    """

    model_config = ConfigDict(populate_by_name=True)

    month: str
    from_: date = Field(alias="from")
    to: date
    made_at: datetime
    is_final: bool
    totals: Figures
    previous_totals: Figures
    roles: dict[str, Figures]
    previous_roles: dict[str, Figures]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written or sent in the month."""
        return not self.totals.generated and not self.totals.sent
