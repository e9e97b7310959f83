"""Each role sees what it may do and nothing else; what it may is the API's own word, asked of /v1/me."""

import csv
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.api_caller import Caller, token_of
from tests.e2e.conftest import demo_key_of
from tests.served_product import Server, start_server

NAVIGATION = ("Escribir", "Lotes", "Historial", "Prompts y roles", "Analítica", "Ajustes")
OFFERED = {
    "/lotes": [("button", "Lote nuevo", "messages:generate")],
    "/lotes/programados": [("button", "Programar un lote", "messages:generate")],
    "/historial": [
        ("button", "Exportar", "messages:export"),
        ("checkbox", "Elegir todos los cargados", "messages:edit"),
    ],
    "/prompts": [("button", "Guardar y activar", "content:edit")],
    "/analitica/experimentos": [("button", "Experimento nuevo", "content:edit")],
    "/ajustes?ver=equipo": [
        ("button", "Invitar", "members:manage"),
        ("link", "Claves de API", "keys:manage"),
        ("link", "Webhooks", "webhooks:manage"),
        ("link", "Actividad", "audit:read"),
        ("link", "Pausar y eliminar", "settings:edit"),
    ],
    "/ajustes?ver=peligro": [("button", "Eliminar el espacio", "workspace:manage")],
}
"""What a screen offers, by the permission that it needs."""


@pytest.fixture(scope="module")
def product_with_a_past(tmp_path_factory) -> Iterator[Server]:
    """The product with messages to read, and nobody else's changes."""
    server = start_server(tmp_path_factory.mktemp("roles") / "data", APP_DEMO_MESSAGES="60")
    server.wait_until_ready()
    yield server
    server.end()


@pytest.fixture(params=["owner", "admin", "agent", "viewer"])
def seen(request, product_with_a_past, open_page) -> tuple[Page, str, list[str]]:
    """The page as a role sees it, what the API says that the role may do, and what it refused to the page."""
    address = product_with_a_past.address
    token = token_of(address, request.param)
    permissions = Caller(address, token)("GET", "/v1/me")["workspaces"][0]["permissions"]
    page: Page = open_page("/historial", key=token, address=address)
    refused: list[str] = []
    page.on("response", lambda answer: refused.append(answer.url) if answer.status == 403 else None)
    page.get_by_role("heading", name="Historial", level=1).wait_for()
    return page, permissions, refused


def test_a_role_is_offered_what_it_may_do_and_nothing_else(seen, product_with_a_past):
    page, permissions, refused = seen
    links = page.get_by_role("navigation", name="Pantallas").get_by_role("link")
    hidden = set() if "messages:generate" in permissions else {"Escribir"}
    expect(links).to_have_text([name for name in NAVIGATION if name not in hidden], use_inner_text=True)
    for path, offered in OFFERED.items():
        page.goto(product_with_a_past.address + path)
        page.get_by_role("heading", level=1).wait_for()
        page.wait_for_load_state("networkidle")
        for role, name, permission in offered:
            expected = 1 if permission in permissions else 0
            expect(page.get_by_role("main").get_by_role(role, name=name, exact=True)).to_have_count(expected)
    assert refused == []


def test_a_message_can_be_decided_on_by_who_may_edit_it(seen, product_with_a_past):
    page, permissions, refused = seen
    page.goto(f"{product_with_a_past.address}/historial?status=ready")
    page.get_by_role("row").nth(1).get_by_role("button").click()
    sheet = page.get_by_role("dialog")
    sheet.locator("[data-verdict]").first.wait_for()
    for verb in ("Aprobar", "Editar", "Rechazar", "Copiar y marcar enviado"):
        expected = 1 if "messages:edit" in permissions else 0
        expect(sheet.get_by_role("button", name=verb, exact=True)).to_have_count(expected)
    expect(sheet.get_by_role("button", name="Copiar", exact=True)).to_have_count(1)
    assert refused == []


def test_an_address_that_a_role_has_no_use_for_leads_to_one_that_it_has(seen, product_with_a_past):
    page, permissions, refused = seen
    for path, heading in (("/", "Escribir"), ("/lotes/nuevo", "Lote nuevo")):
        page.goto(product_with_a_past.address + path)
        shown = heading if "messages:generate" in permissions else "Lotes"
        expect(page.get_by_role("heading", name=shown, level=1, exact=True)).to_be_visible()
    assert refused == []


def test_who_may_export_gets_the_file(open_page, product_with_a_past):
    page = open_page("/historial", key=demo_key_of(product_with_a_past), address=product_with_a_past.address)
    page.get_by_role("button", name="Exportar").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Descargar").click()
    lines = list(csv.DictReader(download.value.path().read_text("utf-8-sig").splitlines()))
    assert len(lines) >= 60
