"""Roles, prompts, templates and settings over HTTP."""

from typing import Any

import pytest

from tests.api.product.caller import GENERATION, Caller

ROLE: dict[str, Any] = {
    "names": {"es": "Legal", "en": "Legal"},
    "title_patterns": ["abogad*"],
    "call_to_action": {"es": "¿Lo vemos?", "en": "Shall we look at it?"},
}


def test_a_role_lives_from_put_to_delete(caller: Caller) -> None:
    created = caller.put("/v1/roles/legal", ROLE)
    replaced = caller.put("/v1/roles/legal", ROLE | {"tone": "sobrio"})
    assert (created.status_code, replaced.status_code) == (201, 200)
    assert caller.get("/v1/roles/legal").get_json()["tone"] == "sobrio"
    assert "legal" in [role["key"] for role in caller.get("/v1/roles").get_json()["items"]]
    assert caller.delete("/v1/roles/legal").status_code == 204
    assert caller.get("/v1/roles/legal").status_code == 404
    assert caller.delete("/v1/roles/legal").status_code == 404


def test_the_default_role_stays(caller: Caller) -> None:
    assert caller.delete("/v1/roles/general_management").status_code == 409


def test_a_prompt_is_created_listed_and_activated(caller: Caller) -> None:
    body = {"role": "operations", "format": "linkedin_note", "language": "es", "text": "Escribe a {{ role_name }}."}
    created = caller.post("/v1/prompts", body)
    prompt = created.get_json()
    assert created.status_code == 201
    assert (prompt["version"], prompt["active"]) == (2, False)
    assert prompt["parent"] is not None
    activated = caller.post(f"/v1/prompts/{prompt['id']}/activate").get_json()
    assert activated["active"]
    assert caller.generate()["prompt"] == {"id": prompt["id"], "version": 2, "variant": None}
    listed = caller.get("/v1/prompts?role=operations&format=linkedin_note&language=es").get_json()["items"]
    assert [(item["version"], item["active"]) for item in listed] == [(2, True), (1, False)]


def test_an_unknown_variable_is_refused_when_saved(caller: Caller) -> None:
    body = {"role": "operations", "format": "linkedin_note", "language": "es", "text": "Hola {{ apodo }}"}
    answer = caller.post("/v1/prompts", body)
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["pointer"] == "/text"
    template = {"name": "x", "format": "email", "language": "es", "body": "Hola {{ apodo }}"}
    assert caller.post("/v1/templates", template).get_json()["errors"][0]["pointer"] == "/body"


def test_a_preview_renders_without_writing(caller: Caller) -> None:
    body = {
        "text": "Escribe a {{ role_name }}.",
        "prospect": GENERATION["prospect"],
        "format": "linkedin_note",
        "language": "es",
        "register": "tu",
    }
    preview = caller.post("/v1/prompts/preview", body).get_json()
    assert preview["instructions"] == "Escribe a Operaciones."
    assert "Directora de Operaciones" in preview["fact_block"]
    variables = {variable["name"]: variable for variable in preview["variables"]}
    assert variables["title"]["value"] == "Directora de Operaciones"
    assert variables["title"]["meaning"] == "Cargo de la persona"
    assert variables["subject_limit"]["value"] == ""
    assert caller.get("/v1/messages").get_json()["items"] == []


def test_a_template_is_kept_changed_and_used(caller: Caller) -> None:
    content = {
        "name": "corta",
        "format": "linkedin_note",
        "language": "es",
        "subject": None,
        "body": "Hola, {{ first_name }}: ¿cómo planifican en {{ company }} las semanas de más carga?",
    }
    created = caller.post("/v1/templates", content)
    template = created.get_json()
    assert created.status_code == 201
    assert caller.get(f"/v1/templates/{template['id']}").get_json() == template
    made = caller.generate(template_id=template["id"])
    assert made["body"] == "Hola, Lucía: ¿cómo planifican en Logística Norte las semanas de más carga?"
    changed = caller.put(f"/v1/templates/{template['id']}", content | {"name": "otra"}).get_json()
    assert changed["name"] == "otra"
    assert caller.delete(f"/v1/templates/{template['id']}").status_code == 204
    assert caller.get("/v1/templates").get_json()["items"] == []


