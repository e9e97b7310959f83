"""Capital letters of names: what is written in capitals, or in none, gets those of a name.

Capitals inside a name (McDonald, DiCaprio) are its owner's and stay; so does all that has both cases already.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.name_words import CONJUNCTIONS, LOWER_ARTICLES, LOWER_PARTICLES, PARTICLES, ROMAN_SUFFIXES

_LETTERS = lazy_pattern(r"[^\W\d_]+(?:·[^\W\d_]+)?")
_SCOTTISH = lazy_pattern(r"(mc)([^\W\d_]{3,})")
_ORDINALS = str.maketrans("", "", "ªº")  # they count as lower case: "Mª" would never be all capitals
_SHORTEST_SHOUT = 3  # "JC" or "AJ" in a name that is otherwise in both cases are initials


def with_name_capitals(words: Sequence[str]) -> list[str]:
    """The words of one name with the capitals of a name."""
    name = " ".join(words).translate(_ORDINALS)
    shouted = name.isupper()
    return [_word(word, _place(words, index), shouted) for index, word in enumerate(words)]


class _Place(NamedTuple):
    """Where a word stands: what comes before it, and whether something comes after it."""

    before: str | None
    has_next: bool


def _place(words: Sequence[str], index: int) -> _Place:
    return _Place(words[index - 1].lower() if index else None, index + 1 < len(words))


def _word(word: str, place: _Place, shouted: bool) -> str:
    bare = word.translate(_ORDINALS)
    letters = sum(map(str.isalpha, bare))
    if bare.islower():
        return word if _stays_lower(word, place) else _title(word)
    if not bare.isupper() or letters < 2 or word in ROMAN_SUFFIXES:
        return _conjunction(word, place) if shouted else word
    if _gets_lower(word.lower(), place):
        return word.lower()
    return word if (not shouted and letters < _SHORTEST_SHOUT) or _is_initials(bare) else _title(word)


def _conjunction(word: str, place: _Place) -> str:
    """The single letters between two surnames: ORTEGA Y VIDAL."""
    return word.lower() if word in ("Y", "I") and place.before and place.has_next else word


def _stays_lower(word: str, place: _Place) -> bool:
    """Whether a word that its owner wrote in lower case is a particle; at the end of a name nothing is."""
    if not place.has_next:
        return False
    return word in PARTICLES - {"al", "el"} or (place.before is not None and word in CONJUNCTIONS | PARTICLES)


def _gets_lower(word: str, place: _Place) -> bool:
    """Whether a word of a name in capitals is a particle that is written in lower case."""
    if not place.has_next:
        return False
    return word in LOWER_PARTICLES or (word in LOWER_ARTICLES and place.before in LOWER_PARTICLES)


def _is_initials(word: str) -> bool:
    """JC, TJ: two consonants are nobody's syllable."""
    return len(word) == 2 and not set(word) & set("AEIOUYÁÉÍÓÚÜ")


def _title(word: str) -> str:
    return _LETTERS.sub(_capitalised, word)


def _capitalised(match: re.Match[str]) -> str:
    letters, start = match[0], match.start()
    lowered = letters.lower().replace("i\u0307", "i")  # "İ" becomes an "i" with a second dot when lowered
    if start >= 3 and match.string[start - 1] in "'’":
        return lowered  # "ka'ahumanu", but "O'Neill", "D'Angelo" and "De'Andre"
    if scottish := _SCOTTISH.fullmatch(lowered):
        return "Mc" + scottish[2][0].title() + scottish[2][1:]
    return letters[0].title() + lowered[1:]
