"""What the writer is told: written with variables, tried on somebody real, kept as versions."""

import pytest
from playwright.sync_api import expect

from tests.e2e.accessibility import violations


def test_a_variable_is_completed_and_its_value_shown(open_page):
    page = open_page("/prompts?rol=finance")
    editor = page.get_by_label("Instrucciones para el redactor")
    expect(editor).not_to_have_value("")
    editor.press("Control+End")
    editor.press_sequentially("\n\nSaluda a {{ first_n")
    expect(page.get_by_role("option", name="first_name")).to_be_visible()
    editor.press("Enter")
    assert editor.input_value().endswith("Saluda a {{ first_name }}")
    name = page.get_by_label("Con el prospecto").locator("option:checked").inner_text().split()[0]
    expect(page.get_by_role("region", name="Resultado")).to_contain_text(f"Saluda a {name}")


def test_a_new_version_is_activated_compared_and_the_old_one_restored(open_page):
    page = open_page("/prompts?rol=procurement")
    editor = page.get_by_label("Instrucciones para el redactor")
    expect(editor).not_to_have_value("")
    first = editor.input_value()
    editor.fill(first + "\n\nNombra siempre el plazo.")
    page.get_by_label("Qué cambia y por qué").fill("El plazo decide en Compras")
    page.get_by_role("button", name="Guardar y activar").click()
    versions = page.get_by_role("region", name="Versiones")
    expect(versions.get_by_role("listitem").first).to_contain_text("Versión 2")
    expect(versions.get_by_role("listitem").first).to_contain_text("activa")
    versions.get_by_role("listitem").nth(1).get_by_role("button", name="Comparar").click()
    expect(page.locator("ins")).to_contain_text("Nombra siempre el plazo.")
    versions.get_by_role("listitem").nth(1).get_by_role("button", name="Editar a partir de esta").click()
    expect(editor).to_have_value(first)


def test_an_unknown_variable_is_refused_where_it_stands(open_page):
    page = open_page("/prompts?rol=sales")
    editor = page.get_by_label("Instrucciones para el redactor")
    expect(editor).not_to_have_value("")
    editor.fill("Escribe a {{ nombre_inventado }}.")
    page.get_by_role("button", name="Guardar y activar").click()
    expect(editor).to_have_attribute("aria-invalid", "true")


def test_a_role_is_added_and_deleted_after_saying_what_is_lost(open_page):
    page = open_page("/prompts?ver=roles")
    page.get_by_role("button", name="Rol nuevo").click()
    page.get_by_label("Clave").fill("legal")
    for label, texts in {"Nombre": ("Legal", "Legal"), "Lo que se pide": ("una llamada corta", "a short call")}.items():
        group = page.get_by_role("group", name=label)
        group.get_by_label("En español").fill(texts[0])
        group.get_by_label("En inglés").fill(texts[1])
    page.get_by_role("button", name="Guardar").click()
    expect(page.get_by_text("Rol guardado")).to_be_visible()
    page.get_by_role("button", name="Legal").click()
    page.get_by_role("button", name="Eliminar rol").click()
    expect(page.get_by_role("alert")).to_contain_text("Los mensajes ya escritos se conservan")
    page.get_by_role("alert").get_by_role("button", name="Eliminar rol").click()
    expect(page.get_by_role("button", name="Legal")).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "language", "theme", "width"),
    [("/prompts", "es", "light", 1440), ("/prompts?ver=roles", "en", "dark", 390), ("/prompts", "en", "dark", 390)],
)
def test_the_screen_has_no_accessibility_fault(open_page, path, language, theme, width):
    page = open_page(path, language=language, theme=theme, width=width)
    page.locator("textarea").first.wait_for()
    page.wait_for_timeout(500)
    assert violations(page) == []
