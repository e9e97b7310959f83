"""Routes that are declared when they are first asked for."""

import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask

from shared.api.app import Api, create_app, declared_routes
from shared.domain.principal import Permission, Principal
from tests.api.small_app import Number, SmallServices, bearer

ROOT = Path(__file__).parents[2]


def add_early(api: Api, _services: SmallServices) -> None:
    @api.get("/v1/early", permission=Permission.READ_CONTENT, answers={200: Number}, tag="t")
    def get_early(principal: Principal) -> Number:
        return Number(value=1)


def add_late(api: Api, _services: SmallServices) -> None:
    @api.get("/v1/late", permission=Permission.READ_CONTENT, answers={200: Number}, tag="t")
    def get_late(principal: Principal) -> Number:
        return Number(value=2)

    @api.get("/v1/late/again", permission=Permission.READ_CONTENT, answers={200: Number}, tag="t")
    def get_late_again(principal: Principal) -> Number:
        return Number(value=3)


def app_with_late_routes(place: str = "/v1/late") -> Flask:
    def declare(api: Api, services: SmallServices) -> None:
        add_early(api, services)
        api.later(place, "tests.api.test_late_routes:add_late", services)

    return create_app("one", declare, SmallServices())


@pytest.fixture
def app():
    return app_with_late_routes()


def rules(app: Flask) -> set[str]:
    return {rule.rule for rule in app.url_map.iter_rules()}


def test_they_are_no_rules_before_and_answer_when_they_are_asked_for(app):
    client = app.test_client()
    assert client.get("/v1/early", headers=bearer()).json == {"value": 1}
    assert rules(app) == {"/v1/early", "/v1/one/health"}
    assert client.get("/v1/late/again", headers=bearer()).json == {"value": 3}
    assert client.get("/v1/late", headers=bearer()).json == {"value": 2}
    assert rules(app) == {"/v1/early", "/v1/one/health", "/v1/late", "/v1/late/again"}


def test_they_ask_for_a_credential_as_all_others_do(app):
    assert app.test_client().get("/v1/late").status_code == 401


@pytest.mark.parametrize("path", ["/v1/later", "/v1", "/v1/l%61te2", "/", "//v1/late"])
def test_a_path_that_is_not_below_theirs_declares_nothing(app, path):
    assert app.test_client().get(path, headers=bearer()).status_code == 404
    assert "/v1/late" not in rules(app)


def test_a_wrong_method_is_told_as_for_any_route(app):
    answer = app.test_client().delete("/v1/late", headers=bearer())
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_the_declared_routes_hold_them(app):
    assert {route.path for route in declared_routes(app)} == rules(app) > {"/v1/late", "/v1/late/again"}


def test_a_route_that_is_declared_for_another_place_is_refused():
    with pytest.raises(TypeError, match="/v1/late/again"):
        declared_routes(app_with_late_routes("/v1/other"))


def test_a_start_of_generate_imports_no_routes_but_those_of_generations():
    program = "import functions.generate.routes, sys; print([m for m in sys.modules if m.startswith('functions.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "['functions.generate', 'functions.generate.bodies', 'functions.generate.routes']\n"
