"""Monthly summaries and nightly proofs over HTTP, from the clock's tick on."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.api.product.caller import Caller
from tests.fakes import FixedClock


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 20, 9, tzinfo=UTC))


@pytest.fixture
def caller(start: Callable[..., Caller], clock: FixedClock) -> Caller:
    return start(clock=clock)


def test_the_tick_after_a_month_leaves_its_summary_and_a_proof(caller: Caller, clock: FixedClock) -> None:
    caller.generate()
    clock.advance(11 * 86_400)
    done = caller.services.run_tick()
    assert (done["prove_counters"], done["summarize_months"]) == (1, 1)
    [summary] = caller.get("/v1/summaries").get_json()["items"]
    assert (summary["month"], summary["is_final"], summary["totals"]["generated"]) == ("2026-11", False, 1)
    assert [group["key"] for group in summary["groups"]] == [{"role": "operations"}]
    assert caller.get("/v1/summaries/2026-11").get_json() == summary
    [proof] = caller.get("/v1/metrics/proofs").get_json()["items"]
    assert (proof["mended_counts"], proof["mended"], len(proof["days"])) == (0, [], 3)


def test_a_month_without_a_summary_and_one_that_is_none(caller: Caller) -> None:
    assert caller.get("/v1/summaries/2026-01").status_code == 404
    assert caller.get("/v1/summaries/2026-13").status_code == 422
