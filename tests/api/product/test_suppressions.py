"""The suppression list, and that nobody on it is written to: at generation, at approval, at sending."""

from typing import Any

import pytest

from shared.domain.ids import derived_id
from tests.api.product.caller import GENERATION, Caller

EMAIL = "lucia@example.com"
PERSON = GENERATION["prospect"] | {"email": EMAIL}


def suppress(caller: Caller, **who: Any) -> list[dict[str, Any]]:
    answer = caller.post("/v1/suppressions", who)
    assert answer.status_code == 201, answer.get_json()
    items: list[dict[str, Any]] = answer.get_json()["items"]
    return items


def approve(caller: Caller, message: dict[str, Any]) -> int:
    return caller.post(f"/v1/messages/{message['id']}/approve", {"fingerprint": message["fingerprint"]}).status_code


def test_whoever_is_on_the_list_is_not_written_to_by_any_of_their_addresses(caller: Caller) -> None:
    made = caller.generate(prospect=PERSON)
    entries = suppress(caller, email="LUCIA@example.com", reason="requested", note="Lo pidió por teléfono")
    assert {entry["kind"] for entry in entries} == {"email", "linkedin", "name", "prospect"}
    by_profile = GENERATION["prospect"]
    by_name_and_email = {"full_name": "Lucía Ferrer", "email": EMAIL}
    for person in (PERSON, by_profile, by_name_and_email):
        answer = caller.post("/v1/generations", GENERATION | {"prospect": person}, headers={"Accept-Language": "en"})
        assert answer.status_code == 409
        assert "suppression list" in answer.get_json()["detail"]
    by_id = {"prospect_id": made["prospect"]["id"], "format": "email", "language": "es"}
    assert caller.post("/v1/generations", by_id).status_code == 409


NAMED = {"full_name": "Beatriz Otxoa", "company": "Ferretería Otxoa, S.L.", "title": "Gerente"}


def refused(caller: Caller, person: dict[str, Any]) -> bool:
    return caller.post("/v1/generations", GENERATION | {"prospect": person}).status_code == 409


def test_whoever_has_no_address_is_known_again_by_name_and_company(caller: Caller) -> None:
    made = caller.generate(prospect=NAMED)
    suppress(caller, prospect_id=made["prospect"]["id"])
    assert refused(caller, NAMED)
    assert refused(caller, NAMED | {"full_name": "Béatriz  OTXOA", "company": "Ferreteria Otxoa"})
    assert refused(caller, NAMED | {"email": EMAIL})
    assert not refused(caller, NAMED | {"company": "Otra Casa"})
    assert not refused(caller, NAMED | {"full_name": "Beatriz Otero"})


def test_whoever_asked_at_an_address_is_held_without_it_and_a_namesake_with_another_is_not(caller: Caller) -> None:
    caller.generate(prospect=NAMED | {"email": EMAIL})
    suppress(caller, email=EMAIL)
    assert refused(caller, NAMED)
    assert refused(caller, NAMED | {"linkedin_url": "https://www.linkedin.com/in/beatriz-otxoa"})
    assert not refused(caller, NAMED | {"email": "beatriz.otxoa@example.org"})


def test_a_person_taken_off_the_list_is_no_longer_held_by_name(caller: Caller) -> None:
    made = caller.generate(prospect=NAMED)
    [first, *_] = suppress(caller, prospect_id=made["prospect"]["id"])
    assert caller.delete(f"/v1/suppressions/{first['id']}").status_code == 204
    assert not refused(caller, NAMED)


def test_a_file_says_who_of_its_people_is_held_by_name(caller: Caller) -> None:
    made = caller.generate(prospect=NAMED)
    suppress(caller, prospect_id=made["prospect"]["id"])
    text = "Nombre;Empresa;Cargo\nBeatriz Otxoa;Ferretería Otxoa;Gerente\nAna Gil;Talleres Gil;Gerente\n"
    found = caller.post("/v1/imports", {"text": text}).get_json()
    assert (found["usable"], found["suppressed"]) == (2, 1)


def test_an_erased_person_is_held_by_name_without_a_trace_of_it(caller: Caller) -> None:
    made = caller.generate(prospect=NAMED)
    suppress(caller, prospect_id=made["prospect"]["id"], note="Beatriz lo pidió")
    assert {entry["person"] for entry in caller.get("/v1/suppressions").get_json()["items"]} == {"Beatriz Otxoa"}
    assert caller.delete(f"/v1/prospects/{made['prospect']['id']}").status_code in (200, 202, 204)
    assert refused(caller, NAMED)
    left = caller.get("/v1/suppressions").get_json()["items"]
    assert {(entry["person"], entry["address"], entry["note"]) for entry in left} == {(None, None, None)}


