"""What holds for the routes of all functions."""

import json
from typing import Any

import pytest

from scripts.function_apps import all_routes, function_names
from scripts.openapi_document import openapi_document
from scripts.route_table import owners
from shared.api.route import Route


@pytest.fixture(scope="module")
def routes() -> dict[str, tuple[Route, ...]]:
    return all_routes()


@pytest.fixture(scope="module")
def document(routes) -> dict[str, Any]:
    return openapi_document(route for declared in routes.values() for route in declared)


def test_every_function_declares_its_routes_without_touching_a_service(routes):
    assert routes.keys() == set(function_names())
    assert {"accounts", "batch", "generate", "history"} <= routes.keys()


def test_no_path_has_two_owners_and_all_lie_under_v1(routes):
    table = owners(routes)
    assert all(path.startswith("/v1/") for path in table)
    assert len(table) == len({route.path for declared in routes.values() for route in declared})


def test_only_health_is_open_to_strangers(document):
    public = [
        path for path, item in document["paths"].items() if any(use.get("security") == [] for use in item.values())
    ]
    assert public
    assert all(path.endswith("/health") for path in public)


def reachable(document: dict[str, Any], schema: object) -> dict[str, dict[str, Any]]:
    """The named schemas that `schema` refers to, however deep."""
    found: dict[str, dict[str, Any]] = {}
    pending = [schema]
    while pending:
        for name, known in document["components"]["schemas"].items():
            if f'"#/components/schemas/{name}"' in json.dumps(pending[-1]) and name not in found:
                found[name] = known
                pending.insert(0, known)
        pending.pop()
    return found


def test_unknown_fields_are_refused_at_every_depth_of_every_body(document):
    bodies = [
        operation["requestBody"]["content"]
        for item in document["paths"].values()
        for operation in item.values()
        if "requestBody" in operation
    ]
    read = reachable(document, bodies)
    assert read
    objects = {name: schema for name, schema in read.items() if "properties" in schema}
    assert [name for name, schema in objects.items() if schema.get("additionalProperties", True)] == []


def test_every_route_says_what_it_does_in_one_line(routes):
    for route in (route for declared in routes.values() for route in declared):
        first_line = (route.handler.__doc__ or "").strip().splitlines()[0]
        assert first_line.endswith("."), route.name


def test_every_success_of_a_route_has_a_known_meaning(routes):
    statuses = {status for declared in routes.values() for route in declared for status in route.answers}
    assert statuses <= {200, 201, 202, 204, 304}


def test_no_schema_has_a_name_that_only_a_generator_could_like(document):
    assert [name for name in document["components"]["schemas"] if "__" in name] == []
