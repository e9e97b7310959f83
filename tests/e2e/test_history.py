"""Every message stays, can be found by what the address says, and shows its proof."""

import json
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.e2e.accessibility import violations


@pytest.fixture
def written(product, demo_key):
    """A note and an e-mail to two people of this test's own."""
    for name, format_ in (("Ibai Zubiría", "linkedin_note"), ("Noa Quintela", "email")):
        prospect = {"full_name": name, "title": "Director Financiero", "company": "Remolques Duero"}
        body = json.dumps({"prospect": prospect, "format": format_, "language": "es"}).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {demo_key}"}
        request = urllib.request.Request(f"{product.address}/v1/generations", body, headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            assert answer.status == 201


def test_the_filters_of_the_address_narrow_the_list(open_page, written):
    page = open_page("/historial?format=email")
    table = page.get_by_role("table", name="Mensajes")
    expect(table.get_by_role("row").filter(has_text="Noa Quintela").first).to_be_visible()
    expect(table.get_by_text("Ibai Zubiría")).to_have_count(0)
    page.get_by_label("Formato").select_option("linkedin_note")
    expect(table.get_by_role("row").filter(has_text="Ibai Zubiría").first).to_be_visible()
    assert "format=linkedin_note" in page.url


def test_a_message_opens_with_its_proof_and_escape_closes_it(open_page, written):
    page = open_page("/historial")
    page.get_by_role("button", name="Noa Quintela").first.click()
    sheet = page.get_by_role("dialog", name="Noa Quintela")
    expect(sheet.locator("[data-verdict]").first).to_be_visible()
    expect(sheet).to_contain_text("Director Financiero")
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)


def test_no_message_is_said_with_a_way_out(open_page):
    page = open_page("/historial?from=2001-01-01&to=2001-01-02")
    expect(page.get_by_role("heading", name="Ningún mensaje cumple los filtros")).to_be_visible()
    page.get_by_role("button", name="Quitar filtros").last.click()
    assert page.url.endswith("/historial")


@pytest.mark.parametrize(("language", "theme", "width"), [("es", "light", 1440), ("en", "dark", 390)])
def test_the_screen_has_no_accessibility_fault(open_page, written, language, theme, width):
    page = open_page("/historial", language=language, theme=theme, width=width)
    page.get_by_role("row").nth(1).wait_for()
    assert violations(page) == []
    page.get_by_role("row").nth(1).get_by_role("button").click()
    page.get_by_role("dialog").wait_for()
    page.wait_for_timeout(300)
    assert violations(page) == []
