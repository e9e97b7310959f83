"""Prizes, rounds, openings, talks: what is said to have happened to the person or their company without a fact of it.

A happening is told by a noun that is theirs or known ("tu premio", "tras la ronda", "the webinar you hosted"), by a
verb whose subject they are ("habéis abierto", "you are hiring") or by a phrase ("entrada de un fondo en el capital"). A
fact tells of it if it has a word of the same sort, shares what else the clause says of it, and is of no other place,
prize or round ("finalist", "silver", "the second plant", "Series A"), nor somebody else's.
"""

from collections.abc import Iterator, Sequence

from shared.domain.errors import Sentence
from shared.gate.grounding.finding import UNSUPPORTED, Finding
from shared.gate.grounding.known import Known
from shared.gate.grounding.proven_happenings import is_phrase_told, is_told
from shared.gate.grounding.said_happenings import is_phrase_said, is_said, may_be_said, series
from shared.gate.grounding.sorts_of_happenings import Happening, happening_of, phrases_in
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.words import Word

_HEADS = frozenset(
    "question questions process processes room rooms stage stages slot slots day days panel panels calendar hall centre"
    " center guide notes season schedule schedules loop list lists advice line lines paragraph sentence remark"
    " statement balance hours hour times gambit move bid speaker speakers".split()
)
"""What an English noun in front only qualifies, so that it tells of no happening."""
_SPENT = frozenset("inversion inversiones investment investments".split())
"""What is spent where "in" stands behind it, and raised where it does not."""


def judged_happenings(statement: Statement, known: Known) -> Iterator[Finding]:
    """The happenings that a clause tells and no fact does; the first one only."""
    if may_be_said(statement):
        yield from _by_words(statement, known) or _by_phrases(statement, known)


def _by_words(statement: Statement, known: Known) -> list[Finding]:
    for index, word in enumerate(statement.words):
        happening = happening_of("series" if series(statement, index) else word.folded)
        if happening is None or _qualifies(statement.words, index) or _is_general(statement, word.start):
            continue
        if not is_said(happening, statement, index, known) or _is_of_a_name(word, known):
            continue
        if not is_told(happening, statement, index, known):
            return [_untold(happening, statement, word.start, word.end)]
    return []


def _is_of_a_name(word: Word, known: Known) -> bool:
    """Whether the word is part of the name of a post or a company of theirs: "Comprador Senior"."""
    return any(word.folded in words for _, words in known.short_names)


def _by_phrases(statement: Statement, known: Known) -> list[Finding]:
    for happening, start, end in phrases_in(statement):
        if (
            is_phrase_said(statement, start)
            and (happening.posts or not _ends_in_their_name(statement, end, known))
            and not _is_general(statement, start)
            and not is_phrase_told(happening, statement, start, end, known)
        ):
            return [_untold(happening, statement, start, end)]
    return []


def _ends_in_their_name(statement: Statement, end: int, known: Known) -> bool:
    """Whether what is told of is called as their company is: "el cierre de las Clínicas del Sinú"."""
    last = statement.word_before(end)
    return last is not None and last.capitalised and last.folded in known.present_companies


def _is_general(statement: Statement, start: int) -> bool:
    """Whether it is said of people or companies in general: before, or, of "after raising money", right behind."""
    word = statement.passage.words_between(start, statement.end)[0]
    end = statement.end if word.folded.endswith("ing") else start
    return any(cue.marks & Mark.GENERAL and cue.start <= end for cue in statement.cues)


def _untold(happening: Happening, statement: Statement, start: int, end: int) -> Finding:
    said = statement.passage.text[start:end]
    detail = Sentence(
        f"Habla de {happening.name.es} («{said}») que ningún dato recoge.",
        f"It tells of {happening.name.en} (“{said}”) that no fact holds.",
    )
    return Finding(statement.passage, start, end, "event", UNSUPPORTED, (), detail)


def _qualifies(words: Sequence[Word], index: int) -> bool:
    """Whether the word only says of what sort the next one is: "a better interview question"."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and words[index].folded in _SPENT and following.folded in ("en", "in"):
        return True
    return following is not None and following.folded in _HEADS and following.start == words[index].end + 1
