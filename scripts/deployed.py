"""What is deployed: the functions, found by their folders, so that adding one needs no list to be changed."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FUNCTIONS = tuple(sorted(path.parent.name for path in (ROOT / "functions").glob("*/main.py")))
