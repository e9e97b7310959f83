"""What is believed of each variant is drawn, said in one sentence, decided on, and taken out as a picture."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.e2e.accessibility import violations
from tests.e2e.api_caller import Caller
from tests.e2e.conftest import demo_key_of
from tests.served_product import Server, start_server

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def product_with_a_past(tmp_path_factory) -> Iterator[Server]:
    """The product with the demo's experiment."""
    server = start_server(tmp_path_factory.mktemp("experiments") / "data", APP_DEMO_MESSAGES="300")
    server.wait_until_ready()
    yield server
    server.end()


@pytest.fixture
def page(open_page, product_with_a_past):
    return open_page(
        "/analitica/experimentos", key=demo_key_of(product_with_a_past), address=product_with_a_past.address
    )


def test_an_experiment_says_how_it_stands_and_draws_what_is_believed(page):
    page.get_by_role("link", name="Abrir con una pregunta").click()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("con probabilidad")
    drawing = page.get_by_role("img", name="Curvas de lo que se cree")
    expect(drawing.locator("path")).to_have_count(4)
    expect(page.get_by_role("table").get_by_role("row")).to_have_count(3)
    with page.expect_download() as download:
        page.get_by_role("button", name="Imagen SVG").click()
    picture = download.value.path().read_text("utf-8")
    assert picture.startswith("<svg")
    assert "oklch" not in picture
    assert "var(" not in picture
    with page.expect_download() as download:
        page.get_by_role("button", name="Imagen PNG").click()
    assert download.value.path().read_bytes().startswith(PNG)


def test_two_versions_are_tried_stopped_and_decided_with_a_reason(page, product_with_a_past):
    caller = Caller(product_with_a_past.address, demo_key_of(product_with_a_past))
    place = {"role": "finance", "format": "email", "language": "es"}
    first = caller("GET", "/v1/prompts?role=finance&format=email&language=es")["items"][0]
    caller("POST", "/v1/prompts", place | {"text": first["text"] + "\nPregunta antes de contar.", "note": "Preguntar"})
    page.get_by_role("button", name="Experimento nuevo").click()
    page.get_by_label("Nombre").fill("Preguntar antes")
    page.get_by_label("Rol").select_option("finance")
    expect(page.get_by_text("tiene una sola versión")).to_be_visible()
    page.get_by_role("radio", name="Correo").click()
    page.get_by_label("Versión 2").check()
    expect(page.get_by_role("button", name="Guardar borrador")).to_be_disabled()
    page.get_by_label("Versión 1").check()
    page.get_by_role("button", name="Guardar borrador").click()
    expect(page.get_by_text("Todavía no reparte nada")).to_be_visible()
    page.get_by_role("button", name="Empezar").click()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("faltan 200 mensajes")
    page.get_by_role("button", name="Decidir").click()
    page.get_by_label("Por qué").fill("La otra ya no se usa")
    page.get_by_role("button", name="Decidir").click()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("Se activó")
    expect(page.get_by_role("button", name="Parar")).to_have_count(0)


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 390)])
def test_the_screens_have_no_accessibility_fault(open_page, product_with_a_past, theme, width):
    key = demo_key_of(product_with_a_past)
    page = open_page("/analitica/experimentos", key=key, address=product_with_a_past.address, theme=theme, width=width)
    page.get_by_role("button", name="Experimento nuevo").click()
    page.get_by_label("Nombre").wait_for()
    assert violations(page) == []
    page.get_by_role("link", name="Abrir con una pregunta").click()
    page.get_by_role("table").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
