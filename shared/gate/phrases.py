"""Finding many phrases in a text at once, word by word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from shared.gate.words import Word

Meaning = TypeVar("Meaning")


class Occurrence(NamedTuple, Generic[Meaning]):
    """A phrase found at the words [first, last]."""

    first: Word
    last: Word
    meanings: tuple[Meaning, ...]


class PhraseBook(Generic[Meaning]):
    """Phrases as folded words, each with what it means; one phrase may mean several things."""

    def __init__(self, phrases: Iterable[tuple[tuple[str, ...], Meaning]]) -> None:
        """Take the phrases; empty ones are left out."""
        self._meanings: dict[tuple[str, ...], list[Meaning]] = defaultdict(list)
        lengths: dict[str, set[int]] = defaultdict(set)
        for words, meaning in phrases:
            if words:
                lengths[words[0]].add(len(words))
                self._meanings[words].append(meaning)
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def find(self, words: Sequence[Word]) -> Iterator[Occurrence[Meaning]]:
        """The longest phrases in a text whose words are `words`, in order and without overlap."""
        folded = [word.folded for word in words]
        index = 0
        for place in [place for place, word in enumerate(folded) if word in self._lengths]:
            if place >= index and (phrase := self._longest_at(folded, place)):
                index = place + len(phrase)
                yield Occurrence(words[place], words[index - 1], tuple(self._meanings[phrase]))

    def _longest_at(self, folded: Sequence[str], index: int) -> tuple[str, ...]:
        for length in self._lengths[folded[index]]:
            phrase = tuple(folded[index : index + length])
            if phrase in self._meanings:
                return phrase
        return ()
