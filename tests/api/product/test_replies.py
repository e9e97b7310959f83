"""POST /v1/replies as a caller meets it."""

from typing import Any

import pytest

from tests.api.product.caller import GENERATION, Caller


def sent(caller: Caller, **fields: Any) -> dict[str, Any]:
    made = caller.generate(**fields)
    caller.post(f"/v1/messages/{made['id']}/approve", {"fingerprint": made["fingerprint"]})
    assert caller.post(f"/v1/messages/{made['id']}/outcomes", {"kind": "sent"}).status_code == 201
    return made


def test_a_reply_without_a_message_is_read_and_nothing_is_stored(caller: Caller) -> None:
    reply = {"text": "Estoy fuera hasta el 1 de diciembre.", "channel": "email", "received_at": "2026-11-24T10:00:00Z"}
    answer = caller.post("/v1/replies", reply)
    assert answer.get_json() == {
        "kind": "out_of_office",
        "return_date": "2026-12-01",
        "decided_by": "lexicon",
        "confidence": 0.95,
    }


def test_a_reply_to_a_message_is_noted_once(caller: Caller) -> None:
    message = sent(caller)
    reply = {"text": "Me interesa, ¿hablamos?", "channel": "linkedin", "message_id": message["id"]}
    for _ in range(2):
        assert caller.post("/v1/replies", reply).get_json()["kind"] == "positive"
    outcomes = caller.get(f"/v1/messages/{message['id']}/outcomes").get_json()["items"]
    assert [(one["kind"], one["sentiment"], one["note"]) for one in outcomes[1:]] == [("replied", "positive", None)]


def test_who_unsubscribes_by_mail_is_written_to_on_no_channel(caller: Caller) -> None:
    message = sent(caller, format="email")
    reply = {"text": "Por favor, dame de baja.", "channel": "email", "message_id": message["id"]}
    assert caller.post("/v1/replies", reply).get_json()["kind"] == "unsubscribe"
    assert caller.post("/v1/generations", GENERATION).status_code == 409
    assert caller.get("/v1/suppressions?reason=unsubscribed").get_json()["items"]


@pytest.mark.parametrize(
    ("reply", "status", "pointer"),
    [
        ({"text": "Hola", "channel": "fax"}, 422, "/channel"),
        ({"text": "", "channel": "email"}, 422, "/text"),
        ({"text": "Hola", "channel": "linkedin", "headers": {"Subject": "x"}}, 422, "/headers"),
    ],
)
def test_what_is_no_reply_is_refused_at_its_place(
    caller: Caller, reply: dict[str, Any], status: int, pointer: str
) -> None:
    answer = caller.post("/v1/replies", reply)
    assert answer.status_code == status
    assert answer.get_json()["errors"][0]["pointer"] == pointer


def test_a_bounce_of_what_is_no_email_says_what_can_be_noted(caller: Caller) -> None:
    message = sent(caller)
    reply = {"text": "Address not found", "channel": "email", "message_id": message["id"]}
    assert caller.post("/v1/replies", reply).status_code == 409
