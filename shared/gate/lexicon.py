"""What the gate knows of words: small files under `lexicons/`, read once a process.

A `.txt` lexicon has one entry a line; what follows `#` is a comment. A `.json` lexicon is whatever its reader says.
Tens of thousands of words are kept by their first two letters, a line for each: to look for a word in its line takes a
microsecond, to make a set of all words tens of milliseconds of every start.
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


FIRST_LETTERS = 2
"""How many letters a line begins with in a lexicon that keeps words by their first letters: "ab: ack ad ades "."""


def is_kept(name: str, word: str) -> bool:
    """Whether `lexicons/<name>.txt`, which keeps words by their first letters, has `word`; "_" stands for a space."""
    return f" {word[FIRST_LETTERS:]} " in _by_first_letters(name).get(word[:FIRST_LETTERS], "")


def group_of(name: str, word: str) -> str | None:
    """The group that such a lexicon has `word` in, where lines have groups: "ab: tu: andonas vos: andonás "."""
    line = _by_first_letters(name).get(word[:FIRST_LETTERS], "")
    place = line.find(f" {word[FIRST_LETTERS:]} ")
    if place < 0:
        return None
    end = line.rfind(":", 0, place + 1)
    return line[line.rfind(" ", 0, end) + 1 : end]


@cache
def _by_first_letters(name: str) -> dict[str, str]:
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return {line[:FIRST_LETTERS].rstrip(":"): line for line in lines}


def one_of(name: str, group: str) -> str:
    """A pattern for any entry of one list in `lexicons/<name>.json`; the entries are regular expressions."""
    return "(?:" + "|".join(table(name)[group]) + ")"
