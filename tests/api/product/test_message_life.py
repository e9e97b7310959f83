"""What people do with messages, as callers of the API meet it."""

from typing import Any

import pytest

from shared.domain.ids import derived_id
from tests.api.accounts.people import id_of
from tests.api.product.caller import Caller


def approved(caller: Caller, **fields: Any) -> dict[str, Any]:
    made = caller.generate(**fields)
    answer = caller.post(f"/v1/messages/{made['id']}/approve", {"fingerprint": made["fingerprint"]})
    assert answer.status_code == 200, answer.get_json()
    message: dict[str, Any] = answer.get_json()
    return message


def note(caller: Caller, message: dict[str, Any], **outcome: Any) -> dict[str, Any]:
    answer = caller.post(f"/v1/messages/{message['id']}/outcomes", outcome)
    assert answer.status_code == 201, answer.get_json()
    noted: dict[str, Any] = answer.get_json()
    return noted


def _lasting(outcome: dict[str, Any]) -> dict[str, Any]:
    """An outcome without how its author stands at the moment."""
    return {name: value for name, value in outcome.items() if name != "allowances"}


def test_an_edit_needs_the_tag_of_the_text_that_was_seen(caller: Caller) -> None:
    made = caller.generate()
    path = f"/v1/messages/{made['id']}"
    tag = caller.get(path).headers["ETag"]
    assert tag == f'"{made["fingerprint"]}"'
    edit = {"body": "Hola, Lucía: ¿qué ruta de Logística Norte revisa antes?"}
    for headers in ({}, {"If-Match": '"sha256:other"'}, {"If-Match": "*"}, {"If-Match": f"W/{tag}"}):
        answer = caller.patch(path, edit, headers=headers)
        assert answer.status_code == 412
        assert answer.content_type == "application/problem+json"
    answer = caller.patch(path, edit, headers={"If-Match": tag})
    edited = answer.get_json()
    assert answer.status_code == 200
    assert answer.headers["ETag"] == f'"{edited["fingerprint"]}"' != tag
    assert edited["before_edit"] == {"subject": None, "body": made["body"]}


def test_a_check_of_an_edit_says_what_the_edit_would_and_keeps_nothing(caller: Caller) -> None:
    made = caller.generate()
    path = f"/v1/messages/{made['id']}"
    edit = {"body": "Hola, Rodrigo: ¿qué ruta revisa antes? [Nombre]"}
    checked = caller.post(f"{path}/check", edit).get_json()
    assert caller.get(path).get_json() == made
    edited = caller.patch(path, edit, headers={"If-Match": f'"{made["fingerprint"]}"'}).get_json()
    assert checked == {name: edited[name] for name in checked}
    assert checked["status"] == "needs_review"


def marked(message: dict[str, Any], name: str) -> list[str]:
    """The words that a check of a message points at, cut out of the text that the answer shows."""
    check = next(check for check in message["checks"] if check["name"] == name)
    return [
        message[span["in"]].encode("utf-16-le")[2 * span["start"] : 2 * span["end"]].decode("utf-16-le")
        for span in check["spans"]
    ]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\U0001f680 ",
        "\U0001f469\U0001f3fd\u200d\U0001f4bb \U0001f1ea\U0001f1f8 ",
        "Buen di\u0301a. ",
        "\U0001f680\n\nAño: n\u0303. ",
    ],
    ids=["nothing", "emoji", "joined emoji and a flag", "a decomposed accent", "all of them and line breaks"],
)
def test_spans_and_verdicts_follow_an_edit(caller: Caller, before: str) -> None:
    made = caller.generate(format="linkedin_message")
    path = f"/v1/messages/{made['id']}"
    wrong = {"body": f"{before}Hola, Lucía: ¿qué ruta revisa usted en [Nombre] si tienes un rato?"}
    edited = caller.patch(path, wrong, headers={"If-Match": f'"{made["fingerprint"]}"'}).get_json()
    assert (made["status"], edited["status"]) == ("ready", "needs_review")
    assert marked(edited, "placeholders") == ["[Nombre]"]
    assert marked(edited, "register") == ["tienes"]
    mended = {"body": f"{before}Hola, Lucía: ¿qué ruta revisa usted si tiene un rato?"}
    again = caller.patch(path, mended, headers={"If-Match": f'"{edited["fingerprint"]}"'}).get_json()
    assert marked(again, "placeholders") == marked(again, "register") == []
    assert again["status"] == "ready", again["checks"]


