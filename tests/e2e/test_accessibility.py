"""axe finds nothing on any screen, in both languages and both themes.

One browser page goes through all of them, by the page's own router: a screen costs its rules and no new start.
"""

import json

import pytest
from playwright.sync_api import Page

from tests.e2e.api_caller import Caller
from tests.e2e.conftest import AXE, demo_key_of

_SETTINGS = (
    "empresa datos redaccion clientes envio equipo exclusiones claves webhooks uso privacidad actividad peligro".split()
)
_PATHS = (
    "/",
    "/lotes",
    "/lotes/nuevo",
    "/lotes/{batch}",
    "/lotes/programados",
    "/historial",
    "/historial?ver=seguimientos",
    "/historial?persona={person}",
    "/prompts",
    "/prompts?ver=roles",
    "/analitica",
    "/analitica/experimentos",
    "/analitica/senales",
    "/analitica/meses",
    "/analitica/recuentos",
    "/ayuda",
    *(f"/ajustes?ver={part}" for part in _SETTINGS),
)
_GO = "(path) => { history.pushState(null, '', path); dispatchEvent(new PopStateEvent('popstate')); }"
# At rest: the screen has its heading, nothing of it is still being asked for, and no motion is under way.
_AT_REST = """() => document.querySelector('main h1') !== null
  && !/^(Cargando…|Loading…)$/m.test(document.querySelector('main').innerText)
  && document.getAnimations().every(({ playState, effect }) =>
    playState !== 'running' || effect.getTiming().iterations === Infinity)"""
_RUN = """
async (rules) => (await axe.run(document, rules)).violations.map(
  ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
"""
_TIMES = 10
_WHOLE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# The theme changes colours and nothing else of the page.
_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


@pytest.fixture(scope="module")
def places(product) -> dict[str, str]:
    """A batch and a person to look at."""
    caller = Caller(product.address, demo_key_of(product))
    person = caller.sent("Axel Corrales")["prospect"]["id"]
    people = [{"full_name": "Nekane Corrales", "title": "Directora Financiera", "company": "Redes Norte"}]
    batch = caller("POST", "/v1/batches", {"name": "A la vista", "prospects": people, "format": "email"})["id"]
    return {"batch": batch, "person": person}


@pytest.mark.parametrize("language", ["es", "en"])
def test_no_screen_has_an_accessibility_fault_in_either_theme(open_page, places, language):
    page = open_page("/ayuda", language=language, width=1280)
    page.locator("main h1").wait_for()
    page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, list[str]] = {}
    for path in (one.format(**places) for one in _PATHS):
        page.evaluate(_GO, path)
        for theme, rules in (("light", _WHOLE), ("dark", _COLOURS)):
            page.emulate_media(color_scheme=theme)
            if faults := _lasting_faults(page, rules):
                found[f"{path} {theme}"] = faults
    assert found == {}, json.dumps(found, ensure_ascii=False, indent=1)


def _lasting_faults(page: Page, rules: object) -> list[str]:
    """What is wrong with the screen, and not only while it takes the place of another one."""
    faults: list[str] = []
    for _ in range(_TIMES):
        page.wait_for_function(_AT_REST)
        faults = page.evaluate(_RUN, rules)
        if not faults:
            break
        page.wait_for_timeout(500)
    return faults


def test_a_fault_would_be_found(open_page):
    page: Page = open_page("/ayuda")
    page.locator("main h1").wait_for()
    page.evaluate(AXE.read_text("utf-8"))
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"/icon.svg\">')")
    assert any(fault.startswith("image-alt") for fault in _lasting_faults(page, _WHOLE))
