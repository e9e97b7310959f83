"""What a word means, roughly enough to meet again in another inflection, or in the other language.

A word's keys are the lines of `lexicons/concepts.txt` that name it and its stem; two words mean the same if they share
a key. It errs on the side of truth: a false kinship lets an error pass, a missing one blocks a true sentence.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from shared.gate.folding import fold
from shared.gate.lexicon import table, word_list
from shared.gate.words import Word

_SHORTEST_PREFIX = 3
_STEM, _LONG_STEM, _LONG_WORD = 5, 7, 8
_MANY_MEANINGS = frozenset("contr compr inter trans super conte prese perso forma estra const gener".split())
_SHORTEST_WITH_MEANING = 3

Keys = frozenset[str]


@lru_cache(maxsize=16384)
def keys_of(word: str) -> Keys:
    """The keys of a folded word."""
    exact, prefixes = _concepts()
    found = set(exact.get(word, ()))
    for length in range(_SHORTEST_PREFIX, len(word) + 1):
        found.update(prefixes.get(word[:length], ()))
    found.add(_stem(word))
    if len(word) == _STEM:
        found.add(word.rstrip("aoe"))
    return frozenset(found)


def keys_of_all(words: Iterable[str]) -> Keys:
    """The keys of all words that mean something."""
    return frozenset().union(*map(meaning_of, set(words)))


@lru_cache(maxsize=16384)
def meaning_of(word: str) -> Keys:
    """The keys of a folded word that means something; of others none."""
    return keys_of(word) if has_meaning(word) else frozenset()


@lru_cache(maxsize=16384)
def has_meaning(word: str) -> bool:
    """Whether a folded word says what something is about: no function word, no figure, no stub."""
    return len(word) >= _SHORTEST_WITH_MEANING and not word[0].isdigit() and word not in function_words()


def content_words(words: Iterable[Word]) -> list[Word]:
    """The words that say what something is about."""
    return [word for word in words if has_meaning(word.folded)]


@cache
def function_words() -> frozenset[str]:
    """The function words of Spanish and English, and what is as empty in a message."""
    words = table("function_words")
    return frozenset(fold(f"{words['es']} {words['en']}").split())


def _stem(word: str) -> str:
    if len(word) < _STEM:
        return word.rstrip("s").rstrip("aoe") if len(word) > _SHORTEST_PREFIX else word
    if word[:_STEM] in _MANY_MEANINGS:
        return word[:_LONG_STEM]
    return word[:_STEM]


@cache
def _concepts() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The concepts of whole words and of beginnings; a concept is called by the number of its line."""
    exact: dict[str, tuple[str, ...]] = defaultdict(tuple)
    prefixes: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for number, line in enumerate(word_list("concepts")):
        for entry in line.split():
            into = prefixes if entry.endswith("*") else exact
            into[entry.rstrip("*")] += (f"={number}",)
    return exact, prefixes
