"""The ordinary words of Spanish and English, worked out from wordfreq and simplemma, as one small lexicon.

A capital letter at the beginning of a sentence says nothing: only whether the word is an ordinary one tells a name.
Frequency lists hold names too, so a word counts as ordinary only if a dictionary of inflected forms knows it and does
not write its basic form with a capital; given names and towns stay out unless they are ordinary words as well.
"""

from collections import defaultdict
from collections.abc import Iterator

import simplemma
import wordfreq

from scripts.place_table import town_names
from shared.gate.folding import fold
from shared.gate.lexicon import word_set
from shared.gate.names import is_called_so

_MOST_FREQUENT = {"es": 60_000, "en": 40_000}
_PREFIX = 2
_FREQUENT_ANYWAY = 5.0
"""On wordfreq's Zipf scale: "Sol" and "Rosa" are names, "para" and "mark" are words though some town bears them."""


def ordinary_words() -> list[str]:
    """A line for each two first letters: "ab:ajo ierto …", the rest of each word behind them; alphabetical."""
    groups: dict[str, set[str]] = defaultdict(set)
    for word in _ordinary():
        groups[word[:_PREFIX]].add(word[_PREFIX:])
    return [f"{start}: {' '.join(sorted(rests))} " for start, rests in sorted(groups.items())]


def _ordinary() -> Iterator[str]:
    names = town_names() | word_set("brands")
    for language, number in _MOST_FREQUENT.items():
        for word in wordfreq.top_n_list(language, number):
            if word.isalpha() and len(word) >= _PREFIX and _is_ordinary(word, language, names):
                yield fold(word)


def _is_ordinary(word: str, language: str, names: frozenset[str]) -> bool:
    if not simplemma.is_known(word, lang=language) or simplemma.lemmatize(word, lang=language)[0].isupper():
        return False
    folded = fold(word)
    return wordfreq.zipf_frequency(word, language) >= _FREQUENT_ANYWAY or not (folded in names or is_called_so(folded))
