"""What works: rates that say what they are rates of, over days that the address names."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessibility import violations
from tests.served_product import Server, start_server


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory):
    """A product whose demo has a past: ninety days of messages with what became of them."""
    server: Server = start_server(tmp_path_factory.mktemp("past") / "data", APP_DEMO_MESSAGES="300")
    server.wait_until_ready()
    yield server
    server.end()


def tile(page: Page, name: str):
    return page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=name, exact=True))


def test_a_tile_says_what_its_rate_is_a_share_of_and_how_sure_it_is(open_page):
    page = open_page("/analitica?dias=90")
    positive = tile(page, "Respuesta positiva")
    expect(positive).to_contain_text("%")
    expect(positive).to_contain_text("Con respuesta positiva:")
    expect(positive.get_by_role("img")).to_be_visible()
    assert "con un 95 % de confianza" in (positive.get_by_role("img").get_attribute("aria-label") or "")
    expect(positive).to_contain_text("Aún llegan respuestas")


def test_the_figures_are_those_of_the_api(open_page, product, demo_key):
    last = datetime.now(UTC).date() - timedelta(days=1)
    first = last - timedelta(days=80)
    status, text = product.get(f"/v1/metrics?from={first}&to={last}", demo_key)
    assert status == 200
    page = open_page(f"/analitica?desde={first}&hasta={last}")
    rate = json.loads(text)["totals"]["rates"]["reply_linkedin"]
    expect(tile(page, "Respuesta en LinkedIn")).to_contain_text(
        f"Con respuesta: {rate['numerator']} de {rate['denominator']} mensajes de LinkedIn enviados"
    )


def test_the_period_the_comparison_and_the_grouping_live_in_the_address(open_page):
    page = open_page("/analitica")
    page.get_by_role("radio", name="7 días").click()
    page.get_by_label("Comparar con el periodo anterior").click()
    page.get_by_role("radio", name="Rol y formato").click()
    expect(page.get_by_role("columnheader", name="Formato")).to_be_visible()
    expect(tile(page, "Por revisar")).to_contain_text("que en el periodo anterior")
    assert all(part in page.url for part in ("dias=7", "comparar=si", "por=role%2Cformat"))
    page.reload()
    expect(page.get_by_role("radio", name="7 días")).to_be_checked()
    expect(page.get_by_label("Comparar con el periodo anterior")).to_be_checked()


def test_a_rate_of_few_messages_is_marked(open_page):
    page = open_page("/analitica?dias=7")
    expect(tile(page, "Respuesta por correo")).to_contain_text("Pocos datos: menos de 30")


def test_the_table_leaves_as_a_spreadsheet(open_page):
    page = open_page("/analitica?dias=90")
    page.get_by_role("row").nth(1).wait_for()
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="Exportar CSV").last.click()
    rows = Path(downloaded.value.path()).read_text("utf-8-sig").splitlines()
    assert rows[0].startswith("role;generated;")
    assert len(rows) == page.get_by_role("row").count()


def test_days_without_messages_lead_to_a_longer_period(open_page):
    page = open_page("/analitica?desde=2001-01-01&hasta=2001-01-31")
    expect(page.get_by_role("heading", name="Nada en estos días")).to_be_visible()
    page.get_by_role("button", name="Ver 90 días").click()
    expect(tile(page, "Aceptación")).to_contain_text("%")


def test_a_period_that_ends_before_it_begins_is_refused_in_words(open_page):
    page = open_page("/analitica?desde=2026-11-30&hasta=2026-11-01")
    expect(page.get_by_role("alert")).to_contain_text("anterior")


@pytest.mark.parametrize(("language", "theme", "width"), [("es", "light", 1440), ("en", "dark", 390)])
def test_the_screen_has_no_accessibility_fault(open_page, language, theme, width):
    page = open_page("/analitica?dias=90&comparar=si", language=language, theme=theme, width=width)
    page.get_by_role("row").nth(2).wait_for()
    page.wait_for_timeout(300)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
