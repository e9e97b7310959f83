"""injection: nothing of the request or of the model's talk is in the text, and no order of the profile is obeyed."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern, lexicon_patterns
from shared.domain.message import Check, Fact, Span
from shared.gate.context import GateContext
from shared.gate.evidence import Evidence
from shared.gate.findings import blocked, passed
from shared.gate.folding import fold
from shared.gate.lexicon import word_list
from shared.gate.obedience import follows, obeys
from shared.gate.orders import imitates_conversation
from shared.gate.reading import Passage, Reading
from shared.gate.words import tokens_of

NAME = "injection"

_RUN = 8
_VARIABLE = lazy_pattern(r"\{\{[^{}]*\}\}")
_FACT_ID_IN_BRACKETS = lazy_pattern(r"[\[({]\s*f\d{1,4}(?:\s*[,;y&]\s*f\d{1,4})*\s*[\])}]", re.IGNORECASE)
_FACT_ID = lazy_pattern(r"\bf\d{1,4}\b")
_PART_OF_REQUEST = lazy_pattern(
    r"""
      </?\s?facts\s?/?> | \bfacts\ tags\b | \bid\ \|\ source\ field\b
    | \|\ (?:title|company|full_name|headline|location|about)\ \|
    | \b(?:experience|education|skills|languages|posts|proof_points)\[\d+\]
    | \b(?:full_name|value_proposition|proof_points|first_name)\b
    | \bcustom\.[a-z_]{2,}\b | \bsender\.(?:name|company|title)\b
    | ["'](?:body|subject|claims|facts|text|cuerpo|asunto)["']\s{0,9}: | ```
    | \{\s{0,9}["'] | ["']\s{0,9}\}\s{0,9}[,\]]? | ^\s{0,5}\{ | \bnull\s{0,9}[,}]
    """,
    re.VERBOSE,
)

_SIGNS_OF_REQUEST = "|[{}_`"
_WORDS_OF_REQUEST = frozenset("facts custom sender null body subject claims text cuerpo asunto".split())
"""Every part of the request has one of these signs or words."""

_NAME_IS_ORDER = Sentence(
    "El nombre de la persona contiene instrucciones, así que no se ha usado: revísalo.",
    "The person's name holds instructions, so it was not used: look at it.",
)
_LEAKS = Sentence(
    "El texto contiene partes de la petición interna al modelo.",
    "The text holds parts of the internal request to the model.",
)
_MODEL_TALKS = Sentence(
    "El modelo habla de su propio texto en lugar de escribir el mensaje.",
    "The model talks about its own text instead of writing the message.",
)
_OBEYS = Sentence(
    "El texto parece obedecer una instrucción escondida en el perfil.",
    "The text seems to obey an instruction hidden in the profile.",
)


def examine(reading: Reading, context: GateContext) -> Check:
    """Block a leak of the request, a model's talk about its text, an obeyed order, and a name that is an order.

    A leak is eight consecutive words of `context.instructions` (the values that its variables stand for may be
    repeated), the canary, a fact's id, a delimiter or a part of the schema.
    """
    if context.name_ignored:
        return blocked(NAME, _NAME_IS_ORDER)
    if leaks := list(_leaks(reading, context)):
        return blocked(NAME, _LEAKS, leaks)
    if talk := [passage.span(*match) for passage in reading.passages for match in _talk(passage, reading.evidence)]:
        return blocked(NAME, _MODEL_TALKS, talk)
    passages = tuple(reading.passages)
    taken = {place for order in context.orders for place in obeys(order, passages, reading.evidence)}
    if taken := taken | follows(context.suspects, passages, reading.evidence):
        places = sorted(taken, key=lambda place: (place[0].part, *place[1:]))
        return blocked(NAME, _OBEYS, [passage.span(start, end) for passage, start, end in places])
    return passed(
        NAME, "Nada de la petición ni del modelo en el texto", "Nothing of the request or the model in the text"
    )


def _leaks(reading: Reading, context: GateContext) -> Iterator[Span]:
    for passage in reading.passages:
        yield from _canary(passage, context.canary)
        yield from _instructions(passage, context.instructions)
        yield from _fact_ids(passage, context.facts, reading.evidence)
        yield from _parts_of_request(passage)
        yield from (passage.span(*match.span()) for match in imitates_conversation(passage.folded))


def _fact_ids(passage: Passage, facts: Iterable[Fact], evidence: Evidence) -> Iterator[Span]:
    if not any(word[0] == "f" and word[1:2].isdecimal() for word in passage.runs):
        return
    yield from (passage.span(*match.span()) for match in _FACT_ID_IN_BRACKETS.finditer(passage.text))
    ids = {fact.id for fact in facts}
    for match in _FACT_ID.finditer(passage.text):
        if match.group() in ids and match.group() not in evidence.folded:
            yield passage.span(*match.span())


def _parts_of_request(passage: Passage) -> Iterator[Span]:
    has_sign = any(sign in passage.folded for sign in _SIGNS_OF_REQUEST)
    if has_sign or not _WORDS_OF_REQUEST.isdisjoint(passage.runs):
        yield from (passage.span(*match.span()) for match in _PART_OF_REQUEST.finditer(passage.folded))


def _canary(passage: Passage, canary: str | None) -> Iterator[Span]:
    start = passage.folded.find(fold(canary)) if canary else -1
    if canary and start >= 0:
        yield passage.span(start, start + len(canary))


def _instructions(passage: Passage, instructions: str | None) -> Iterator[Span]:
    """Where eight words of the instructions stand in a row."""
    words = passage.words
    if not instructions or len(words) < _RUN:
        return
    runs, pairs = _runs_of(instructions)
    folded = [word.folded for word in words]
    for index, pair in enumerate(pairwise(folded[: 2 - _RUN])):
        if pair in pairs and tuple(folded[index : index + _RUN]) in runs:
            yield passage.span(words[index].start, words[index + _RUN - 1].end)


@lru_cache(maxsize=64)
def _runs_of(instructions: str) -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """Every eight folded words in a row of a prompt's text, none across a variable; and the first two of each."""
    pieces = [tokens_of(piece) for piece in _VARIABLE.split(instructions)]
    runs = frozenset(words[i : i + _RUN] for words in pieces for i in range(len(words) - _RUN + 1))
    return runs, frozenset(run[:2] for run in runs)


def _talk(passage: Passage, evidence: Evidence) -> Iterator[tuple[int, int]]:
    """Where a model speaks of its text, in words that the profile does not have itself."""
    for needed, pattern in _model_talk():
        if not needed.isdisjoint(passage.vocabulary):
            yield from (match.span() for match in pattern.finditer(passage.folded) if match[0] not in evidence.folded)


@lexicon_patterns()
def _model_talk() -> tuple[tuple[frozenset[str], re.Pattern[str]], ...]:
    """What models say, each with the words of which the text must hold one: most texts hold none, and that is quick."""
    entries = (line.split(" :: ", maxsplit=1) for line in word_list("model_talk"))
    return tuple((frozenset(words.split()), lazy_pattern(pattern)) for words, pattern in entries)