def test_a_check_of_the_same_text_proves_what_was_proven(caller: Caller) -> None:
    made = caller.generate(format="linkedin_message")
    checked = caller.post(f"/v1/messages/{made['id']}/check", {"body": made["body"]}).get_json()
    assert checked["claims"] == made["claims"] != []
    assert [check for check in checked["checks"] if check["verdict"] != "pass"] == [
        check for check in made["checks"] if check["verdict"] != "pass"
    ]


def test_an_edit_keeps_the_warning_that_no_role_knew_the_title(caller: Caller) -> None:
    person = {"full_name": "Noa Vidal Rey", "title": "Podóloga", "company": "Clínica Vidal"}
    made = caller.generate(prospect=person)
    edit = {"body": "Hola, Noa: ¿qué le lleva más tiempo en Clínica Vidal?"}
    edited = caller.patch(
        f"/v1/messages/{made['id']}", edit, headers={"If-Match": f'"{made["fingerprint"]}"'}
    ).get_json()
    assert [check["verdict"] for check in edited["checks"] if check["name"] == "role"] == ["warn"]


def test_what_does_not_exist_is_a_404_before_its_tag_is_asked_for(caller: Caller) -> None:
    nothing = derived_id("nothing")
    assert caller.patch(f"/v1/messages/{nothing}", {"body": "Hola"}).status_code == 404
    assert caller.post(f"/v1/messages/{nothing}/reject").status_code == 404
    assert caller.get(f"/v1/messages/{nothing}/outcomes").status_code == 404


def test_a_message_goes_from_draft_to_reply_and_says_what_is_allowed_on_its_way(caller: Caller) -> None:
    message = approved(caller)
    early = caller.post(
        f"/v1/messages/{message['id']}/outcomes", {"kind": "replied"}, headers={"Accept-Language": "en"}
    )
    assert early.status_code == 409
    assert early.get_json()["detail"] == (
        "This message is approved: now you can edit it or reject it or mark it as sent."
    )
    sent = note(caller, message, kind="sent", account="perfil de Ana")
    reply = note(caller, message, kind="replied", sentiment="positive", note="Quiere verlo el jueves")
    shown = caller.get(f"/v1/messages/{message['id']}").get_json()
    assert shown["status"] == "sent"
    assert shown["milestones"]["account"] == "perfil de Ana"
    assert shown["milestones"]["first_reply"] == "positive"
    listed = caller.get(f"/v1/messages/{message['id']}/outcomes").get_json()
    assert listed == {"items": [_lasting(sent), _lasting(reply)]}


def test_an_outcome_under_a_key_is_noted_once(caller: Caller) -> None:
    message = approved(caller)
    path = f"/v1/messages/{message['id']}/outcomes"
    headers = {"Idempotency-Key": "sent-once"}
    first = caller.post(path, {"kind": "sent"}, headers=headers)
    second = caller.post(path, {"kind": "sent"}, headers=headers)
    assert (first.status_code, second.status_code) == (201, 201)
    assert second.headers["Idempotent-Replay"] == "true"
    assert _lasting(second.get_json()) == _lasting(first.get_json())
    assert len(caller.get(path).get_json()["items"]) == 1


