"""What create_app makes of declarations, and what holds around every request."""

import json
import tomllib
from pathlib import Path
from typing import Any

import functions_framework
import pytest
from flask import Flask
from pydantic import BaseModel

from shared.api.app import PUBLIC, Answer, Api, create_app, declared_routes, refuse_undeclared_rules
from shared.api.route import Handler, Public, Replay
from shared.api.version import VERSION
from shared.domain.errors import Sentence, UpstreamFailedError
from shared.domain.idempotency import Claim
from shared.domain.principal import Permission, Principal
from tests.api.small_app import Number, SmallServices, bearer, small_app


def app_with(
    *handlers: Handler, permission: Permission | Public = Permission.GENERATE, replay: Replay | None = None
) -> Flask:
    """An app whose only route, declared once for each handler, is POST /v1/x."""

    def declare(api: Api, _services: SmallServices) -> None:
        for handler in handlers:
            api.post("/v1/x", permission=permission, answers={200: Number}, tag="t", replay=replay)(handler)

    return create_app("one", declare, SmallServices())


class Lax(BaseModel):
    size: int = 1


def test_a_route_cannot_be_declared_without_saying_who_may_use_it():
    def declare(api: Any, _services: SmallServices) -> None:
        api.get("/v1/x", answers={200: Number}, tag="t")

    with pytest.raises(TypeError, match="permission"):
        create_app("one", declare, SmallServices())


def test_a_rule_that_nobody_declared_stops_the_start():
    app = small_app()
    refuse_undeclared_rules(app)
    app.add_url_rule("/v1/back-door", "back-door", lambda: "open")
    with pytest.raises(RuntimeError, match="/v1/back-door"):
        refuse_undeclared_rules(app)


def test_a_rule_that_is_added_later_is_refused_when_it_is_called():
    app = small_app()
    app.add_url_rule("/v1/back-door", "back-door", lambda: "open")
    answer = app.test_client().get("/v1/back-door", headers=bearer())
    assert answer.status_code == 404
    assert "/problems/not-found" in answer.text


def unknown_input(principal: Principal, cookies: str) -> Number:
    return Number(value=1)


def no_principal() -> Number:
    return Number(value=1)


def with_principal(principal: Principal) -> Number:
    return Number(value=1)


def with_claim(principal: Principal, claim: Claim) -> Number:
    return Number(value=1)


def lax_body(principal: Principal, body: Lax) -> Number:
    return Number(value=1)


def lax_query(principal: Principal, query: Lax) -> Number:
    return Number(value=1)


@pytest.mark.parametrize("handler", [unknown_input, no_principal, with_claim, lax_body, lax_query])
def test_a_handler_that_could_not_be_served_safely_stops_the_start(handler):
    with pytest.raises(TypeError, match=handler.__name__):
        app_with(handler)


def test_a_public_handler_cannot_ask_for_a_principal():
    with pytest.raises(TypeError, match="principal"):
        app_with(with_principal, permission=PUBLIC)


def test_a_replay_without_a_claim_stops_the_start():
    with pytest.raises(TypeError, match="claim"):
        app_with(with_principal, replay=lambda _principal, _id: Number(value=1))


def test_a_path_and_method_can_be_declared_only_once():
    with pytest.raises(TypeError, match="twice"):
        app_with(with_principal, with_principal)


def test_the_declared_routes_are_the_whole_url_map():
    app = small_app()
    declared = {(route.method, route.path) for route in declared_routes(app)}
    served = {(method, rule.rule) for rule in app.url_map.iter_rules() for method in (rule.methods or set()) - {"HEAD"}}
    assert declared == served


def test_a_public_route_is_open_to_strangers_and_looks_at_no_credential(client):
    assert client.get("/v1/open").json == {"value": 1}
    assert client.get("/v1/open", headers={"Authorization": "Bearer nonsense"}).status_code == 200


def test_an_answer_names_every_field_by_its_public_name_with_null_for_what_is_absent(client):
    answer = client.post("/v1/notes", json={"text": "hola", "register": "tu"}, headers=bearer())
    assert answer.json == {"id": "fresh", "text": "hola", "register": None, "reader": "es"}


def test_an_answer_brings_its_own_headers(client):
    answer = client.post("/v1/notes", json={"text": "hola"}, headers=bearer())
    assert answer.headers["Location"] == "/v1/notes/fresh"


def test_an_empty_answer_has_neither_body_nor_type(client, services):
    services.notes["a"] = "x"
    answer = client.delete("/v1/notes/a", headers=bearer())
    assert (answer.status_code, answer.data) == (204, b"")
    assert "Content-Type" not in answer.headers


@pytest.mark.parametrize("path", ["/v1/open", "/v1/numbers", "/v1/nothing", "/v1/small/health"])
def test_every_answer_carries_the_security_headers(client, path):
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"


