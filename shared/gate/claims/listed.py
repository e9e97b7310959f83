"""The claims that the writer lists: taken as a hint where to look, believed only as far as the facts carry them."""

from collections.abc import Iterator, Sequence
from functools import cache

from shared.domain.message import Fact
from shared.domain.writing import WrittenClaim
from shared.gate.claims.kinds import kind_of_fact
from shared.gate.evidence import Evidence
from shared.gate.figures import figures_in
from shared.gate.folding import fold
from shared.gate.grounding.finding import UNSUPPORTED, VERIFIED, Finding, ids_of
from shared.gate.lexicon import table
from shared.gate.reading import Passage, Reading
from shared.gate.words import Word, words_of

_STEM = 5


def listed_claims(reading: Reading, written: Sequence[WrittenClaim]) -> Iterator[Finding]:
    """The listed claims that stand in the text. One is verified if at least half of its words that mean something,
    all of its figures and all of its capitalised words are in the facts that it names; else it is unsupported.
    """
    facts = {fact.id: fact for fact in reading.evidence.facts}
    for claim in written:
        named = tuple(facts[id_] for id_ in claim.facts if id_ in facts)
        for passage in reading.passages:
            start = passage.folded.find(fold(claim.text)) if claim.text.strip() else -1
            if start >= 0:
                yield _claim(passage, start, start + len(claim.text), named, reading.evidence)
                break


def _claim(passage: Passage, start: int, end: int, named: tuple[Fact, ...], evidence: Evidence) -> Finding:
    kind = kind_of_fact(named[0]) if named else "post"
    if _is_held_by(passage.text[start:end], named, evidence):
        return Finding(passage, start, end, kind, VERIFIED, ids_of(named))
    return Finding(passage, start, end, kind, UNSUPPORTED)


def _is_held_by(text: str, named: Sequence[Fact], evidence: Evidence) -> bool:
    stems = {token[:_STEM] for fact in named for token in evidence.tokens[fact.id]}
    meaning = [word for word in words_of(text) if word.folded not in _empty_words()]
    shared = [word for word in meaning if _stem(word) in stems]
    names = [word for word in meaning[1:] if word.capitalised]
    return (
        bool(shared)
        and 2 * len(shared) >= len(meaning)
        and _has_figures_of(named, fold(text))
        and all(_stem(name) in stems for name in names)
    )


def _stem(word: Word) -> str:
    return word.folded[:_STEM]


def _has_figures_of(named: Sequence[Fact], folded: str) -> bool:
    """Whether the facts state every figure of a folded text."""
    said = _values(folded)
    return not said or said <= _values(fold("\n".join(fact.text for fact in named)))


def _values(folded: str) -> set[float]:
    return {figure.value for figure in figures_in(folded)}


@cache
def _empty_words() -> frozenset[str]:
    """Function words of the languages that messages are written in."""
    words = table("function_words")
    return frozenset(fold(f"{words['es']} {words['en']}").split())
