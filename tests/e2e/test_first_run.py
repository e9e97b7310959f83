"""A new workspace asks for what a message needs; the demo shows itself; help, and a lost connection, are told."""

import pytest
from playwright.sync_api import expect

from tests.e2e.accessibility import violations
from tests.e2e.api_caller import Caller, token_of
from tests.e2e.test_first_message import PASTE, PROFILE


@pytest.fixture
def open_new(open_page, product):
    """Opens the page in a workspace that was opened a moment ago."""

    def open_one(**wishes):
        token = token_of(product.address, "admin")
        workspace = Caller(product.address, token)("POST", "/v1/workspaces", {"name": "Vidal Logística"})["id"]
        page = open_page(key=token, **wishes)
        page.evaluate("(id) => localStorage.setItem('workspace', id)", workspace)
        page.reload()
        return page

    return open_one


def test_a_new_workspace_asks_for_proof_points_and_writes_with_them(open_new):
    page = open_new()
    expect(page.get_by_role("heading", name="Antes del primer mensaje")).to_be_visible()
    expect(page.get_by_label("Empresa que se nombra")).to_have_value("Vidal Logística")
    page.get_by_role("button", name="Guardar y empezar").click()
    expect(page.get_by_role("alert")).to_contain_text("al menos un dato")
    page.get_by_label("Dato 1").fill("Una bodega de Haro redujo un 18 % sus devoluciones en un año")
    expect(page.get_by_role("complementary")).to_contain_text("una bodega de Haro redujo")
    page.get_by_role("button", name="Guardar y empezar").click()
    page.get_by_role("heading", name="Escribir", level=1).wait_for()
    page.evaluate(PASTE, PROFILE)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("region", name="Prueba")).to_contain_text("bodega de Haro")
    page.reload()
    expect(page.get_by_role("heading", name="Escribir", level=1)).to_be_visible()


def test_a_proof_point_that_is_refused_is_named_where_it_stands(open_new):
    page = open_new()
    page.get_by_label("Dato 3").fill("x" * 600)
    page.get_by_role("button", name="Guardar y empezar").click()
    expect(page.get_by_label("Dato 3")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Dato 1")).not_to_have_attribute("aria-invalid", "true")


def test_what_was_put_off_is_not_asked_again(open_new):
    page = open_new()
    page.get_by_role("button", name="Ahora no").click()
    expect(page.get_by_role("heading", name="Escribir", level=1)).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Escribir", level=1)).to_be_visible()
    page.goto(page.url + "ajustes?ver=datos")
    expect(page.get_by_text("Faltan 3 para llegar a tres")).to_be_visible()


def test_the_tour_goes_through_the_demo_and_ends_with_escape(open_page, product, demo_key):
    Caller(product.address, demo_key).written("Olaia Recorrido")  # rates are framed where there is something to count
    page = open_page()
    page.get_by_role("button", name="Ver el recorrido").click()
    tour = page.get_by_role("dialog", name="Recorrido")
    expect(tour).to_contain_text("Paso 1 de 7")
    for heading in ("Escribir", "Lotes", "Historial", "Prompts y roles", "Analítica", "Ajustes"):
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
        expect(page.locator("[data-toured]")).to_have_count(1)
    expect(tour.get_by_role("button", name="Terminar")).to_be_focused()
    page.keyboard.press("Escape")
    expect(tour).to_have_count(0)
    expect(page.locator("[data-toured]")).to_have_count(0)


def test_help_tells_the_keys_of_the_screen_and_leads_to_the_guide(open_page):
    page = open_page("/historial")
    page.get_by_role("heading", name="Historial", level=1).wait_for()
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Ayuda")
    expect(help_).to_contain_text("Ir a Lotes")
    help_.get_by_role("button", name="Guía de uso").click()
    expect(page.get_by_role("heading", name="Guía para quien escribe los mensajes")).to_be_visible()
    page.get_by_role("link", name="Administrar el espacio").click()
    expect(page.get_by_role("heading", name="Guía para quien administra el espacio")).to_be_visible()
    assert "href" not in page.get_by_role("article").inner_html()


def test_a_lost_connection_is_told_and_what_was_typed_is_kept(open_page):
    page = open_page()
    page.get_by_label("Perfil", exact=True).fill(PROFILE)
    page.context.set_offline(True)
    expect(page.get_by_text("Sin conexión: lo que escribas se conserva")).to_be_visible()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text("Sin conexión con el servidor")
    page.context.set_offline(False)
    expect(page.get_by_text("Sin conexión: lo que escribas se conserva")).to_have_count(0)
    page.keyboard.press("Control+Enter")
    page.locator("[data-verdict]").first.wait_for()


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 390)])
def test_the_screens_have_no_accessibility_fault(open_new, theme, width):
    page = open_new(theme=theme, width=width)
    page.get_by_role("heading", name="Antes del primer mensaje").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.goto(page.url + "ayuda")
    page.get_by_role("article").wait_for()
    assert violations(page) == []


@pytest.mark.parametrize(("theme", "width"), [("dark", 1024), ("light", 390)])
def test_the_tour_has_no_accessibility_fault(open_page, theme, width):
    page = open_page(theme=theme, width=width)
    page.get_by_role("button", name="Ver el recorrido").click()
    page.get_by_role("dialog", name="Recorrido").wait_for()
    page.wait_for_timeout(300)
    assert violations(page) == []
