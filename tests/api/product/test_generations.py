"""POST /v1/generations and POST /v1/checks as a caller meets them."""

import itertools
from typing import Any

import pytest

from tests.api.product.caller import GENERATION, Caller

LIMITS = {"linkedin_note": 200, "linkedin_message": 3000, "linkedin_inmail": 1900, "email": 3000}
MESSAGE_FIELDS = {
    "id", "status", "role", "format", "language", "register", "subject", "body", "characters", "limit",
    "subject_characters", "subject_limit", "facts", "claims", "checks", "fingerprint", "prompt", "writer",
    "prospect", "batch_id", "author", "assignee", "created_at", "updated_at",
    "experiment_id", "replaces", "thread", "before_edit", "changed_share", "approval", "rejection", "milestones",
}  # fmt: skip


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_a_message_has_exactly_the_documented_fields(caller: Caller) -> None:
    made = caller.generate()
    assert set(made) == MESSAGE_FIELDS
    assert made["role"] == {"key": "operations", "matched_by": "title"}
    assert made["writer"]["provider"] == "offline"
    assert made["prompt"].keys() == {"id", "version", "variant"}
    assert made["prospect"]["full_name"] == "Lucía Ferrer"
    assert caller.get(f"/v1/messages/{made['id']}").get_json() == made


@pytest.mark.parametrize(
    ("format_", "language", "register"),
    [(f, "es", r) for f, r in itertools.product(LIMITS, ["tu", "usted", "vos"])] + [(f, "en", None) for f in LIMITS],
)
def test_every_format_language_and_register_is_ready_and_within_its_limit(
    caller: Caller, format_: str, language: str, register: str | None
) -> None:
    made = caller.generate(format=format_, language=language, register=register)
    assert made["status"] == "ready", made["checks"]
    assert (made["language"], made["register"]) == (language, register)
    assert made["limit"] == LIMITS[format_]
    assert made["characters"] == utf16(made["body"]) <= made["limit"]
    assert (made["subject"] is not None) == (format_ in ("email", "linkedin_inmail"))
    assert any(claim["verdict"] == "verified" for claim in made["claims"])


def test_claims_point_at_their_words_and_at_facts(caller: Caller) -> None:
    made = caller.generate(format="email")
    known = {fact["id"] for fact in made["facts"]}
    assert made["claims"]
    for claim in made["claims"]:
        text = made[claim["in"]].encode("utf-16-le")[2 * claim["start"] : 2 * claim["end"]].decode("utf-16-le")
        assert text == claim["text"]
        assert set(claim["facts"]) <= known


def test_a_pasted_profile_becomes_a_message(caller: Caller) -> None:
    made = caller.generate(prospect=None, prospect_text="Lucía Ferrer\nDirectora de Operaciones en Logística Norte\n")
    assert made["prospect"]["full_name"] == "Lucía Ferrer"
    assert made["role"]["key"] == "operations"


def test_a_stored_prospect_is_written_to_by_id(caller: Caller) -> None:
    person = caller.get("/v1/prospects?limit=1").get_json()["items"][0]
    made = caller.generate(prospect=None, prospect_id=person["id"])
    assert made["prospect"]["id"] == person["id"]


def test_an_unknown_title_falls_to_the_named_default(caller: Caller) -> None:
    made = caller.generate(prospect={"full_name": "Ana Gil", "title": "Poeta", "company": "Verso Libre"})
    assert made["role"] == {"key": "general_management", "matched_by": "default"}
    assert made["status"] == "ready"
    (remark,) = [check for check in made["checks"] if check["name"] == "role"]
    assert remark["verdict"] == "warn"
    assert "Dirección general" in remark["detail"]


def test_a_wish_that_the_offline_writer_cannot_follow_is_said(caller: Caller) -> None:
    made = caller.generate(instructions="Menciona que nos vimos en Zaragoza")
    assert [check["verdict"] for check in made["checks"] if check["name"] == "instructions"] == ["warn"]
    assert made["status"] == "ready"
    assert caller.get(f"/v1/messages/{made['id']}").get_json() == made


def test_a_dry_run_answers_200_and_stores_nothing(caller: Caller) -> None:
    answer = caller.post("/v1/generations", GENERATION | {"dry_run": True})
    assert answer.status_code == 200
    run = answer.get_json()
    assert run["limit"] == 200
    assert run["estimate"]["cost_micros"] == 0
    assert caller.get("/v1/messages").get_json()["items"] == []


def test_the_same_idempotency_key_makes_one_message(caller: Caller) -> None:
    headers = {"Idempotency-Key": "first-try"}
    first = caller.post("/v1/generations", GENERATION, headers=headers)
    second = caller.post("/v1/generations", GENERATION, headers=headers)
    other = caller.post("/v1/generations", GENERATION | {"format": "email"}, headers=headers)
    assert first.status_code == second.status_code == 201
    assert second.headers["Idempotent-Replay"] == "true"
    assert first.get_json() == second.get_json()
    assert other.status_code == 422
    assert [error["pointer"] for error in other.get_json()["errors"]] == ["/headers/Idempotency-Key"]
    assert len(caller.get("/v1/messages").get_json()["items"]) == 1


def test_a_refused_request_leaves_its_key_free_for_a_corrected_one(caller: Caller) -> None:
    headers = {"Idempotency-Key": "second-try"}
    refused = caller.post("/v1/generations", GENERATION | {"role": "astronauts"}, headers=headers)
    corrected = caller.post("/v1/generations", GENERATION, headers=headers)
    assert (refused.status_code, corrected.status_code) == (422, 201)


