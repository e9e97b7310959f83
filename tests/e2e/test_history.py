"""Every message stays, can be found by what the address says, is decided on with others, and shows what came of it."""

import csv
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessibility import violations
from tests.e2e.api_caller import Caller
from tests.e2e.conftest import demo_key_of
from tests.served_product import Server, start_server


@pytest.fixture
def caller(product, demo_key) -> Caller:
    return Caller(product.address, demo_key)


@pytest.fixture
def written(caller):
    """A note and an e-mail to two people of this test's own."""
    caller.written("Ibai Zubiría", format="linkedin_note")
    caller.written("Noa Quintela")


def rows(page: Page, company: str, names: list[str]):
    """The rows of messages to a company, once all of them are there."""
    page.goto(f"{page.url.split('/historial')[0]}/historial?q={company}")
    for name in names:
        page.get_by_role("button", name=name).first.wait_for()
    return page.get_by_role("table", name="Mensajes").get_by_role("row")


def test_the_filters_of_the_address_narrow_the_list(open_page, written):
    page = open_page("/historial?format=email")
    table = page.get_by_role("table", name="Mensajes")
    expect(table.get_by_role("row").filter(has_text="Noa Quintela").first).to_be_visible()
    expect(table.get_by_text("Ibai Zubiría")).to_have_count(0)
    page.get_by_label("Formato").select_option("linkedin_note")
    expect(table.get_by_role("row").filter(has_text="Ibai Zubiría").first).to_be_visible()
    assert "format=linkedin_note" in page.url
    page.get_by_label("Fechas").select_option("Últimos 7 días")
    expect(table.get_by_role("row").filter(has_text="Ibai Zubiría").first).to_be_visible()
    page.reload()
    expect(page.get_by_label("Fechas")).to_have_value("7")


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


def test_selected_messages_are_approved_given_to_somebody_marked_sent_and_rejected(open_page, caller):
    names = ["Aitana Bulto", "Bruno Bulto", "Carla Bulto"]
    for name in names:
        caller.written(name, company="Bultos Reunidos")
    page = open_page("/historial")
    list_ = rows(page, "Bultos", names)
    page.get_by_label("Elegir todos los cargados").check()
    page.get_by_role("button", name="Aprobar 3 listos").click()
    expect(page.get_by_text("3 aprobados")).to_be_visible()
    expect(list_.get_by_text("Aprobado")).to_have_count(3)
    page.get_by_label("Elegir el mensaje a Aitana Bulto").check()
    page.get_by_label("Asignar a…").select_option("Elena Robles")
    expect(page.get_by_text("1 asignado")).to_be_visible()
    page.get_by_label("Elegir el mensaje a Aitana Bulto").check()
    page.get_by_label("Elegir el mensaje a Bruno Bulto").check()
    page.get_by_role("button", name="Marcar 2 enviados").click()
    expect(page.get_by_text("Se anota que has enviado los 2 mensajes")).to_be_visible()
    page.get_by_role("button", name="Marcar 2 enviados").last.click()
    expect(page.get_by_text("2 marcados como enviados")).to_be_visible()
    page.get_by_label("Elegir todos los cargados").check()
    page.get_by_role("button", name="Rechazar 1").click()
    page.get_by_role("button", name="Rechazar 1").last.click()
    expect(list_.get_by_text("Rechazado")).to_have_count(1)
    expect(list_.get_by_text("Enviado")).to_have_count(2)
    given = caller("GET", "/v1/messages?q=Bultos")["items"]
    assert sum(message["assignee"] is not None for message in given) == 1


def test_what_somebody_else_changed_meanwhile_is_left_alone_and_said(open_page, caller):
    names = ["Dora Ajena", "Enzo Ajena"]
    made = [caller.written(name, company="Ajena Textil") for name in names]
    page = open_page("/historial")
    list_ = rows(page, "Ajena", names)
    page.get_by_label("Elegir todos los cargados").check()
    body = {"body": f"{made[0]['body']} Escrito por otra persona."}
    caller("PATCH", f"/v1/messages/{made[0]['id']}", body, If_Match=f'"{made[0]["fingerprint"]}"')
    page.get_by_role("button", name="Aprobar 2 listos").click()
    expect(page.get_by_text("1 aprobado · 1 se queda como estaba")).to_be_visible()
    expect(list_.get_by_text("Aprobado")).to_have_count(1)


def test_the_list_is_taken_out_as_a_file_for_another_tool(open_page, caller):
    caller.written("Fabio Ficheral", company="Ficheral Norte")
    page = open_page("/historial")
    rows(page, "Ficheral", ["Fabio Ficheral"])
    page.get_by_role("button", name="Exportar").click()
    page.get_by_label("Columnas").select_option("hubspot")
    with page.expect_download() as download:
        page.get_by_role("button", name="Descargar").click()
    assert download.value.suggested_filename == "hubspot.csv"
    (line,) = csv.DictReader(download.value.path().read_text("utf-8-sig").splitlines())
    assert line["First Name"] == "Fabio"


