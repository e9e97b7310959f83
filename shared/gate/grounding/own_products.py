"""What is said to be theirs by its kind: "vuestra plataforma de fichajes", "your ski school".

A possessive takes for granted that there is such a thing. It is claimed if what tells it from others of its kind is in
none of their facts: without a rival of the same kind only where the kind is one that few have.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from shared.domain.message import Fact
from shared.gate.grounding.finding import CONTRADICTED, UNSUPPORTED, Finding, says_instead, says_without_proof
from shared.gate.grounding.keys import has_meaning, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.ordinary import is_ordinary
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.grounding.variants import other_writing
from shared.gate.lexicon import table
from shared.gate.possessives import OWN
from shared.gate.words import Word

_FAR = 4
_OF = frozenset("de del of for para sobre".split())
_ARTICLES = frozenset("la el los las the".split())


def judged_own_products(statement: Statement, known: Known) -> Iterator[Finding]:
    """The apps, ranges, schools and the like that a clause says are theirs and that no fact tells of."""
    if statement.vocabulary.isdisjoint(_kinds()) or statement.vocabulary.isdisjoint(OWN):
        return
    if statement.marks & (Mark.GENERAL | UNREAL | Mark.OFFER):
        return
    for index, word in enumerate(statement.words):
        if word.folded in _kinds() and (told := _told_apart(statement.words, index)):
            yield from _judged(word, told, statement, known)


def _judged(kind: Word, told: Sequence[Word], statement: Statement, known: Known) -> Iterator[Finding]:
    if any(_is_known(word, known) for word in told):
        return
    rival = _rival(kind.folded, known)
    if rival is None and _kinds()[kind.folded] not in _words("strong"):
        return
    start, end = min(kind.start, told[0].start), max(kind.end, told[-1].end)
    said = statement.passage.text[start:end]
    detail = says_instead(said, rival.text) if rival else says_without_proof(said)
    facts = (rival.id,) if rival else ()
    yield Finding(statement.passage, start, end, "product", CONTRADICTED if rival else UNSUPPORTED, facts, detail)


def _told_apart(words: Sequence[Word], index: int) -> list[Word]:
    """The words that tell which thing of its kind a possessive means: behind "de", or before an English noun; none if
    nothing is said to be the reader's.
    """
    owner = next(
        (place for place in range(index - 1, max(-1, index - 1 - _FAR), -1) if words[place].folded in OWN), None
    )
    if owner is None or any(_breaks(words, place) for place in range(owner, index)):
        return []
    if words[owner].folded == "your":
        return [word for word in words[owner + 1 : index] if _tells(word)]
    behind = [word for word in words[index + 1 : index + 1 + _FAR] if word.folded not in _ARTICLES]
    if len(behind) < len(("de", "fichajes")) or behind[0].folded not in _OF:
        return []
    return [behind[1]] if _tells(behind[1]) else []


def _breaks(words: Sequence[Word], place: int) -> bool:
    """Whether something other than a space or a hyphen stands behind a word."""
    return words[place + 1].start - words[place].end > 1


def _tells(word: Word) -> bool:
    return has_meaning(word.folded) and word.folded not in _words("light") and word.text.islower()


def _is_known(word: Word, known: Known) -> bool:
    """Whether any fact about them has the word or one of its meaning, or the language none such."""
    if not keys_of(word.folded).isdisjoint(known.their_keys) or other_writing((word.folded,), known):
        return True
    return not is_ordinary(word.folded)


def _rival(kind: str, known: Known) -> Fact | None:
    """The fact that tells of another thing of the kind."""
    named = (word for word, other in _kinds().items() if other == _kinds()[kind])
    facts = (fact for word in named for fact in known.facts_of_word.get(word, ()) if fact.id in known.theirs_by_id)
    return next((fact for fact in facts if fact in known.prose), None)


@cache
def _kinds() -> dict[str, str]:
    """For each noun the kind of thing that it names."""
    return {word: kind for kind, words in table("made_things")["kinds"].items() for word in words.split()}


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(table("made_things")[group].split())
