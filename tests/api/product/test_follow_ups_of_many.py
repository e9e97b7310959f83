"""Follow-ups as a batch and as a schedule's selection."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.api.product.test_batches import Worked
from tests.api.product.test_follow_ups import days, due, person, sent
from tests.api.product.test_message_life import note
from tests.fakes import FixedClock

START = datetime(2027, 3, 8, 10, tzinfo=UTC)
BATCH: dict[str, Any] = {"name": "Seguimientos", "format": "email", "follow_ups": {}}
SCHEDULE: dict[str, Any] = {
    "name": "Seguimientos, a diario",
    "cron": "0 9 * * *",
    "format": "email",
    "selection": {"role": None, "due_follow_ups": True},
    "limit": 50,
}


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(START)


@pytest.fixture
def worked(start, clock) -> Worked:
    return Worked(lambda **adapters: start(clock=clock, **adapters))


def sent_to(worked: Worked, count: int, **fields: Any) -> list[dict[str, Any]]:
    return [sent(worked.caller, prospect=person(number), **fields) for number in range(count)]


def started(worked: Worked, **fields: Any) -> dict[str, Any]:
    answer = worked.caller.post("/v1/batches", BATCH | fields)
    assert answer.status_code == 202, answer.get_data(as_text=True)
    batch: dict[str, Any] = answer.get_json()
    return batch


def written(worked: Worked, batch_id: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = worked.caller.get(f"/v1/messages?batch={batch_id}").get_json()["items"]
    return items


def test_all_that_are_due_are_written_in_one_batch_each_once(worked, clock):
    messages = sent_to(worked, 4)
    days(clock, 5)
    batch = started(worked)
    worked.work()
    assert worked.get(batch["id"])["counts"]["done"] == 4
    assert {one["thread"]["follows"] for one in written(worked, batch["id"])} == {one["id"] for one in messages}
    assert {one["status"] for one in written(worked, batch["id"])} == {"ready"}
    assert due(worked.caller) == []
    again = worked.caller.post("/v1/batches", BATCH)
    assert (again.status_code, again.get_json()["errors"][0]["pointer"]) == (422, "/follow_ups")


def test_a_batch_takes_those_of_its_format_its_role_and_as_many_as_it_may(worked, clock):
    sent_to(worked, 3)
    sent(worked.caller, prospect=person(3), format="linkedin_message")
    days(clock, 6)
    assert started(worked, follow_ups={"limit": 2})["total"] == 2
    assert started(worked, follow_ups={}, format="linkedin_message")["total"] == 1
    assert worked.caller.post("/v1/batches", BATCH | {"follow_ups": {"role": "finance"}}).status_code == 422


def test_those_that_were_chosen_are_written_before_they_are_due(worked, clock):
    messages = sent_to(worked, 3)
    days(clock, 1)
    chosen = [one["id"] for one in messages[:2]]
    batch = started(worked, follow_ups={"ids": [*chosen, chosen[0]]})
    assert batch["total"] == 2
    worked.work()
    assert {one["thread"]["follows"] for one in written(worked, batch["id"])} == set(chosen)


def test_whoever_answers_before_their_turn_is_skipped(worked, clock):
    messages = sent_to(worked, 2)
    days(clock, 5)
    batch = started(worked)
    note(worked.caller, messages[0], kind="replied", sentiment="positive")
    worked.work()
    assert worked.get(batch["id"])["counts"] | {"done": 1, "skipped": 1} == worked.get(batch["id"])["counts"]


def test_two_batches_of_the_same_messages_write_each_follow_up_once(worked, clock):
    ids = [one["id"] for one in sent_to(worked, 3)]
    days(clock, 5)
    batches = [started(worked, follow_ups={"ids": ids}) for _ in range(2)]
    worked.work()
    assert sum(worked.get(one["id"])["counts"]["done"] for one in batches) == 3
    assert sum(worked.get(one["id"])["counts"]["skipped"] for one in batches) == 3


def test_an_estimate_of_follow_ups_stores_nothing(worked, clock):
    sent_to(worked, 2)
    days(clock, 5)
    answer = worked.caller.post("/v1/batches/estimate", BATCH)
    assert (answer.status_code, answer.get_json()["total"], answer.get_json()["failing"]) == (200, 2, 0)
    assert len(due(worked.caller)) == 2


@pytest.mark.parametrize(
    "follow_ups", [{"ids": []}, {"limit": 0}, {"limit": 2001}, {"ids": ["x"]}, {"surprise": 1}, {"role": "A b"}]
)
def test_a_wrong_choice_is_told(worked, follow_ups):
    assert worked.caller.post("/v1/batches", BATCH | {"follow_ups": follow_ups}).status_code == 422


def test_a_schedule_writes_what_is_due_when_it_fires(worked, clock):
    messages = sent_to(worked, 2)
    schedule = worked.caller.post("/v1/schedules", SCHEDULE).get_json()
    assert schedule["selection"] == {"role": None, "due_follow_ups": True}
    path = f"/v1/schedules/{schedule['id']}"
    assert worked.caller.post(f"{path}/run").get_json()["outcome"] == "empty"
    days(clock, 5)
    fire = worked.caller.post(f"{path}/run").get_json()
    assert (fire["outcome"], fire["people"]) == ("started", 2)
    worked.work()
    assert {one["thread"]["follows"] for one in written(worked, fire["batch_id"])} == {one["id"] for one in messages}
    assert worked.caller.post(f"{path}/run").get_json()["outcome"] == "empty"


def test_a_schedule_of_follow_ups_cannot_write_invitations(worked):
    answer = worked.caller.post("/v1/schedules", SCHEDULE | {"format": "linkedin_note"})
    assert (answer.status_code, answer.get_json()["errors"][0]["pointer"]) == (422, "/format")
