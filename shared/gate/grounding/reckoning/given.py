"""What every way to reckon is given: a figure of a text, the figures beside it there, and those of the facts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.holdings import is_said_generally
from shared.gate.grounding.keys import meaning_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import POINTS, Precision, is_bare, is_money, is_time
from shared.gate.grounding.rivals import words_about
from shared.gate.grounding.roles import ends_together
from shared.gate.grounding.stated import Stated
from shared.gate.grounding.statements import Statement
from shared.gate.lexicon import table
from shared.gate.reading import Passage

_AROUND = 160
_MOST_AROUND = 8
_CUE_BEFORE, _CUE_BEHIND = 50, 40
_CLOSE = 0.08
_CUE_AROUND = 70
_FEW, _MOST_OF_A_TALE = 2, 4
_MOST_COMBINED = 24
"""How many figures of a fact are taken two by two; a fact with more is a table."""
_PARAGRAPH = lazy_pattern(r"\n\s*\n")
_ENDS = lazy_pattern(r"[.!?;\n](?=\s|$)")
_EACH = lazy_pattern(
    r"\bcada (?:un[oa]?\b|\w+)|\beach(?: \w+)?|\bevery \w+|\bapiece\b|\ba head\b"
    r"|\bpor \w+[^s\W]\b|\bper \w+|\btocan? a\b|\bon average\b|\bde (?:media|promedio)\b|\ben promedio\b"
)


@dataclass(frozen=True)
class Given:
    """A figure of a clause, how it is meant, and where the figures that it may follow from are found.

    Figures of the text are judged each for itself, so that what follows from them is as true as they are; of the facts
    only those count that state the same things, or are told in the same words.
    """

    figure: Figure
    statement: Statement
    known: Known
    precision: Precision
    allowed: Stated

    @property
    def passage(self) -> Passage:
        """The text of the figure."""
        return self.statement.passage

    @property
    def value(self) -> float:
        """What the text says."""
        return self.figure.value

    @property
    def is_share(self) -> bool:
        """Whether the figure is a percentage."""
        return self.figure.unit is Unit.PERCENT

    @cached_property
    def beside(self) -> Sequence[Figure]:
        """The other figures of the text near this one, in its paragraph."""
        return figures_near(self.figure, self.passage)

    @cached_property
    def alike(self) -> Sequence[Figure]:
        """The figures of the facts that count the same, also where a fact tells by a verb what the text counts."""
        of_kind = self.allowed.of_kinds(self.figure, is_said_generally)
        pairs = (*self.allowed.of_noun(self.figure), *self.allowed.told_by_verb(self.figure), *of_kind)
        return [other for other, _ in pairs]

    @cached_property
    def is_in_words(self) -> bool:
        """Whether the figure is a share in words: "less than half"."""
        return any(ratio.start == self.figure.start for ratio in self.passage.ratios)

    def has_cue(self, name: str) -> bool:
        """Whether words near the figure say what it is worked out as: a `change`, a `total`, a `rest`."""
        cues = _cues(name)
        return any(word.startswith(cues.stems) or word in cues.words for word in self._near)

    @cached_property
    def _near(self) -> Sequence[str]:
        return [word.folded for word in self.passage.words_between(*self.around)]

    @property
    def around(self) -> tuple[int, int]:
        """The words near the figure, in its sentence: where they begin and end."""
        start, end = self._sentence
        return max(self.figure.start - _CUE_AROUND, start), min(self.figure.end + _CUE_AROUND, end)

    @property
    def _sentence(self) -> tuple[int, int]:
        """Where the sentence of the figure begins and ends."""
        around = (s for s in self.passage.sentences if s.start <= self.figure.start < s.end)
        return next(around, (self.statement.start, self.statement.end))

    def names(self, other: Figure) -> bool:
        """Whether the sentence of the figure has the noun of another one, or its value."""
        keys = meaning_of(other.noun)
        start, end = self._sentence
        words = self.passage.words_between(start, end)
        return any(one.value == other.value for one in self.beside) or any(
            not keys.isdisjoint(meaning_of(word.folded)) for word in words
        )

    @cached_property
    def shares(self) -> Sequence[float]:
        """The percentages beside the figure, and the points."""
        return [other.value for other in self.beside if other.unit is Unit.PERCENT or other.noun in POINTS]

    @cached_property
    def named(self) -> Sequence[Figure]:
        """All other figures of the text but lengths of time."""
        return [
            other
            for other in self.passage.figures
            if other.start != self.figure.start and not is_time(other.noun) and other.unit is not Unit.YEAR
        ]

    @cached_property
    def meant(self) -> Sequence[float]:
        """The stated values that other figures of the text give, exactly or nearly."""
        values = [
            other.value
            for figure in self.named
            for other, _ in self.known.figures
            if other.unit is figure.unit is not Unit.PERCENT and abs(figure.value - other.value) <= _CLOSE * other.value
        ]
        return [value for value in dict.fromkeys(values) if value > 1]

    @cached_property
    def is_of_each(self) -> bool:
        """Whether the words around say that the figure is of each of some, or of a unit of time."""
        return any(self.cues_of_each)

    @cached_property
    def cues_of_each(self) -> Sequence[str]:
        """The last words of what says so, without another figure between."""
        return list(_cues_of_each(self.figure, self.passage))

    def tales(self) -> Iterator[tuple[Fact, Sequence[Figure]]]:
        """The facts with several figures that have a word of those around the figure, with these figures."""
        facts = {fact.id: fact for _, fact in self.known.figures}
        told = self.allowed if self.allowed is self.known.our_figures else self.known.figures
        for number, stated in told.by_fact.items():
            if len(stated) > 1 and (self._is_told_beside(stated) or self.words_of(facts[number])):
                yield facts[number], stated[:_MOST_COMBINED]

    def _is_told_beside(self, stated: Sequence[Figure]) -> bool:
        """Whether figures of a fact, or the difference of two of them, stand beside the figure in the text."""
        values = {figure.value for figure in stated if figure.value > _FEW}
        values |= (
            {abs(one - other) for one, other in combinations(values, 2)} if len(values) <= _MOST_OF_A_TALE else set()
        )
        return any(other.value in values for other in self.beside)

    def together(self) -> Iterator[Sequence[Figure]]:
        """The figures of each fact, each with those beside the figure in the text that it does not have."""
        for stated in self.allowed.by_fact.values():
            values = {figure.value for figure in stated}
            yield [*stated[:_MOST_COMBINED], *(other for other in self.beside if other.value not in values)]

    def words_of(self, fact: Fact) -> int:
        """How many words near the figure, in its sentence, a fact has too."""
        return words_about(fact, self.figure, self._whole_sentence, self.known)

    @cached_property
    def _whole_sentence(self) -> Statement:
        """The statement with the words of all its sentence."""
        return self.statement._replace(words=self.passage.words_between(*self._sentence))

    @property
    def ends_a_pair(self) -> bool:
        """Whether the text has the figure as one end of "from 36 to 29": nobody works such an end out."""
        return any(ends_together(self.figure, other, self.passage.folded) for other in self.beside)

    def is_of_kind(self, other: Figure) -> bool:
        """Whether the other figure is money if this one is, and only then."""
        return is_money(self.figure) is is_money(other) or not other.noun or is_bare(self.figure)


class _Cues(NamedTuple):
    """Whole words, and the beginnings of words."""

    words: frozenset[str]
    stems: tuple[str, ...]


@cache
def _cues(name: str) -> _Cues:
    """The cues of a sort: what the lexicon ends with * is the beginning of a word."""
    listed = table("reckoning")[name].split()
    stems = tuple(cue[:-1] for cue in listed if cue.endswith("*"))
    return _Cues(frozenset(cue for cue in listed if not cue.endswith("*")), stems)


def figures_near(figure: Figure, passage: Passage) -> Sequence[Figure]:
    """The other figures of the text around `figure`, in its paragraph."""
    around = [
        other
        for other in passage.figures_between(figure.start - _AROUND, figure.end + _AROUND)
        if other.start != figure.start and other.unit is not Unit.YEAR and other.unit is not Unit.CLOCK
    ]
    return [
        other
        for other in around
        if not _PARAGRAPH.search(passage.text, min(figure.end, other.end), max(figure.start, other.start))
    ][:_MOST_AROUND]


def is_of_each(figure: Figure, passage: Passage) -> bool:
    """Whether the text divides one of its figures by another and says that this one is of each."""
    return len(figures_near(figure, passage)) > 1 and any(_cues_of_each(figure, passage))


def _cues_of_each(figure: Figure, passage: Passage) -> Iterator[str]:
    others = [(other.start, other.end) for other in passage.figures if other.start != figure.start]
    first = max([figure.start - _CUE_BEFORE, 0, *(end for _, end in others if end <= figure.start)])
    last = min([figure.end + _CUE_BEHIND, *(start for start, _ in others if start >= figure.end)])
    before, behind = passage.folded[first : figure.start], passage.folded[figure.end : last]
    for part in (_ENDS.split(before)[-1], _ENDS.split(behind)[0]):
        yield from (match.group().split()[-1] for match in _EACH.finditer(part))
