"""Dates as files write them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from shared.importing.history.moments import month_comes_first, read_moment

MADRID = ZoneInfo("Europe/Madrid")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-03-12", datetime(2024, 3, 12, 11, tzinfo=UTC)),
        ("2024-03-12T09:15:00Z", datetime(2024, 3, 12, 9, 15, tzinfo=UTC)),
        ("2024-03-12 09:15:23 UTC", datetime(2024, 3, 12, 9, 15, 23, tzinfo=UTC)),
        ("2024-03-12 09:15", datetime(2024, 3, 12, 8, 15, tzinfo=UTC)),
        ("2024-03-12T09:15:00+02:00", datetime(2024, 3, 12, 7, 15, tzinfo=UTC)),
        ("12/03/2024", datetime(2024, 3, 12, 11, tzinfo=UTC)),
        ("12/03/2024 09:15", datetime(2024, 3, 12, 8, 15, tzinfo=UTC)),
        ("12.3.24", datetime(2024, 3, 12, 11, tzinfo=UTC)),
        ("12 Mar 2024", datetime(2024, 3, 12, 11, tzinfo=UTC)),
        ("12 de marzo de 2024", datetime(2024, 3, 12, 11, tzinfo=UTC)),
        ("martes, 12 de marzo de 2024 a las 9:15", datetime(2024, 3, 12, 8, 15, tzinfo=UTC)),
        ("March 12, 2024 3:05 PM", datetime(2024, 3, 12, 14, 5, tzinfo=UTC)),
        ("Mar 12, 2024, 12:05 AM", datetime(2024, 3, 11, 23, 5, tzinfo=UTC)),
        ("2024/3/12", datetime(2024, 3, 12, 11, tzinfo=UTC)),
    ],
)
def test_a_date_is_read_in_the_clock_of_the_workspace(text, moment):
    assert read_moment(text, MADRID, month_first=False) == moment


@pytest.mark.parametrize(
    "text", ["", "mañana", "31/02/2024", "2024", "12/2024", "hace 3 días", "99/99/9999", "x" * 100]
)
def test_what_is_no_date_is_none(text):
    assert read_moment(text, MADRID, month_first=False) is None


def test_a_column_tells_whether_the_month_comes_first():
    assert month_comes_first(["03/04/2024", "03/25/2024"])
    assert not month_comes_first(["03/04/2024", "25/03/2024"])
    assert not month_comes_first(["03/04/2024", ""])
    assert read_moment("03/04/2024", UTC, month_first=True) == datetime(2024, 3, 4, 12, tzinfo=UTC)