def test_settings_change_by_field(caller: Caller) -> None:
    before = caller.get("/v1/settings").get_json()
    answer = caller.patch("/v1/settings", {"linkedin_tier": "premium"})
    assert answer.status_code == 200
    assert answer.get_json() == before | {"linkedin_tier": "premium"}
    assert caller.generate()["limit"] == 300


def test_a_check_that_only_warns_can_be_switched_off(caller: Caller) -> None:
    text = {
        "prospect": GENERATION["prospect"],
        "format": "linkedin_message",
        "language": "es",
        "body": "Hola: vi tu perfil.",
    }

    def names() -> set[str]:
        return {check["name"] for check in caller.post("/v1/checks", text).get_json()["checks"]}

    assert "cliches" in names()
    assert caller.patch("/v1/settings", {"switched_off_checks": ["cliches"]}).status_code == 200
    assert "cliches" not in names()


def test_a_check_that_blocks_cannot_be_switched_off(caller: Caller) -> None:
    answer = caller.patch("/v1/settings", {"switched_off_checks": ["grounding"]})
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["pointer"] == "/switched_off_checks/0"


def test_settings_refuse_what_is_not_theirs_to_change(caller: Caller) -> None:
    for change, pointer in [
        ({"demo": False}, "/demo"),
        ({"time_zone": "Madrid"}, "/time_zone"),
        ({"languages": []}, "/languages"),
        ({"default_role": "astronauts"}, "/default_role"),
        ({"allowed_links": ["https://example.com"]}, "/allowed_links/0"),
        ({"name": None}, "/name"),
    ]:
        answer = caller.patch("/v1/settings", change)
        assert answer.status_code == 422, change
        assert answer.get_json()["errors"][0]["pointer"] == pointer


def test_nothing_answers_without_a_credential(caller: Caller) -> None:
    for path in ("/v1/messages", "/v1/prospects", "/v1/roles", "/v1/prompts", "/v1/templates", "/v1/settings"):
        answer = caller.get(path, headers={"Authorization": ""})
        assert answer.status_code == 401
        assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_subject_with_a_line_break_becomes_one_line_wherever_it_enters(caller: Caller) -> None:
    broken, whole = "Una idea\r\nBcc: a\u202e@b.c", "Una idea Bcc: a@b.c"
    content = {"name": "x", "format": "email", "language": "es", "subject": broken, "body": "Hola, {{ first_name }}."}
    template = caller.post("/v1/templates", content).get_json()
    assert template["subject"] == whole
    made = caller.generate(format="email", template_id=template["id"])
    assert "\n" not in made["subject"]
    path, headers = f"/v1/messages/{made['id']}", {"If-Match": f'"{made["fingerprint"]}"'}
    assert caller.patch(path, {"subject": broken}, headers=headers).get_json()["subject"] == whole
    text = {"prospect": {"full_name": "Ana Gil"}, "format": "email", "language": "es", "subject": broken, "body": "x"}
    assert caller.post("/v1/checks", text).get_json()["subject_characters"] == len(whole)


def test_two_thousand_braces_are_answered_in_few_words(caller: Caller) -> None:
    content = {"name": "x", "format": "linkedin_note", "language": "es", "subject": None, "body": "{{" * 2_000}
    answer = caller.post("/v1/templates", content)
    assert answer.status_code == 422
    assert len(answer.data) < 60_000


@pytest.mark.parametrize("zone", ["localtime", "Factory", "posixrules", "posix/Europe/Madrid"])
def test_a_file_beside_the_time_zones_is_no_time_zone(caller: Caller, zone: str) -> None:
    answer = caller.patch("/v1/settings", {"time_zone": zone})
    assert [error["pointer"] for error in answer.get_json()["errors"]] == ["/time_zone"]
