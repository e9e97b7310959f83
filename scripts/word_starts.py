"""With which words the patterns of a lexicon can begin, so that none is compiled or searched where it cannot be found.

The entries of a lexicon are regular expressions. What each may begin with is read from Python's own parse of it, and is
kept as the first letters of words: "oper" for "oper(?:aron|ada)", "color." where the word ends. A function word tells
nothing: for "de color" it is the word behind it that counts.
"""

import importlib
from collections.abc import Callable, Iterable
from typing import Any

from shared.gate.beginnings import END, LETTERS
from shared.gate.grounding.keys import function_words

_PARSER = importlib.import_module("re._parser")
"""Private to Python, and the only full reading of a pattern; `make drift` sees at once if it ever answers otherwise."""

_UNKNOWN = "*"
"""Stands for a word of which nothing is known."""
_LONGEST = 60
Starts = set[str]


def beginnings_of(entries: Iterable[str]) -> Starts:
    """The beginnings of all that the entries match; behind each entry a word ends.

    Raises ValueError for an entry that may begin with anything: no text could be told from it.
    """
    found = {entry: _Reader(LETTERS).read(entry) for entry in entries}
    for entry, starts in found.items():
        if any(start in ("", END) or start.startswith(_UNKNOWN) for start in starts):
            raise ValueError(f"may begin with any word: {entry}")
    return _shortest(set().union(*found.values()))


def certain_words_of(entries: Iterable[str]) -> Starts:
    """All words that the entries match. Raises ValueError for an entry that matches more than certain single words."""
    found = {entry: _Reader(_LONGEST).read(entry) for entry in entries}
    for entry, words in found.items():
        if not all(word.removesuffix(END).isalpha() and word.endswith(END) for word in words):
            raise ValueError(f"is not certain words: {entry}")
    return {word.removesuffix(END) for word in set().union(*found.values())}


def _shortest(starts: Starts) -> Starts:
    """Without those that another one is the beginning of."""
    return {start for start in starts if not any(start[:length] in starts for length in range(1, len(start)))}


class _Reader:
    """Reads one entry. What it has read so far is `begun`, which goes on; what is `told` is long enough."""

    def __init__(self, letters: int) -> None:
        self.told: Starts = set()
        self._letters = letters

    def read(self, entry: str) -> Starts:
        begun = self._sequence(_PARSER.parse(entry), {""})
        return {*self.told, *(start if start.endswith(END) else start + END for start in begun)}

    def _sequence(self, parts: Iterable[tuple[Any, Any]], begun: Starts) -> Starts:
        for kind, value in parts:
            read = _KINDS.get(str(kind))
            begun = self._anything(value, begun) if read is None else read(self, value, begun)
        return begun

    def _letter(self, code: int, begun: Starts) -> Starts:
        letter = chr(code)
        if not letter.isalnum():
            return self._gap(begun)
        longer = {start + letter for start in begun - {_UNKNOWN} if not start.endswith(END)}
        self.told |= {start for start in longer if len(start) >= self._letters}
        return {start for start in longer if len(start) < self._letters} | (begun & {_UNKNOWN})

    def _gap(self, begun: Starts) -> Starts:
        """The word ends: it tells enough, unless it is unknown or a function word."""
        words = {start.removesuffix(END) for start in begun}
        empty = {word for word in words if word in ("", _UNKNOWN) or word in function_words()}
        self.told |= {word + END for word in words - empty}
        return {""} if empty else set()

    def _class(self, parts: list[tuple[Any, Any]], begun: Starts) -> Starts:
        kinds = {str(kind) for kind, _ in parts}
        if all(_is_gap(kind, value) for kind, value in parts):
            return self._gap(begun)
        if kinds == {"LITERAL"}:
            return set().union(*(self._letter(code, begun) for _, code in parts))
        return self._anything(parts, begun)

    def _anything(self, _: object, begun: Starts) -> Starts:
        self.told |= begun - {"", _UNKNOWN}
        return {_UNKNOWN} if begun & {"", _UNKNOWN} else set()

    def _repeat(self, value: tuple[int, int, Any], begun: Starts) -> Starts:
        least, most, parts = value
        once = self._sequence(parts, begun)
        if most > 1 and once != {""}:
            once |= self._anything(None, once)
        return once | begun if least == 0 else once

    def _branch(self, value: tuple[None, list[Any]], begun: Starts) -> Starts:
        return set().union(*(self._sequence(parts, begun) for parts in value[1]))

    def _group(self, value: tuple[Any, int, int, Any], begun: Starts) -> Starts:
        return self._sequence(value[3], begun)

    def _place(self, place: object, begun: Starts) -> Starts:
        if str(place) != "AT_BOUNDARY":
            return begun
        return {start + END if start and not start.endswith(END) else start for start in begun}

    def _look(self, _: object, begun: Starts) -> Starts:
        return begun


def _is_gap(kind: object, value: object) -> bool:
    if str(kind) == "LITERAL":
        return isinstance(value, int) and not chr(value).isalnum()
    return str(value) in ("CATEGORY_SPACE", "CATEGORY_NOT_WORD")


_KINDS: dict[str, Callable[[_Reader, Any, Starts], Starts]] = {
    "LITERAL": _Reader._letter,  # noqa: SLF001
    "IN": _Reader._class,  # noqa: SLF001
    "MAX_REPEAT": _Reader._repeat,  # noqa: SLF001
    "MIN_REPEAT": _Reader._repeat,  # noqa: SLF001
    "BRANCH": _Reader._branch,  # noqa: SLF001
    "SUBPATTERN": _Reader._group,  # noqa: SLF001
    "AT": _Reader._place,  # noqa: SLF001
    "ASSERT": _Reader._look,  # noqa: SLF001
    "ASSERT_NOT": _Reader._look,  # noqa: SLF001
}