def test_every_request_has_an_id_of_ours_whatever_it_brings(client):
    ids = [client.get("/v1/open", headers={"X-Request-Id": "mine"}).headers["X-Request-Id"] for _ in range(2)]
    assert len({"mine", *ids}) == 3


def test_health_names_the_function_and_the_version(client):
    assert client.get("/v1/small/health").json == {"status": "ok", "function": "small", "version": VERSION}


def test_health_says_what_is_wrong(client, services):
    services.illness = UpstreamFailedError(Sentence("No hay base de datos.", "There is no database."))
    answer = client.get("/v1/small/health")
    assert (answer.status_code, answer.json["detail"]) == (502, "No hay base de datos.")


def test_the_version_is_the_project_s():
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())
    assert project["project"]["version"] == VERSION


def test_each_request_leaves_one_line_with_its_route_and_neither_path_nor_query(client, services, log_lines):
    services.notes["secret-id"] = "x"
    answer = client.get("/v1/notes/secret-id", headers={**bearer(), "traceparent": f"00-{'a' * 32}-{'b' * 16}-01"})
    client.get("/v1/numbers?limit=1&cursor=planted", headers=bearer())
    first, second = log_lines()
    assert first["message"] == "request_answered"
    assert (first["method"], first["route"], first["status"]) == ("GET", "/v1/notes/{id}", 200)
    assert first["duration_ms"] >= 0
    assert first["request_id"] == answer.headers["X-Request-Id"]
    assert first["workspace_id"] == "w1"
    assert first["logging.googleapis.com/trace"] == "a" * 32
    assert first["logging.googleapis.com/labels"] == {"function": "small", "version": VERSION}
    assert second["status"] == 422
    assert "logging.googleapis.com/trace" not in second
    assert "secret-id" not in json.dumps(first)
    assert "planted" not in json.dumps(second)


def test_a_failure_of_ours_leaves_its_stack_in_the_log_without_values_and_messages(client, services, capsys):
    def handler_with_a_local() -> None:
        local = "planted-local"
        raise ValueError(f"planted-message {local}")

    class Failing(dict):
        def __setitem__(self, key, value):
            handler_with_a_local()

    services.notes = Failing()
    assert client.post("/v1/notes", json={"text": "planted-body"}, headers=bearer()).status_code == 500
    log = capsys.readouterr().err
    assert "ValueError" in log
    assert "in handler_with_a_local" in log
    assert "planted" not in log


def test_a_failure_of_what_we_rely_on_leaves_its_cause_in_the_log(client, services, log_lines):
    try:
        raise UpstreamFailedError(Sentence("No.", "No.")) from OSError("planted")
    except UpstreamFailedError as failure:
        services.failure = failure
    client.post("/v1/notes", json={"text": "a"}, headers=bearer())
    line = log_lines()[0]
    assert (line["severity"], line["message"], line["code"]) == ("ERROR", "upstream_failed", "upstream-failed")
    assert "OSError" in line["stack_trace"]
    assert "planted" not in line["stack_trace"]


def test_a_refusal_leaves_no_error_in_the_log(client, log_lines):
    client.post("/v1/notes", json={}, headers=bearer())
    assert [line["severity"] for line in log_lines()] == ["INFO"]


@pytest.fixture
def framework_client(tmp_path):
    """The same app as production serves it: as what an entry point of functions-framework returns."""
    source = tmp_path / "main.py"
    source.write_text(
        "import functions_framework\n"
        "from tests.api.small_app import small_app\n"
        "app = small_app()\n"
        "@functions_framework.http\n"
        "def small(_request): return app\n"
    )
    return functions_framework.create_app("small", str(source), "http").test_client()


def test_under_functions_framework_bodies_arrive_and_answers_leave_unchanged(framework_client):
    created = framework_client.post("/v1/notes", json={"text": "hola"}, headers=bearer())
    assert (created.status_code, created.json["text"]) == (201, "hola")
    assert framework_client.head("/v1/notes/fresh", headers=bearer()).status_code == 200
    assert framework_client.delete("/v1/notes/fresh", headers=bearer()).status_code == 204


def test_under_functions_framework_refusals_are_still_problems(framework_client):
    answers = [
        framework_client.get("/v1/numbers"),
        framework_client.get("/nothing"),
        framework_client.open("/v1/notes", method="OPTIONS"),
        framework_client.post("/v1/notes", json={"text": "x" * 2_000_000}, headers=bearer()),
    ]
    assert [answer.status_code for answer in answers] == [401, 404, 405, 413]
    assert {answer.content_type for answer in answers} == {"application/problem+json"}


def test_a_bare_model_is_an_answer_with_status_200():
    assert Answer(Number(value=1)).status == 200
