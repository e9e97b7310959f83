"""The page in Chromium: how soon it shows, how much JavaScript that takes, and whether a long list scrolls smoothly.

    python -m benchmarks.page_speed

Largest Contentful Paint: the median of 5 visits with a cold cache, the processor slowed down four times. JavaScript:
what a first visit of a screen loads, each file gzipped by itself, as a bucket's CDN serves it. The list: 10,000 stored
messages, all of them fetched by scrolling, then scrolled through from top to bottom; a frame is the time between two
animation frames. An empty page is scrolled in the same way beside it, to tell what the machine adds; beside both stands
the processor time of the page's own thread for each frame, which other processes do not lengthen. Needs the page
(`make web-tools`) and Chromium.
"""

import gzip
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Response, sync_playwright

from benchmarks.table import percentile, print_table
from shared.bootstrap import DEMO_KEY_FILE, build_services
from shared.config import Settings
from shared.domain.documents import Create, Order, Query
from shared.services.open_demo import DEMO_WORKSPACE
from tests.e2e.conftest import ARGUMENTS
from tests.served_product import start_server

VISITS = 5
SLOWED = 4
LCP_BAR_MS = 2500
SCRIPT_BAR_KB = 200
MESSAGES = 10_000
ROWS_BAR = 80
FRAME_BAR_MS = 50
PATIENCE_MS = 120_000
SCREENS = {"Escribir": "/", "Lotes": "/lotes", "Historial": "/historial", "Analítica": "/analitica"}
MESSAGES_PATH = f"workspaces/{DEMO_WORKSPACE}/messages"
PER_WRITE = 100

LARGEST_PAINT = """() => new Promise((resolve) => {
  let last = 0;
  new PerformanceObserver((list) => { last = list.getEntries().at(-1).startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => resolve(last), 500);
})"""

# Scrolls an element through in even steps, one a frame, and answers each frame's length and the most rows ever there.
SCROLL = """([selector, step]) => new Promise((resolve) => {
  const list = document.querySelector(selector);
  const frames = [];
  let most = 0;
  let before = null;
  list.scrollTop = 0;
  const next = (now) => {
    if (before !== null) frames.push(now - before);
    before = now;
    most = Math.max(most, list.querySelectorAll("[role=row]").length);
    const top = list.scrollTop;
    list.scrollTop = top + step;
    if (list.scrollTop > top) requestAnimationFrame(next);
    else resolve({ frames, most });
  };
  requestAnimationFrame(next);
})"""

EMPTY_LIST = """<style>#list { height: 600px; overflow: auto } #list div { height: 400040px }</style>
<div id="list"><div></div></div>"""
LIST = "[role=table]"
STEP_PX = 120


def main() -> None:
    """Measure all three, and print a table for each."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Install Chromium first: apt-get install chromium")
    with sync_playwright() as playwright, _served(300) as (address, key):
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        _print_first_visits(browser, address, key)
        browser.close()
    with sync_playwright() as playwright, _served(MESSAGES) as (address, key):
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        _print_scrolling(browser, address, key)
        browser.close()


@contextmanager
def _served(messages: int) -> Iterator[tuple[str, str]]:
    """The product over a demo workspace of so many messages: its address, and the owner's key."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        services = build_services(Settings(data_dir=folder, demo_messages=300, log_level="error"))
        _multiply(services.store.documents, messages)
        services.close()
        server = start_server(folder)
        server.wait_until_ready()
        try:
            yield server.address, (folder / DEMO_KEY_FILE).read_text().strip()
        finally:
            server.end()


def _multiply(documents: Any, wanted: int) -> None:
    """Copies of the demo's messages, each older than the one before, until there are as many as wanted."""
    found = documents.query(Query(MESSAGES_PATH, order=(Order("created_at", descending=True),), limit=300))
    copies = [_copy(found[place % len(found)], place) for place in range(wanted - len(found))]
    for start in range(0, len(copies), PER_WRITE):
        documents.write(copies[start : start + PER_WRITE])


