"""The page in Debian's Chromium, against the product as `make run` serves it.

Without Chromium these tests are skipped, with one line that says how to get it; on CI they fail instead.
"""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from scripts.build_web import WEB, built
from tests.served_product import Server, start_server

_NO_CHROMIUM = "no Chromium found: apt-get install chromium"
_NO_PAGE = "the page is not built: make web-tools"
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
# Other test processes share the two cores: patience proves nothing here, and speed is measured elsewhere.
_PATIENCE_MS = 45_000
expect.set_options(timeout=_PATIENCE_MS)

AXE = WEB / "node_modules" / "axe-core" / "axe.min.js"


def _required(found: str | Path | None, sentence: str) -> str:
    if found is not None:
        return str(found)
    if os.environ.get("CI"):
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a process; each gets a profile of its own."""
    path = _required(shutil.which("chromium"), _NO_CHROMIUM)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The product with its demo workspace, shared by the tests of a process."""
    _required(built(), _NO_PAGE)
    server = start_server(tmp_path_factory.mktemp("product") / "data")
    server.wait_until_ready()
    yield server
    server.end()


def demo_key_of(server: Server) -> str:
    """The key of the demo's owner, which a start names the file of."""
    return Path(server.lines[-1].rpartition(": ")[2].strip()).read_text().strip()


@pytest.fixture
def demo_key(product: Server) -> str:
    """The demo owner's key."""
    return demo_key_of(product)


OpenPage = Callable[..., Page]


def _is_fault(message: ConsoleMessage) -> bool:
    """What the page complains of; the browser's own note of an answer that refuses something is none."""
    return message.type == "error" and not message.text.startswith("Failed to load resource")


@pytest.fixture
def open_page(browser: Browser, product: Server, demo_key: str) -> Iterator[OpenPage]:
    """Opens a screen, signed in unless `key` is None. The test fails if the page logs an error or throws one."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def open_one(
        path: str = "/",
        *,
        key: str | None = demo_key,
        language: str = "es",
        width: int = 1280,
        theme: str = "light",
        address: str = product.address,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            locale="es-ES" if language == "es" else "en-GB",
            color_scheme="dark" if theme == "dark" else "light",
            permissions=["clipboard-read", "clipboard-write"],
            service_workers="block",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(_PATIENCE_MS)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text) if _is_fault(message) else None)
        page.add_init_script(f"if (!localStorage.getItem('language')) localStorage.setItem('language', '{language}')")
        if key is not None:
            page.add_init_script(f"if (!sessionStorage.getItem('left')) sessionStorage.setItem('credential', '{key}')")
        page.goto(address + path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture(autouse=True)
def _sockets_for_the_browser(socket_enabled: None) -> None:
    """The driver talks to the browser over pipes and loopback; nothing leaves this machine."""
    assert socket.socket is not None
