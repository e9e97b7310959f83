"""A history of messages from elsewhere, over HTTP."""

from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from tests.api.product.caller import Caller
from tests.api.product.test_message_life import note
from tests.builders import form

_FILES = Path(__file__).with_name("history_files")
SPANISH, ENGLISH, LINKEDIN = (
    (_FILES / f"{name}.csv").read_text(encoding="utf-8") for name in ("spanish", "english", "linkedin")
)


def sent(caller: Caller, data: bytes, query: str = "", name: str = "historial.csv") -> TestResponse:
    body = form(("file", data, name))
    return caller.send("POST", f"/v1/history-imports{query}", data=body, content_type="multipart/form-data; boundary=b")


def brought(caller: Caller, text: str, query: str = "", name: str = "historial.csv") -> dict[str, Any]:
    answer = sent(caller, text.encode(), query, name)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    result: dict[str, Any] = answer.get_json()
    return result


def history(caller: Caller, query: str = "status=sent") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = caller.get(f"/v1/messages?{query}&limit=200").get_json()["items"]
    return items


def counts(result: dict[str, Any]) -> dict[str, int]:
    return {name: result[name] for name in ("rows", "imported", "updated", "known", "unusable", "new_people")}


def test_a_spreadsheet_in_spanish_becomes_sent_messages_with_their_outcomes(caller: Caller) -> None:
    result = brought(caller, SPANISH)
    assert counts(result) == {
        "rows": 5, "imported": 3, "updated": 0, "known": 0, "unusable": 2, "new_people": 3
    }  # fmt: skip
    fields = {column["column"]: column["field"] for column in result["mapping"]}
    assert fields["Fecha de envío"] == "sent_at"
    assert (fields["Correo"], fields["Cargo"], fields["Resultado"]) == ("email", "title", "outcome")
    assert [(error["row"], error["column"]) for error in result["errors"]] == [(5, "Fecha de envío"), (6, "")]
    lucia = next(one for one in history(caller) if one["prospect"]["full_name"] == "Lucía Ferrer")
    assert (lucia["format"], lucia["subject"], lucia["role"]["key"]) == ("email", "rutas", "operations")
    assert (lucia["language"], lucia["writer"]["provider"], lucia["writer"]["cost_micros"]) == ("es", "import", 0)
    assert lucia["milestones"]["first_reply"] == "positive"
    assert lucia["milestones"]["first_reply_at"].startswith("2026-11-05")
    assert lucia["created_at"].startswith("2026-11-03")


def test_the_same_file_again_adds_nothing_and_what_it_says_anew_is_added(caller: Caller) -> None:
    first = brought(caller, SPANISH)
    assert first["imported"] == 3
    again = brought(caller, SPANISH)
    assert (again["imported"], again["known"], again["new_people"]) == (0, 3, 0)
    answered = SPANISH.replace("¿cómo cierra el mes?;;", "¿cómo cierra el mes?;Reunión;20/11/2026")
    third = brought(caller, answered)
    assert (third["imported"], third["updated"], third["known"]) == (0, 1, 2)
    iker = next(one for one in history(caller) if one["prospect"]["full_name"] == "Iker Arriaga")
    assert iker["milestones"]["meeting_at"] is not None
    assert len(history(caller)) == 3


def test_what_was_brought_in_counts_as_sent_and_not_as_generated(caller: Caller) -> None:
    brought(caller, SPANISH)
    totals = caller.get("/v1/metrics?from=2026-11-01&to=2026-11-30&group_by=day").get_json()["totals"]
    shown = {name: totals[name] for name in ("generated", "sent", "replied", "positive", "unsubscribed", "cost_micros")}
    assert shown == {"generated": 0, "sent": 3, "replied": 1, "positive": 1, "unsubscribed": 1, "cost_micros": 0}
    brought(caller, SPANISH)
    assert caller.get("/v1/metrics?from=2026-11-01&to=2026-11-30&group_by=day").get_json()["totals"] == totals


