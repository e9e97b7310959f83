"""What axe-core finds wrong with a page (WCAG 2.2 AA and below)."""

from typing import Any

from playwright.sync_api import Page

from tests.e2e.conftest import AXE

_RUN = """
async () => (await axe.run(document, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
})).violations.map(({ id, impact, nodes }) => ({ id, impact, targets: nodes.map((node) => node.html.slice(0, 160)) }))
"""


def violations(page: Page) -> list[dict[str, Any]]:
    """Each rule that the page breaks, with the elements that break it."""
    page.evaluate(AXE.read_text("utf-8"))
    found: list[dict[str, Any]] = page.evaluate(_RUN)
    return found
