"""From the clock's tick to messages, over HTTP."""

from datetime import UTC, datetime
from typing import Any

import pytest

from scripts.local_clock import LocalClock, tick_task
from shared.domain.ids import derived_id
from shared.domain.tasks import TICK_PATH, Task
from tests.api.product.test_batches import Worked
from tests.api.product.test_schedules import WEEKLY
from tests.fakes import FixedClock

BEFORE = datetime(2027, 3, 15, 7, 59, 30, tzinfo=UTC)


class Ticking(Worked):
    """The product on a Monday half a minute before nine, Madrid's time."""

    def __init__(self, start) -> None:
        self.clock = FixedClock(BEFORE)
        super().__init__(lambda **adapters: start(clock=self.clock, **adapters))

    def tick(self, name: str) -> int:
        return int(self.deliver(Task(derived_id("tick", name), TICK_PATH, {})).status_code)

    def schedule(self, **fields: Any) -> str:
        answer = self.caller.post("/v1/schedules", WEEKLY | {"limit": 3} | fields)
        assert answer.status_code == 201, answer.get_data(as_text=True)
        return str(answer.get_json()["id"])

    def fires(self, schedule_id: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.caller.get(f"/v1/schedules/{schedule_id}/fires").get_json()["items"]
        return found

    def messages(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.caller.get("/v1/messages?format=email").get_json()["items"]
        return found


@pytest.fixture
def work(start) -> Ticking:
    return Ticking(start)


def test_a_schedule_writes_to_new_people_at_each_fire_and_to_nobody_twice(work):
    schedule = work.schedule()
    assert work.tick("early") == 200
    assert work.fires(schedule) == []
    for week in range(3):
        work.clock.advance(60 if week == 0 else 7 * 24 * 3600)
        assert [work.tick(f"{week}-{number}") for number in range(2)] == [200, 200]
        work.work()
    assert [fire["outcome"] for fire in work.fires(schedule)] == ["started"] * 3
    people = [message["prospect"]["id"] for message in work.messages()]
    assert len(people) == len(set(people)) == 9
    batch = work.get(work.fires(schedule)[0]["batch_id"])
    assert (batch["state"], batch["counts"]["done"]) == ("completed", 3)


def test_a_run_by_hand_is_answered_at_once_and_a_repetition_makes_no_second_batch(work):
    path = f"/v1/schedules/{work.schedule()}/run"
    first, second = (work.caller.post(path, headers={"Idempotency-Key": "now"}) for _ in range(2))
    assert (first.status_code, second.status_code) == (202, 202)
    assert first.get_json() == second.get_json()
    assert second.headers["Idempotent-Replay"] == "true"
    fire = first.get_json()
    assert (fire["outcome"], fire["by_hand"], fire["people"]) == ("started", True, 3)
    work.work()
    assert len(work.messages()) == 3
    assert work.caller.post("/v1/schedules/" + derived_id("no such") + "/run").status_code == 404


def test_a_tick_is_for_the_clock_alone(work):
    stranger = work.caller.send("POST", TICK_PATH, {}, {"Authorization": "Bearer not-a-token"})
    owner = work.caller.post(TICK_PATH, {})
    assert (stranger.status_code, owner.status_code) == (401, 401)


def test_a_tick_starts_a_batch_again_whose_task_was_lost(work):
    batch = work.create()
    assert len(work.queue.take()) == 1  # lost
    work.clock.advance(61)
    assert work.tick("later") == 200
    work.work()
    assert work.get(batch["id"])["state"] == "completed"


def test_the_laptop_s_clock_ticks_at_its_start_and_once_a_minute_however_many_servers_there_are(work):
    for _ in range(2):
        clock = LocalClock(work.queue, work.clock)
        clock.start()
        clock.end()
    (task,) = work.queue.take()
    assert task == tick_task(BEFORE)
    assert tick_task(BEFORE.replace(minute=58)).name != task.name
    assert work.deliver(task).status_code == 200
