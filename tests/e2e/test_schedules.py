"""Batches that start by a clock: made, changed, run by hand, paused and deleted where they are listed."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessibility import violations
from tests.e2e.api_caller import Caller

PATH = "/lotes/programados"


@pytest.fixture
def caller(product, demo_key) -> Caller:
    return Caller(product.address, demo_key)


def fill(page: Page, name: str) -> None:
    """The form for a batch of e-mails to whoever has none, at most one."""
    page.get_by_label("Nombre").fill(name)
    page.get_by_role("radio", name="A quien no tiene mensaje").click()
    page.get_by_role("radio", name="Correo").click()
    page.get_by_label("Mensajes por lote, como mucho").fill("1")


def test_a_schedule_is_made_run_by_hand_changed_paused_and_deleted(open_page, caller):
    page = open_page("/lotes")
    page.get_by_role("button", name="Programados").click()
    page.get_by_role("button", name="Programar un lote").click()
    fill(page, "Correos del lunes")
    page.get_by_role("radio", name="Cada semana").click()
    page.get_by_label("Hora", exact=True).fill("07:30")
    page.get_by_role("button", name="Programar un lote").click()
    card = page.get_by_role("article", name="Correos del lunes")
    expect(card).to_contain_text("Cada lunes a las 07:30 · Hora de")
    expect(card).to_contain_text("Correo, a quien no tiene mensaje de este formato · Cualquier rol · Español · hasta 1")
    assert card.get_by_role("status").inner_text().count("7:30") == 5
    card.get_by_role("button", name="Ejecutar ahora").click()
    page.get_by_role("button", name="Ver el lote").click()
    page.get_by_role("heading", name="Correos del lunes", level=1).wait_for()
    page.go_back()
    card.get_by_text("Lo que ha hecho").click()
    expect(card.get_by_role("listitem")).to_contain_text("lote de 1 persona, a mano")
    card.get_by_role("button", name="Cambiar").click()
    form = page.get_by_role("form", name="Correos del lunes")
    form.get_by_role("radio", name="Cada mes").click()
    form.get_by_label("Día del mes").fill("15")
    form.get_by_role("button", name="Guardar").click()
    expect(card).to_contain_text("El día 15 de cada mes a las 07:30")
    card.get_by_role("button", name="Pausar").click()
    expect(card.get_by_role("status")).to_have_text("En pausa")
    card.get_by_role("button", name="Borrar").click()
    card.get_by_role("alert").get_by_role("button", name="Borrar").click()
    expect(card).to_have_count(0)
    assert "Correos del lunes" not in {one["name"] for one in caller("GET", "/v1/schedules")["items"]}


def test_a_cron_expression_that_never_fires_is_refused_at_its_field_and_nothing_typed_is_lost(open_page):
    page = open_page(PATH)
    page.get_by_role("button", name="Programar un lote").first.click()
    fill(page, "Nunca")
    page.get_by_role("radio", name="Otra (cron)").click()
    cron = page.get_by_label("Expresión cron")
    cron.fill("0 8 31 2 *")
    page.get_by_role("button", name="Programar un lote").click()
    expect(cron).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("Hace falta una expresión cron de cinco campos")).to_be_visible()
    expect(page.get_by_label("Nombre")).to_have_value("Nunca")


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 390)])
def test_the_form_and_the_list_have_no_accessibility_fault_and_fit_the_window(open_page, caller, theme, width):
    name = f"Seguimientos {theme}"
    content = {"name": name, "cron": "*/20 9-18 * * 1-5", "format": "email", "selection": {"due_follow_ups": True}}
    made = caller("POST", "/v1/schedules", content)
    caller("POST", f"/v1/schedules/{made['id']}/pause")
    page = open_page(PATH, theme=theme, width=width)
    card = page.get_by_role("article", name=name)
    expect(card).to_contain_text("Cron */20 9-18 * * 1-5")
    assert violations(page) == []
    card.get_by_role("button", name="Cambiar").click()
    page.get_by_label("Expresión cron").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
