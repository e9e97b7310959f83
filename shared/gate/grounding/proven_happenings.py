"""Whether a fact tells of a happening that a text speaks of.

A sentence of a fact does if it has a word of the same sort, is of no other place, prize or round ("finalist", "silver",
"the second plant", "Series A") and tells of nobody else; and the fact shares what else the clause says of it.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from shared.domain.message import Fact
from shared.gate.grounding.authors import is_named_in, other_author
from shared.gate.grounding.degrees_of_success import differ_in_degree
from shared.gate.grounding.keys import Keys, content_words, keys_of, keys_of_all
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import is_time
from shared.gate.grounding.places import is_around
from shared.gate.grounding.said_happenings import FRESH, series
from shared.gate.grounding.sorts_of_happenings import Happening
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.sentences import sentences_of
from shared.gate.words import Word, tokens_of

_IN_FRONT = 3
_REACH = 4
_LAST_SAID = 2 * _REACH
_EMPTY = FRESH | frozenset(
    "yours tuyo tuya suyo suya vuestro ago hace two three four five dos tres cuatro cinco well bien".split()
)
_END_OF_SAID = frozenset(
    "y and pero but que so porque because mientras while cuando when most muchos muchas many".split()
)
_PASSING_ON = frozenset("felicitaste felicito felicitas felicitabas congratulated shared compartiste compartio".split())
_RECENT = 24
"""For how many months a post may be called new."""


class _Told(NamedTuple):
    """A post, or one sentence of another fact, as written and as folded words."""

    fact: Fact
    text: str
    words: tuple[str, ...]


def is_told(happening: Happening, statement: Statement, index: int, known: Known) -> bool:
    """Whether a fact tells of what the word at `index` does and, where the clause says more, shares some of it."""
    named = series(statement, index)
    if named is not None and named not in known.their_plain:
        return False
    said = _telling(_said_of_it(statement, index), known)
    in_front = statement.words[max(0, index - _IN_FRONT) : index] if said else ()
    near = statement.words[max(0, index - _REACH) : index + 1 + _REACH]
    told = _told(happening, [statement.words[index].folded], statement, known)
    return _is_proven(happening, [*said, *content_words(in_front)], near, told, known)


def is_phrase_told(happening: Happening, statement: Statement, start: int, end: int, known: Known) -> bool:
    """Whether a fact tells of what the phrase at [start, end) does, or repeats it."""
    inside = [index for index, word in enumerate(statement.words) if start <= word.start < end]
    phrase = statement.words[inside[0] : inside[-1] + 1]
    words = [*phrase, *_said_of_it(statement, inside[-1])]
    said = [word for word in _telling(words, known) if not happening.means(word.folded)]
    if phrase[-1].capitalised and is_around(phrase[-1].folded, known.places_of_now):
        return True
    told = _told(happening, [word.folded for word in phrase], statement, known)
    if happening.is_of_lists:
        figures = {word.folded for word in phrase if word.folded.isdigit()}
        told = [one for one in told if figures <= set(one.words)]
    return _is_proven(happening, said, words, told, known) or _is_repeated(phrase, statement, known)


def _is_proven(
    happening: Happening, said: Sequence[Word], near: Sequence[Word], told: Sequence[_Told], known: Known
) -> bool:
    proving = _proving(happening, said, told, known)
    if not proving:
        return bool(happening.posts) and _is_in_career(happening.posts, known)
    return not differ_in_degree([word.folded for word in near], [one.words for one in proving])


def _proving(happening: Happening, said: Sequence[Word], told: Sequence[_Told], known: Known) -> Sequence[_Told]:
    """The sentences that share what is said, or else those of the facts that do."""
    if happening.bare or not said:
        return told
    return [one for one in told if _shares(said, keys_of_all(one.words))] or [
        one for one in told if _shares(said, known.keys_of_fact(one.fact))
    ]


def _is_repeated(phrase: Sequence[Word], statement: Statement, known: Known) -> bool:
    """Whether what a fact tells has all names and figures of a phrase that has some, and no other degree."""
    names = {word.folded for word in phrase if word.capitalised or word.folded.isdigit()}
    telling = [one for one in _tellings(known) if names <= set(one.words)] if names else []
    telling = [one for one in telling if not _is_of_another(one, statement, known)]
    return bool(telling) and not differ_in_degree([word.folded for word in phrase], [one.words for one in telling])


def _is_in_career(how: str, known: Known) -> bool:
    """Whether they rose at their company, or came to it or to their post not long ago."""
    held = [job for job in known.jobs if job.company and job.company <= known.present_companies]
    if how == "arrival":
        return bool(held) and all(_is_recent(job.experience.start, known) for job in held)
    return len(held) > 1 or any(_is_recent(job.experience.start, known) for job in held if not job.is_over)


def _is_recent(start: str | None, known: Known) -> bool:
    year, _, month = (start or "0").partition("-")
    return (known.today.year - int(year)) * 12 + (known.today.month or 1) - int(month or 1) <= _RECENT


def _said_of_it(statement: Statement, index: int) -> Sequence[Word]:
    """The words right behind, up to what begins another thought."""
    behind = statement.words[index + 1 : index + 1 + _LAST_SAID]
    text = statement.passage.text
    for place, word in enumerate(behind):
        gap = text[statement.words[index + place].end : word.start]
        if word.folded in _END_OF_SAID or not {",", ";", ":", "(", "?"}.isdisjoint(gap):
            return behind[:place]
    return behind


def _told(happening: Happening, said: Sequence[str], statement: Statement, known: Known) -> list[_Told]:
    """What facts tell of such a thing; what somebody else did, whom the text does not name, is none of theirs."""
    told = [one for one in _tellings(known) if happening.is_told_by(one.words, said)]
    return [one for one in told if not _is_of_another(one, statement, known)]


def _tellings(known: Known) -> Iterator[_Told]:
    for fact in known.prose:
        if fact.field.startswith("posts["):
            yield _Told(fact, fact.text, known.evidence.tokens[fact.id])
        else:
            yield from (_Told(fact, text, words) for text, words in _sentences_in(fact.text))


@lru_cache(maxsize=2048)
def _sentences_in(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((text[start:end], tokens_of(text[start:end])) for start, end in sentences_of(text))


def _is_of_another(told: _Told, statement: Statement, known: Known) -> bool:
    if statement.sentence & Mark.COLLEAGUE:
        return False
    author = other_author(told.text)
    if author is None or not known.their_names.isdisjoint(author.split()):
        return False
    return not is_named_in(author, statement.passage.vocabulary) and not statement.vocabulary & _PASSING_ON


def _telling(words: Sequence[Word], known: Known) -> list[Word]:
    return [word for word in content_words(words) if _is_telling(word, known)]


def _is_telling(word: Word, known: Known) -> bool:
    return not (word.folded in known.their_names or word.folded in _EMPTY or is_time(word.folded))


def _shares(said: Sequence[Word], keys: Keys) -> bool:
    return any(not keys_of(word.folded).isdisjoint(keys) for word in said)
