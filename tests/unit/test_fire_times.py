"""When schedules fire, above all where clocks change."""

from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from cronsim import CronSim
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import InvalidInputError
from shared.services.fire_times import FireTimes

MADRID = "Europe/Madrid"  # 2027-03-28 02:00 -> 03:00, 2027-10-31 03:00 -> 02:00


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def fires(cron: str, zone: str, start: str, count: int) -> list[str]:
    return [f"{fire:%m-%d %H:%M}" for fire in islice(FireTimes(cron, zone).after(utc(start)), count)]


def test_local_times_follow_the_zone_through_the_year() -> None:
    assert fires("0 9 1 1,7 *", MADRID, "2027-01-01T00:00", 2) == ["01-01 08:00", "07-01 07:00"]


@pytest.mark.parametrize("cron", ["0 2 * * *", "30 2 * * *", "59 2 * * *", "0,15,59 2 * * *"])
def test_a_local_time_that_does_not_exist_fires_once_at_the_first_minute_after_the_gap(cron: str) -> None:
    found = fires(cron, MADRID, "2027-03-27T12:00", 1)
    assert found == ["03-28 01:00"]  # 03:00 in Madrid


@pytest.mark.parametrize("cron", ["0 2 * * *", "30 2 * * *"])
def test_a_local_time_that_occurs_twice_fires_the_first_time_only(cron: str) -> None:
    first, second = fires(cron, MADRID, "2027-10-30T12:00", 2)
    assert first == f"10-31 00:{cron[:2].strip():0>2}"
    assert second.startswith("11-01 01:")


def test_a_quarter_hourly_schedule_fires_once_for_each_local_time_where_clocks_change() -> None:
    assert fires("*/15 * * * *", MADRID, "2027-03-28T00:40", 3) == ["03-28 00:45", "03-28 01:00", "03-28 01:15"]
    assert fires("*/15 * * * *", MADRID, "2027-10-31T00:20", 4) == [
        "10-31 00:30",
        "10-31 00:45",  # the second 02:00 to 02:45 begins here
        "10-31 02:00",
        "10-31 02:15",
    ]


def test_half_an_hour_s_change_is_handled_like_an_hour_s() -> None:
    # Lord Howe Island: 2027-10-03 02:00 -> 02:30
    assert fires("10 2 * * *", "Australia/Lord_Howe", "2027-10-02T00:00", 1) == ["10-02 15:30"]


def test_a_day_that_a_country_left_out_fires_as_the_next_one_begins() -> None:
    # Samoa had no 30 December 2011.
    assert fires("0 9 30 12 *", "Pacific/Apia", "2011-12-28T00:00", 1) == ["12-30 10:00"]


def test_looking_back_finds_what_looking_ahead_finds() -> None:
    times = FireTimes("*/15 * * * *", MADRID)
    for start in ("2027-03-28T00:00", "2027-10-31T00:00"):
        ahead = [fire for fire in islice(times.after(utc(start)), 40) if fire <= utc(start) + timedelta(hours=5)]
        back = [fire for fire in islice(times.until(utc(start) + timedelta(hours=5)), 40) if fire > utc(start)]
        assert back == ahead[::-1]


def test_looking_back_from_the_second_of_two_equal_hours_finds_the_fires_of_the_first() -> None:
    assert next(FireTimes("45 2 * * *", MADRID).until(utc("2027-10-31T01:10"))) == utc("2027-10-31T00:45")


@given(
    st.sampled_from(["*/7 * * * *", "30 2 * * *", "0 3 * * 0", "15 1-3 * * *", "59 23 L * *"]),
    st.sampled_from([MADRID, "America/New_York", "Australia/Lord_Howe", "America/Santiago", "UTC"]),
    st.integers(0, 4 * 365 * 24 * 60),
)
def test_every_fire_is_a_local_time_of_the_expression_or_the_end_of_a_gap(cron, zone, minutes) -> None:
    moment = utc("2026-01-01T00:00") + timedelta(minutes=minutes)
    times = FireTimes(cron, zone)
    found = list(islice(times.after(moment), 5))
    assert found == sorted(set(found))
    assert found[0] > moment
    for fire in found:
        local = fire.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        minute_before = (fire - timedelta(minutes=1)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        is_end_of_gap = local - minute_before > timedelta(minutes=1)
        assert is_end_of_gap or next(CronSim(cron, local - timedelta(minutes=1))) == local
        assert next(times.until(fire)) == fire


@pytest.mark.parametrize(
    "cron",
    [
        "",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "0 9 * * LUN",
        "0 0 30 2 *",
        "0 0 31 2,4,6 MON#1 *",
        "@daily",
        "a b c d e",
    ],
)
def test_what_never_fires_or_is_no_cron_expression_is_refused_at_its_place(cron: str) -> None:
    with pytest.raises(InvalidInputError) as raised:
        FireTimes(cron, MADRID)
    assert raised.value.errors[0].pointer == "/cron"
