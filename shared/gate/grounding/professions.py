"""Professions: somebody with a degree in law is a lawyer, and nobody becomes a psychologist by a slip."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from shared.gate.grounding.finding import CONTRADICTED, UNSUPPORTED, VERIFIED, Finding, says_instead, says_without_proof
from shared.gate.grounding.keys import keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.somebody import is_told_of_somebody
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.lexicon import word_list
from shared.gate.words import tokens_in

_SAYS_WHAT_THEY_ARE = frozenset("eres sos es usted como as are you're an a una un".split())
_BEING = frozenset("eres sos es usted como as are you're siendo being for para".split())
_BRANCHES = frozenset(
    "mechanical electrical civil chemical industrial electronic aerospace biomedical mecanico mecanica electrico"
    " electrica quimico quimica agronomo agronoma naval".split()
)
_DEGREES = ("licenciad", "graduad", "titulad", "diplomad", "doctorad", "master", "grado", "degree", "bachelor")


def judged_professions(statement: Statement, known: Known) -> Iterator[Finding]:
    """What the facts say to the professions that a clause gives the person."""
    if not statement.sentence & Mark.THEM or statement.marks & Mark.GENERAL:
        return
    yield from _degree_named(statement, known)
    if _degrees().keys().isdisjoint(statement.vocabulary):
        return
    for index, word in enumerate(statement.words):
        degrees = _degrees().get(word.folded)
        if not degrees or not _is_said_of_them(statement, index, known):
            continue
        if (word.folded in known.their_words or _is_proven(degrees, known)) and not _other_branch(
            statement, index, known
        ):
            yield Finding(statement.passage, word.start, word.end, "title", VERIFIED)
        else:
            detail = says_without_proof(word.text)
            yield Finding(statement.passage, word.start, word.end, "title", UNSUPPORTED, (), detail)


def _other_branch(statement: Statement, index: int, known: Known) -> bool:
    """Whether an engineer is of a branch that no fact names: "an electrical engineer", "ingeniera civil"."""
    near = {word.folded for word in statement.words[max(0, index - 1) : index + 2]}
    return any(word in _BRANCHES and keys_of(word).isdisjoint(known.their_keys) for word in near)


def _is_said_of_them(statement: Statement, index: int, known: Known) -> bool:
    """Whether a profession stands behind "eres", "usted", "as a", before "by degree", or where a clause begins."""
    before = [word.folded for word in statement.words[max(0, index - 2) : index]]
    behind = [word.folded for word in statement.words[index + 1 : index + 3]]
    if behind[:1] == ["by"]:
        return True
    if not [word for word in before if not known.evidence.names.has(word)]:
        return statement.words[index].text.islower() and behind[:1] != ["o"]
    if before[-1] == "es" and _is_of_another(statement, index):
        return False
    return before[-1] in _SAYS_WHAT_THEY_ARE and not _BEING.isdisjoint(before)


def _is_of_another(statement: Statement, index: int) -> bool:
    """Whether "es" has another subject than usted: "uno de cada cuatro es médico", "mi hermano es médico"."""
    place = statement.words[index].start
    return "cada" in {word.folded for word in statement.words[:index]} or is_told_of_somebody(statement.passage, place)


def _degree_named(statement: Statement, known: Known) -> Iterator[Finding]:
    """A degree that the clause gives them: "licenciado en letras", "a degree in law"."""
    if statement.vocabulary.isdisjoint(("en", "in")):
        return
    for index, word in enumerate(statement.words[:-2]):
        if not word.folded.startswith(_DEGREES) or statement.words[index + 1].folded not in ("en", "in"):
            continue
        subject = statement.words[index + 2]
        if known.degrees and not any(keys_of(subject.folded) & known.keys_of_fact(fact) for fact in known.degrees):
            text = statement.passage.text[word.start : subject.end]
            detail = says_instead(text, known.degrees[0].text)
            yield Finding(
                statement.passage, word.start, subject.end, "school", CONTRADICTED, (known.degrees[0].id,), detail
            )


def is_profession(word: str) -> bool:
    """Whether a folded word is a profession that some degree gives."""
    return word in _degrees()


def is_proven_profession(word: str, known: Known) -> bool:
    """Whether a folded word is a profession that their degrees or other facts give."""
    degrees = _degrees().get(word)
    return degrees is not None and _is_proven(degrees, known)


def _is_proven(degrees: frozenset[str], known: Known) -> bool:
    words = known.their_words
    return any(_has_degree(degree, words) for degree in degrees)


def _has_degree(degree: str, words: frozenset[str]) -> bool:
    """Whether the facts have all words of a degree, "business administration"; one word may end otherwise."""
    parts = tokens_in(degree)
    if len(parts) > 1:
        return words.issuperset(parts)
    return degree in words or any(word.startswith(degree) for word in words)


@cache
def _degrees() -> dict[str, frozenset[str]]:
    """For each profession the words of the degrees that lead to it."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in word_list("degrees"):
        degrees, _, professions = line.partition(" = ")
        for profession in professions.split():
            found[profession] |= set(degrees.split(", "))
    return {profession: frozenset(of) for profession, of in found.items()}
