"""The long way of a salesperson: two hundred rows to an approved and exported file, and a server that starts again."""

import csv
import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import demo_key_of
from tests.served_product import start_server

ROWS = 200
TITLES = ("Directora Financiera", "Jefe de Compras", "Responsable de Operaciones", "Directora Comercial")
SURNAMES = ("Otero", "Lago", "Solana", "Ríos", "Vidal", "Soler", "Cano", "Ferrer", "Gil", "Peña")


def file_of(count: int, mark: str) -> dict[str, object]:
    """A file of people whose company names this test."""
    rows = [
        f"Persona;{SURNAMES[i % 10]} {SURNAMES[i // 10 % 10]};{TITLES[i % 4]};{mark} {i};p{i}@{mark.lower()}.example"
        for i in range(count)
    ]
    text = "\n".join(["Nombre;Apellidos;Cargo;Empresa;Correo", *rows])
    return {"name": f"{mark}.csv", "mimeType": "text/csv", "buffer": text.encode()}


def begin(page, count: int, mark: str) -> None:
    page.locator("input[type=file]").set_input_files(file_of(count, mark))
    page.get_by_role("heading", name=f"{mark}.csv").wait_for()
    page.get_by_role("button", name="Empezar").click()
    page.get_by_role("heading", name=mark, level=1).wait_for()


def test_two_hundred_rows_are_written_reviewed_approved_and_exported(open_page):
    page = open_page("/lotes/nuevo")
    page.set_default_timeout(120_000)
    begin(page, ROWS, "Dosrios")
    expect(page.get_by_text(re.compile(rf"Terminado · {ROWS} escritos"))).to_be_visible(timeout=180_000)
    names = page.get_by_role("list", name="Mensajes del lote")
    approve = page.get_by_role("button", name=re.compile(r"Aprobar \d+ listos"))
    ready = int("".join(filter(str.isdigit, approve.inner_text())))
    approve.click()
    expect(page.get_by_text(re.compile(rf"{ready} aprobados"))).to_be_visible(timeout=60_000)
    advised = 0
    see = page.get_by_role("button", name=re.compile(r"Ver \d+ con consejos"))
    if see.count() > 0:
        advised = int("".join(filter(str.isdigit, see.inner_text())))
        see.click()
        page.get_by_role("button", name=f"Aprobar {advised} con consejos").click()
        expect(page.get_by_text(re.compile(rf"{advised} aprobados"))).to_be_visible(timeout=60_000)
        page.get_by_role("radio", name="Todos").click()
    ready += advised
    presses = 0
    while names.get_by_text("Por revisar").count() > 0:
        page.keyboard.press("x")
        presses += 1
        page.wait_for_timeout(300)
        assert presses <= ROWS - ready + 5
    assert ready + presses >= ROWS
    batch = page.url.rpartition("/")[2]
    page.goto(f"{page.url.split('/lotes')[0]}/historial?batch={batch}&status=approved")
    page.get_by_role("row").nth(1).wait_for()
    page.get_by_role("button", name="Exportar").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Descargar").click()
    lines = list(csv.DictReader(download.value.path().read_text("utf-8-sig").splitlines()))
    assert len(lines) >= ready
    assert all("Dosrios" in str(line) for line in lines)


@pytest.mark.parametrize("width", [390])
def test_a_batch_goes_on_in_the_same_page_after_the_server_was_killed(open_page, tmp_path, width):
    first = start_server(tmp_path / "data")
    first.wait_until_ready()
    address, key = first.address, demo_key_of(first)
    page = open_page("/lotes/nuevo", key=key, address=address, width=width)
    page.set_default_timeout(120_000)
    begin(page, 120, "Tresrios")
    first.process.kill()
    first.output()
    page.wait_for_timeout(1500)
    second = start_server(tmp_path / "data", PORT=address.rpartition(":")[2])
    second.wait_until_ready()
    try:
        expect(page.get_by_text(re.compile("Terminado · 120 escritos"))).to_be_visible(timeout=180_000)
        expect(page.get_by_role("list", name="Mensajes del lote").get_by_role("listitem").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    finally:
        second.end()
