"""What a company is called besides its full name."""

from collections import defaultdict
from functools import cache

from shared.gate.folding import fold
from shared.gate.lexicon import word_list
from shared.gate.words import tokens_of

_INITIAL = 1
LINKS = frozenset("de del la las el los y e of the and for en a".split())
"""The small words inside names, by which none is told from another."""


def company_forms(name: str) -> set[tuple[str, ...]]:
    """The names of a company as folded words: the whole, without its legal form ("Aceros del Sur, S.L."), without
    "Grupo" or "Group" around it. Never empty unless `name` is.
    """
    words = _letters_joined(tokens_of(name))
    forms = {words} if words else set()
    bare = words
    while (shorter := _without_suffix(bare)) and shorter != bare:
        forms.add(shorter)
        bare = shorter
    if bare[:1] in (("grupo",), ("the",), ("group",)) and len(bare) > 1:
        forms.add(bare[1:])
    return forms


def distinctive(name: str) -> frozenset[str]:
    """The words that tell a company from others: the shortest of its names, without articles and prepositions."""
    forms = company_forms(name)
    return frozenset(word for word in min(forms, key=len) if word not in LINKS) if forms else frozenset()


def _letters_joined(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with runs of single letters joined, as in "S.A. de C.V.": ("sa", "de", "cv")."""
    joined: list[str] = []
    run = ""
    for word in (*words, ""):
        if len(word) == _INITIAL and word.isalpha():
            run += word
            continue
        if run:
            joined.append(run)
            run = ""
        if word:
            joined.append(word)
    return tuple(joined)


def _without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    for suffix in _suffixes().get(words[-1], ()) if words else ():
        if len(words) > len(suffix) and words[-len(suffix) :] == suffix:
            return words[: -len(suffix)]
    return words


@cache
def _suffixes() -> dict[str, list[tuple[str, ...]]]:
    """The legal forms by their last word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    suffixes = (tuple(fold(entry).split()) for entry in word_list("company_suffixes"))
    for suffix in sorted(suffixes, key=len, reverse=True):
        found[suffix[-1]].append(suffix)
    return found
