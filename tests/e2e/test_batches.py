"""From a file to decided messages: columns that can be changed, progress, a queue with one key for each decision."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessibility import violations

HEADINGS = "Nombre;Apellidos;Puesto actual;Empresa;Correo"


def people(count: int, mark: str, title: str = "Directora Financiera") -> bytes:
    """A file of `count` people who exist in no other test, one of them with a broken e-mail."""
    rows = [f"Ana{i};{mark}{i};{title};Talleres {mark};ana{i}.{mark.lower()}@example.com" for i in range(count)]
    return "\n".join([HEADINGS, *rows[:-1], rows[-1].replace("@", " ")]).encode("cp1252")


def start(page: Page, count: int, mark: str, title: str = "Directora Financiera") -> None:
    page.locator("input[type=file]").set_input_files(
        {"name": f"{mark}.csv", "mimeType": "text/csv", "buffer": people(count, mark, title)}
    )
    page.get_by_role("heading", name=f"{mark}.csv").wait_for()
    page.get_by_role("button", name="Empezar").click()
    page.get_by_role("heading", name=mark, level=1).wait_for()


def test_columns_are_shown_and_changed_and_errors_downloaded(open_page):
    page = open_page("/lotes/nuevo")
    page.locator("input[type=file]").set_input_files(
        {"name": "feria.csv", "mimeType": "text/csv", "buffer": people(3, "Feria")}
    )
    expect(page.get_by_text("3 filas, 3 se pueden usar")).to_be_visible()
    expect(page.get_by_text("1 celda con error")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Descargar errores").click()
    assert "Correo" in download.value.path().read_text("utf-8-sig")
    expect(page.get_by_label("Puesto actual")).to_have_value("title")
    page.get_by_label("Puesto actual").select_option("headline")
    expect(page.get_by_label("Puesto actual")).to_be_enabled()
    expect(page.get_by_label("Puesto actual")).to_have_value("headline")


def test_a_file_that_is_none_says_why_and_leaves_the_way_open(open_page):
    page = open_page("/lotes/nuevo")
    page.locator("input[type=file]").set_input_files(
        {"name": "foto.csv", "mimeType": "text/csv", "buffer": b"\x89PNG\r\n\x1a\n" + bytes(200)}
    )
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("button", name="Elegir archivo")).to_be_enabled()


def test_a_file_becomes_messages_that_are_reviewed_by_keyboard_and_approved_in_one_go(open_page):
    page = open_page("/lotes/nuevo")
    start(page, 6, "Ebro")
    expect(page.get_by_text("Terminado · 6 escritos")).to_be_visible()
    names = page.get_by_role("list", name="Mensajes del lote")
    expect(names.get_by_role("listitem")).to_have_count(6)
    first = names.locator('[aria-current="true"]').inner_text().split("\n")[0]
    page.keyboard.press("j")
    expect(names.locator('[aria-current="true"]')).not_to_contain_text(first)
    page.keyboard.press("x")
    expect(page.get_by_text("Mensaje rechazado")).to_be_visible()
    page.get_by_role("button", name="Aprobar 5 listos").click()
    expect(page.get_by_text("5 aprobados")).to_be_visible()
    expect(names.get_by_text("Aprobado")).to_have_count(5)
    expect(names.get_by_text("Rechazado")).to_have_count(1)


def test_what_a_check_advises_on_is_approved_only_where_it_is_looked_at(open_page):
    page = open_page("/lotes/nuevo")
    start(page, 3, "Segura", title="Podóloga")
    expect(page.get_by_text("Terminado · 3 escritos")).to_be_visible()
    see = page.get_by_role("button", name="Ver 3 con consejos")
    see.wait_for()
    assert page.get_by_role("button", name="Aprobar 3 listos").count() == 0
    see.click()
    page.get_by_role("button", name="Aprobar 3 con consejos").click()
    expect(page.get_by_text("3 aprobados")).to_be_visible()


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 390)])
def test_the_screens_have_no_accessibility_fault(open_page, theme, width):
    page = open_page("/lotes/nuevo", theme=theme, width=width)
    page.get_by_role("heading", name="Lote nuevo").wait_for()
    assert violations(page) == []
    page.locator("input[type=file]").set_input_files(
        {"name": "axe.csv", "mimeType": "text/csv", "buffer": people(3, f"Axe{width}")}
    )
    page.get_by_role("heading", name="axe.csv").wait_for()
    page.wait_for_timeout(1000)
    assert violations(page) == []
    page.get_by_role("button", name="Empezar").click()
    page.get_by_role("heading", name="Revisión").wait_for()
    page.wait_for_timeout(500)
    assert violations(page) == []
    page.get_by_role("link", name="Todos los lotes").click()
    page.get_by_role("heading", name="Lotes", level=1).wait_for()
    assert violations(page) == []
