"""What we may say of ourselves, said word for word: true whatever its words would mean elsewhere.

A workspace's proof points are sentences that it stands by. Whoever repeats one as a sentence of its own claims what it
claims, though a judge that reads it beside a profile may take its "su" for the reader's, or its figure for theirs.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.grounding.finding import VERIFIED, Finding
from shared.gate.grounding.known import Known
from shared.gate.reading import Passage

_FEWEST_WORDS = 4
_BEGINS = lazy_pattern(r"(?:^|[.:;!?\n«“\"(—–-]|\b(?:por ejemplo|asi|for example|for instance|in short),)[ \t]*$")
_BEHIND_A_SPACE = lazy_pattern(r"(?:^|[\s«“\"(—–-])$")
_SOMEBODY = lazy_pattern(r"(?:un|una|uno de|una de|a|an|one of)\b")
_ENDS = lazy_pattern(r"[ \t]*(?:$|[.,:;!?\n»”\")—–-])")


class Said(NamedTuple):
    """A fact of ours that stands at [start, end) of a passage as it is."""

    start: int
    end: int
    fact: Fact


def said_word_for_word(passage: Passage, known: Known) -> list[Said]:
    """Our facts that are sentences of the passage, or what follows its colon; those that begin with somebody of whom
    the text has not told yet ("una láctea de Rafaela …") are of nobody else behind other words, either.
    """
    return [said for fact in known.evidence.about_us for said in _places(fact, passage, known)]


def as_said(finding: Finding, said: Iterable[Said]) -> Finding:
    """The finding; proven by the fact that its words stand in as they are, if they do."""
    if finding.verdict is VERIFIED:
        return finding
    for one in said:
        if one.start <= finding.start and finding.end <= one.end:
            return Finding(finding.passage, finding.start, finding.end, "ourselves", VERIFIED, (one.fact.id,))
    return finding


def _places(fact: Fact, passage: Passage, known: Known) -> Iterator[Said]:
    sentence = known.evidence.folds[fact.id].strip(" .")
    if len(known.evidence.tokens[fact.id]) < _FEWEST_WORDS:
        return
    begins = _BEHIND_A_SPACE if _SOMEBODY.match(sentence) else _BEGINS
    start = passage.folded.find(sentence)
    while start >= 0:
        end = start + len(sentence)
        if begins.search(passage.folded, 0, start) and _ENDS.match(passage.folded, end):
            yield Said(start, end, fact)
        start = passage.folded.find(sentence, end)
