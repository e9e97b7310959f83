"""Prizes, rounds, openings, talks: what is said to have happened to the person or their company without a fact of it.

A happening is told by a noun that is theirs or known ("tu premio", "felicidades por la ronda") or by a verb whose
subject they are ("habéis abierto", "Vi que inauguraron", "you are hiring"). A fact tells of it if it
has a word of the same sort, and shares what else the clause says of it.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.grounding.finding import UNSUPPORTED, Finding
from shared.gate.grounding.keys import content_words, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.lexicon import table
from shared.gate.words import Word

_OWN = frozenset("tu tus su sus vuestro vuestra vuestros vuestras your".split())
_KNOWN = _OWN | frozenset("el la los las del al the that ese esa este esta this".split())
_ANY = _KNOWN | frozenset("un una a an otro otra nuevo nueva nuevos nuevas new recent reciente ultimo ultima".split())
_RIGHT_BEFORE = 3
_SERIES = lazy_pattern(r"series? [a-f]")
_OF_YOU = lazy_pattern(
    r"(?:(?:\w+(?:aste|iste|asteis|isteis|aron|ieron|eron)|\w{2,}(?:aron|ieron))"
    r"|(?:has|habeis|han|ha|hayan|hayas|hayais|estais|estas|estan|acabas|acabais|acaban|acaba|vais|van)"
    r"|(?:you|you've|you're|just|recently|has|have|were|was|is|are|being|been|got|getting))"
)
_REACH = 4
_HEADS = frozenset(
    "question questions process processes room rooms stage stages slot slots day days panel panels calendar hall centre"
    " center guide notes season schedule schedules loop list lists advice".split()
)
"""What an English noun in front only qualifies, so that it tells of no happening."""
_OTHERS = frozenset("nobody nadie somebody alguien everyone everybody they ellos i yo we nosotros who quien".split())


class Happening(NamedTuple):
    """A sort of thing that happens: what it is called, and the beginnings of the folded words that tell of it."""

    name: Sentence
    nouns: tuple[str, ...]
    verbs: tuple[str, ...]
    not_: frozenset[str]

    def is_named(self, word: str) -> bool:
        """Whether a folded word is a noun of it."""
        return word.startswith(self.nouns) and word not in self.not_ if self.nouns else False

    def is_done(self, word: str) -> bool:
        """Whether a folded word is a verb of it."""
        return word.startswith(self.verbs) and word not in self.not_ if self.verbs else False

    def tells(self, word: str) -> bool:
        """Whether a folded word of a fact tells of it."""
        return self.is_named(word) or self.is_done(word)


def judged_happenings(statement: Statement, known: Known) -> Iterator[Finding]:
    """The happenings that a clause tells and no fact does."""
    if not statement.sentence & (Mark.OBSERVED | Mark.THEM) or statement.marks & Mark.GENERAL:
        return
    if statement.marks & Mark.US and not statement.marks & (Mark.THEM | Mark.OBSERVED):
        return
    for index, word in enumerate(statement.words):
        happening = _by_word("series" if _series(statement, index) else word.folded)
        if happening is None or _qualifies(statement.words, index):
            continue
        if not _is_said(happening, statement, index, known):
            continue
        if _is_told(happening, statement, index, known):
            continue
        detail = Sentence(
            f"Habla de {happening.name.es} («{word.text}») que ningún dato recoge.",
            f"It tells of {happening.name.en} (“{word.text}”) that no fact holds.",
        )
        yield Finding(statement.passage, word.start, word.end, "event", UNSUPPORTED, (), detail)
        return


def _qualifies(words: Sequence[Word], index: int) -> bool:
    """Whether the word only says of what sort the next one is: "a better interview question"."""
    following = words[index + 1] if index + 1 < len(words) else None
    return following is not None and following.folded in _HEADS and following.start == words[index].end + 1


def _is_said(happening: Happening, statement: Statement, index: int, known: Known) -> bool:
    """Whether the word is said of them as something that is so."""
    words, word = statement.words, statement.words[index]
    if any(cue.marks & (Mark.HYPOTHESIS | Mark.CONDITION) and cue.start < word.start for cue in statement.cues):
        return False
    before = {other.folded for other in words[max(0, index - _RIGHT_BEFORE) : index]}
    if _series(statement, index) or (before and words[index - 1].folded in _OTHERS):
        return _series(statement, index) is not None
    reported = any(cue.marks & Mark.OBSERVED and cue.start <= word.start for cue in statement.cues)
    if happening.is_named(word.folded) and (before & _OWN or (reported and before & _ANY)):
        return True
    if not reported and word.start >= statement.question:
        return False
    if happening.is_named(word.folded) and _is_done_by_them(statement, index):
        return True
    return happening.is_done(word.folded) and (
        reported or _is_done_by_them(statement, index) or _is_by_their_company(statement, index, known)
    )


def _is_done_by_them(statement: Statement, index: int) -> bool:
    """Whether a verb in front of the word, or the word itself, has the reader or their company for its subject."""
    near = statement.words[max(0, index - _REACH) : index + 1]
    return any(_OF_YOU.fullmatch(word.folded) for word in near) and bool(
        statement.marks & (Mark.THEM | Mark.OBSERVED) or near[-1].folded.endswith(("aste", "isteis", "asteis", "iste"))
    )


def _is_by_their_company(statement: Statement, index: int, known: Known) -> bool:
    before = statement.words[max(0, index - _REACH) : index]
    return any(word.folded in known.present_companies and word.capitalised for word in before)


def _is_told(happening: Happening, statement: Statement, index: int, known: Known) -> bool:
    """Whether a fact has a word of the same sort and, where the clause says more, shares some of it."""
    if _is_other_series(statement, index, known):
        return False
    said = [
        word for word in content_words(statement.words[index + 1 : index + 1 + 2 * _REACH]) if _is_telling(word, known)
    ]
    facts = [fact for fact in known.theirs if any(happening.tells(word) for word in known.evidence.tokens[fact.id])]
    return any(not said or _shares(said, fact, known) for fact in facts)


def _is_telling(word: Word, known: Known) -> bool:
    return word.folded not in known.their_names and not word.folded[0].isdigit()


def _shares(said: list[Word], fact: Fact, known: Known) -> bool:
    keys = known.keys_of_fact(fact)
    return any(not keys_of(word.folded).isdisjoint(keys) for word in said)


def _is_other_series(statement: Statement, index: int, known: Known) -> bool:
    """Whether it names a round that the facts do not: "Series A" where they tell of a seed round."""
    series = _series(statement, index)
    return series is not None and series not in known.their_plain


def _series(statement: Statement, index: int) -> str | None:
    pair = " ".join(word.folded for word in statement.words[index : index + 2])
    return pair if _SERIES.fullmatch(pair) else None


@lru_cache(maxsize=4096)
def _by_word(word: str) -> Happening | None:
    return next((happening for happening in _happenings() if happening.tells(word)), None)


@cache
def _happenings() -> tuple[Happening, ...]:
    return tuple(
        Happening(
            Sentence(entry["es"], entry["en"]),
            tuple(entry["nouns"].split()),
            tuple(entry["verbs"].split()),
            frozenset(entry.get("not", "").split()),
        )
        for entry in table("happenings").values()
    )
