"""No route returns, changes, counts or hints at another workspace's data: every route, every id of every kind."""

import re
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from scripts.openapi_document import openapi_document
from shared.domain.ids import is_id
from tests.api.accounts.neighbours import (
    CLOSED,
    KINDS,
    LISTS,
    NAMING,
    ROUTES,
    STRANGE_ID,
    Neighbours,
    filled,
    told,
)
from tests.api.accounts.people import id_of, signed_in

DOCUMENT = openapi_document(ROUTES)
ABSENT = {"spend_stops", "summaries", "usage"}
"""Without ids: nobody spent too much, no month has ended, and the demo's plan has no limit."""

PERSON = {"full_name": "Ana Gil"}
MESSAGE = {"format": "email", "language": "es"}
BATCH = {"name": "b", **MESSAGE}
ID = "THE-ID"
FILTERS = ("batch", "experiment", "prompt")
FILTERED: list[dict[str, Any]] = [{"filter": {name: ID}} for name in FILTERS]
MANY: list[dict[str, Any]] = [{"items": [{"id": ID}]}, *FILTERED]
SEEN = {"items": [{"id": ID, "fingerprint": "sha256:" + "0" * 64}]}
IN_BODIES: list[tuple[str, Any]] = [
    *(("/v1/generations", {**MESSAGE, name: ID}) for name in ("prospect_id", "follows")),
    *(("/v1/generations", {**MESSAGE, "prospect": PERSON, name: ID}) for name in ("replaces", "template_id")),
    *(
        (path, {**BATCH, **chosen})
        for path in ("/v1/batches", "/v1/batches/estimate")
        for chosen in ({"import_id": ID}, {"prospect_ids": [ID]}, {"follow_ups": {"ids": [ID]}})
    ),
    ("/v1/experiments", {"name": "e", "variants": [{"prompt_id": ID}, {"prompt_id": "b" * 26}]}),
    *(("/v1/exports", {"filter": {name: ID}}) for name in FILTERS),
    *(("/v1/messages/approve", body) for body in (SEEN, *FILTERED)),
    *(("/v1/messages/assign", {**body, "assignee": None}) for body in MANY),
    *(("/v1/messages/mark-sent", body) for body in MANY),
    *(("/v1/messages/reject", body) for body in MANY),
    ("/v1/prompts/preview", {**MESSAGE, "text": "x", "prospect_id": ID}),
    ("/v1/prompts/preview", {**MESSAGE, "prompt_id": ID, "prospect": PERSON}),
    ("/v1/replies", {"text": "Me interesa", "channel": "linkedin", "message_id": ID}),
    ("/v1/suppressions", {"prospect_id": ID, "reason": "requested"}),
]
IN_QUERIES = [
    *(("/v1/messages", name) for name in (*FILTERS, "author", "assignee")),
    ("/v1/audit", "actor"),
    ("/v1/audit/export.csv", "actor"),
]


@pytest.fixture(scope="module")
def neighbours(opened_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neighbours]:
    made = Neighbours(Path(shutil.copytree(opened_demo, tmp_path_factory.mktemp("neighbours") / "data")))
    yield made
    assert made.contents() == made.before
    made.services.close()


def routed(method: str, path: str) -> Any:
    return next(route for route in CLOSED if (route.method, route.path) == (method, path))


def test_the_neighbour_has_something_of_every_kind(neighbours):
    assert KINDS - neighbours.kinds() == ABSENT


def test_no_list_shows_anything_of_another_workspace(neighbours):
    for route in LISTS:
        answer = neighbours.ask(route, route.path)
        assert neighbours.leaks(answer.get_data(as_text=True), "") == [], route.template


def test_every_list_and_figure_is_the_same_whatever_lies_next_door(neighbours):
    assert neighbours.seen_after == neighbours.seen_before
    assert len(neighbours.seen_before) >= 25


@pytest.mark.parametrize("route", NAMING, ids=lambda route: f"{route.method}-{route.template}")
def test_no_id_of_another_workspace_opens_anything(neighbours, route):
    """Bodies come from the description, so that refusals of form do not hide those of existence."""
    for id_ in neighbours.ids:
        path = filled(route, id_)
        for body in bodies(route):
            answer = neighbours.ask(route, path, json=body)
            text = answer.get_data(as_text=True)
            assert answer.status_code in (404, 409, 412, 422), (path, answer.status_code, text[:300])
            assert neighbours.leaks(text, path) == [], path


def bodies(route: Any) -> list[Any]:
    """Bodies that the route may take: none, an empty one, and a few that its schema allows."""
    return [None] if route.model("body") is None else [{}, *drawn(route.method, route.template)]


@cache
def drawn(method: str, template: str) -> list[Any]:
    made: list[Any] = []
    strategy = schemathesis.openapi.from_dict(DOCUMENT)[template][method].as_strategy()

    @settings(max_examples=3, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=strategy)
    def collect(case: Any) -> None:
        made.append(case.body)

    collect()
    return [body for body in made if isinstance(body, dict | list)]


def test_what_is_there_and_what_is_not_are_told_in_the_same_words(neighbours):
    """Neither status nor text tells a stranger whether an id exists elsewhere."""
    for route in NAMING:
        if route.model("body") is not None:
            continue
        answers = {told(neighbours.ask(route, filled(route, id_))) for id_ in (STRANGE_ID, *ids(neighbours))}
        assert len(answers) == 1, (route.template, answers)


def ids(neighbours: Neighbours) -> list[str]:
    return [id_ for id_ in neighbours.ids if is_id(id_)]


