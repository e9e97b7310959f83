"""What replies say, as data: `lexicons/<name>.txt` has a regular expression a line; what follows "# " is a comment."""

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lexicons"


def first_match(name: str, text: str) -> re.Match[str] | None:
    """The first place in folded text where an expression of the lexicon fits, from word to word."""
    return _expression(name).search(text)


def last_place(name: str, text: str) -> int:
    """Where the last fitting expression of the lexicon begins; -1 if none does."""
    return max((match.start() for match in _expression(name).finditer(text)), default=-1)


def without(name: str, text: str) -> str:
    """The text without what the lexicon's expressions fit."""
    return _expression(name).sub(" ", text)


@cache
def _expression(name: str) -> re.Pattern[str]:
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    entries = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return re.compile(r"(?<!\w)(?:" + "|".join(entries) + r")(?!\w)")
