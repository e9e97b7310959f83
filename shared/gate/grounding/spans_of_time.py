"""How long something lasted, as far as the dates of a profile tell: months between a least and a most."""

from typing import NamedTuple

_YEAR = 12


class Tenure(NamedTuple):
    """Between `least` and `most` months; a date without a month leaves room for a year."""

    least: float
    most: float


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


def between(begin: Day, finish: Day) -> Tenure:
    """How long it was from one month to another; of two mere years, as people say who subtract them."""
    years = (finish.year - begin.year) * _YEAR
    if begin.month is None and finish.month is None:
        return Tenure(max(0, years - _YEAR // 2), years + _YEAR // 2)
    return Tenure(
        max(0, _months(finish, first=True) - _months(begin, first=False)),
        max(0, _months(finish, first=False) - _months(begin, first=True) + 1),
    )


def _months(day: Day, *, first: bool) -> int:
    month = day.month if day.month is not None else (1 if first else _YEAR)
    return day.year * _YEAR + month
