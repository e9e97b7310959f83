"""The words of a text, with the places where they stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.folding import fold

_WORD = lazy_pattern(r"[^\W_]+(?:[\u0300-\u036f'’·][^\W_]*(?<!['’·]))*")


class Word(NamedTuple):
    """One word as written and folded; [start, end) are offsets into its passage."""

    text: str
    folded: str
    start: int
    end: int

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


_word = tuple.__new__
"""How a NamedTuple makes itself, without the call in between: most of the gate's time went there."""


def words_of(text: str, folded: str | None = None) -> tuple[Word, ...]:
    """The words of `text`: letters and digits, with inner apostrophes and the Catalan middle dot."""
    base = fold(text) if folded is None else folded
    found = [(match[0], *match.span()) for match in _WORD.finditer(text)]
    return tuple([_word(Word, (written, base[start:end], start, end)) for written, start, end in found])


def words_from(folded: str, start: int) -> Iterator[re.Match[str]]:
    """The words of a folded text from a place between two words on, found as they are asked for."""
    return _WORD.finditer(folded, start)


def tokens_of(text: str) -> tuple[str, ...]:
    """The folded words of `text` alone, without their places: what facts are compared by."""
    return tokens_in(fold(text))


def tokens_in(folded: str) -> tuple[str, ...]:
    """The words of a folded text, likewise."""
    return tuple(_WORD.findall(folded))
