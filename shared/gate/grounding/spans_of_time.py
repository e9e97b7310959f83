"""How long something lasted, as far as the dates of a profile tell: months between a least and a most."""

from datetime import date
from typing import NamedTuple

_YEAR = 12


class Tenure(NamedTuple):
    """Between `least` and `most` months; a date without a month leaves room for a year."""

    least: int
    most: int

    def reaches(self, months: float) -> bool:
        """Whether it may be that long or longer."""
        return self.most >= months

    def is_about(self, months: float, *, by: float = 0.0) -> bool:
        """Whether people would call it that long: as many whole years, or the next one soon; `by` widens it."""
        slack = months * by + (_YEAR / 2 if months >= _YEAR else 1)
        year = _YEAR if months >= _YEAR else 1
        return self.most >= months - year / 2 - slack and self.least < months + year + slack


class Day(NamedTuple):
    """A month as a profile dates it; `month` is None where only the year is known."""

    year: int
    month: int | None


def day_of(text: str | None) -> Day | None:
    """The month that a canonical partial date ("2019-03", "2019") names."""
    if not text:
        return None
    year, _, month = text.partition("-")
    return Day(int(year), int(month) if month else None)


def tenure_of(start: str | None, end: str | None, as_of: date) -> Tenure | None:
    """How long it was from `start` to `end`, or to `as_of`; None without a beginning."""
    begin, finish = day_of(start), day_of(end) or Day(as_of.year, as_of.month)
    if begin is None:
        return None
    return Tenure(
        max(0, _months(finish, first=True) - _months(begin, first=False)),
        max(0, _months(finish, first=False) - _months(begin, first=True) + 1),
    )


def _months(day: Day, *, first: bool) -> int:
    month = day.month if day.month is not None else (1 if first else _YEAR)
    return day.year * _YEAR + month
