"""What holds for the whole workspace: saved field by field, dangerous things fenced, what is refused not offered."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.api_caller import token_of


def test_a_field_is_saved_by_itself_and_stays(open_page):
    page = open_page("/ajustes?ver=datos")
    points = page.get_by_label("Datos, uno por línea")
    before = points.input_value()
    points.fill(f"{before}\n\nUn almacén de Burgos prepara 900 pedidos al día con nosotros")
    page.get_by_role("button", name="Guardar").click()
    expect(page.get_by_text("Guardado: Datos, uno por línea")).to_be_visible()
    page.reload()
    expect(points).to_have_value(f"{before}\nUn almacén de Burgos prepara 900 pedidos al día con nosotros")


def test_a_refused_value_is_named_at_its_field_and_kept(open_page):
    page = open_page("/ajustes?ver=clientes")
    zone = page.get_by_role("combobox", name="Zona horaria")
    zone.fill("Europa/Cuenca")
    page.get_by_role("button", name="Guardar").click()
    expect(zone).to_have_attribute("aria-invalid", "true")
    expect(zone).to_have_value("Europa/Cuenca")


def test_a_key_is_shown_once_renewed_and_revoked_after_saying_what_stops(open_page, product):
    page = open_page("/ajustes?ver=claves")
    page.get_by_label("Para qué es").fill("Hoja de cálculo")
    page.get_by_label("Permiso de la clave").select_option("viewer")
    page.get_by_role("button", name="Crear clave").click()
    first = page.locator("[data-secret]").inner_text()
    assert product.get("/v1/messages?limit=1", first)[0] == 200
    assert product.get("/v1/api-keys", first)[0] == 403
    row = page.get_by_role("listitem").filter(has_text="Hoja de cálculo")
    row.last.get_by_role("button", name="Renovar").click()
    expect(page.locator("[data-secret]")).not_to_have_text(first)
    second = page.locator("[data-secret]").inner_text()
    page.reload()
    expect(row.first).to_be_visible()
    expect(page.locator("[data-secret]")).to_have_count(0)
    row.first.get_by_role("button", name="Anular").click()
    expect(page.get_by_role("alert")).to_contain_text("dejará de funcionar")
    page.get_by_role("alert").get_by_role("button", name="Anular").click()
    expect(row.first).to_contain_text("anulada")
    assert product.get("/v1/messages?limit=1", second)[0] == 401


def test_somebody_is_invited_with_a_code_that_is_shown_once(open_page):
    page = open_page("/ajustes?ver=equipo")
    page.get_by_label("Correo de quien invitas").fill("nueva@talaya.example")
    page.get_by_role("button", name="Invitar").click()
    expect(page.locator("[data-secret]")).to_be_visible()
    invitation = page.get_by_role("list", name="Invitaciones abiertas").get_by_role("listitem")
    expect(invitation.filter(has_text="nueva@talaya.example")).to_be_visible()
    invitation.filter(has_text="nueva@talaya.example").get_by_role("button", name="Anular").click()
    expect(invitation.filter(has_text="nueva@talaya.example")).to_have_count(0)


def test_somebody_is_suppressed_taken_off_and_put_back(open_page):
    page = open_page("/ajustes?ver=exclusiones")
    page.get_by_label("Correo o dirección de LinkedIn").fill("baja@remolques.example")
    page.get_by_role("button", name="Excluir").click()
    entry = page.get_by_role("listitem").filter(has_text="baja@remolques.example")
    expect(entry).to_be_visible()
    entry.get_by_role("button", name="Quitar de la lista").click()
    expect(entry).to_have_count(0)
    page.get_by_role("button", name="Deshacer").click()
    expect(entry).to_be_visible()


def test_the_suppression_list_comes_in_and_leaves_as_a_file(open_page, tmp_path):
    page = open_page("/ajustes?ver=exclusiones")
    file = tmp_path / "bajas.csv"
    file.write_text("email\nuna@bajas.example\nno es un correo\n", "utf-8")
    page.get_by_label("Importar CSV").last.set_input_files(file)
    expect(page.get_by_text("1 nuevas, 0 ya estaban, 1 filas sin leer")).to_be_visible()
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="Exportar CSV").click()
    assert "una@bajas.example" in Path(downloaded.value.path()).read_text("utf-8")


def test_the_log_of_what_was_done_can_be_narrowed(open_page):
    page = open_page("/ajustes?ver=empresa")
    page.get_by_label("Cargo de quien firma").fill("Directora de Operaciones")
    page.get_by_role("button", name="Guardar").click()
    expect(page.get_by_text("Guardado: Cargo de quien firma")).to_be_visible()
    page.get_by_role("link", name="Actividad").click()
    page.get_by_role("combobox", name="Qué").select_option("change_settings")
    entries = page.get_by_role("list", name="Actividad").get_by_role("listitem")
    expect(entries.first).to_contain_text("Ajustes cambiados")
    page.get_by_label("Desde").fill("2001-01-01")
    page.get_by_label("Hasta").fill("2001-01-02")
    expect(page.get_by_text("Nada con estos filtros.")).to_be_visible()


def test_the_log_leaves_as_a_file_with_the_same_filters(open_page):
    page = open_page("/ajustes?ver=actividad")
    page.get_by_role("combobox", name="Qué").select_option("sign_in")
    with page.expect_download() as downloaded:
        page.get_by_role("button", name="Exportar CSV").click()
    content = Path(downloaded.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf"), "a spreadsheet takes the mark off, and reads accents by it"
    assert b"change_settings" not in content


def test_a_webhook_is_refused_where_it_is_no_address_and_kept_where_it_is(open_page):
    page = open_page("/ajustes?ver=webhooks")
    url = page.get_by_label("Dirección que recibe los avisos")
    url.fill("no es una dirección")
    page.get_by_role("button", name="Añadir webhook").click()
    expect(url).to_have_attribute("aria-invalid", "true")
    url.fill("https://hooks.example.com/outreach")
    page.get_by_role("button", name="Añadir webhook").click()
    expect(page.locator("[data-secret]")).to_contain_text("whsec_")
    row = page.get_by_role("list", name="Webhooks").get_by_role("listitem")
    expect(row.first).to_contain_text("activo")
    row.first.get_by_role("button", name="Apagar").click()
    expect(row.first).to_contain_text("apagado")
    first = page.locator("[data-secret]").inner_text()
    row.first.get_by_role("button", name="Renovar secreto").click()
    page.get_by_role("button", name="Renovar", exact=True).click()
    expect(page.get_by_text("El secreto anterior vale hasta").first).to_be_visible()
    secrets = page.locator("[data-secret]").all_inner_texts()
    assert len(set(secrets)) == 2
    assert first in secrets


def test_deleting_the_workspace_asks_for_its_name(open_page):
    page = open_page("/ajustes?ver=peligro")
    button = page.get_by_role("button", name="Eliminar el espacio")
    expect(button).to_be_disabled()
    name = page.get_by_label(re.compile("Eliminar el espacio"))
    name.fill("Otro nombre")
    expect(button).to_be_disabled()


def test_a_viewer_reads_what_may_be_read_and_changes_nothing(open_page, product):
    page = open_page("/ajustes", key=token_of(product.address, "viewer"))
    expect(page.get_by_label("Nombre del espacio")).to_be_disabled()
    for name in ("Claves de API", "Webhooks", "Actividad", "Pausar y eliminar"):
        expect(page.get_by_role("link", name=name)).to_have_count(0)
    page.get_by_role("link", name="Equipo").click()
    expect(page.get_by_role("list", name="Miembros").get_by_role("listitem").first).to_be_visible()
    expect(page.get_by_role("button", name="Invitar")).to_have_count(0)


def test_no_part_is_wider_than_a_phone(open_page):
    page = open_page("/ajustes", language="en", width=390)
    links = page.get_by_role("navigation", name="Settings").get_by_role("link")
    expect(links).to_have_count(13)
    for place in range(13):
        links.nth(place).click()
        expect(links.nth(place)).to_have_attribute("aria-current", "page")
        page.get_by_role("heading", level=2).first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), place
