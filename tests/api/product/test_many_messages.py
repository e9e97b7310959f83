"""One thing done to a selection of messages."""

from typing import Any

import pytest

from tests.api.accounts.people import id_of
from tests.api.product.caller import Caller
from tests.api.product.test_follow_ups import person
from tests.api.product.test_message_life import approved, note


def drafts(caller: Caller, count: int, **fields: Any) -> list[dict[str, Any]]:
    return [caller.generate(prospect=person(number), **fields) for number in range(count)]


def named(messages: list[dict[str, Any]]) -> list[dict[str, str]]:
    return [{"id": one["id"]} for one in messages]


def statuses(caller: Caller, messages: list[dict[str, Any]]) -> list[str]:
    return [caller.get(f"/v1/messages/{one['id']}").get_json()["status"] for one in messages]


def test_a_selection_is_rejected_with_a_reason_and_each_is_answered(caller: Caller) -> None:
    messages = drafts(caller, 2)
    sent = approved(caller, prospect=person(2))
    note(caller, sent, kind="sent")
    body = {"items": [*named([*messages, sent]), {"id": "a" * 26}], "reason": "Ya son clientes"}
    answer = caller.post("/v1/messages/reject", body)
    assert answer.status_code == 200
    found = answer.get_json()["items"]
    assert [one["status"] for one in found] == ["rejected", "rejected", None, None]
    assert [one["problem"] and one["problem"]["status"] for one in found] == [None, None, 409, 404]
    assert caller.get(f"/v1/messages/{messages[0]['id']}").get_json()["rejection"]["reason"] == "Ya son clientes"


def test_a_filter_rejects_what_it_finds(caller: Caller) -> None:
    messages = drafts(caller, 3)
    other = caller.generate(prospect=person(4), format="email")
    answer = caller.post("/v1/messages/reject", {"filter": {"format": "linkedin_note"}})
    assert {one["id"] for one in answer.get_json()["items"]} == {one["id"] for one in messages}
    assert answer.get_json()["truncated"] is False
    assert statuses(caller, [other]) == ["ready"]


def test_approved_ones_are_marked_sent_with_their_account_and_the_others_say_why_not(caller: Caller) -> None:
    messages = [approved(caller, prospect=person(number)) for number in range(2)]
    draft = caller.generate(prospect=person(3))
    body = {"items": named([*messages, draft]), "account": "LinkedIn de Ana"}
    answer = caller.post("/v1/messages/mark-sent", body, headers={"Accept-Language": "en"}).get_json()
    found = answer["items"]
    assert {one["kind"]: one["used"] for one in answer["allowances"]} == {"invitations": 2, "notes": 2}
    assert [one["status"] for one in found] == ["sent", "sent", None]
    assert found[2]["problem"]["detail"].startswith("This message is ready")
    shown = caller.get(f"/v1/messages/{messages[0]['id']}").get_json()
    assert shown["milestones"]["account"] == "LinkedIn de Ana"
    again = caller.post("/v1/messages/mark-sent", body).get_json()["items"]
    assert [one["problem"]["status"] for one in again] == [409, 409, 409]
    assert len(caller.get(f"/v1/messages/{messages[0]['id']}/outcomes").get_json()["items"]) == 1


def test_a_filter_marks_only_approved_ones_as_sent(caller: Caller) -> None:
    message = approved(caller, prospect=person(0))
    draft = caller.generate(prospect=person(1))
    found = caller.post("/v1/messages/mark-sent", {"filter": {}}).get_json()["items"]
    assert [one["id"] for one in found] == [message["id"]]
    assert statuses(caller, [draft]) == ["ready"]


def test_a_filter_assigns_too_and_a_message_named_twice_is_changed_once(caller: Caller) -> None:
    messages, agent = drafts(caller, 2), id_of("agent")
    answer = caller.post("/v1/messages/assign", {"filter": {"format": "linkedin_note"}, "assignee": agent})
    assert len(answer.get_json()["items"]) == 2
    assert caller.get(f"/v1/messages/{messages[0]['id']}").get_json()["assignee"] == agent
    twice = caller.post("/v1/messages/reject", {"items": named([messages[0], messages[0]])}).get_json()["items"]
    assert [one["status"] for one in twice] == ["rejected", "rejected"]


@pytest.mark.parametrize("path", ["reject", "mark-sent", "assign"])
@pytest.mark.parametrize("body", [{}, {"items": []}, {"items": [{"id": "a" * 26}], "filter": {}}, {"surprise": 1}])
def test_what_chooses_nothing_or_twice_is_refused(caller: Caller, path: str, body: dict[str, Any]) -> None:
    given = body | ({"assignee": None} if path == "assign" else {})
    assert caller.post(f"/v1/messages/{path}", given).status_code == 422


def test_a_timeline_tells_all_that_happened_in_order(caller: Caller) -> None:
    message = approved(caller, format="email")
    note(caller, message, kind="sent", account="correo")
    wrong = note(caller, message, kind="replied", sentiment="negative")
    note(caller, message, corrects=wrong["id"], kind="replied", sentiment="positive", note="Quiere verlo")
    other = caller.generate(format="linkedin_note")
    caller.post(f"/v1/messages/{other['id']}/reject")
    timeline = caller.get(f"/v1/prospects/{message['prospect']['id']}/timeline").get_json()
    assert timeline["prospect"]["full_name"] == "Lucía Ferrer"
    assert [one["id"] for one in timeline["messages"]] == [message["id"], other["id"]]
    told = [
        (one["happening"], one["outcome"] and one["outcome"]["kind"], one["holds"], one["message_id"])
        for one in timeline["items"]
    ]
    assert told == [
        ("generated", None, True, message["id"]),
        ("approved", None, True, message["id"]),
        ("outcome", "sent", True, message["id"]),
        ("outcome", "replied", False, message["id"]),
        ("outcome", "replied", True, message["id"]),
        ("generated", None, True, other["id"]),
        ("rejected", None, True, other["id"]),
    ]


def test_a_timeline_knows_the_suppression_list(caller: Caller) -> None:
    message = caller.generate()
    path = f"/v1/prospects/{message['prospect']['id']}/timeline"
    made = caller.post("/v1/suppressions", {"prospect_id": message["prospect"]["id"], "reason": "requested"})
    assert made.status_code == 201, made.get_json()
    happenings = [one["happening"] for one in caller.get(path).get_json()["items"]]
    assert happenings == ["generated", "suppressed"]


def test_nobody_s_timeline_is_not_found(caller: Caller) -> None:
    assert caller.get(f"/v1/prospects/{'a' * 26}/timeline").status_code == 404
