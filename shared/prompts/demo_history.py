"""How the demo company's last 90 days went: shares and chances, fictional like all of it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("demo_history.json")


@cache
def demo_history() -> dict[str, Any]:
    """The whole story: weights by name, chances from 0 to 1, and the sentences that people noted."""
    story: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return story
