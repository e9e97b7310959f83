"""Schedules over HTTP."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.api.product.caller import Caller
from tests.fakes import FixedClock

WEEKLY: dict[str, Any] = {
    "name": "Operaciones, cada lunes",
    "cron": "0 9 * * MON",
    "time_zone": "Europe/Madrid",
    "selection": {"role": "operations", "due_follow_ups": False},
    "format": "email",
    "language": "es",
    "limit": 50,
}
NEXT_MONDAYS = [f"2027-03-{day}T0{hour}:00:00Z" for day, hour in ((15, 8), (22, 8), (29, 7))]
"""Summer time begins on Sunday 28."""


@pytest.fixture
def caller(start: Callable[..., Caller]) -> Caller:
    return start(clock=FixedClock(datetime(2027, 3, 10, 12, tzinfo=UTC)))


def created(caller: Caller, **fields: Any) -> dict[str, Any]:
    answer = caller.post("/v1/schedules", WEEKLY | fields)
    assert answer.status_code == 201, answer.get_data(as_text=True)
    schedule: dict[str, Any] = answer.get_json()
    return schedule


def test_a_schedule_shows_its_next_five_fires_in_its_time_zone(caller: Caller) -> None:
    schedule = created(caller)
    assert schedule["next_fires"][:3] == NEXT_MONDAYS
    assert len(schedule["next_fires"]) == 5
    assert {name: schedule[name] for name in WEEKLY} == WEEKLY
    assert (schedule["state"], schedule["on_duplicate"], schedule["budget_micros"]) == ("active", "skip", None)


def test_left_out_time_zone_and_selection_are_the_workspace_s_and_everybody(caller: Caller) -> None:
    body = {"name": "A diario", "cron": "30 8 * * *", "format": "linkedin_note"}
    schedule = caller.post("/v1/schedules", body).get_json()
    assert (schedule["time_zone"], schedule["selection"]) == ("Europe/Madrid", {"role": None, "due_follow_ups": False})


def test_a_schedule_lives_from_post_to_delete(caller: Caller) -> None:
    schedule = created(caller)
    path = f"/v1/schedules/{schedule['id']}"
    assert caller.get(path).get_json() == schedule
    changed = caller.put(path, WEEKLY | {"cron": "0 7 * * *"}).get_json()
    assert changed["next_fires"][0] == "2027-03-11T06:00:00Z"
    assert [one["id"] for one in caller.get("/v1/schedules").get_json()["items"]] == [schedule["id"]]
    assert caller.get(f"{path}/fires").get_json() == {"items": [], "next_cursor": None}
    assert caller.delete(path).status_code == 204
    assert {
        caller.send(method, path + end, json).status_code
        for method, end, json in [
            ("GET", "", None),
            ("PUT", "", WEEKLY),
            ("DELETE", "", None),
            ("POST", "/pause", None),
            ("POST", "/resume", None),
            ("GET", "/fires", None),
        ]
    } == {404}


def test_a_paused_schedule_has_no_next_fire_until_it_is_resumed(caller: Caller) -> None:
    path = f"/v1/schedules/{created(caller)['id']}"
    paused = caller.post(f"{path}/pause").get_json()
    assert (paused["state"], paused["next_fires"]) == ("paused", [])
    assert caller.put(path, WEEKLY).get_json()["state"] == "paused"
    assert caller.post(f"{path}/resume").get_json()["next_fires"][:3] == NEXT_MONDAYS


def test_a_repeated_request_makes_one_schedule(caller: Caller) -> None:
    key = {"Idempotency-Key": "monday"}
    first, second = (caller.post("/v1/schedules", WEEKLY, headers=key) for _ in range(2))
    assert first.get_json() == second.get_json()
    assert second.headers["Idempotent-Replay"] == "true"
    assert len(caller.get("/v1/schedules").get_json()["items"]) == 1


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"cron": "0 9 * * LUNES"}, "/cron"),
        ({"cron": "0 0 30 2 *"}, "/cron"),
        ({"cron": "*"}, "/cron"),
        ({"time_zone": "Europe/Bilbao"}, "/time_zone"),
        ({"selection": {"role": "astronauts"}}, "/selection/role"),
        ({"selection": {"city": "Bilbao"}}, "/selection/city"),
        ({"limit": 0}, "/limit"),
        ({"limit": 2001}, "/limit"),
        ({"budget_micros": 0}, "/budget_micros"),
        ({"state": "paused"}, "/state"),
    ],
)
def test_what_is_wrong_is_named_by_its_place_and_nothing_is_stored(
    caller: Caller, wrong: dict[str, Any], pointer: str
) -> None:
    answer = caller.post("/v1/schedules", WEEKLY | wrong)
    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.get_json()["errors"]] == [pointer]
    assert caller.get("/v1/schedules").get_json()["items"] == []


def test_a_workspace_has_at_most_a_hundred_schedules(caller: Caller) -> None:
    for _ in range(100):
        created(caller)
    answer = caller.post("/v1/schedules", WEEKLY)
    assert answer.status_code == 409
    assert "100" in answer.get_json()["detail"]