def _copy(document: Any, place: int) -> Create:
    created_at = document.fields["created_at"] - timedelta(days=100, minutes=place)
    fields = {**document.fields, "created_at": created_at}
    payload = document.payload | {"id": f"{place:032x}"}
    return Create(f"{MESSAGES_PATH}/{place:032x}", fields, payload)


def _print_first_visits(browser: Browser, address: str, key: str) -> None:
    rows = []
    for screen, path in SCREENS.items():
        visits = [_first_visit(browser, address + path, key) for _ in range(VISITS)]
        paint = statistics.median(visit[0] for visit in visits)
        rows.append([screen, f"{paint:.0f}", f"{max(visit[0] for visit in visits):.0f}", f"{visits[0][1] / 1000:.0f}"])
    print_table(
        f"First visit, cold cache, {SLOWED}x slowed (bars: LCP {LCP_BAR_MS} ms, JavaScript {SCRIPT_BAR_KB} kB gzipped)",
        ["screen", f"LCP ms, median of {VISITS}", "worst", "JavaScript kB"],
        rows,
    )


def _first_visit(browser: Browser, address: str, key: str) -> tuple[float, int]:
    """Milliseconds to the largest paint, and bytes of gzipped JavaScript, in a profile that has nothing cached."""
    with _signed_in(browser, key) as context:
        page = context.new_page()
        scripts: list[Response] = []
        page.on("response", lambda answer: scripts.append(answer) if _is_script(answer) else None)
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        page.goto(address)
        page.wait_for_load_state("networkidle")
        paint: float = page.evaluate(LARGEST_PAINT)
        return paint, sum(len(gzip.compress(script.body())) for script in scripts)


def _is_script(answer: Response) -> bool:
    return answer.request.resource_type == "script"


@contextmanager
def _signed_in(browser: Browser, key: str) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="es-ES", service_workers="block", reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(f"sessionStorage.setItem('credential', '{key}')")
    yield context
    context.close()


def _print_scrolling(browser: Browser, address: str, key: str) -> None:
    with _signed_in(browser, key) as context:
        bare = context.new_page()
        bare.set_content(EMPTY_LIST)
        nothing = _scrolled(bare, "#list")
        bare.close()
        page = context.new_page()
        page.goto(f"{address}/historial")
        page.get_by_role("row").nth(1).wait_for()
        fetching = _scrolled(page, LIST)
        _fetch_all(page)
        complete = _scrolled(page, LIST)
        rows = [
            _row("an empty box", nothing),
            _row("the list while it is fetched", fetching),
            _row(f"the list, {page.locator(LIST).get_attribute('aria-rowcount')} rows", complete),
        ]
    print_table(
        f"{STEP_PX} px a frame (bars: {ROWS_BAR} rows in the page, no frame over {FRAME_BAR_MS} ms)",
        ["what", "frames", "median ms", "p99", "longest", f"over {FRAME_BAR_MS}", "processor ms", "most rows"],
        rows,
    )


def _scrolled(page: Page, selector: str) -> dict[str, Any]:
    """Frames, the most rows, and the mean processor time of the page's thread for a frame, in milliseconds."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _busy_seconds(session)
    scrolled: dict[str, Any] = page.evaluate(SCROLL, [selector, STEP_PX])
    spent = _busy_seconds(session) - before
    session.detach()
    return scrolled | {"processor": 1000 * spent / len(scrolled["frames"])}


def _busy_seconds(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")


def _fetch_all(page: Page) -> None:
    """Scroll to the end until there is nothing more."""
    while page.locator(LIST).get_attribute("aria-rowcount") == "-1":
        page.locator(LIST).evaluate("(list) => list.scrollTo(0, list.scrollHeight)")
        page.wait_for_timeout(50)


def _row(what: str, scrolled: dict[str, Any]) -> list[object]:
    frames = scrolled["frames"]
    over = sum(frame > FRAME_BAR_MS for frame in frames)
    return [
        what,
        len(frames),
        f"{statistics.median(frames):.0f}",
        f"{percentile(frames, 0.99):.0f}",
        f"{max(frames):.0f}",
        over,
        f"{scrolled['processor']:.1f}",
        scrolled["most"],
    ]


if __name__ == "__main__":
    main()