BAD: list[tuple[dict[str, Any], str]] = [
    ({"prospect": {"company": "Logística Norte"}}, "/prospect/full_name"),
    ({"prospect": None, "prospect_text": "…"}, "/prospect/full_name"),
    ({"prospect": {"full_name": "Ana", "linkedin_url": "https://example.com/in/ana"}}, "/prospect/linkedin_url"),
    ({"prospect": {"full_name": "Ana", "linkedin_url": "javascript:alert(1)"}}, "/prospect/linkedin_url"),
    ({"prospect": {"full_name": "Ana", "linkedin_url": "https://a@linkedin.com/in/ana"}}, "/prospect/linkedin_url"),
    ({"prospect": {"full_name": "Ana", "linkedin_url": "https://lіnkedin.com/in/ana"}}, "/prospect/linkedin_url"),
    ({"prospect": {"full_name": "Ana", "email": "no"}}, "/prospect/email"),
    ({"prospect": {"full_name": 7}}, "/prospect/full_name"),
    ({"prospect": {"full_name": "Luc\u00eda Ferr\u0435r"}}, "/prospect/full_name"),
    ({"prospect": None, "prospect_text": "Luc\u00eda Ferr\u0435r\nDirectora en Miravent"}, "/prospect/full_name"),
    ({"prospect": {"full_name": "Ana", "experience": [{"start": "soon"}]}}, "/prospect/experience/0/start"),
    ({"prospect": {"full_name": "Ana", "age": 40}}, "/prospect/age"),
    ({"format": "telegram"}, "/format"),
    ({"format": None}, "/format"),
    ({"role": "astronauts"}, "/role"),
    ({"language": "fr"}, "/language"),
    ({"register": "thou"}, "/register"),
    ({"instructions": "x" * 501}, "/instructions"),
    ({"dry_run": "yes"}, "/dry_run"),
    ({"prospect_id": "nobody"}, "/prospect_id"),
    ({"replaces": "a" * 26}, "/replaces"),
    ({"surprise": 1}, "/surprise"),
    ({"prospect": {"full_name": "Ana Gil", "posts": ["palabra " * 2400] * 20}}, "/prospect"),
]


@pytest.mark.parametrize(("fields", "pointer"), BAD, ids=[pointer for _, pointer in BAD])
def test_bad_input_is_named_by_its_field_and_nothing_is_stored(
    caller: Caller, fields: dict[str, Any], pointer: str
) -> None:
    answer = caller.post("/v1/generations", GENERATION | fields)
    problem = answer.get_json()
    assert answer.status_code == 422
    assert answer.content_type == "application/problem+json"
    assert pointer in [error["pointer"] for error in problem["errors"]]
    assert caller.get("/v1/messages").get_json()["items"] == []


def test_two_megabytes_of_text_are_too_large(caller: Caller) -> None:
    answer = caller.post("/v1/generations", GENERATION | {"prospect": None, "prospect_text": "Ana " * 500_000})
    assert answer.status_code == 413
    assert answer.content_type == "application/problem+json"


def test_a_body_that_is_not_json_is_a_400(caller: Caller) -> None:
    answer = caller.post("/v1/generations", data="{nope", headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.get_json()["type"].endswith("malformed-request")


def test_a_text_over_its_limit_is_an_answer_with_a_block(caller: Caller) -> None:
    answer = caller.post(
        "/v1/checks",
        {
            "prospect": GENERATION["prospect"],
            "format": "linkedin_note",
            "language": "es",
            "register": "usted",
            "body": "Hola, Lucía: " + "esta nota es larga y sigue. " * 9,
        },
    )
    checked = answer.get_json()
    assert answer.status_code == 200
    assert checked["status"] == "needs_review"
    assert {check["name"]: check["verdict"] for check in checked["checks"]}["length"] == "block"
    assert checked["characters"] > checked["limit"] == 200
    assert caller.get("/v1/messages").get_json()["items"] == []


def test_premium_notes_may_have_300_characters(caller: Caller) -> None:
    body = {
        "prospect": GENERATION["prospect"],
        "format": "linkedin_note",
        "language": "en",
        "body": "Hi Lucía, " + "short words here. " * 12,
        "linkedin_tier": "premium",
    }
    assert caller.post("/v1/checks", body).get_json()["limit"] == 300


def test_sentences_follow_accept_language(caller: Caller) -> None:
    spanish = caller.post("/v1/generations", GENERATION | {"format": "telegram"}).get_json()
    english = caller.post(
        "/v1/generations", GENERATION | {"format": "telegram"}, headers={"Accept-Language": "en"}
    ).get_json()
    assert spanish["title"] == "Datos no válidos"
    assert english["title"] == "Invalid input"


def test_what_a_caller_sent_is_never_in_the_answer_to_a_mistake(caller: Caller) -> None:
    planted = "planted-secret-value"
    for fields in ({"format": planted}, {"prospect": {"full_name": "Ana", "email": planted}}, {"role": f"{planted}!"}):
        assert planted not in caller.post("/v1/generations", GENERATION | fields).get_data(as_text=True)


@pytest.mark.parametrize("name", ["{{first_name}}", "NULL", "LinkedIn Member", "Logística Norte, S.L."])
def test_what_is_plainly_no_name_gets_no_message(caller: Caller, name: str) -> None:
    answer = caller.post("/v1/generations", GENERATION | {"prospect": {"full_name": name, "company": "Acme"}})
    assert answer.status_code == 422
    assert answer.get_json()["errors"][0]["pointer"] == "/prospect/full_name"


def test_a_surname_alone_is_not_greeted_like_a_given_name(caller: Caller) -> None:
    made = caller.generate(prospect={"full_name": "Sra. Pérez", "title": "Directora de Operaciones"})
    assert "Hola, Pérez" not in made["body"]
