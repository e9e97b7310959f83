"""Who is said to have said the words between quotation marks.

The nearest word of saying decides, first before the quotation, then behind it: its person ("dijiste", "dice usted",
"you wrote"), its subject ("un cliente nos dice", "reps love to say") or its owner ("tu frase", "in your words").
What will be said, what one might say and what is only called so is said by nobody.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from shared.domain.language import Register
from shared.gate.grounding.known import Known
from shared.gate.grounding.speakers import BEFORE, BEHIND, SUBJECT, Around, Speaker
from shared.gate.grounding.statements import Statement
from shared.gate.quoted import quoted_stretches
from shared.gate.sentences import Stretch
from shared.gate.words import Word

_LOOKED_AT = 60


class Attributions:
    """Who is said to have said each quotation of one passage."""

    def __init__(self, statements: Sequence[Statement], known: Known, register: Register | None) -> None:
        """Take the clauses of a passage, in order, and the register that it is meant to have."""
        self._statements, self._known, self._register = statements, known, register
        self._starts = [clause.start for clause in statements]
        self.stretches = quoted_stretches(statements[0].passage) if statements else []
        self._ends = [end for _, end in self.stretches]

    def speaker_of(self, start: int, end: int) -> Speaker:
        """Who is said to have said the quotation at [start, end)."""
        around = Around(start, *self._words_around(start, end), self.holder(start), self._known, self._register)
        for index in around.nearest_first():
            speaker = around.told_by(index)
            if speaker is not None:
                return speaker
        return around.unattributed()

    def holder(self, start: int) -> Statement | None:
        """The clause that the quotation at `start` stands in."""
        index = bisect_right(self._starts, start) - 1
        return self._statements[index] if index >= 0 and start < self._statements[index].end else None

    def _words_around(self, start: int, end: int) -> tuple[list[Word], list[Word]]:
        """The words of the same sentence before the quotation and behind it, without those that others quote."""
        words = self._statements[0].passage.words
        first, last = self._bounds(start, end)
        place, behind = bisect_left(words, start, key=_word_start), bisect_left(words, end, key=_word_start)
        before = (word for word in reversed(words[max(0, place - _LOOKED_AT) : place]) if word.start >= first)
        after = (word for word in words[behind : behind + _LOOKED_AT] if word.start < last)
        return self._own(before, BEFORE + SUBJECT)[::-1], self._own(after, BEHIND + 2)

    def _own(self, words: Iterable[Word], number: int) -> list[Word]:
        found: list[Word] = []
        for word in words:
            if len(found) == number:
                break
            if not self._is_quoted(word):
                found.append(word)
        return found

    def _is_quoted(self, word: Word) -> bool:
        index = bisect_right(self._ends, word.start)
        return index < len(self.stretches) and self.stretches[index][0] <= word.start

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        """From where the sentence begins that the quotation begins in to where that ends which it ends in; a colon at
        the end of a line leads into the next.
        """
        passage = self._statements[0].passage
        index = max(bisect_right(passage.sentences, start, key=_stretch_start) - 1, 0)
        first = passage.sentences[index]
        last = passage.sentences[max(bisect_right(passage.sentences, end - 1, key=_stretch_start) - 1, 0)]
        if index > 0 and first.start == start and passage.text[passage.sentences[index - 1].end - 1] == ":":
            first = passage.sentences[index - 1]
        return first.start, last.end


def _stretch_start(stretch: Stretch) -> int:
    return stretch.start


def _word_start(word: Word) -> int:
    return word.start
