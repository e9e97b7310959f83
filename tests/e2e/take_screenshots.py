"""Take the README's pictures of the page anew, from the product as it is.

make screenshots
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import FilePayload, Page, ViewportSize, sync_playwright

from tests.e2e.conftest import ARGUMENTS
from tests.served_product import ROOT, Server, start_server

IMAGES = ROOT / "docs" / "images"
_SIZE: ViewportSize = {"width": 1280, "height": 800}
_PEOPLE = """Nombre;Cargo;Empresa;Ciudad
Amaia Etxaniz Ruiz;Directora Comercial;Frutas Ebro;Zaragoza
Iker Solana Gil;Jefe de Compras;Talleres Norte;Bilbao
Marta Ríos Cano;Responsable de Recursos Humanos;Hoteles Sur;Málaga
Nuria Vidal Soler;Directora Financiera;Conservas Peña;Vigo
Pablo Otero Lago;Director de Operaciones;Logística Duero;Valladolid
"""


def main() -> None:
    """Write docs/images/*.png."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Install Chromium first: apt-get install chromium")
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = start_server(Path(folder) / "data", APP_DEMO_MESSAGES="300")
        server.wait_until_ready()
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        try:
            _take_light(browser.new_page(viewport=_SIZE, locale="es-ES"), server)
            _take_dark(browser.new_page(viewport=_SIZE, locale="es-ES", color_scheme="dark"), server)
        finally:
            browser.close()
            server.end()


def _take_light(page: Page, server: Server) -> None:
    _open(page, server, "/")
    page.get_by_role("button", name="Probar con un ejemplo").click()
    page.get_by_role("button", name="Escribir").click()
    page.locator("[data-verdict]").nth(1).hover()
    _keep(page, "write")
    _open(page, server, "/lotes/nuevo")
    file: FilePayload = {"name": "Feria de noviembre.csv", "mimeType": "text/csv", "buffer": _PEOPLE.encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Empezar").click()
    page.get_by_text("Terminado").wait_for()
    page.locator("[data-verdict]").first.wait_for()
    _keep(page, "batch")


def _take_dark(page: Page, server: Server) -> None:
    _open(page, server, "/historial")
    page.get_by_role("row").nth(5).wait_for()
    _keep(page, "history")
    _open(page, server, "/prompts")
    page.get_by_text("Lo que recibe el redactor").wait_for()
    _keep(page, "prompts")


def _open(page: Page, server: Server, path: str) -> None:
    key = Path(server.lines[-1].rpartition(": ")[2].strip()).read_text().strip()
    page.add_init_script(f"sessionStorage.setItem('credential', '{key}'); localStorage.setItem('language', 'es')")
    page.goto(server.address + path)


def _keep(page: Page, name: str) -> None:
    page.wait_for_timeout(500)  # motion comes to rest
    page.screenshot(path=IMAGES / f"{name}.png")


if __name__ == "__main__":
    main()
