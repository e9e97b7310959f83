"""Every refusal and failure as problem+json."""

import json

import pytest
from werkzeug.exceptions import (
    BadRequest,
    Conflict,
    Forbidden,
    Gone,
    ImATeapot,
    InternalServerError,
    NotFound,
    RequestEntityTooLarge,
    ServiceUnavailable,
    UnsupportedMediaType,
)

from shared.api.problems import error_of, problem_of
from shared.domain import errors
from shared.domain.errors import OutreachError, Sentence
from tests.api.small_app import bearer

SENTENCE = Sentence("Una frase.", "A sentence.")


def all_errors() -> list[type[OutreachError]]:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, OutreachError)]
    return [kind for kind in kinds if kind.status != 500]


@pytest.mark.parametrize("kind", all_errors(), ids=lambda kind: kind.__name__)
def test_each_error_of_the_tree_becomes_a_problem_with_its_status_and_type(client, services, kind):
    services.failure = kind(SENTENCE)
    answer = client.post("/v1/notes?", json={"text": "a"}, headers=bearer())
    assert answer.status_code == kind.status
    assert answer.content_type == "application/problem+json"
    assert answer.json == {
        "type": f"/problems/{kind.code}",
        "title": kind.title.es,
        "status": kind.status,
        "detail": "Una frase.",
        "instance": "/v1/notes",
        "errors": [],
        "request_id": answer.headers["X-Request-Id"],
    }


@pytest.mark.parametrize(
    ("accepted", "language"),
    [(None, "es"), ("en", "en"), ("en-GB,en;q=0.9,es;q=0.8", "en"), ("es-MX,en;q=0.9", "es"), ("de", "es"), ("*", "es"),
     ("de,en;q=0.3", "en"), ("es;q=0", "es"), (";;;", "es")],
)  # fmt: skip
def test_a_problem_speaks_the_language_that_its_reader_prefers(client, services, accepted, language):
    services.failure = errors.ConflictError(SENTENCE)
    headers = bearer() if accepted is None else {**bearer(), "Accept-Language": accepted}
    answer = client.post("/v1/notes", json={"text": "a"}, headers=headers)
    assert answer.headers["Content-Language"] == language
    assert answer.json["detail"] == SENTENCE.in_language(language)


def test_a_value_that_is_wrong_is_complained_about_in_the_reader_s_language(client):
    answer = client.post("/v1/notes", json={"text": ""}, headers={**bearer(), "Accept-Language": "en"})
    assert answer.json["errors"] == [{"pointer": "/text", "detail": "It must not be empty."}]


def test_a_quota_says_when_to_come_back(client, services):
    services.failure = errors.QuotaExceededError(SENTENCE, retry_after_seconds=30)
    assert client.post("/v1/notes", json={"text": "a"}, headers=bearer()).headers["Retry-After"] == "30"


@pytest.mark.parametrize(("seconds", "header"), [(5, "5"), (None, None)])
def test_a_conflict_says_when_to_come_back_only_if_it_will_pass(client, services, seconds, header):
    services.failure = errors.ConflictError(SENTENCE, retry_after_seconds=seconds)
    assert client.post("/v1/notes", json={"text": "a"}, headers=bearer()).headers.get("Retry-After") == header


def test_what_nobody_foresaw_is_a_500_that_tells_nothing_but_its_id(client, services):
    services.failure = ValueError("planted secret")
    answer = client.post("/v1/notes", json={"text": "a"}, headers=bearer())
    assert answer.status_code == 500
    assert answer.json["type"] == "/problems/internal"
    assert answer.json["request_id"] == answer.headers["X-Request-Id"]
    assert "planted" not in answer.text
    assert "ValueError" not in answer.text


@pytest.mark.parametrize("kind", [BadRequest, Conflict, Forbidden, Gone, ImATeapot, InternalServerError, NotFound,
                                  RequestEntityTooLarge, ServiceUnavailable, UnsupportedMediaType])  # fmt: skip
def test_no_refusal_of_the_framework_escapes_the_problem_form(client, services, kind):
    services.failure = kind("planted")
    answer = client.post("/v1/notes", json={"text": "a"}, headers=bearer())
    assert answer.content_type == "application/problem+json"
    assert answer.json["status"] == answer.status_code
    assert "planted" not in answer.text


def test_an_error_that_is_not_for_requests_is_an_internal_one():
    error = error_of(errors.StartError(SENTENCE))
    assert (error.status, error.code) == (500, "internal")


def test_the_instance_is_the_path_without_its_query_and_safe_to_print():
    problem = problem_of(errors.NotFoundError(SENTENCE), "es", "/v1/<a>\r\n ñ", "id")
    assert problem.instance == "/v1/%3Ca%3E%0D%0A%20%C3%B1"


PLANTED = "planted-9f3"


@pytest.mark.parametrize(
    "body",
    [
        {"text": PLANTED * 100_000},
        {"text": "rude", "colour": PLANTED},
        {"text": "odd", "day": PLANTED, "either": PLANTED},
        {"text": "a", "parts": PLANTED},
        {"text": "a", "parts": [{"size": PLANTED}], "dry_run": PLANTED, "register": PLANTED},
        {"text": "a", "labels": {"x": [PLANTED]}},
        [PLANTED],
        PLANTED,
    ],
)
def test_no_value_that_the_caller_sent_is_repeated(client, body):
    answer = client.post("/v1/notes", data=json.dumps(body), headers=bearer(), content_type="application/json")
    assert answer.status_code in (413, 422)
    assert PLANTED not in answer.text


def test_the_words_of_a_validator_are_not_repeated(client):
    answers = [client.post("/v1/notes", json={"text": word}, headers=bearer()).json for word in ("rude", "odd")]
    assert [answer["errors"][0]["detail"] for answer in answers] == [
        "No es el nombre de una persona.",
        "El valor no es válido.",
    ]


def test_a_problem_lists_a_hundred_errors_and_counts_the_others():
    wrong = tuple(errors.FieldError(f"/{number}", SENTENCE) for number in range(103))
    told = problem_of(errors.InvalidInputError(SENTENCE, wrong), "en", "/", "id")
    assert len(told.errors) == 100
    assert told.detail == "A sentence. 100 errors are listed here; there are 3 more."
