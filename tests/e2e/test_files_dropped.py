"""A file on the page where one message is written: a profile fills the form, a list leads to a batch."""

import base64
import re

from playwright.sync_api import Page, expect

from tests.unit.importing.profile_pdfs import LUCIA, OWEN, profile_pdf

_DROP = """([name, type, content]) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], name, { type }));
  for (const kind of ["dragover", "drop"])
    document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
}"""


def drop(page: Page, name: str, kind: str, content: bytes) -> None:
    page.get_by_role("heading", name="Escribir", level=1).wait_for()
    page.evaluate(_DROP, [name, kind, base64.b64encode(content).decode()])


def test_the_pdf_of_one_profile_fills_the_form_and_what_was_typed_comes_back(open_page):
    page = open_page()
    page.get_by_label("Perfil", exact=True).fill("Lo que yo escribía")
    drop(page, "lucia.pdf", "application/pdf", profile_pdf(LUCIA))
    expect(page.get_by_label("Nombre y apellidos")).to_have_value("Lucía Ferrer Ibáñez")
    expect(page.get_by_label("Empresa")).to_have_value("Logística Norte")
    page.get_by_role("button", name="Deshacer").click()
    expect(page.get_by_label("Perfil", exact=True)).to_have_value("Lo que yo escribía")


def test_a_pdf_of_several_leads_to_a_batch_with_them_and_what_was_typed_stays(open_page):
    page = open_page()
    page.get_by_label("Perfil", exact=True).fill("Lo que yo escribía")
    drop(page, "dos.pdf", "application/pdf", profile_pdf(LUCIA, OWEN))
    expect(page.get_by_role("heading", name="Lote nuevo", level=1)).to_be_visible()
    expect(page.get_by_text("Lucía Ferrer Ibáñez").first).to_be_visible()
    page.reload()
    expect(page.get_by_text("Lucía Ferrer Ibáñez").first).to_be_visible()
    page.get_by_role("link", name="Escribir").first.click()
    expect(page.get_by_label("Perfil", exact=True)).to_have_value("Lo que yo escribía")


def test_a_table_leads_to_a_batch(open_page):
    page = open_page()
    drop(page, "feria.csv", "text/csv", b"Nombre,Empresa\nNahia Sola,Cuerdas Norte\n")
    expect(page.get_by_text("Nahia Sola").first).to_be_visible()
    expect(page).to_have_url(re.compile("importacion="))
