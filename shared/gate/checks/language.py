"""language: the text is in the language that was asked for, all of it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Check, Span
from shared.gate.context import GateContext
from shared.gate.evidence import Evidence
from shared.gate.findings import blocked, passed
from shared.gate.language_profile import LANGUAGE_NAMES, Weights, languages_of, speaks
from shared.gate.lexicon import is_kept
from shared.gate.quoted import quoted_stretches, repeated_words
from shared.gate.reading import Passage, Reading
from shared.gate.words import Word

NAME = "language"

_WINDOW = 8
_SHORTEST_STRETCH = 4
_LEAST_SCORE, _LEAST_LEAD, _LEAST_SHARE = 2, 0.5, 0.18
"""What another language must have in a whole text: words, words more than the asked one has, as a share of its own."""
_CERTAIN_LEAD = 3.0
"""How many function words more than the asked language another must have in a stretch of a few words."""


_NOT_LATIN = lazy_pattern(
    "[\u0370-\u1cff\u1f00-\u1fff\u2c80-\ua71f\ua800-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\uff66-\uffdc"
    "\U00010000-\U0001d3ff\U0001e000-\U0001efff\U00020000-\U0003ffff]+"
)
_LAST_LATIN = "\u036f"
_MOST_STRAY = 3
"""Signs as μ or Ω stand in any text; more letters of another script are words of another language."""
_OTHER_SCRIPT = Sentence(
    "Una parte del texto está en otra escritura, así que en otro idioma.",
    "A part of the text is in another script, and so in another language.",
)


_UNKNOWN_LANGUAGE = Sentence(
    "Una parte del texto no está en español ni en inglés.",
    "A part of the text is neither in Spanish nor in English.",
)
_FEWEST_UNKNOWN, _SHARE_UNKNOWN, _MOST_OF_THE_ASKED = 4, 0.7, 0.3
"""So many words of a sentence, and so much of it, that no dictionary of Spanish or English has; a sentence in the
asked language has more of its function words.
"""


class _Foreign(NamedTuple):
    """A language that was not asked for, and where it is."""

    language: str
    span: Span
    is_whole: bool


def examine(reading: Reading, context: GateContext) -> Check:
    """Block if the text, or a stretch of it as long as a clause, is in another language than the one asked for.

    What is quoted, what stands so in the facts, and names in the middle of a sentence may be in any language.
    """
    asked = str(context.language)
    if foreign := [span for passage in reading.passages for span in _in_another_script(passage, reading.evidence)]:
        return blocked(NAME, _OTHER_SCRIPT, foreign)
    for passage in reading.passages:
        voices = _voices(passage)
        found = _foreign(passage, voices, asked)
        if found is not None:
            found = _foreign(passage, _without_facts(voices, reading.evidence), asked)
        if found is not None:
            return blocked(NAME, _sentence(found, asked), [found.span])
        if unknown := list(_in_no_dictionary(passage, voices, reading.evidence, asked)):
            return blocked(NAME, _UNKNOWN_LANGUAGE, unknown)
    name = LANGUAGE_NAMES[asked]
    return passed(NAME, f"Está en {name.es}", f"It is in {name.en}")


def _in_another_script(passage: Passage, evidence: Evidence) -> list[Span]:
    """Where letters of another script than the Latin one stand that are in no fact and in no quotation, if they are
    more than a sign or two.
    """
    if passage.highest <= _LAST_LATIN:
        return []
    quoted = quoted_stretches(passage)
    found = [
        match
        for match in _NOT_LATIN.finditer(passage.text)
        if match[0].lower() not in evidence.folded and not any(start <= match.start() < end for start, end in quoted)
    ]
    letters = sum(character.isalpha() for match in found for character in match[0])
    return [passage.span(*match.span()) for match in found] if letters > _MOST_STRAY else []


def _sentence(found: _Foreign, asked: str) -> Sentence:
    right, wrong = LANGUAGE_NAMES[asked], LANGUAGE_NAMES[found.language]
    if found.is_whole:
        return Sentence(
            f"El texto no está en {right.es}: parece {wrong.es}.",
            f"The text is not in {right.en}: it looks like {wrong.en}.",
        )
    return Sentence(
        f"Una parte del texto no está en {right.es}: parece {wrong.es}.",
        f"A part of the text is not in {right.en}: it looks like {wrong.en}.",
    )


def _voices(passage: Passage) -> list[list[Word]]:
    """The words that speak for a language, a list a sentence: none of quotations, links, and
    names inside a sentence.
    """
    quoted = quoted_stretches(passage)
    quoted += [(link.start, link.end) for link in passage.links]
    sentences: list[list[Word]] = [[] for _ in passage.sentences]
    stretches = iter(zip(passage.sentences, sentences, strict=True))
    stretch, voices = next(stretches, (None, []))
    for word in passage.words:
        while stretch is not None and word.start >= stretch.end:
            stretch, voices = next(stretches, (None, []))
        if stretch is None or (quoted and any(start <= word.start < end for start, end in quoted)):
            continue
        if word.start <= stretch.start + 1 or not word.capitalised or word.text.isupper():
            voices.append(word)
    return sentences


def _without_facts(sentences: list[list[Word]], evidence: Evidence) -> list[list[Word]]:
    """The voices without those that repeat three words or more of a fact in a row, unless all of the text does."""
    kept: list[list[Word]] = []
    for voices in sentences:
        repeated = repeated_words(voices, evidence)
        kept.append([word for index, word in enumerate(voices) if index not in repeated])
    return kept if sum(map(len, kept)) >= _SHORTEST_STRETCH - 1 else sentences


def _in_no_dictionary(passage: Passage, sentences: list[list[Word]], evidence: Evidence, asked: str) -> Iterator[Span]:
    """The sentences most of whose words are in no dictionary of Spanish or English and in no fact: Basque, Welsh."""
    for voices in sentences:
        words = [word for word in voices if word.text.islower()]
        if len(words) < _FEWEST_UNKNOWN or _share_of(words, asked) > _MOST_OF_THE_ASKED:
            continue
        unknown = [word for word in words if not is_kept("ordinary", word.folded) and len(word.folded) > 1]
        unknown = [word for word in unknown if word.folded not in evidence.folded]
        if len(unknown) >= _FEWEST_UNKNOWN and len(unknown) >= _SHARE_UNKNOWN * len(words):
            yield passage.span(unknown[0].start, unknown[-1].end)


def _share_of(words: Sequence[Word], asked: str) -> float:
    """Which part of the words are function words of the language."""
    return sum([speaks(word.text, asked) for word in words]) / len(words)


def _foreign(passage: Passage, sentences: list[list[Word]], asked: str) -> _Foreign | None:
    spoken = [[languages_of(word.text.lower()) for word in voices] for voices in sentences]
    language, lead, score = _strongest([weights for sentence in spoken for weights in sentence], asked)
    if lead > _LEAST_LEAD and score >= _LEAST_SCORE and lead > _LEAST_SHARE * score:
        return _Foreign(language, passage.span(0, len(passage.text)), is_whole=True)
    for voices, sentence in zip(sentences, spoken, strict=True):
        for start in _window_starts(sentence, asked):
            language, lead, _ = _strongest(sentence[start : start + _WINDOW], asked)
            if lead >= _CERTAIN_LEAD:
                last = voices[start : start + _WINDOW][-1]
                return _Foreign(language, passage.span(voices[start].start, last.end), is_whole=False)
    return None


def _window_starts(sentence: Sequence[Weights], asked: str) -> range:
    """Where windows over a sentence begin; nowhere if it has too few words, or too few foreign ones, to hold one."""
    if len(sentence) < _SHORTEST_STRETCH:
        return range(0)
    foreign = [weights for weights in sentence if weights and asked not in [language for language, _ in weights]]
    if len(foreign) < _CERTAIN_LEAD:
        return range(0)
    return range(0, max(1, len(sentence) - _WINDOW + 1), 2)


def _strongest(words: Iterable[Weights], asked: str) -> tuple[str, float, float]:
    """The strongest other language, its lead over the asked one (below 0 where that leads), and its own score."""
    scores = {asked: 0.0}
    for weights in words:
        for language, weight in weights:
            scores[language] = scores.get(language, 0.0) + weight
    own = scores.pop(asked)
    language = max(scores, key=lambda name: (scores[name], name), default=asked)
    score = scores.get(language, 0.0)
    return language, score - own, score
