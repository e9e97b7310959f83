"""What a text must hold before a pattern of `orders.txt` can be found in it.

A pattern is a row of words and groups, and each of them that may not be left out needs one of its alternatives. The
gate looks for the letters that these begin with, which is far cheaper than to compile and search a pattern that cannot
be there.
"""

import re
from collections.abc import Iterator

_STEM = 4
_LETTERS = re.compile(r"[a-z']+")
_MAY_BE_LEFT_OUT = ("?", "*", "{")


def starts_of(line: str) -> list[str]:
    """The first four letters of each alternative of the group that a line begins with, or of the line.

    Letters that are optional or grouped after fewer than that many are spelled out in the lexicon instead.
    """
    first = line[: _end_of_part(line, 0)] if line.startswith("(") else line
    return _unique(re.match(r"[\w']+", one).group()[:_STEM] for one in _alternatives(first))  # type: ignore[union-attr]


def needs_of(line: str) -> list[list[str]]:
    """For each part of the pattern that must be there, in order, the letters of which a text must hold one run,
    wherever it stands. A part that may begin with something else says nothing and is left out.
    """
    needs = (_unique(map(_sure_letters, _alternatives(part))) for part in _needed_parts(line))
    return [runs for runs in needs if all(runs)]


def _unique(texts: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _needed_parts(line: str) -> Iterator[str]:
    """The words and groups at the top of the pattern that are not optional."""
    place = 0
    while place < len(line):
        end = _end_of_part(line, place)
        part = line[place:end]
        if (part.startswith("(?:") or _LETTERS.fullmatch(part)) and line[end : end + 1] not in _MAY_BE_LEFT_OUT:
            yield part
        place = end


def _end_of_part(line: str, start: int) -> int:
    """Where the word, group, class or single sign ends that begins at `start`."""
    if line[start] == "|":
        raise ValueError("alternatives stand in a group")
    if line[start] == "(":
        return _end_of_group(line, start)
    if line[start] == "[":
        return line.index("]", start) + 1
    word = _LETTERS.match(line, start)
    return word.end() if word else start + 1 + (line[start] == "\\")


def _end_of_group(line: str, start: int) -> int:
    depth = 0
    for place in range(start, len(line)):
        depth += (line[place] == "(") - (line[place] == ")")
        if depth == 0:
            return place + 1
    raise ValueError("a group is never closed")


def _alternatives(part: str) -> Iterator[str]:
    """The alternatives of a group; a word, or a line that begins with one, is its only one."""
    if not part.startswith("(?:"):
        yield part
        return
    depth, begun = 0, len("(?:")
    for place, character in enumerate(part):
        depth += (character == "(") - (character == ")")
        if (character == "|" and depth == 1) or depth == 0:
            yield part[begun:place]
            begun = place + 1


def _sure_letters(alternative: str) -> str:
    """The letters that `alternative` begins with in any case; "" if it may begin with something else."""
    match = _LETTERS.match(alternative)
    if match is None:
        return ""
    return match.group()[:-1] if alternative[match.end() :].startswith(_MAY_BE_LEFT_OUT) else match.group()
