"""The load balancer leads every route to the function that serves it, and serves the page as a laptop does."""

import re

import pytest

from scripts import export_url_map
from scripts.export_url_map import render, url_paths
from scripts.function_apps import all_routes
from scripts.web_files import WebFiles
from shared.api import response_headers
from shared.api.route import TASKS
from tests.infra.terraform_files import MODULES, deployed_functions
from tests.infra.url_map import owner

MAP = url_paths(all_routes())


def test_every_route_reaches_the_function_that_serves_it() -> None:
    reached = [
        (route.path, name, owner(re.sub(r"<[^>]+>", "an-id", route.path), MAP))
        for name, routes in all_routes().items()
        for route in routes
        if name != "tasks"
    ]
    assert len(reached) > 60
    assert [entry for entry in reached if entry[1] != entry[2]] == []


def test_nothing_that_the_queue_and_the_clock_call_is_reached_from_outside() -> None:
    internal = [route.path for routes in all_routes().values() for route in routes if route.permission is TASKS]
    assert internal
    assert {owner(path, MAP) for path in [*internal, "/v1/tasks/health"]} == {None}


def test_a_resource_that_two_functions_claim_cannot_be_deployed() -> None:
    routes = all_routes()
    with pytest.raises(ValueError, match="/v1/messages belongs to batch and to history"):
        url_paths({**routes, "batch": (*routes["batch"], *routes["history"])})


def test_a_map_that_says_something_else_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path_factory.mktemp("edge") / "routes.json"
    monkeypatch.setattr(export_url_map, "ROOT", file.parent)
    monkeypatch.setattr(export_url_map, "TARGET", file)
    monkeypatch.setattr("sys.argv", ["export_url_map", "--check"])
    assert export_url_map.main() == 1
    monkeypatch.setattr("sys.argv", ["export_url_map"])
    assert export_url_map.main() == 0
    assert file.read_text() == render()
    file.write_text(render().replace("history", "generate", 1))
    monkeypatch.setattr("sys.argv", ["export_url_map", "--check"])
    assert export_url_map.main() == 1
    assert "run `make docs`" in capsys.readouterr().err


def test_every_public_function_is_behind_the_load_balancer() -> None:
    assert set(MAP) == {name for name, function in deployed_functions().items() if function.get("public", False)}


def test_the_page_has_the_headers_that_a_laptop_gives_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("web")
    page = WebFiles(folder, "https://issuer.example.com/tenant")
    written = dict(re.findall(r'(?m)^ +([A-Z][A-Za-z-]+) += "(.+)"$', (MODULES / "edge" / "web.tf").read_text()))
    in_terraform = written["Content-Security-Policy"].replace("${local.issuer_origin}", " https://issuer.example.com")
    assert in_terraform == page.policy
    for name, value in response_headers.ON_EVERY_ANSWER.items():
        assert name == "Content-Security-Policy" or written[name] == value, name