@pytest.mark.parametrize(
    ("outcome", "pointer"),
    [
        ({}, ""),
        ({"kind": "meeting", "sentiment": "positive"}, ""),
        ({"kind": "sent", "occurred_at": "2999-01-01T00:00:00Z"}, "/occurred_at"),
        ({"kind": "sent", "occurred_at": "2026-11-01T00:00:00"}, "/occurred_at"),
        ({"kind": "sent", "corrects": derived_id("nothing")}, "/corrects"),
        ({"kind": "sold"}, "/kind"),
    ],
)
def test_an_outcome_that_makes_no_sense_is_refused_at_its_place(
    caller: Caller, outcome: dict[str, Any], pointer: str
) -> None:
    message = approved(caller)
    answer = caller.post(f"/v1/messages/{message['id']}/outcomes", outcome)
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["pointer"] == pointer


def test_ready_messages_are_approved_in_one_go_by_name_and_by_filter(caller: Caller) -> None:
    first, second = caller.generate(), caller.generate(format="email")
    other = {"id": derived_id("nothing"), "fingerprint": first["fingerprint"]}
    named = [{"id": first["id"], "fingerprint": first["fingerprint"]}, other]
    answer = caller.post("/v1/messages/approve", {"items": named}).get_json()
    assert [one["status"] for one in answer["items"]] == ["approved", None]
    assert answer["items"][1]["problem"]["status"] == 404
    filtered = caller.post("/v1/messages/approve", {"filter": {"format": "email"}}).get_json()
    assert [one["id"] for one in filtered["items"]] == [second["id"]]
    assert caller.post("/v1/messages/approve", {}).status_code == 422


def test_a_message_is_rejected_without_a_body_or_with_a_reason(caller: Caller) -> None:
    made = caller.generate()
    assert caller.post(f"/v1/messages/{made['id']}/reject").get_json()["status"] == "rejected"
    other = caller.generate()
    answer = caller.post(f"/v1/messages/{other['id']}/reject", {"reason": "Ya es cliente"})
    assert answer.get_json()["rejection"]["reason"] == "Ya es cliente"


def test_messages_are_given_to_somebody_and_found_by_them(caller: Caller) -> None:
    made, _ = caller.generate(), caller.generate()
    agent = id_of("agent")
    assigned = caller.post("/v1/messages/assign", {"items": [{"id": made["id"]}], "assignee": agent}).get_json()
    assert assigned["items"] == [{"id": made["id"], "status": "ready", "problem": None}]
    assert [one["id"] for one in caller.get(f"/v1/messages?assignee={agent}").get_json()["items"]] == [made["id"]]
    unassigned = caller.get("/v1/messages?assignee=none").get_json()["items"]
    assert made["id"] not in {one["id"] for one in unassigned}
    assert unassigned


def test_nothing_is_given_to_somebody_who_is_no_member(caller: Caller) -> None:
    made = caller.generate()
    for nobody in ("ana", id_of("guest")):
        refused = caller.post("/v1/messages/assign", {"items": [{"id": made["id"]}], "assignee": nobody})
        assert refused.status_code == 422
        assert refused.get_json()["errors"][0]["pointer"] == "/assignee"
    assert caller.get(f"/v1/messages/{made['id']}").get_json()["assignee"] is None


def test_a_person_a_company_or_a_text_is_found_by_what_is_typed(caller: Caller) -> None:
    lucia = caller.generate()
    nunez = {"full_name": "Íñigo Núñez", "title": "CFO", "company": "Cuentas Claras"}
    inigo = caller.generate(prospect=nunez, format="linkedin_message")
    expected = {"nunez": inigo, "lucia ferr": lucia, "LOGÍSTICA": lucia, inigo["body"][-40:].upper(): inigo}
    for typed, message in expected.items():
        found = caller.get("/v1/messages", query_string={"q": typed}).get_json()
        assert [one["id"] for one in found["items"]] == [message["id"]], typed
        assert found["truncated"] is False
    both = caller.get("/v1/messages", query_string={"q": "nunez", "format": "linkedin_note"}).get_json()
    assert both["items"] == []


@pytest.mark.parametrize("path", ["/v1/generations", "/v1/messages/approve", "/v1/suppressions"])
def test_a_body_that_may_not_be_an_empty_object_is_asked_for(caller: Caller, path: str) -> None:
    assert caller.post(path).status_code == 400