def test_whoever_unsubscribed_then_is_on_the_list_now_and_whoever_is_stays(caller: Caller) -> None:
    caller.post("/v1/suppressions", {"email": "iker@sur.example", "reason": "requested"})
    result = brought(caller, SPANISH)
    assert result["suppressed"] == 2
    ana = {"full_name": "Ana Ruiz", "email": "ana@este.example", "company": "Este"}
    refused = caller.post("/v1/generations", {"prospect": ana, "format": "email"})
    assert refused.status_code == 409
    follow = [one["message"]["prospect"]["full_name"] for one in caller.get("/v1/follow-ups").get_json()["items"]]
    assert "Iker Arriaga" not in follow


def test_an_answer_s_text_is_read_for_what_it_is_and_messages_in_a_row_are_a_thread(caller: Caller) -> None:
    result = brought(caller, ENGLISH)
    assert (result["imported"], result["new_people"]) == (2, 1)
    later, earlier = sorted(history(caller), key=lambda one: str(one["created_at"]), reverse=True)
    assert (later["milestones"]["first_reply"], later["language"]) == ("positive", "en")
    assert (later["thread"]["follows"], later["thread"]["number"]) == (earlier["id"], 1)
    assert earlier["thread"]["followed_by"] == later["id"]


def test_linkedin_s_own_export_is_read_from_its_owner_s_side(caller: Caller) -> None:
    result = brought(caller, LINKEDIN, name="messages.csv")
    assert (result["imported"], result["unusable"]) == (2, 0)
    found = {one["prospect"]["full_name"]: one for one in history(caller)}
    assert found.keys() == {"Nerea Belda", "Óscar Urrutia"}
    assert found["Nerea Belda"]["milestones"]["first_reply"] == "positive"
    assert (found["Nerea Belda"]["format"], found["Óscar Urrutia"]["format"]) == ("linkedin_message", "linkedin_inmail")


def test_a_dry_run_shows_what_would_come_and_keeps_nothing(caller: Caller) -> None:
    result = brought(caller, SPANISH, "?dry_run=true")
    assert (result["dry_run"], result["imported"], len(result["preview"])) == (True, 3, 3)
    assert result["preview"][0]["full_name"]
    assert history(caller) == []
    assert brought(caller, SPANISH)["imported"] == 3


def test_a_wrong_guess_of_a_column_is_put_right(caller: Caller) -> None:
    odd = "Quién,Correo,Cuándo,Qué\nLucía Ferrer,lucia@norte.example,2026-11-03,Hola\n"
    answer = caller.send("POST", "/v1/history-imports", {"text": odd}, headers={"Accept-Language": "en"})
    assert answer.status_code == 422
    assert "when each message was sent" in answer.get_json()["detail"]
    result = brought(caller, odd, "?columns=Cuándo=sent_at,Qué=body,Quién=full_name&format=email")
    assert result["imported"] == 1
    assert history(caller)[0]["body"] == "Hola"
    wrong = caller.send("POST", "/v1/history-imports?columns=Cuándo=siempre", {"text": odd})
    assert (wrong.status_code, wrong.get_json()["errors"][0]["pointer"]) == (422, "/query/columns")


def test_a_person_that_the_workspace_knows_keeps_what_is_known(caller: Caller) -> None:
    known = caller.generate(
        prospect={"full_name": "Lucía Ferrer Soto", "email": "lucia@norte.example", "company": "Norte"}
    )
    result = brought(caller, SPANISH)
    assert result["new_people"] == 2
    person = caller.get(f"/v1/prospects/{known['prospect']['id']}").get_json()
    assert person["prospect"]["full_name"] == "Lucía Ferrer Soto"
    assert {one["format"] for one in person["messages"]} == {"linkedin_note", "email"}


def test_an_imported_message_lives_on_like_any_other(caller: Caller) -> None:
    brought(caller, SPANISH)
    iker = next(one for one in history(caller) if one["prospect"]["full_name"] == "Iker Arriaga")
    note(caller, iker, kind="replied", sentiment="neutral")
    timeline = caller.get(f"/v1/prospects/{iker['prospect']['id']}/timeline").get_json()
    assert [one["outcome"] and one["outcome"]["kind"] for one in timeline["items"]] == [None, "sent", "replied"]


@pytest.mark.parametrize("text", ["", "Nombre,Correo\nLucía,lucia@norte.example\n", "\x00\x01\x02"])
def test_what_has_no_history_in_it_is_refused(caller: Caller, text: str) -> None:
    assert sent(caller, text.encode()).status_code == 422
    assert history(caller) == []
