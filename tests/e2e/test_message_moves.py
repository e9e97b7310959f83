"""What a person does with a draft: edit it with checks as they type, approve, copy and mark sent, note the answer."""

import json
import re
import urllib.request

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.accessibility import violations
from tests.e2e.test_first_message import write_one


@pytest.fixture
def page(open_page) -> Page:
    opened: Page = open_page()
    write_one(opened)
    opened.get_by_role("heading", name="Prueba").click()  # nothing is being typed any more
    return opened


def draft_of(page: Page):
    return page.get_by_role("region", name="Borrador")


def test_an_edit_is_checked_as_it_is_typed_and_a_false_name_is_found(page):
    page.keyboard.press("e")
    body = draft_of(page).get_by_label("Mensaje")
    body.fill(body.input_value().replace("Amaia", "Rodrigo"))
    expect(draft_of(page)).to_contain_text("Por revisar")
    expect(page.get_by_role("region", name="Prueba").get_by_role("alert").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(draft_of(page)).to_contain_text("Listo")


def test_one_key_approves_and_an_edit_takes_the_approval_back(page):
    page.keyboard.press("a")
    expect(draft_of(page)).to_contain_text("Aprobado")
    page.keyboard.press("e")
    body = draft_of(page).get_by_label("Mensaje")
    body.press("Control+End")
    body.press_sequentially(" Gracias.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Texto guardado")).to_be_visible()
    expect(draft_of(page)).to_contain_text("Gracias.")
    expect(draft_of(page).get_by_role("button", name="Aprobar")).to_be_visible()


def test_what_needs_review_is_approved_only_with_a_reason(page):
    page.keyboard.press("e")
    body = draft_of(page).get_by_label("Mensaje")
    body.fill(body.input_value().replace("Hola, Amaia", "Hola, Rodrigo"))
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Texto guardado")).to_be_visible()
    page.keyboard.press("a")
    page.get_by_label("Por qué lo apruebas así").fill("Así le llaman en la empresa")
    page.keyboard.press("Enter")
    expect(draft_of(page)).to_contain_text("Aprobado")


def test_one_key_copies_and_marks_sent_and_the_answer_is_noted_and_taken_back(page):
    page.keyboard.press("Shift+C")
    expect(page.get_by_text("Copiado y marcado como enviado")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Hola, Amaia")
    expect(draft_of(page)).to_contain_text("Enviado")
    page.get_by_role("button", name="Ha respondido, positiva").click()
    expect(page.get_by_text("Anotado")).to_be_visible()
    page.get_by_role("button", name="Deshacer").last.click()
    expect(page.get_by_text("Deshecho").first).to_be_visible()


def test_two_people_editing_one_message_lose_nothing(page, product, demo_key):
    page.keyboard.press("e")
    mine = draft_of(page).get_by_label("Mensaje")
    mine.fill(mine.input_value() + " Mi frase.")
    change_elsewhere(product.address, demo_key)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Otra persona ha cambiado este mensaje")).to_be_visible()
    assert mine.input_value().endswith("Mi frase.")
    page.get_by_role("button", name="Ver el suyo").click()
    expect(draft_of(page)).to_contain_text("Escrito por otra persona.")


def change_elsewhere(address: str, key: str) -> None:
    """What a colleague's page does: another text in the place of the newest message's."""

    def call(method: str, path: str, body: object = None, headers: dict[str, str] | None = None):
        data = None if body is None else json.dumps(body).encode()
        given = {"Authorization": f"Bearer {key}", "Content-Type": "application/json", **(headers or {})}
        request = urllib.request.Request(address + path, data, given, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read())

    newest = call("GET", "/v1/messages?limit=1&q=Etxaniz")["items"][0]
    body = {"body": f"{newest['body']} Escrito por otra persona."}
    call("PATCH", f"/v1/messages/{newest['id']}", body, {"If-Match": f'"{newest["fingerprint"]}"'})


def test_the_editor_has_no_accessibility_fault(page):
    page.keyboard.press("e")
    draft_of(page).get_by_label("Mensaje").wait_for()
    assert violations(page) == []


def test_the_keyboard_alone_edits_and_saves(page):
    page.keyboard.press("e")
    page.keyboard.type(" Nos vemos en Burgos.")
    expect(draft_of(page).get_by_label("Mensaje")).to_have_value(re.compile(r"Nos vemos en Burgos\.$"))
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Texto guardado")).to_be_visible()
    page.keyboard.press("e")
    expect(draft_of(page).get_by_label("Mensaje")).to_be_focused()


def test_saving_from_another_field_keeps_the_edit_and_writes_nothing_new(page):
    page.keyboard.press("e")
    page.keyboard.type(" Frase mía.")
    page.get_by_label("Algo tuyo para este mensaje").fill("una idea")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Texto guardado")).to_be_visible()
    expect(draft_of(page)).to_contain_text("Frase mía.")


def test_a_page_cleared_by_mistake_comes_back(page):
    body = draft_of(page).get_by_role("note").first.inner_text()
    page.keyboard.press("n")
    expect(page.get_by_text("Aquí aparece el borrador")).to_be_visible()
    page.get_by_role("button", name="Deshacer").click()
    expect(draft_of(page)).to_contain_text(body)