def test_a_text_for_somebody_on_the_list_is_blocked_by_its_check(caller: Caller) -> None:
    suppress(caller, email=EMAIL)
    text = {
        "prospect": PERSON,
        "format": "linkedin_note",
        "language": "es",
        "register": "usted",
        "body": "Hola, Lucía.",
    }
    checked = caller.post("/v1/checks", text).get_json()
    assert [check["verdict"] for check in checked["checks"] if check["name"] == "suppression"] == ["block"]


def test_a_message_of_before_is_neither_approved_nor_sent(caller: Caller) -> None:
    ready, approved = caller.generate(prospect=PERSON), caller.generate(prospect=PERSON, format="email")
    assert approve(caller, approved) == 200
    [first, *_] = suppress(caller, prospect_id=ready["prospect"]["id"])
    assert approve(caller, ready) == 409
    sent = f"/v1/messages/{approved['id']}/outcomes"
    assert caller.post(sent, {"kind": "sent"}).status_code == 409
    many = caller.post("/v1/messages/approve", {"filter": {"format": "linkedin_note"}}).get_json()
    assert [one["problem"]["status"] for one in many["items"]] == [409]
    assert caller.delete(f"/v1/suppressions/{first['id']}").status_code == 204
    assert approve(caller, ready) == 200
    assert caller.post(sent, {"kind": "sent"}).status_code == 201


def test_an_edit_says_that_the_person_is_on_the_list(caller: Caller) -> None:
    made = caller.generate(prospect=PERSON)
    suppress(caller, email=EMAIL)
    edit = {"body": made["body"] + " Gracias."}
    edited = caller.patch(f"/v1/messages/{made['id']}", edit, headers={"If-Match": f'"{made["fingerprint"]}"'})
    shown = edited.get_json()
    assert shown["status"] == "needs_review"
    answer = caller.post(
        f"/v1/messages/{made['id']}/approve", {"fingerprint": shown["fingerprint"], "reason": "Es mi primo"}
    )
    assert answer.status_code == 409


def test_whoever_is_taken_off_can_be_put_back_for_a_week(caller: Caller) -> None:
    [entry] = suppress(caller, email=EMAIL)
    assert caller.delete(f"/v1/suppressions/{entry['id']}").status_code == 204
    assert caller.get("/v1/suppressions").get_json()["items"] == []
    [lifted] = caller.get("/v1/suppressions?state=lifted").get_json()["items"]
    assert lifted["expires_at"] is not None
    assert caller.post("/v1/generations", GENERATION | {"prospect": PERSON}).status_code == 201
    [restored] = caller.post(f"/v1/suppressions/{entry['id']}/restore").get_json()["items"]
    assert (restored["lifted_at"], restored["expires_at"]) == (None, None)
    assert caller.post("/v1/generations", GENERATION | {"prospect": PERSON}).status_code == 409


def test_a_repetition_changes_nothing(caller: Caller) -> None:
    assert suppress(caller, email=EMAIL, reason="customer") == suppress(caller, email=EMAIL, reason="other")
    assert len(caller.get("/v1/suppressions?reason=customer").get_json()["items"]) == 1


def test_a_list_is_brought_from_another_tool_and_taken_to_one(caller: Caller) -> None:
    text = (
        "Nombre;Correo;Perfil\n"
        "Lucía Ferrer;Lucia@Example.com;\n"
        'Ana Gil;"ana@example.com";https://es.linkedin.com/in/ana-gil?trk=x\n'
        "Sin Dirección;;\n\n"
        ";lucia@example.com;\n"
    )
    first = caller.post("/v1/suppressions/import", {"text": text, "reason": "customer"}).get_json()
    assert (first["added"], first["known"], first["error_count"]) == (2, 1, 1)
    assert [error["row"] for error in first["errors"]] == [4]
    assert caller.post("/v1/suppressions/import", {"text": text}).get_json()["added"] == 0
    file = caller.get("/v1/suppressions/export.csv")
    rows = file.get_data(as_text=True).removeprefix("\ufeff").splitlines()
    assert file.content_type == "text/csv; charset=utf-8"
    assert rows[0] == "kind,address,reason,note,created_at"
    assert {row.split(",")[1] for row in rows[1:]} == {
        EMAIL,
        "ana@example.com",
        "https://www.linkedin.com/in/ana-gil",
    }
    assert caller.post("/v1/generations", GENERATION | {"prospect": PERSON}).status_code == 409


@pytest.mark.parametrize(
    ("who", "pointer"),
    [({}, ""), ({"email": "nobody"}, "/email"), ({"prospect_id": derived_id("nobody")}, "/prospect_id")],
)
def test_somebody_must_be_named(caller: Caller, who: dict[str, Any], pointer: str) -> None:
    answer = caller.post("/v1/suppressions", who)
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["pointer"] == pointer


def test_what_is_not_on_the_list_is_a_404(caller: Caller) -> None:
    assert caller.delete(f"/v1/suppressions/{derived_id('nobody')}").status_code == 404
    assert caller.post(f"/v1/suppressions/{derived_id('nobody')}/restore").status_code == 404
