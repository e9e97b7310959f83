"""Follow-ups over HTTP: who is due, what is written to them, and what stops it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.api.product.caller import Caller
from tests.api.product.test_message_life import approved, note
from tests.fakes import FixedClock

START = datetime(2026, 11, 10, 10, tzinfo=UTC)
EMAIL: dict[str, Any] = {"format": "email"}


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(START)


@pytest.fixture
def caller(start: Callable[..., Caller], clock: FixedClock) -> Caller:
    return start(clock=clock)


def person(number: int) -> dict[str, Any]:
    return {
        "full_name": f"Lucía Ferrer {'ABCDEFGH'[number]}.",
        "title": "Directora de Operaciones",
        "company": "Logística Norte",
        "email": f"lucia{number}@logisticanorte.example",
        "linkedin_url": f"https://www.linkedin.com/in/lucia-ferrer-{number}",
    }


def sent(caller: Caller, **fields: Any) -> dict[str, Any]:
    message = approved(caller, **(EMAIL | fields))
    note(caller, message, kind="sent")
    return message


def due(caller: Caller, query: str = "") -> list[dict[str, Any]]:
    answer = caller.get(f"/v1/follow-ups{query}")
    assert answer.status_code == 200, answer.get_json()
    items: list[dict[str, Any]] = answer.get_json()["items"]
    return items


def days(clock: FixedClock, number: int) -> None:
    clock.advance(number * 86_400)


def follow(caller: Caller, message: dict[str, Any], **fields: Any) -> dict[str, Any]:
    answer = caller.post("/v1/generations", {"follows": message["id"], "format": "email"} | fields)
    assert answer.status_code == 201, answer.get_json()
    made: dict[str, Any] = answer.get_json()
    return made


def test_a_message_without_an_answer_is_due_on_its_day(caller: Caller, clock: FixedClock) -> None:
    message = sent(caller)
    days(clock, 3)
    assert due(caller) == []
    assert [one["follows"] for one in due(caller, "?until=2026-11-14")] == [message["id"]]
    days(clock, 1)
    (one,) = due(caller)
    assert one["message"]["id"] == message["id"]
    shown = {name: one[name] for name in ("follows", "format", "number", "is_last", "due_on")}
    assert shown == {
        "follows": message["id"],
        "format": "email",
        "number": 1,
        "is_last": False,
        "due_on": "2026-11-14",
    }


def test_the_follow_up_knows_its_thread_and_says_something_new(caller: Caller, clock: FixedClock) -> None:
    first = sent(caller)
    days(clock, 5)
    second = follow(caller, first)
    assert second["status"] == "ready"
    assert second["thread"] == {
        "first": first["id"],
        "follows": first["id"],
        "number": 1,
        "followed_by": None,
        "is_stopped": False,
        "since": None,
    }
    assert (second["prospect"], second["register"], second["role"]["key"]) == (
        first["prospect"],
        first["register"],
        first["role"]["key"],
    )
    assert second["subject"] == first["subject"]
    verdicts = {check["name"]: check["verdict"] for check in second["checks"]}
    assert (verdicts["repetition"], verdicts["presumption"]) == ("pass", "pass")
    assert due(caller) == []
    assert caller.get(f"/v1/messages/{first['id']}").get_json()["thread"]["followed_by"] == second["id"]


def test_a_thread_ends_after_as_many_as_the_settings_allow(caller: Caller, clock: FixedClock) -> None:
    message = sent(caller)
    for number in (1, 2):
        days(clock, 5)
        (one,) = due(caller)
        assert (one["number"], one["is_last"]) == (number, number == 2)
        made = follow(caller, message)
        caller.post(f"/v1/messages/{made['id']}/approve", {"fingerprint": made["fingerprint"], "reason": "Vale"})
        note(caller, made, kind="sent")
        message = made
    days(clock, 5)
    assert due(caller) == []
    refused = caller.post("/v1/generations", {"follows": message["id"], "format": "email"})
    assert refused.status_code == 409


@pytest.mark.parametrize(
    "outcome",
    [{"kind": "replied", "sentiment": "negative"}, {"kind": "unsubscribed"}, {"kind": "bounced"}, {"kind": "meeting"}],
)
def test_an_answer_stops_it(caller: Caller, clock: FixedClock, outcome: dict[str, Any]) -> None:
    message = sent(caller)
    note(caller, message, **outcome)
    days(clock, 10)
    assert due(caller) == []
    assert caller.post("/v1/generations", {"follows": message["id"], "format": "email"}).status_code == 409


def test_an_answer_on_another_channel_stops_it_too(caller: Caller, clock: FixedClock) -> None:
    sent(caller)
    other = sent(caller, format="linkedin_message")
    days(clock, 10)
    assert len(due(caller)) == 2
    note(caller, other, kind="replied", sentiment="positive")
    assert due(caller) == []


def test_whoever_answers_after_the_follow_up_was_written_gets_none(caller: Caller, clock: FixedClock) -> None:
    first = sent(caller)
    days(clock, 5)
    second = follow(caller, first)
    note(caller, first, kind="replied", sentiment="neutral")
    answer = caller.post(f"/v1/messages/{second['id']}/approve", {"fingerprint": second["fingerprint"]})
    assert answer.status_code == 409
    assert "contestado" in answer.get_json()["detail"]


def test_out_of_office_puts_it_off_until_they_are_back(caller: Caller, clock: FixedClock) -> None:
    message = sent(caller)
    note(caller, message, kind="out_of_office", return_date="2026-11-23")
    days(clock, 10)
    assert due(caller) == []
    days(clock, 7)
    assert [one["due_on"] for one in due(caller)] == ["2026-11-27"]


def test_an_accepted_invitation_is_followed_by_a_message(caller: Caller, clock: FixedClock) -> None:
    note_ = approved(caller)
    note(caller, note_, kind="sent")
    days(clock, 10)
    assert due(caller) == []
    early = caller.post("/v1/generations", {"follows": note_["id"], "format": "linkedin_message"})
    assert early.status_code == 409
    note(caller, note_, kind="accepted")
    days(clock, 3)
    (one,) = due(caller)
    assert one["format"] == "linkedin_message"
    answer = caller.post("/v1/generations", {"follows": note_["id"], "format": "linkedin_note"})
    assert (answer.status_code, answer.get_json()["errors"][0]["pointer"]) == (422, "/format")


def test_a_message_sent_since_on_another_channel_takes_its_place(caller: Caller, clock: FixedClock) -> None:
    sent(caller)
    days(clock, 10)
    other = sent(caller, format="linkedin_message")
    days(clock, 10)
    assert [one["follows"] for one in due(caller)] == [other["id"]]


def test_a_person_is_followed_up_once_however_often_it_is_asked(caller: Caller, clock: FixedClock) -> None:
    message = sent(caller)
    days(clock, 5)
    body = {"follows": message["id"], "format": "email"}
    key = {"Idempotency-Key": "once"}
    made = caller.post("/v1/generations", body, headers=key).get_json()
    assert caller.post("/v1/generations", body, headers=key).get_json()["id"] == made["id"]
    again = caller.post("/v1/generations", body)
    assert again.status_code == 409
    better = follow(caller, message, replaces=made["id"])
    assert better["thread"]["follows"] == message["id"]
    assert caller.get(f"/v1/messages/{made['id']}").get_json()["status"] == "rejected"
    assert caller.get(f"/v1/messages/{message['id']}").get_json()["thread"]["followed_by"] == better["id"]


def test_another_version_of_a_follow_up_by_its_person_is_a_follow_up_too(caller: Caller, clock: FixedClock) -> None:
    message = sent(caller)
    days(clock, 5)
    made = follow(caller, message)
    body = {"prospect_id": made["prospect"]["id"], "format": "email", "replaces": made["id"]}
    better = caller.post("/v1/generations", body).get_json()
    assert (better["thread"]["number"], better["thread"]["follows"]) == (1, message["id"])
    assert better["body"] != made["body"]


def test_a_rejected_follow_up_is_not_suggested_again_until_somebody_wants_it(caller: Caller, clock: FixedClock) -> None:
    message = sent(caller)
    days(clock, 5)
    made = follow(caller, message)
    caller.post(f"/v1/messages/{made['id']}/reject")
    assert due(caller) == []
    assert caller.put(f"/v1/follow-ups/{message['id']}", {"state": "waiting"}).status_code == 200
    assert [one["follows"] for one in due(caller)] == [message["id"]]


def test_it_can_be_put_off_given_up_and_taken_up_again(caller: Caller, clock: FixedClock) -> None:
    message = sent(caller)
    days(clock, 5)
    path = f"/v1/follow-ups/{message['id']}"
    caller.put(path, {"state": "waiting", "due_on": "2026-11-20"})
    assert due(caller) == []
    days(clock, 5)
    assert [one["due_on"] for one in due(caller)] == ["2026-11-20"]
    caller.put(path, {"state": "stopped"})
    assert due(caller) == []
    caller.put(path, {"state": "waiting"})
    assert [one["due_on"] for one in due(caller)] == ["2026-11-14"]
    for body in ({"state": "stopped", "due_on": "2026-11-30"}, {"state": "waiting", "due_on": "2026-11-01"}, {}):
        assert caller.put(path, body).status_code == 422


def test_pages_show_each_once_whoever_has_waited_longest_first(caller: Caller, clock: FixedClock) -> None:
    messages = []
    for number in range(5):
        messages.append(sent(caller, prospect=person(number), format=("email", "linkedin_message")[number % 2]))
        days(clock, 1)
    days(clock, 10)
    seen, cursor = [], ""
    while cursor is not None:
        page = caller.get(f"/v1/follow-ups?limit=2{cursor and '&cursor=' + cursor}").get_json()
        seen += [one["follows"] for one in page["items"]]
        cursor = page["next_cursor"]
    assert seen == [message["id"] for message in messages]
    assert len(due(caller, "?format=linkedin_message")) == 2
    assert due(caller, "?role=finance") == []
    assert due(caller, "?assignee=nobody-here") == []


def test_what_was_sent_long_ago_is_no_follow_up(caller: Caller, clock: FixedClock) -> None:
    sent(caller)
    days(clock, 70)
    assert due(caller) == []


def test_the_days_are_the_workspace_s_own(caller: Caller, clock: FixedClock) -> None:
    sent(caller)
    rules = {"after_days": {"email": 1}, "at_most": 1}
    assert caller.patch("/v1/settings", {"follow_ups": rules}).status_code == 200
    days(clock, 1)
    (one,) = due(caller)
    assert (one["due_on"], one["is_last"]) == (str((START + timedelta(days=1)).date()), True)
    caller.patch("/v1/settings", {"follow_ups": {"after_days": {"email": None}}})
    assert due(caller) == []
    assert caller.patch("/v1/settings", {"follow_ups": {"at_most": 6}}).status_code == 422


def test_an_agent_sees_and_follows_up_what_is_theirs(caller: Caller, clock: FixedClock) -> None:
    message = sent(caller)
    days(clock, 5)
    key = caller.post("/v1/api-keys", {"name": "agente", "role": "agent"})
    agent = Caller(caller._clients, key.get_json()["secret"], caller.services)
    assert due(agent) == []
    refused = agent.post("/v1/generations", {"follows": message["id"], "format": "email"})
    assert refused.status_code == 403


def test_a_message_that_does_not_exist_is_followed_by_none(caller: Caller) -> None:
    answer = caller.post("/v1/generations", {"follows": "a" * 26, "format": "email"})
    assert (answer.status_code, answer.get_json()["errors"][0]["pointer"]) == (422, "/follows")
    assert caller.put(f"/v1/follow-ups/{'a' * 26}", {"state": "stopped"}).status_code == 404
