"""What replies say, as data: `lexicons/<name>.txt` has a regular expression a line; a line that begins with "#" is a
comment. "NAME := expression" names one that the lines below use as {NAME}, so that a rule says its idea once and the
forms of a verb stand in one place.
"""

import re
from pathlib import Path

from shared.domain.lazy_pattern import lazy_pattern, lexicon_patterns

_FOLDER = Path(__file__).parent / "lexicons"
_IS = " := "
_NAMED = lazy_pattern(r"\{([A-Z_]+)\}")


def first_match(name: str, text: str) -> re.Match[str] | None:
    """The first place in folded text where an expression of the lexicon fits, from word to word."""
    return _expression(name).search(text)


def last_place(name: str, text: str) -> int:
    """Where the last fitting expression of the lexicon begins; -1 if none does."""
    return max((match.start() for match in _expression(name).finditer(text)), default=-1)


def last_end(name: str, text: str) -> int:
    """Where the last fitting expression of the lexicon ends; -1 if none does."""
    return max((match.end() for match in _expression(name).finditer(text)), default=-1)


def without(name: str, text: str) -> str:
    """The text without what the lexicon's expressions fit."""
    return _expression(name).sub(" ", text)


@lexicon_patterns(lambda: sorted(file.stem for file in _FOLDER.glob("*.txt")))
def _expression(name: str) -> re.Pattern[str]:
    named: dict[str, str] = {}
    entries: list[str] = []
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        key, is_name, expression = line.partition(_IS)
        if not line.strip() or line.startswith("#"):
            continue
        if is_name:
            named[key] = _spelled(expression, named)
        else:
            entries.append(_spelled(line.strip(), named))
    return lazy_pattern(r"(?<!\w)(?:" + "|".join(entries) + r")(?!\w)")


def _spelled(expression: str, named: dict[str, str]) -> str:
    """The expression with what it names written out; an unknown name is a KeyError."""
    return _NAMED.sub(lambda match: f"(?:{named[match[1]]})", expression)
