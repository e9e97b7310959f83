"""Where sentences end, in Spanish and English."""

import re
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.lexicon import word_set

_END = lazy_pattern(r"""[.!?…]+["'»”’)\]]*(?=\s|$)|\n+""")
_LAST_WORD = lazy_pattern(r"[^\s(\"«“¿¡]+$")
_LONGEST_ABBREVIATION = 30
"""More letters than any abbreviation has."""


class Stretch(NamedTuple):
    """[start, end) in the text it was found in."""

    start: int
    end: int


def sentences_of(text: str) -> tuple[Stretch, ...]:
    """The sentences of `text`, trimmed of space; "Sra. Ferrer", "S.A. de C.V." and "3.5" do not end one."""
    found: list[Stretch] = []
    start = 0
    for match in _END.finditer(text):
        if _goes_on(text, start, match):
            continue
        _append_trimmed(found, text, start, match.end())
        start = match.end()
    _append_trimmed(found, text, start, len(text))
    return tuple(found)


def _goes_on(text: str, start: int, end: re.Match[str]) -> bool:
    """Whether the full stop at `end` belongs to an abbreviation or an initial, so that the sentence goes on."""
    if end.group() != ".":
        return False
    following = text[end.end() : end.end() + 2].lstrip()
    if following and following[0].islower():
        return True
    last = _LAST_WORD.search(text, max(start, end.start() - _LONGEST_ABBREVIATION), end.start())
    if last is None:
        return False
    word = last.group().casefold()
    return word in word_set("abbreviations") or (len(word) == 1 and word.isalpha())


def _append_trimmed(found: list[Stretch], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Stretch(start, end))
