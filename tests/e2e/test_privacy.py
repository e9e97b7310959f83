"""Somebody asks what is known of them, and to be forgotten."""

import json
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.accessibility import violations
from tests.e2e.api_caller import Caller


def test_a_person_is_found_handed_over_as_a_file_and_erased_for_good(open_page, product, demo_key):
    caller = Caller(product.address, demo_key)
    caller.sent("Zoilo Arregui Sanz")
    page = open_page("/ajustes?ver=privacidad")
    page.get_by_label("Busca a una persona").fill("zoilo arreg")
    page.get_by_role("button", name="Ver lo que hay de Zoilo").click()
    card = page.get_by_role("region", name="Zoilo Arregui Sanz")
    expect(card).to_contain_text("1 mensaje (1 de ellos enviado) y 1 resultado")
    with page.expect_download() as downloaded:
        card.get_by_role("button", name="Descargar todo lo que hay").click()
    known = json.loads(Path(downloaded.value.path()).read_text("utf-8"))
    assert "Zoilo Arregui Sanz" in json.dumps(known, ensure_ascii=False)
    assert violations(page) == []
    verb = card.get_by_role("button", name="Borrar para siempre")
    expect(verb).to_be_disabled()
    card.get_by_label("para confirmarlo").fill("Zoilo Arregui Sanz")
    verb.click()
    erasures = page.get_by_role("list", name="Borrados").get_by_role("listitem")
    expect(erasures.first).to_contain_text("Borrado terminado")
    expect(card).to_have_count(0)
    assert caller("GET", "/v1/prospects?q=zoilo")["items"] == []
    assert caller("GET", "/v1/messages?q=zoilo")["items"] == []
