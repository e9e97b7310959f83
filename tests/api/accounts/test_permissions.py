"""docs/permissions.md cell by cell, against the running product."""

from collections.abc import Iterator

import pytest

from scripts.generate_permissions_doc import PAGE, YES
from shared.api.route import KNOWN, PUBLIC
from shared.bootstrap import Services, build_services
from shared.config import Settings
from shared.domain.principal import WorkspaceRole
from tests.api.accounts.neighbours import ROUTES, STRANGE_ID, Front, filled, token_of


def table() -> dict[str, dict[str, str]]:
    """The cells of the page, by route and role."""
    lines = [line for line in PAGE.read_text().splitlines() if line.startswith("| `")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {row[0].strip("`"): dict(zip(WorkspaceRole, row[2:], strict=True)) for row in cells}


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    made = build_services(Settings(data_dir=tmp_path_factory.mktemp("permissions"), demo_messages=0))
    yield made
    made.close()


@pytest.fixture(scope="module")
def front(services: Services) -> Front:
    return Front(services)


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


def test_known_routes_need_no_workspace(services, front):
    for route in (route for route in ROUTES if route.permission is KNOWN and route.method == "GET"):
        assert front.send(route, token_of(services, "guest"), route.path).status_code == 200
