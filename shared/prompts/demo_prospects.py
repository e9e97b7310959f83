"""The fictional people of the demo workspace (demo_prospects.jsonl, written by scripts/make_demo_prospects.py)."""

from functools import cache
from pathlib import Path

from shared.domain.prospect import Prospect

_FILE = Path(__file__).with_name("demo_prospects.jsonl")


@cache
def demo_prospects() -> tuple[Prospect, ...]:
    """All demo prospects, in the order in which lists show them."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(Prospect.model_validate_json(line) for line in lines)
