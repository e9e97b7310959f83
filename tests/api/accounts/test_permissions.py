"""docs/permissions.md cell by cell, against the running product; and every route against another workspace's data."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from flask.testing import FlaskClient
from hypothesis import HealthCheck, Phase, given, settings

from scripts.function_apps import all_routes, build_apps
from scripts.generate_permissions_doc import PAGE, YES
from scripts.openapi_document import openapi_document
from shared.adapters.system import SystemClock
from shared.api.route import KNOWN, PUBLIC, Route
from shared.bootstrap import DEMO_KEY_FILE, Services, build_services
from shared.config import Settings
from shared.domain.ids import is_id
from shared.domain.principal import WorkspaceRole
from shared.prompts.demo_people import LOCAL_PEOPLE
from shared.repositories.workspace_contents import WorkspaceContents
from shared.services.open_demo import DEMO_WORKSPACE
from tests.api.accounts.people import ADDRESS, signed_in
from tests.api.product.caller import GENERATION, Caller

ROUTES = [route for routes in all_routes().values() for route in routes if not route.path.startswith("/v1/tasks/")]
DOCUMENT = openapi_document(ROUTES)
STRANGE_ID = "a" * 26


def table() -> dict[str, dict[str, str]]:
    """The cells of the page, by route and role."""
    lines = [line for line in PAGE.read_text().splitlines() if line.startswith("| `")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {row[0].strip("`"): dict(zip(WorkspaceRole, row[2:], strict=True)) for row in cells}


class Front:
    """All functions behind one address."""

    def __init__(self, services: Services) -> None:
        self._clients: dict[str, FlaskClient] = {name: app.test_client() for name, app in build_apps(services).items()}
        self._owners = {(route.method, route.path): name for name, routes in all_routes().items() for route in routes}

    def send(self, route: Route, token: str | None, path: str, **options: Any) -> Any:
        headers = {} if token is None else {"Authorization": f"Bearer {token}"}
        client = self._clients[self._owners[route.method, route.path]]
        return client.open(path, method=route.method, headers=headers, **options)


def filled(route: Route, value: str) -> str:
    return re.sub(r"<[^>]+>", value, route.path)


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    made = build_services(Settings(data_dir=tmp_path_factory.mktemp("permissions"), demo_messages=0))
    yield made
    made.close()


@pytest.fixture(scope="module")
def front(services: Services) -> Front:
    return Front(services)


def token_of(services: Services, subject: str) -> str:
    assert services.local_issuer is not None
    person = next(person for person in LOCAL_PEOPLE if person.subject == subject)
    return services.local_issuer().token(person, ADDRESS)


def test_the_page_has_a_line_for_every_route():
    assert set(table()) == {f"{route.method} {route.template}" for route in ROUTES}


@pytest.mark.parametrize("role", list(WorkspaceRole))
def test_each_cell_of_a_role_is_what_the_product_does(services, front, role):
    cells, token = table(), token_of(services, role.value)
    wrong = []
    for route in sorted(ROUTES, key=lambda one: one.name == "leave_workspace"):
        body: object = {} if route.method in ("POST", "PUT", "PATCH") else None
        status = front.send(route, token, filled(route, STRANGE_ID), json=body).status_code
        expected = cells[f"{route.method} {route.template}"][role] == YES
        if (status not in (401, 403)) != expected:
            wrong.append((route.method, route.template, status, expected))
    assert wrong == []


def test_without_a_credential_only_open_routes_answer(front):
    for route in ROUTES:
        bodies: tuple[object, ...] = ({}, {"name": "x"})
        for body in bodies:
            status = front.send(route, None, filled(route, STRANGE_ID), json=body).status_code
            assert (status == 401) == (route.permission is not PUBLIC), route.template


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Victim"]:
    """A full workspace, and a stranger with one of their own on the same store."""
    folder = tmp_path_factory.mktemp("victim")
    services = build_services(Settings(data_dir=folder), clock=HastyClock())
    made = Victim(services, folder)
    yield made
    assert made.contents() == made.before
    services.close()


class HastyClock(SystemClock):
    """Seconds pass with each look at it, so that no limit of requests a minute is ever reached."""

    def __init__(self) -> None:
        self._looks = itertools.count()

    def monotonic(self) -> float:
        return next(self._looks) * 0.5


class Victim:
    """The demo workspace with something of every kind in it."""

    def __init__(self, services: Services, folder: Path) -> None:
        self.services = services
        self.front = Front(services)
        self.made: list[str] = []  # what lies outside the workspace's path (invitations) is found by nothing else
        guest = signed_in(services, "guest")
        guest.post("/v1/workspaces", {"name": "Vecinos"})
        self.stranger = token_of(services, "guest")
        key = (folder / DEMO_KEY_FILE).read_text().strip()
        self.fill(key)
        self.before = self.contents()
        self.ids = [DEMO_WORKSPACE, *dict.fromkeys([*self._ids_of_each_kind(), *self.made])]
        self.markers = self._markers()

    def fill(self, key: str) -> None:
        owner = Caller([], key)
        owner._clients = list(self.front._clients.values())
        owner.generate()
        for path, body in (
            ("/v1/api-keys", {"name": "k", "role": "viewer"}),
            ("/v1/invitations", {"email": "nuria@talaya.example", "role": "agent"}),
            ("/v1/templates", {"name": "t", "format": "email", "language": "es", "subject": "s", "body": "hola"}),
            ("/v1/imports", {"text": "name,company\nIria Souto,Astilleros Norte\n"}),
            ("/v1/generations", GENERATION),
            ("/v1/webhooks", {"url": "https://hooks.talaya.example/x"}),
        ):
            answer = owner.post(path, body)
            assert answer.status_code == 201, path
            self.made.append(answer.get_json()["id"])

    def contents(self) -> dict[str, Any]:
        """What the workspace holds, but for what its own log says."""
        walk = WorkspaceContents(self.services.documents, DEMO_WORKSPACE).walk()
        found = {document.path: dict(document.payload) for document in walk}
        return {path: payload for path, payload in found.items() if f"{DEMO_WORKSPACE}/audit/" not in path}

    def _ids_of_each_kind(self) -> Iterator[str]:
        """Up to three ids of each collection."""
        kinds: Counter[str] = Counter()
        for path in sorted(self.before):
            _, kind, id_ = path.rsplit("/", 2)
            kinds[kind] += 1
            if kinds[kind] <= 3:
                yield id_

    def _markers(self) -> list[str]:
        texts = {"Iria Souto", "Talaya (demo)", "nuria@talaya.example"}
        for path, payload in self.before.items():
            if "/prospects/" in path:
                known = payload["prospect"]
                texts |= {known[name] for name in ("full_name", "email", "linkedin_url") if known.get(name)}
        ids = [id_ for id_ in self.ids if is_id(id_)]
        return sorted(texts) + ids

    def leaks(self, text: str, sent: str) -> list[str]:
        """What of the victim's stands in an answer, beyond what was asked for."""
        return [marker for marker in self.markers if marker in text and marker not in sent]


