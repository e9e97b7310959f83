"""How many tasks the embedded queue claims: one for every worker, and some ahead of time."""

import pytest

from shared.adapters.embedded.queue_limits import Pace


def test_some_more_than_there_are_workers_are_claimed_so_that_none_waits():
    pace = Pace(20, None)
    assert [pace.may_claim(running, 0.0) for running in (0, 20, 24, 25, 30)] == [25, 5, 1, 0, 0]


@pytest.mark.parametrize("concurrency", [1, 2, 3])
def test_few_workers_are_given_nothing_ahead_of_time(concurrency):
    assert Pace(concurrency, None).may_claim(0, 0.0) == concurrency


def test_a_queue_that_was_slowed_down_claims_nothing_ahead_of_time_until_it_has_grown_back():
    pace = Pace(20, None)
    pace.slow_down(1.0)
    assert pace.may_claim(0, 0.0) == 10
    while pace.may_claim(0, 0.0) < 20:
        pace.succeeded()
    pace.succeeded()
    assert pace.may_claim(0, 0.0) == 25


def test_a_rate_is_never_passed():
    pace = Pace(20, 3.0)
    assert pace.may_claim(0, 100.0) == 1
    pace.claimed(1)
    assert pace.may_claim(1, 100.1) == 0
    assert pace.may_claim(1, 101.0) == 3
