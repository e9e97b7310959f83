"""The ordinary words of Spanish and English, worked out from wordfreq and simplemma, as one small lexicon.

A capital letter at the beginning of a sentence says nothing: only whether the word is an ordinary one tells a name.
Frequency lists hold names too, so a word counts as ordinary only if a dictionary of inflected forms knows it and does
not write its basic form with a capital; given names and towns stay out unless they are ordinary words as well.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import simplemma
import wordfreq

from scripts.place_table import large_towns, town_names
from shared.gate.folding import fold
from shared.gate.lexicon import FIRST_LETTERS, word_set
from shared.gate.names import is_called_so

_MOST_FREQUENT = {"es": 60_000, "en": 40_000}
_LARGE = 60_000
_FREQUENT_ANYWAY = 5.0
"""On wordfreq's Zipf scale: "Sol" and "Rosa" are names, "para" and "mark" are words though some town bears them."""


def ordinary_words() -> list[str]:
    """The words, as `by_first_letters` has them; two letters with which no other word begins are an abbreviation."""
    return [line for line in by_first_letters(_ordinary()) if not line.endswith(":  ")]


def by_first_letters(words: Iterable[str]) -> list[str]:
    """A line for each two first letters: "ab: ajo ierto … ", the rest of each word behind them; alphabetical."""
    rests: dict[str, set[str]] = defaultdict(set)
    for word in words:
        rests[word[:FIRST_LETTERS]].add(word[FIRST_LETTERS:])
    return [f"{start}: {' '.join(sorted(those))} " for start, those in sorted(rests.items())]


def grouped_by_first_letters(groups: Mapping[str, Iterable[str]]) -> list[str]:
    """The same with the words in groups: "ab: tu: andonas vos: andonás "."""
    lines: dict[str, str] = {}
    for group, words in sorted(groups.items()):
        for line in by_first_letters(words):
            start, _, rests = line.partition(":")
            lines[start] = f"{lines.get(start, f'{start}: ')}{group}:{rests}"
    return [line for _, line in sorted(lines.items())]


def first_words() -> list[str]:
    """Ordinary words that some town bears, a line for each first letter: a sentence may begin with them all the same.

    Large towns by their own names stay out ("Granada"), so do companies and given names.
    """
    names = town_names() - large_towns(_LARGE)
    groups: dict[str, set[str]] = defaultdict(set)
    for language, number in _MOST_FREQUENT.items():
        for word in wordfreq.top_n_list(language, number):
            folded = fold(word)
            if folded in names and _is_common_word(word, language) and not is_called_so(folded):
                groups[folded[0]].add(folded)
    brands = word_set("brands")
    return [" ".join(sorted(words - brands)) for _, words in sorted(groups.items())]


def _is_common_word(word: str, language: str) -> bool:
    return word.isalpha() and simplemma.is_known(word, lang=language) and not _is_written_large(word, language)


def _is_written_large(word: str, language: str) -> bool:
    return simplemma.lemmatize(word, lang=language)[0].isupper()


def _ordinary() -> Iterator[str]:
    names = town_names() | word_set("brands")
    for language, number in _MOST_FREQUENT.items():
        for word in wordfreq.top_n_list(language, number):
            if word.isalpha() and len(word) >= FIRST_LETTERS and _is_ordinary(word, language, names):
                yield fold(word)


def _is_ordinary(word: str, language: str, names: frozenset[str]) -> bool:
    if not simplemma.is_known(word, lang=language) or _is_written_large(word, language):
        return False
    folded = fold(word)
    return wordfreq.zipf_frequency(word, language) >= _FREQUENT_ANYWAY or not (folded in names or is_called_so(folded))
