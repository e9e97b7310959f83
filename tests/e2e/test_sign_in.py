"""Who is there: signed in with the issuer or a key, shown only what they may do, and nothing lost when it ends."""

import json
import urllib.request

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessibility import violations
from tests.e2e.api_caller import token_of
from tests.e2e.test_first_message import PASTE, PROFILE
from tests.e2e.test_history import caller, written

__all__ = ["caller", "written"]


def sign_in_as(page: Page, name: str) -> None:
    page.get_by_role("button", name="Entrar con tu cuenta").click()
    page.get_by_role("button", name=name).click()


def test_a_person_signs_in_with_the_issuer_and_comes_back_to_where_they_were(open_page):
    page = open_page("/historial?format=email", key=None)
    sign_in_as(page, "Elena Robles")
    expect(page.get_by_role("heading", name="Historial", level=1)).to_be_visible()
    assert page.url.endswith("/historial?format=email")
    page.get_by_role("button", name="Elena Robles").click()
    expect(page.get_by_text("agent@talaya.example · Comercial")).to_be_visible()
    page.get_by_role("button", name="Cerrar sesión").click()
    expect(page.get_by_role("heading", name="Entra en tu espacio")).to_be_visible()


def test_an_answer_that_nobody_asked_for_signs_nobody_in(open_page):
    page = open_page("/", key=None)
    page.evaluate(
        """sessionStorage.setItem("sign-in", JSON.stringify({verifier: "v".repeat(43), state: "mine", nonce: "n",
           returnTo: "/"}))"""
    )
    page.goto(page.url + "entrar?code=stolen&state=theirs")
    expect(page.get_by_role("heading", name="No se ha podido entrar")).to_be_visible()
    assert page.evaluate("sessionStorage.getItem('credential')") is None


def test_a_key_is_the_other_way_in_and_a_wrong_one_is_refused(open_page, demo_key):
    page = open_page(key=None)
    page.get_by_role("button", name="Usar una clave de API").click()
    page.get_by_label("Clave de API").fill("rtk_no_such_key")
    page.get_by_role("button", name="Entrar", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Esta clave no vale")
    page.get_by_label("Clave de API").fill(demo_key)
    page.get_by_role("button", name="Entrar", exact=True).click()
    expect(page.get_by_role("heading", name="Escribir", level=1)).to_be_visible()


def test_a_session_that_ends_in_the_middle_of_a_form_keeps_what_was_typed(open_page, product):
    page = open_page(key=token_of(product.address, "agent"))
    page.get_by_role("heading", name="Escribir", level=1).wait_for()
    page.evaluate(PASTE, PROFILE)
    page.get_by_label("Algo tuyo para este mensaje").fill("Menciona el SIL")
    page.evaluate("sessionStorage.setItem('credential', sessionStorage.getItem('credential') + 'x')")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="La sesión ha caducado")).to_be_visible()
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Entrar con tu cuenta").click()
    with opened.value.expect_event("close"):
        opened.value.get_by_role("button", name="Elena Robles").click()
    expect(page.get_by_role("heading", name="La sesión ha caducado")).to_have_count(0)
    expect(page.get_by_label("Perfil", exact=True)).to_have_value(PROFILE)
    expect(page.get_by_label("Algo tuyo para este mensaje")).to_have_value("Menciona el SIL")
    page.keyboard.press("Control+Enter")
    page.locator("[data-verdict]").first.wait_for()


def test_a_viewer_is_offered_what_a_viewer_may_do_and_no_more(open_page, product, written):
    page = open_page(key=token_of(product.address, "viewer"))
    expect(page.get_by_role("heading", name="Lotes", level=1)).to_be_visible()
    page.get_by_role("link", name="Historial").click()
    expect(page.get_by_role("navigation").get_by_role("link", name="Escribir")).to_have_count(0)
    page.get_by_role("row").nth(1).get_by_role("button").click()
    sheet = page.get_by_role("dialog")
    expect(sheet.locator("[data-verdict]").first).to_be_visible()
    for verb in ("Aprobar", "Editar", "Rechazar", "Copiar y marcar enviado"):
        expect(sheet.get_by_role("button", name=verb)).to_have_count(0)
    page.keyboard.press("Escape")
    page.goto(f"{product.address}/prompts")
    expect(page.get_by_label("Instrucciones para el redactor")).not_to_have_value("")
    expect(page.get_by_role("button", name="Guardar y activar")).to_have_count(0)


def test_somebody_in_no_workspace_opens_one_and_somebody_in_several_chooses(open_page, product):
    page = open_page(key=token_of(product.address, "guest"))
    expect(page.get_by_role("heading", name="Nora Vidal, aún no tienes espacio")).to_be_visible()
    assert violations(page) == []
    for name in ("Vidal Consultoría", "Vidal Formación"):
        if name == "Vidal Consultoría":
            page.get_by_label("Nombre del espacio nuevo").fill(name)
            page.get_by_role("button", name="Abrir espacio").click()
            page.get_by_role("button", name="Ahora no").click()
            expect(page.get_by_role("heading", name="Escribir", level=1)).to_be_visible()
        else:
            open_workspace(product.address, token_of(product.address, "guest"), name)
    page.evaluate(PASTE, PROFILE)
    expect(page.get_by_label("Perfil", exact=True)).to_have_value(PROFILE)
    page.wait_for_timeout(500)
    page.reload()
    switcher = page.get_by_role("combobox", name="Espacio de trabajo")
    expect(page.get_by_label("Perfil", exact=True)).to_have_value(PROFILE)
    switcher.select_option("Vidal Formación")
    page.get_by_role("button", name="Ahora no").click()
    expect(page.get_by_label("Perfil", exact=True)).to_have_value("")
    switcher.select_option("Vidal Consultoría")
    expect(page.get_by_label("Perfil", exact=True)).to_have_value(PROFILE)


def open_workspace(address: str, token: str, name: str) -> None:
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    request = urllib.request.Request(f"{address}/v1/workspaces", json.dumps({"name": name}).encode(), headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        assert answer.status == 201


@pytest.mark.parametrize(("language", "theme", "width"), [("es", "light", 1440), ("en", "dark", 390)])
def test_the_screen_has_no_accessibility_fault(open_page, language, theme, width):
    page = open_page(key=None, language=language, theme=theme, width=width)
    page.get_by_role("button", name="Usar una clave" if language == "es" else "Use an API key").click()
    assert violations(page) == []
