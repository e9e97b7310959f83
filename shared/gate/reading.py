"""A draft, read once for all checks: its passages, their words and their sentences.

Offsets inside the gate are Python's; `Passage.span` alone turns them into the UTF-16 code units that leave it.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Claim, Draft, Part, Span
from shared.domain.text import utf16_span
from shared.gate.context import GateContext
from shared.gate.evidence import Evidence
from shared.gate.figure import Figure
from shared.gate.figures import find_figures
from shared.gate.folding import fold
from shared.gate.links import Link, find_links
from shared.gate.multiples import Multiple, find_multiples
from shared.gate.ratios import Ratio, find_ratios
from shared.gate.sentences import Stretch, sentences_of
from shared.gate.words import Word, words_of

if TYPE_CHECKING:
    from shared.gate.grounding.finding import Finding

_RUN = lazy_pattern(r"\w+")


@dataclass(frozen=True)
class Passage:
    """The subject or the body."""

    part: Part
    text: str

    @cached_property
    def folded(self) -> str:
        """The text in lower case and without accents; same offsets."""
        return fold(self.text)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words, in order."""
        return words_of(self.text, self.folded)

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """All sentences, in order; a line break ends one too."""
        return sentences_of(self.text)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All links, in order."""
        return tuple(find_links(self.text))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """All figures, in order."""
        return tuple(find_figures(self.folded, self.words))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its words, folded."""
        return frozenset(word.folded for word in self.words)

    @cached_property
    def runs(self) -> frozenset[str]:
        """Its words, folded, as patterns see them: an apostrophe is none of a word."""
        if "_" not in self.folded and all(map(str.isalnum, self.vocabulary)):
            return self.vocabulary
        return frozenset(_RUN.findall(self.folded))

    @cached_property
    def lowered(self) -> tuple[str, ...]:
        """Its words in lower case with their accents, in order."""
        return tuple([word.text.lower() for word in self.words])

    @cached_property
    def written(self) -> frozenset[str]:
        """Its words in lower case with their accents."""
        return frozenset(self.lowered)

    @cached_property
    def named(self) -> frozenset[str]:
        """The folded words that begin with a capital."""
        return frozenset(word.folded for word in self.words if word.capitalised)

    @cached_property
    def ratios(self) -> tuple[Ratio, ...]:
        """All shares in words, in order."""
        return tuple(find_ratios(self.folded))

    @cached_property
    def multiples(self) -> tuple[Multiple, ...]:
        """All that is said to be so many times as much, in order."""
        return tuple(find_multiples(self.folded))

    @cached_property
    def highest(self) -> str:
        """Its character with the highest code, which tells what signs it cannot have; "" where it is empty."""
        return max(self.text, default="")

    def span(self, start: int, end: int) -> Span:
        """The offsets [start, end) as a span in UTF-16 code units."""
        start, end = self.units(start, end)
        return Span(part=self.part, start=start, end=end)

    def units(self, start: int, end: int) -> tuple[int, int]:
        """The offsets [start, end) in UTF-16 code units."""
        return (start, end) if self.highest <= "\uffff" else utf16_span(self.text, start, end)

    def figures_between(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures that begin within [start, end)."""
        first = bisect_left(self._figure_starts, start)
        return self.figures[first : bisect_left(self._figure_starts, end, lo=first)]

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that begin within [start, end)."""
        first = bisect_left(self._word_starts, start)
        return self.words[first : bisect_left(self._word_starts, end, lo=first)]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _figure_starts(self) -> list[int]:
        return [figure.start for figure in self.figures]


@dataclass(frozen=True)
class Reading:
    """A draft with what was found in it before the checks run."""

    draft: Draft
    subject: Passage | None
    body: Passage
    evidence: Evidence
    findings: "tuple[Finding, ...]" = ()
    claims: tuple[Claim, ...] = ()

    @property
    def passages(self) -> Iterator[Passage]:
        """The subject, where there is one, then the body."""
        if self.subject is not None:
            yield self.subject
        yield self.body


def body_of(draft: Draft) -> Passage:
    """The body of `draft`."""
    return Passage(Part.BODY, draft.body)


def read(draft: Draft, context: GateContext) -> Reading:
    """The reading of `draft`, without claims."""
    subject = None if draft.subject is None else Passage(Part.SUBJECT, draft.subject)
    return Reading(draft, subject, body_of(draft), context.evidence)
