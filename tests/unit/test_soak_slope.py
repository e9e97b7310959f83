"""What the soak says of a memory that stands still, one that grows, and one that wavers too much to tell."""

from benchmarks.load.slope import slope
from benchmarks.load.soak import verdict

HOURS = [reading / 360 for reading in range(120)]


def test_memory_that_stands_still_is_flat() -> None:
    growth = slope(HOURS, [200.0] * 120)
    assert growth == (0.0, 0.0, 0.0)
    assert verdict(growth, 200.0) == "flat"


def test_memory_that_flickers_around_one_value_is_flat() -> None:
    growth = slope(HOURS, [200.0 + 0.5 * (-1) ** reading for reading in range(120)])
    assert growth.low < 0 < growth.high
    assert verdict(growth, 200.0) == "flat"


def test_memory_that_climbs_grows_by_what_it_climbs() -> None:
    growth = slope(HOURS, [200.0 + 30.0 * hours + 0.5 * (-1) ** reading for reading, hours in enumerate(HOURS)])
    assert growth.low < 30.0 < growth.high
    assert verdict(growth, 200.0) == "grows"


def test_one_late_jump_is_neither_called_flat_nor_growth() -> None:
    growth = slope(HOURS, [200.0] * 90 + [206.0] * 30)
    assert verdict(growth, 200.0) == "too short to tell"


def test_readings_that_repeat_their_neighbour_do_not_narrow_the_interval() -> None:
    apart = [200.0 + (reading * 7 % 5) for reading in range(60)]
    once = slope(HOURS[:60], apart)
    repeated = slope([hour / 2 for hour in HOURS], [value for value in apart for _ in range(2)])
    assert repeated.high - repeated.low > 0.8 * (once.high - once.low)