# A role's key is the caller's own choice, not an id: who names one of another workspace names their own.
NAMING = [route for route in ROUTES if "<id>" in route.path and route.permission is not PUBLIC]
LISTS = [
    route for route in ROUTES if route.method == "GET" and "<" not in route.path and route.permission is not PUBLIC
]


def test_no_list_shows_anything_of_another_workspace(victim):
    for route in LISTS:
        answer = victim.front.send(route, victim.stranger, route.path)
        assert victim.leaks(answer.get_data(as_text=True), "") == [], route.template


@pytest.mark.parametrize("route", NAMING, ids=lambda route: f"{route.method}-{route.template}")
def test_no_id_of_another_workspace_opens_anything(victim, route):
    """Bodies come from the description, so that refusals of form do not hide those of existence."""
    answers = set()
    sent = bodies(route)
    for id_ in victim.ids:
        path = filled(route, id_)
        for body in sent:
            answer = victim.front.send(route, victim.stranger, path, json=body)
            text = answer.get_data(as_text=True)
            answers.add(answer.status_code)
            assert answer.status_code in (404, 409, 412, 422), (path, answer.status_code, text[:300])
            assert victim.leaks(text, path) == [], path
    assert answers


def bodies(route: Route) -> list[Any]:
    """Bodies that the route may take: none, an empty one, and a few that its schema allows."""
    if route.model("body") is None:
        return [None]
    made: list[Any] = [{}]

    schema = schemathesis.openapi.from_dict(DOCUMENT)
    strategy = schema[route.template][route.method].as_strategy()

    @settings(max_examples=3, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=strategy)
    def collect(case: Any) -> None:
        made.append(case.body)

    collect()
    return [body for body in made if isinstance(body, dict | list)]


def test_another_workspace_has_the_same_words_for_what_is_there_and_what_is_not(victim):
    """Neither status nor text tells a stranger whether an id exists elsewhere."""
    for route in NAMING:
        if route.model("body") is not None:
            continue
        told = set()
        for id_ in (STRANGE_ID, *(id_ for id_ in victim.ids if is_id(id_))):
            answer = victim.front.send(route, victim.stranger, filled(route, id_))
            problem = answer.get_json() or {}
            told.add((answer.status_code, problem.get("detail"), str(problem.get("errors"))))
        assert len(told) == 1, (route.template, told)


def test_the_same_idempotency_key_in_two_workspaces_has_nothing_in_common(victim):
    header = {"Idempotency-Key": "shared"}
    guest = signed_in(victim.services, "guest")
    body = {"name": "t", "format": "email", "language": "es", "subject": "s", "body": "hola"}
    theirs = Caller(guest._clients, (victim.stranger)).post("/v1/templates", body, headers=header).get_json()["id"]
    ours = signed_in(victim.services, "owner").post("/v1/templates", body, headers=header).get_json()["id"]
    assert theirs != ours
    victim.before = victim.contents()


def test_a_cursor_of_another_workspace_leads_nowhere(victim):
    page = signed_in(victim.services, "owner").get("/v1/prospects?limit=1").get_json()
    assert page["next_cursor"]
    answer = signed_in(victim.services, "guest").get(f"/v1/prospects?limit=1&cursor={page['next_cursor']}")
    assert answer.status_code == 422
    victim.before = victim.contents()


def test_known_routes_need_no_workspace(services, front):
    for route in (route for route in ROUTES if route.permission is KNOWN and route.method == "GET"):
        assert front.send(route, token_of(services, "guest"), route.path).status_code == 200
