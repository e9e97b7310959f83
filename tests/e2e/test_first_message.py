"""Paste to checked draft: one paste and one key."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessibility import violations

PROFILE = "Amaia Etxaniz Ruiz\nDirectora Comercial en Frutas Ebro\nZaragoza\n\nAcerca de\nDirijo 12 delegaciones."
PASTE = """(text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
}"""


def write_one(page: Page) -> None:
    page.get_by_role("heading", name="Escribir", level=1).wait_for()
    page.evaluate(PASTE, PROFILE)
    expect(page.get_by_label("Perfil", exact=True)).to_have_value(PROFILE)
    page.keyboard.press("Control+Enter")
    page.locator("[data-verdict]").first.wait_for()


def test_a_pasted_profile_becomes_a_checked_draft_with_one_key(open_page):
    page = open_page()
    write_one(page)
    draft = page.get_by_role("region", name="Borrador")
    expect(draft).to_contain_text("Hola, Amaia")
    expect(draft.locator("[data-verdict=verified]").first).to_be_visible()
    expect(draft).to_contain_text("caracteres")
    expect(page.get_by_role("region", name="Prueba")).to_contain_text("Directora Comercial")


def test_a_claim_under_the_pointer_lights_the_fact_that_proves_it(open_page):
    page = open_page()
    write_one(page)
    claim = page.locator("[data-verdict=verified]", has_text="Amaia").first
    fact = page.get_by_role("listitem").filter(has=page.get_by_text("Amaia Etxaniz Ruiz", exact=True))
    before = fact.evaluate("(node) => getComputedStyle(node).backgroundColor")
    claim.hover()
    expect(fact).not_to_have_css("background-color", before)


def test_the_draft_is_copied_with_one_key(open_page):
    page = open_page()
    write_one(page)
    page.locator("body").click(position={"x": 4, "y": 4})
    page.keyboard.press("c")
    expect(page.get_by_text("Copiado")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Hola, Amaia")


def test_what_was_typed_and_written_survives_a_reload(open_page):
    page = open_page()
    write_one(page)
    expect(page.get_by_text("Ventas · por su cargo")).to_be_visible()
    body = page.get_by_role("region", name="Borrador").inner_text()
    page.wait_for_timeout(500)
    page.reload()
    expect(page.get_by_label("Perfil", exact=True)).to_have_value(PROFILE)
    expect(page.get_by_text("Ventas · por su cargo")).to_be_visible()
    assert page.get_by_role("region", name="Borrador").inner_text() == body


def test_a_refused_field_is_named_where_it_stands(open_page):
    page = open_page()
    page.get_by_role("radio", name="Campos").click()
    page.get_by_label("Nombre y apellidos").fill("Amaia Etxaniz")
    page.get_by_label("Dirección de LinkedIn").fill("https://example.com/in/amaia")
    page.get_by_role("button", name="Escribir").click()
    field = page.get_by_label("Dirección de LinkedIn")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("alert").first).to_be_visible()


@pytest.mark.parametrize(
    ("language", "theme", "width"), [("es", "light", 1440), ("en", "dark", 1024), ("es", "dark", 390)]
)
def test_the_screen_has_no_accessibility_fault(open_page, language, theme, width):
    page = open_page(language=language, theme=theme, width=width)
    page.get_by_role("button", name="Probar con un ejemplo" if language == "es" else "Try an example").click()
    page.get_by_role("button", name="Escribir" if language == "es" else "Write", exact=False).last.click()
    page.locator("[data-verdict]").first.wait_for()
    assert violations(page) == []


def test_nothing_is_wider_than_a_phone(open_page):
    page = open_page(width=390)
    page.get_by_role("heading", name="Escribir", level=1).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
