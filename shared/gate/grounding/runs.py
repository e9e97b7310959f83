"""Words with capitals that stand together: what a text may name."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.grounding.statements import Statement
from shared.gate.words import Word

_PARTICLES = frozenset("de del la las los el of the for von van der den di da do dos du des le".split())
_INSIDE = lazy_pattern(r"[ \t\u00a0]*[-–&'’./+]?[ \t\u00a0]*")
_BEGINS = lazy_pattern(r"(?:^|[^\w\s,;&/+%'’–—-][ \t]*|\n[ \t]*|[-–—][ \t]+)$")
_LOOK_BACK = 4
_MOST_PARTICLES = 2


class Run(NamedTuple):
    """Capitalised words in a row with the small words between them; `begins` says that it stands where any word has a
    capital.
    """

    words: tuple[Word, ...]
    begins: bool

    def without_first(self) -> "Run":
        """The run without the word that begins the sentence, and the small words behind it."""
        rest = self.words[1:]
        while rest and rest[0].folded in _PARTICLES and rest[0].text.islower():
            rest = rest[1:]
        return Run(rest, begins=False)

    @property
    def name(self) -> str:
        """Its words, folded."""
        return " ".join(word.folded for word in self.words)

    @property
    def start(self) -> int:
        """Where it starts in its passage."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in its passage."""
        return self.words[-1].end

    @property
    def names(self) -> tuple[Word, ...]:
        """The words that name: those with capitals or digits."""
        return tuple(word for word in self.words if is_name_like(word) and len(word.text) > 1)


def is_name_like(word: Word) -> bool:
    """Whether a word is written as names are: a capital anywhere, as in iPhone, or a letter beside a digit."""
    return not word.text.islower() and not word.text.isdigit()


def runs_of(statement: Statement) -> Iterator[Run]:
    """The runs of a clause in order."""
    words, text = statement.words, statement.passage.text
    end = 0
    for index in [index for index, word in enumerate(words) if not word.text.islower()]:
        if index >= end and is_name_like(words[index]):
            end = _end_of_run(words, index, text)
            yield Run(words[index:end], _begins_sentence(text, words[index].start))


def _end_of_run(words: Sequence[Word], start: int, text: str) -> int:
    end = start + 1
    while end < len(words):
        at = end
        while at < len(words) and at - end < _MOST_PARTICLES and words[at].folded in _PARTICLES:
            at += 1
        if at == len(words) or not (is_name_like(words[at]) or words[at].text.isdigit()):
            break
        if not all(_INSIDE.fullmatch(text, words[i].end, words[i + 1].start) for i in range(end - 1, at)):
            break
        end = at + 1
    return end


def _begins_sentence(text: str, start: int) -> bool:
    return start == 0 or _BEGINS.search(text, max(0, start - _LOOK_BACK), start) is not None
