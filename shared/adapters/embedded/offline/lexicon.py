"""Word lists as data: entries of one word or several, found in a text without regard to accents and case.

A list is one string: single words first and then phrases, each behind a bar; `*` ends an entry's word for any ending.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import TypeAlias

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents

_WORD = lazy_pattern(r"[a-z0-9]+")
_ENDING = "*"
_SHORTEST = 2
"""The shortest beginning that an entry may have before its `*`, in letters."""

_WORDS_KEPT = 10_000
"""How many words keep what was found for them: looking each up anew takes most of a message's time."""

_Entry: TypeAlias = tuple[str, ...]


class Lexicon:
    """Named lists, looked for together. Safe for any number of threads once made."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        """`lists` maps a name to its entries, as the module's docstring writes them."""
        self._by_first_word: dict[str, list[tuple[_Entry, str]]] = {}
        for name, text in lists.items():
            for entry in _entries(text):
                self._by_first_word.setdefault(entry[0], []).append((entry, name))
        self._beginning_with = lru_cache(maxsize=_WORDS_KEPT)(self._entries_for)

    def found_in(self, text: str) -> frozenset[str]:
        """The names of the lists of which the text holds an entry."""
        return frozenset(self._found(text))

    def touches(self, text: str) -> bool:
        """Whether the text holds an entry of any list."""
        return next(self._found(text), None) is not None

    def _found(self, text: str) -> Iterator[str]:
        words = _WORD.findall(without_accents(text))
        for place, word in enumerate(words):
            for entry, name in self._beginning_with(word):
                if _stands_at(entry, words, place):
                    yield name

    def _entries_for(self, word: str) -> list[tuple[_Entry, str]]:
        """The entries whose first word this may be; most words of a language have none."""
        return [found for beginning in _beginnings(word) for found in self._by_first_word.get(beginning, ())]


def lexicon_text(name: str) -> str:
    """The JSON of the lexicon file `name`, which lies beside this module."""
    return files(__package__).joinpath(f"lexicons/{name}.json").read_text("utf-8")


def _stands_at(entry: _Entry, words: list[str], place: int) -> bool:
    """Whether the entry goes on as the words do, whose first is met at `place`."""
    return len(words) - place >= len(entry) and all(map(_fits, words[place + 1 :], entry[1:]))


def _beginnings(word: str) -> Iterator[str]:
    """What an entry may have as its first word for this one."""
    yield word
    yield from (word[:length] + _ENDING for length in range(_SHORTEST, len(word) + 1))


def _fits(word: str, entry: str) -> bool:
    return word.startswith(entry[:-1]) if entry.endswith(_ENDING) else word == entry


def _entries(text: str) -> Iterator[_Entry]:
    words, *phrases = text.split("|")
    yield from ((word,) for word in words.split())
    yield from (tuple(phrase.split()) for phrase in phrases)
