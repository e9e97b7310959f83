"""repetition: a follow-up says what the person has been sent already."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from shared.domain.errors import Sentence
from shared.domain.message import Check, Part
from shared.gate.context import GateContext
from shared.gate.findings import blocked, passed
from shared.gate.likeness import Shingle, own_shingles, shared_stretches
from shared.gate.reading import Passage, Reading
from shared.gate.sentences import Stretch
from shared.gate.words import tokens_of

NAME = "repetition"

_LEAST_WORDS = 7
"""A shorter sentence is a formula ("Con un sí o un no me basta"), which may come again."""
_SAME_SENTENCE = 0.8
"""The share of a sentence's runs of three words that an earlier sentence has, from which it is the same one again."""
_SAME_TEXT = 0.5
"""The same share of the whole text, from which it is the earlier message in other clothes."""

_SENTENCE = Sentence(
    "Repite lo que ya le escribiste a esta persona: di algo nuevo.",
    "It repeats what you wrote to this person before: say something new.",
)


def examine(reading: Reading, context: GateContext) -> Check:
    """Block where a sentence of the thread's earlier messages comes again, or half of their words do.

    What the role asks of everybody, the greeting and the signature may.
    """
    if not context.thread:
        return passed(NAME, "No sigue a ningún mensaje", "It follows no message")
    earlier = [Passage(Part.BODY, body) for body in context.thread]
    found = [*_repeated_sentences(reading.body, earlier, context), *_repeated_text(reading.body, earlier, context)]
    if not found:
        return passed(NAME, "No repite los mensajes anteriores", "It does not repeat the messages before it")
    return blocked(NAME, _SENTENCE, [reading.body.span(start, end) for start, end in sorted(set(found))])


def _repeated_sentences(body: Passage, earlier: Sequence[Passage], context: GateContext) -> Iterator[Stretch]:
    known = [set(_runs(text)) for passage in earlier for text in _texts(passage)]
    asked = set(chain.from_iterable(map(_runs, context.ours)))
    for stretch in body.sentences:
        text = body.text[stretch.start : stretch.end]
        runs = [run for run in _runs(text) if run not in asked]
        if len(tokens_of(text)) >= _LEAST_WORDS and any(_share(runs, other) >= _SAME_SENTENCE for other in known):
            yield stretch


def _repeated_text(body: Passage, earlier: Sequence[Passage], context: GateContext) -> list[tuple[int, int]]:
    """What a text of the thread says of the person again, however its sentences are cut."""
    own = own_shingles(body, context.facts, context.ours)
    before: list[Shingle] = [one for passage in earlier for one in own_shingles(passage, context.facts, context.ours)]
    if not own or _share([one.words for one in own], {one.words for one in before}) < _SAME_TEXT:
        return []
    return shared_stretches(own, before)


def _texts(passage: Passage) -> Iterator[str]:
    return (passage.text[one.start : one.end] for one in passage.sentences)


def _runs(text: str) -> list[tuple[str, ...]]:
    words = tokens_of(text)
    return [words[place : place + 3] for place in range(len(words) - 2)]


def _share(parts: Sequence[object], known: Collection[object]) -> float:
    return sum(part in known for part in parts) / len(parts) if parts else 0.0
