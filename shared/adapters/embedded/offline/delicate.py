"""What a person has written that no sales message may quote or allude to: a death, an illness, a dismissal, an insult.

The entries are data (`lexicons/delicate.json`), by language and matter, and generous: a text that is avoided costs
nothing, as there is always another thing to open with.
"""

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import TypeAlias

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents

_WORD = lazy_pattern(r"[a-z0-9]+")
_ENDING = "*"
"""Stands in an entry for any ending of a word."""

_Entry: TypeAlias = tuple[str, ...]


@lru_cache(maxsize=4096)
def is_delicate(text: str) -> bool:
    """Whether any of the text touches such a matter, in Spanish or English, whatever language the message is in."""
    words, entries = _WORD.findall(without_accents(text)), _by_first_word()
    return any(
        all(map(_fits, words[place + 1 :], entry[1:])) and len(words) - place >= len(entry)
        for place, word in enumerate(words)
        for beginning in _beginnings(word)
        for entry in entries.get(beginning, ())
    )


def _beginnings(word: str) -> Iterator[str]:
    """What an entry may have as its first word for this one."""
    yield word
    yield from (word[:length] + _ENDING for length in range(2, len(word) + 1))


def _fits(word: str, entry: str) -> bool:
    return word.startswith(entry[:-1]) if entry.endswith(_ENDING) else word == entry


@cache
def _by_first_word() -> dict[str, list[_Entry]]:
    content = json.loads(files(__package__).joinpath("lexicons/delicate.json").read_text("utf-8"))
    found: dict[str, list[_Entry]] = {}
    for matters in content.values():
        for entries in matters.values():
            for entry in _entries(entries):
                found.setdefault(entry[0], []).append(entry)
    return found


def _entries(text: str) -> Iterator[_Entry]:
    """Single words first and then phrases, each behind a bar."""
    words, *phrases = text.split("|")
    yield from ((word,) for word in words.split())
    yield from (tuple(phrase.split()) for phrase in phrases)
