"""Idempotency-Key: a POST that is repeated answers what the first one created."""

import pytest

from shared.api.app import declare_routes
from shared.api.idempotency import digest_of
from shared.domain.errors import ConflictError, Sentence
from tests.api.small_app import NEIGHBOUR, OWNER, READER, SmallServices, add_routes, bearer


def post(client, key, body=None, token=OWNER):
    body = {"text": "hola"} if body is None else body
    return client.post("/v1/notes", json=body, headers={**bearer(token), "Idempotency-Key": key})


def test_without_a_key_each_request_is_new(client, services):
    first = client.post("/v1/notes", json={"text": "a"}, headers=bearer())
    assert first.status_code == 201
    assert services.replay_request.events == ["unguarded"]


def test_the_claim_s_id_becomes_the_id_of_what_is_created(client):
    assert post(client, "k1").json["id"] == "derived-k1"


def test_a_repetition_answers_what_was_created_as_it_stands_now(client, services):
    post(client, "k1")
    services.notes["derived-k1"] = "changed since"
    again = post(client, "k1")
    assert again.status_code == 201
    assert again.headers["Idempotent-Replay"] == "true"
    assert again.json["text"] == "changed since"


def test_the_first_answer_is_no_replay(client):
    assert "Idempotent-Replay" not in post(client, "k1").headers


def test_a_repetition_speaks_the_language_of_its_own_reader(client):
    post(client, "k1")
    headers = {**bearer(), "Idempotency-Key": "k1", "Accept-Language": "en"}
    assert client.post("/v1/notes", json={"text": "hola"}, headers=headers).json["reader"] == "en"


def test_another_body_under_the_same_key_is_a_422(client):
    post(client, "k1")
    answer = post(client, "k1", {"text": "other"})
    assert answer.status_code == 422
    assert answer.json["errors"][0]["pointer"] == "/headers/Idempotency-Key"


def test_another_spelling_of_the_same_body_is_the_same_request(client):
    first = b'{"text": "\\u00e1", "dry_run": false}'
    second = '{"dry_run":false,   "text":"á"}'.encode()
    headers = {**bearer(), "Idempotency-Key": "k1", "Content-Type": "application/json"}
    answers = [client.post("/v1/notes", data=body, headers=headers) for body in (first, second)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[1].headers["Idempotent-Replay"] == "true"


def test_while_the_first_request_runs_the_second_is_told_when_to_come_back(client, services):
    inner = []
    services.failure = None

    def ask_again():
        inner.append(post(client, "k1"))

    services.notes = Noticing(ask_again)
    post(client, "k1")
    assert inner[0].status_code == 409
    assert inner[0].headers["Retry-After"] == "7"


class Noticing(dict):
    """A dictionary that calls back when the first value is stored."""

    def __init__(self, call):
        super().__init__()
        self.call = call

    def __setitem__(self, key, value):
        if not self:
            self.call()
        super().__setitem__(key, value)


def test_a_request_that_failed_gives_its_key_back(client, services):
    services.failure = ConflictError(Sentence("No.", "No."))
    assert post(client, "k1").status_code == 409
    services.failure = RuntimeError()
    assert post(client, "k1").status_code == 500
    services.failure = None
    assert post(client, "k1").status_code == 201
    assert services.replay_request.events == ["forgotten", "abandoned", "finished"]


def test_a_dry_run_is_not_remembered(client, services):
    assert post(client, "k1", {"text": "a", "dry_run": True}).status_code == 200
    assert post(client, "k1", {"text": "b"}).status_code == 201
    assert services.replay_request.events == ["forgotten", "finished"]


def test_a_key_that_cannot_be_given_back_does_not_hide_the_error(client, services):
    def broken(_claim):
        raise OSError("full disk")

    services.replay_request.forget = broken
    services.failure = ConflictError(Sentence("No.", "No."))
    assert post(client, "k1").status_code == 409


def test_a_memory_that_fails_at_the_end_does_not_take_the_answer_back(client, services):
    def broken(*_given):
        raise OSError("full disk")

    services.replay_request.finish = broken
    assert post(client, "k1").status_code == 201


def test_workspaces_do_not_share_keys(client):
    post(client, "k1")
    assert "Idempotent-Replay" not in post(client, "k1", token=NEIGHBOUR).headers


def test_a_stored_answer_is_only_for_those_who_may_ask(client):
    post(client, "k1")
    assert post(client, "k1", token=READER).status_code == 403


@pytest.mark.parametrize(
    ("route", "workspace", "parameters", "body"),
    [
        (1, "w", {"id": "a"}, b"{}"),
        (0, "v", {"id": "a"}, b"{}"),
        (0, "w", {"id": "b"}, b"{}"),
        (0, "w", {"id": "a"}, b"[]"),
    ],
)
def test_the_digest_differs_with_the_route_the_workspace_the_path_and_the_body(route, workspace, parameters, body):
    routes = declare_routes("small", add_routes, SmallServices())
    same = [digest_of(routes[0], "w", {"id": "a"}, b"{}") for _ in range(2)]
    assert same[0] == same[1] != digest_of(routes[route], workspace, parameters, body)


@pytest.mark.parametrize("key", ["k", "!", "~" * 255, "8e03978e-40d5-43dd-bc93-6894a57f9324", '"quoted"'])
def test_a_key_of_visible_ascii_is_taken(client, key):
    assert post(client, key).status_code == 201


@pytest.mark.parametrize("key", ["", " ", "a b", "k" * 256, "ñ", "a\tb", "\x7f"])
def test_any_other_key_is_a_422_at_the_header(client, services, key):
    answer = post(client, key)
    assert answer.status_code == 422
    assert answer.json["errors"][0]["pointer"] == "/headers/Idempotency-Key"
    assert services.notes == {}


def test_a_key_cannot_smuggle_in_a_header(client):
    answer = client.post(
        "/v1/notes",
        json={"text": "a"},
        headers=bearer(),
        environ_overrides={"HTTP_IDEMPOTENCY_KEY": "a\r\nX-Evil: 1"},
    )
    assert answer.status_code == 422
    assert "X-Evil" not in answer.headers


def test_a_route_that_takes_no_key_ignores_it(client, services):
    services.notes["a"] = "x"
    assert client.get("/v1/notes/a", headers={**bearer(), "Idempotency-Key": "a b"}).status_code == 200
    assert services.replay_request.events == []