def test_everything_of_one_person_stands_in_one_line_of_time(open_page, caller):
    message = caller.sent("Gala Línea")
    caller("POST", f"/v1/messages/{message['id']}/outcomes", {"kind": "replied", "sentiment": "positive"})
    page = open_page("/historial?q=Gala")
    page.get_by_role("button", name="Gala Línea").first.click()
    page.get_by_role("button", name="Todo lo de esta persona").click()
    told = page.get_by_role("dialog").get_by_role("listitem")
    expect(told).to_have_count(4)
    for place, happened in enumerate(("Ha respondido, positiva", "Enviado", "Aprobado", "Escrito: Correo")):
        expect(told.nth(place)).to_contain_text(happened)
    page.get_by_role("button", name="Ver el mensaje").click()
    expect(page.get_by_role("dialog").locator("[data-verdict]").first).to_be_visible()


@pytest.fixture
def product_with_a_past(tmp_path) -> Iterator[Server]:
    """The product with messages that were sent weeks ago, one for each test: whoever is written to is due no more."""
    server = start_server(tmp_path / "data", APP_DEMO_MESSAGES="150")
    server.wait_until_ready()
    yield server
    server.end()


def test_who_is_due_is_written_to_put_off_or_given_up(open_page, product_with_a_past):
    key = demo_key_of(product_with_a_past)
    waiting = Caller(product_with_a_past.address, key)("GET", "/v1/follow-ups")["items"]
    names = [one["message"]["prospect"]["full_name"] for one in waiting][:3]
    page = open_page("/historial", key=key, address=product_with_a_past.address)
    page.get_by_role("radio", name=f"Seguimientos de hoy ({len(waiting)})").click()
    due = page.get_by_role("list", name="Personas a quienes toca escribir").get_by_role("listitem")
    written, put_off, given_up = (due.filter(has_text=name) for name in names)
    put_off.get_by_label("Aplazar").select_option("7 días")
    expect(page.get_by_text("Aplazado al")).to_be_visible()
    expect(put_off).to_have_count(0)
    given_up.get_by_role("button", name="No seguir").click()
    expect(given_up).to_have_count(0)
    page.get_by_role("button", name="Deshacer").last.click()
    expect(given_up).to_have_count(1)
    written.get_by_role("button", name="Escribir seguimiento").click()
    sheet = page.get_by_role("dialog", name=names[0])
    expect(sheet.locator("[data-verdict]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(written).to_have_count(0)
    assert violations(page) == []


def test_all_who_are_due_in_a_format_are_written_to_in_one_batch(open_page, product_with_a_past):
    key = demo_key_of(product_with_a_past)
    caller = Caller(product_with_a_past.address, key)
    waiting = caller("GET", "/v1/follow-ups")["items"]
    (format_, count), *_ = Counter(one["format"] for one in waiting).most_common()
    label = {"email": "Correo", "linkedin_message": "Mensaje de LinkedIn"}[format_]
    page = open_page("/historial?ver=seguimientos", key=key, address=product_with_a_past.address)
    page.get_by_role("button", name=f"Escribir en un lote: {count} de {label}").click()
    page.get_by_role("heading", name=f"Seguimientos, {label}", level=1).wait_for()
    expect(page.get_by_role("status").filter(has_text="Terminado")).to_contain_text(f"{count} escrito")
    left = caller("GET", "/v1/follow-ups")["items"]
    assert count > 1
    assert [one for one in left if one["format"] == format_] == []


def test_an_open_message_has_an_address_that_a_reload_keeps_and_going_back_closes(open_page, caller):
    message = caller.sent("Edurne Enlace")
    page = open_page("/historial?q=Edurne")
    page.get_by_role("button", name="Edurne Enlace").first.click()
    sheet = page.get_by_role("dialog", name="Edurne Enlace")
    sheet.wait_for()
    assert f"mensaje={message['id']}" in page.url
    page.reload()
    expect(sheet.locator("[data-verdict]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    page.get_by_role("button", name="Edurne Enlace").first.click()
    sheet.wait_for()
    page.go_back()
    expect(sheet).to_have_count(0)
    assert "mensaje" not in page.url


def test_the_address_of_a_message_that_is_none_says_so_and_shows_the_list(open_page, written):
    page = open_page(f"/historial?mensaje={'a' * 26}")
    expect(page.get_by_role("alert")).to_contain_text("No hay ningún mensaje")
    page.get_by_role("row").nth(1).wait_for()


@pytest.mark.parametrize(("language", "theme", "width"), [("es", "light", 1440), ("en", "dark", 390)])
def test_the_screen_has_no_accessibility_fault(open_page, written, language, theme, width):
    page = open_page("/historial", language=language, theme=theme, width=width)
    page.get_by_role("row").nth(1).wait_for()
    assert violations(page) == []
    page.get_by_role("row").nth(1).get_by_role("checkbox").check()
    page.get_by_role("toolbar").wait_for()
    assert violations(page) == []
    page.get_by_role("row").nth(1).get_by_role("button").click()
    page.get_by_role("dialog").wait_for()
    page.wait_for_timeout(300)
    assert violations(page) == []


@pytest.mark.parametrize(("language", "told"), [("es", "hace 59 minutos"), ("en", "59 minutes ago")])
@pytest.mark.parametrize("width", [1024, 1440])
def test_when_a_message_was_written_is_never_cut(open_page, written, language, told, width):
    page = open_page("/historial?q=Noa Quintela", language=language, width=width)
    cell = page.get_by_role("row").filter(has_text="Noa Quintela").first.get_by_role("cell").last
    cell.wait_for()
    assert (
        cell.evaluate("(node, told) => { node.textContent = told; return node.scrollWidth - node.clientWidth; }", told)
        <= 0
    )
