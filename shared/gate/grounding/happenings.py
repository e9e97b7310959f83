"""Prizes, rounds, talks, appointments: what is said to have happened to the person without a fact that tells of it."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.grounding.finding import UNSUPPORTED, Finding
from shared.gate.grounding.known import Known
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.lexicon import table
from shared.gate.words import Word

_OWN = frozenset("tu tus su sus vuestro vuestra vuestros vuestras your".split())
_THE = frozenset("del de el la the los las al un una a an este esta this in en at".split())
_DEFINITE = frozenset("el la los las del al the".split())
_NEAR = 5
_SERIES = lazy_pattern(r"series? [a-f]")
_RIGHT_BEFORE = 2


class Happening(NamedTuple):
    """A sort of thing that happens: what it is called, and the folded words that tell of it."""

    name: Sentence
    words: frozenset[str]


def judged_happenings(statement: Statement, known: Known) -> Iterator[Finding]:
    """The happenings that a clause tells and no fact does."""
    if statement.marks & Mark.MET:
        yield from _met(statement, known)
    if not _is_told_of_them(statement):
        return
    for index, word in enumerate(statement.words):
        happening = _by_word().get(word.folded)
        if happening is None or not _is_theirs(statement, index):
            continue
        if _is_told(happening, known) and not _is_other_series(statement, index, known):
            continue
        detail = Sentence(
            f"Habla de {happening.name.es} («{word.text}») que ningún dato recoge.",
            f"It tells of {happening.name.en} (“{word.text}”) that no fact holds.",
        )
        yield Finding(statement.passage, word.start, word.end, "event", UNSUPPORTED, (), detail)
        return


def _is_told_of_them(statement: Statement) -> bool:
    if statement.sentence & Mark.HYPOTHESIS or statement.marks & Mark.GENERAL:
        return False
    return bool(statement.sentence & (Mark.OBSERVED | Mark.THEM))


def _is_theirs(statement: Statement, index: int) -> bool:
    """Whether the word is said to be theirs: behind a possessive or a definite article, which take it for known, or
    behind any article in a sentence that congratulates or tells what they did.
    """
    words = statement.words
    near = {word.folded for word in words[max(0, index - _RIGHT_BEFORE) : index]}
    if near & _OWN:
        return True
    if not statement.asserts_at(words[index].start):
        return False
    if near & _DEFINITE:
        return True
    return bool(near & _THE) and (bool(statement.marks & Mark.OBSERVED) or _follows_you(statement, index))


def _follows_you(statement: Statement, index: int) -> bool:
    return any(_is_past_of_you(word) for word in statement.words[max(0, index - _NEAR) : index])


def _is_past_of_you(word: Word) -> bool:
    return word.folded.endswith(("aste", "iste", "asteis", "isteis")) or word.folded in ("won", "gave", "raised", "had")


def _is_other_series(statement: Statement, index: int, known: Known) -> bool:
    """Whether it names a round that the facts do not: "Series A" where they tell of a seed round."""
    pair = " ".join(word.folded for word in statement.words[index : index + 2])
    return _SERIES.fullmatch(pair) is not None and pair not in known.their_plain


def _is_told(happening: Happening, known: Known) -> bool:
    return not happening.words.isdisjoint(known.their_words)


def _met(statement: Statement, known: Known) -> Iterator[Finding]:
    """That we met or spoke before: only a column of the user's own can tell that."""
    if statement.marks & (Mark.QUESTION | Mark.OFFER | Mark.HYPOTHESIS):
        return
    cue = next(cue for cue in statement.cues if cue.marks & Mark.MET)
    if any(fact.field.startswith("custom.") for fact in known.theirs):
        return
    text = statement.passage.text[cue.start : cue.end]
    detail = Sentence(
        f"Dice que ya hubo trato («{text}»), y ningún dato lo recoge.",
        f"It says that you met or spoke before (“{text}”), and no fact holds that.",
    )
    yield Finding(statement.passage, cue.start, cue.end, "event", UNSUPPORTED, (), detail)


@cache
def _by_word() -> dict[str, Happening]:
    return {
        word: Happening(Sentence(entry["es"], entry["en"]), frozenset(entry["words"].split()))
        for entry in table("happenings").values()
        for word in entry["words"].split()
    }
