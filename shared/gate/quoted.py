"""What in a text is not the writer's own words: quotations, and words repeated from the facts."""

from collections.abc import Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.evidence import Evidence
from shared.gate.reading import Passage
from shared.gate.words import Word

_QUOTATION = lazy_pattern(r"«[^«»\n]{1,400}»|“[^“”\n]{1,400}”|\"[^\"\n]{1,400}\"")
_RUN = 3


def quoted_stretches(passage: Passage) -> list[tuple[int, int]]:
    """Where quotations stand, their marks included."""
    return [match.span() for match in _QUOTATION.finditer(passage.text)]


def repeated_words(words: Sequence[Word], evidence: Evidence) -> set[int]:
    """The indices of the words that repeat three words or more of one fact in a row, or a company's name of two."""
    known = evidence.word_runs
    repeated: set[int] = set()
    for index in range(len(words) - _RUN + 1):
        if tuple(word.folded for word in words[index : index + _RUN]) in known:
            repeated.update(range(index, index + _RUN))
    for index in range(len(words) - 1):
        if words[index].capitalised and (words[index].folded, words[index + 1].folded) in evidence.company_pairs:
            repeated.update((index, index + 1))
    return repeated
