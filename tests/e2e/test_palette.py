"""Whoever knows a name needs no screen: people and batches are found and opened from anywhere."""

from playwright.sync_api import Page, expect

from tests.e2e.api_caller import Caller


def ask(page: Page, typed: str) -> None:
    """Open the palette, which is loaded when it is first asked for, and type."""
    page.keyboard.press("Control+k")
    expect(page.get_by_role("combobox", name="Buscar o hacer")).to_be_focused()
    page.keyboard.type(typed)


def test_a_person_and_a_batch_are_found_and_opened_by_keyboard(open_page, product, demo_key):
    caller = Caller(product.address, demo_key)
    caller.written("Eñaut Garmendia", company="Cordelería Añorga")
    people = [{"full_name": "Nekane Ruiz", "title": "Directora Financiera", "company": "Redes Norte"}]
    batch = {"name": "Salón del cordel", "prospects": people, "format": "email", "language": "es"}
    caller("POST", "/v1/batches", batch)
    page = open_page("/ajustes")
    page.get_by_role("heading", name="Ajustes", level=1).wait_for()
    ask(page, "enaut anorga")
    expect(page.get_by_role("option", name="Eñaut Garmendia").first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog", name="Eñaut Garmendia")
    expect(sheet.get_by_role("listitem").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    ask(page, "del cordel")
    page.get_by_role("option", name="Salón del cordel").click()
    expect(page.get_by_role("heading", name="Salón del cordel", level=1)).to_be_visible()
