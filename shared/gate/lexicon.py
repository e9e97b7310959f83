"""What the gate knows of words: small files under `lexicons/`, read once a process.

A `.txt` lexicon has one entry a line; what follows `#` is a comment. A `.json` lexicon is whatever its reader says.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "lexicons"


@cache
def word_set(name: str) -> frozenset[str]:
    """The entries of `lexicons/<name>.txt`."""
    return frozenset(word_list(name))


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The entries of `lexicons/<name>.txt` in the file's order."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.partition("#")[0].strip() for line in lines)
    return tuple(entry for entry in entries if entry)


@cache
def table(name: str) -> Any:
    """The value in `lexicons/<name>.json`; shared, so never changed by a reader."""
    return json.loads((_FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def one_of(name: str, group: str) -> str:
    """A pattern for any entry of one list in `lexicons/<name>.json`; the entries are regular expressions."""
    return "(?:" + "|".join(table(name)[group]) + ")"
