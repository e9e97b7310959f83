"""Every POST that creates or spends is guarded by Idempotency-Key; every other one says why it need not be."""

from collections.abc import Callable
from typing import Any

import pytest

from scripts.function_apps import all_routes
from shared.api.route import TASKS, Route
from tests.api.accounts.people import signed_in
from tests.api.product.caller import Caller
from tests.api.product.conftest import data_dir, start
from tests.api.product.test_message_life import approved, note
from tests.webhook_receiver import running_receiver

__all__ = ["data_dir", "start"]

NEED_NONE = {
    "/v1/batches/estimate": "reads",
    "/v1/checks": "reads",
    "/v1/messages/{id}/check": "reads",
    "/v1/prompts/preview": "reads",
    "/v1/workspaces/{id}/transfer": "leads to a state; who asks again is not the owner any more",
    "/v1/batches/{id}/pause": "leads to a state",
    "/v1/batches/{id}/resume": "leads to a state",
    "/v1/batches/{id}/cancel": "leads to a state",
    "/v1/batches/{id}/retry-failed": "leads to a state: what failed since is not touched",
    "/v1/schedules/{id}/pause": "leads to a state",
    "/v1/schedules/{id}/resume": "leads to a state",
    "/v1/prompts/{id}/activate": "leads to a state",
    "/v1/experiments/{id}/start": "leads to a state",
    "/v1/experiments/{id}/stop": "leads to a state",
    "/v1/experiments/{id}/decide": "leads to a state",
    "/v1/messages/{id}/approve": "leads to a state, of one text",
    "/v1/messages/{id}/reject": "leads to a state",
    "/v1/messages/approve": "leads to a state, of each message",
    "/v1/messages/assign": "leads to a state, of each message",
    "/v1/messages/mark-sent": "leads to a state, of each message",
    "/v1/messages/reject": "leads to a state, of each message",
    "/v1/usage-events": "keeps nothing: a line in the log, counted by the day",
    "/v1/history-imports": "leads to a state: rows have ids of their own, and what is there already is counted so",
    "/v1/suppressions/{id}/restore": "leads to a state",
    "/v1/suppressions/import": "leads to a state: who is on the list already is counted as known",
}


def posts() -> list[Route]:
    routes = [route for declared in all_routes().values() for route in declared]
    return [route for route in routes if route.method == "POST" and route.permission is not TASKS]


def test_every_post_is_guarded_or_says_why_it_need_not_be() -> None:
    unguarded = {route.template for route in posts() if route.replay is None}
    assert unguarded == NEED_NONE.keys()


def test_what_answers_created_or_accepted_is_guarded() -> None:
    creating = [route for route in posts() if route.answers.keys() & {201, 202}]
    assert len(creating) > 10
    assert [route.template for route in creating if route.replay is None] == []


def again(caller: Caller, path: str, body: object) -> tuple[Any, Any]:
    """The answers to a request and to its repetition under one key."""
    answers = [caller.post(path, body, headers={"Idempotency-Key": "once"}) for _ in range(2)]
    assert answers[0].status_code == answers[1].status_code < 300, answers[0].get_json()
    assert answers[1].headers.get("Idempotent-Replay") == "true"
    return answers[0].get_json(), answers[1].get_json()


@pytest.fixture
def caller(start: Callable[..., Caller]) -> Caller:
    return start()


def test_a_reply_that_is_posted_twice_is_read_and_noted_once(caller: Caller) -> None:
    message = approved(caller)
    note(caller, message, kind="sent")
    reply = {"text": "Sí, me interesa: llámeme el jueves.", "channel": "linkedin", "message_id": message["id"]}
    first, second = again(caller, "/v1/replies", reply)
    assert first == second
    outcomes = caller.get(f"/v1/messages/{message['id']}/outcomes").get_json()["items"]
    assert [outcome["kind"] for outcome in outcomes] == ["sent", "replied"]
    other = caller.post("/v1/replies", reply | {"text": "No."}, headers={"Idempotency-Key": "once"})
    assert other.status_code == 422


def test_a_suppression_that_is_added_twice_is_the_same_entry(caller: Caller) -> None:
    first, second = again(caller, "/v1/suppressions", {"email": "ana@example.com", "reason": "requested"})
    assert first == second


def test_an_invitation_that_is_accepted_twice_makes_one_member(caller: Caller) -> None:
    guest = signed_in(caller.services, "guest")
    invited = caller.post("/v1/invitations", {"email": "guest@talaya.example", "role": "agent"}).get_json()
    first, second = again(guest, "/v1/invitations/accept", {"token": invited["token"]})
    assert first == second
    assert guest.post("/v1/invitations/accept", {"token": invited["token"]}).status_code == 404


def test_a_webhook_is_tried_and_told_again_once_for_each_key(caller: Caller) -> None:
    with running_receiver() as receiver:
        webhook = caller.post("/v1/webhooks", {"url": receiver.address}).get_json()
        path = f"/v1/webhooks/{webhook['id']}"
        first, second = again(caller, f"{path}/test", None)
        assert first == second
        assert len(caller.get(f"{path}/deliveries").get_json()["items"]) == 1
        told, told_again = again(caller, f"{path}/deliveries/{first['id']}/redeliver", None)
        assert told == told_again
        assert len(caller.get(f"{path}/deliveries").get_json()["items"]) == 2


def test_a_rotation_that_is_repeated_rotates_once(caller: Caller) -> None:
    webhook = caller.post("/v1/webhooks", {"url": "https://example.com/hook"}).get_json()
    first, second = again(caller, f"/v1/webhooks/{webhook['id']}/rotate", {"overlap_seconds": 60})
    assert first["secret"] not in (None, webhook["secret"])
    assert second == first | {"secret": None}
