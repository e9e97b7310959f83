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
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words, meaning in phrases:
            if words and words not in self._meanings:
                self._by_first[words[0]].append(words)
            if words:
                self._meanings[words].append(meaning)
        for candidates in self._by_first.values():
            candidates.sort(key=len, reverse=True)

    def find(self, words: Sequence[Word]) -> Iterator[Occurrence[Meaning]]:
        """The longest phrases in a text whose words are `words`, in order and without overlap."""
        folded = [word.folded for word in words]
        index = 0
        for place in [place for place, word in enumerate(folded) if word in self._by_first]:
            if place >= index and (phrase := self._longest_at(folded, place)):
                index = place + len(phrase)
                yield Occurrence(words[place], words[index - 1], tuple(self._meanings[phrase]))

    def _longest_at(self, folded: Sequence[str], index: int) -> tuple[str, ...]:
        for phrase in self._by_first[folded[index]]:
            if tuple(folded[index : index + len(phrase)]) == phrase:
                return phrase
        return ()