@pytest.mark.parametrize(("path", "body"), IN_BODIES, ids=lambda one: one if isinstance(one, str) else "")
def test_an_id_in_a_body_says_as_little(neighbours, path, body):
    route = routed("POST", path)
    answers: dict[tuple[int, str], str] = {}
    for id_ in (STRANGE_ID, *ids(neighbours)):
        answer = neighbours.ask(route, path, json=with_id(body, id_))
        assert neighbours.leaks(answer.get_data(as_text=True), id_) == []
        answers.setdefault(told(answer), id_)
    assert len(answers) == 1, answers
    assert 'no existe."}' not in str(answers), "refused for its form, which says nothing of existence"


def with_id(body: Any, id_: str) -> Any:
    if isinstance(body, dict):
        return {name: with_id(value, id_) for name, value in body.items()}
    if isinstance(body, list):
        return [with_id(value, id_) for value in body]
    return id_ if body == ID else body


@pytest.mark.parametrize(("path", "name"), IN_QUERIES)
def test_an_id_in_a_query_finds_nothing(neighbours, path, name):
    route = routed("GET", path)
    for id_ in (STRANGE_ID, *ids(neighbours)):
        answer = neighbours.ask(route, f"{path}?{name}={id_}")
        assert answer.status_code == 200
        assert neighbours.leaks(answer.get_data(as_text=True), id_) == []


def test_every_place_where_an_id_may_be_sent_is_tried():
    """A new field or parameter that names something must be put into the tables above."""
    tried = {(path, name) for path, body in IN_BODIES for name in names_of(body)} | set(IN_QUERIES)
    missing = [place for place in places() if place not in tried]
    assert missing == [("/v1/messages/{id}/outcomes", "corrects"), ("/v1/workspaces/{id}/transfer", "member")]


def names_of(body: Any) -> Iterator[str]:
    """The fields that hold the id; of a list the field before it."""
    for name, value in body.items():
        inner = value if isinstance(value, list) else [value]
        if ID in inner:
            yield name
        for one in inner:
            yield from names_of(one) if isinstance(one, dict) else ()


def places() -> Iterator[tuple[str, str]]:
    """Each field of a body and each parameter whose form is an id's, by the description."""
    for path, operations in sorted(DOCUMENT["paths"].items()):
        for method, operation in operations.items():
            for parameter in operation.get("parameters", ()):
                if parameter.get("in") == "query" and is_id_form(parameter["schema"]):
                    yield path, parameter["name"]
            content = operation.get("requestBody", {}).get("content", {}) if method != "parameters" else {}
            for kind in content.values():
                for name in sorted(set(id_fields(kind["schema"], ()))):
                    yield path, name


def id_fields(schema: Any, seen: tuple[str, ...], name: str = "") -> Iterator[str]:
    while "$ref" in schema:
        reference = schema["$ref"]
        if reference in seen:
            return
        seen = (*seen, reference)
        schema = DOCUMENT["components"]["schemas"][reference.rpartition("/")[2]]
    if is_id_form(schema):
        yield name
    for inner in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
        yield from id_fields(inner, seen, name)
    for field, inner in schema.get("properties", {}).items():
        yield from id_fields(inner, seen, field)
    if isinstance(schema.get("items"), dict):
        yield from id_fields(schema["items"], seen, name)


def is_id_form(schema: Any) -> bool:
    forms = [schema, *schema.get("anyOf", ())]
    return any("{26}" in one.get("pattern", "") for one in forms)


@pytest.mark.parametrize("route", NAMING, ids=lambda route: f"{route.method}-{route.template}")
def test_nothing_next_door_is_read_to_find_out_that_an_id_is_not_here(neighbours, route):
    """So the time of an answer cannot tell either: the same reads, all of them at home. Who the stranger is and what
    their workspace is called is read every few seconds, whatever they ask.
    """
    home = f"workspaces/{neighbours.home}"
    every_few_seconds = {home, f"{home}/members/{id_of('guest')}"}
    for body in bodies(route):
        reads = set()
        for id_ in (STRANGE_ID, *ids(neighbours)[::2]):
            neighbours.store.asked.clear()
            neighbours.ask(route, filled(route, id_), json=body)
            asked = [path for path in neighbours.store.asked if path not in every_few_seconds]
            assert [path for path in asked if path.startswith("workspaces/") and not path.startswith(home)] == []
            reads.add(tuple(re.sub(r"[a-z2-7]{26}", "ID", path) for path in asked))
        assert len(reads) == 1, (route.template, reads)


def test_the_same_idempotency_key_in_two_workspaces_has_nothing_in_common(neighbours):
    header = {"Idempotency-Key": "shared"}
    body = {"name": "t", "format": "email", "language": "es", "subject": "s", "body": "hola"}
    guest, owner = signed_in(neighbours.services, "guest"), signed_in(neighbours.services, "owner")
    theirs = guest.post("/v1/templates", body, headers=header).get_json()["id"]
    ours = owner.post("/v1/templates", body, headers=header).get_json()["id"]
    assert theirs != ours
    neighbours.before = neighbours.contents()


def test_a_cursor_of_another_workspace_leads_nowhere(neighbours):
    page = signed_in(neighbours.services, "owner").get("/v1/prospects?limit=1").get_json()
    assert page["next_cursor"]
    answer = signed_in(neighbours.services, "guest").get(f"/v1/prospects?limit=1&cursor={page['next_cursor']}")
    assert answer.status_code == 422
    neighbours.before = neighbours.contents()
