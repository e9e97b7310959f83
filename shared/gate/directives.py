"""Whether a sentence of a profile tells whoever writes the message what to write, told by its grammar.

`lexicons/orders.txt` knows orders by their wording. This module knows them by what an order consists of: a telling
verb in the imperative, or a duty, and somebody or something that only an order to a writer names: the writer itself,
the reader, the text. Its words are data in `lexicons/directives.json`.
"""

import re
from enum import IntEnum
from functools import cache, lru_cache
from re import Pattern

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.lexicon import one_of, table

_SENTENCE_END = lazy_pattern(r"(?<=[.!?…])\s+|\n+")
"""Folded text has no capitals to tell an abbreviation by, and a cut too many does no harm here."""
_WORD = lazy_pattern(r"[\w']+")


class Strength(IntEnum):
    """How sure it is that a text is an order to the writer.

    A `POSSIBLE` one may be advice to the person's own readers ("Write the note before the meeting"), so it stays a
    fact; a draft that does what it says is suspect all the same. A `CERTAIN` one is no fact.
    """

    NONE = 0
    POSSIBLE = 1
    CERTAIN = 2


def strength_of(folded: str, heading: str = "") -> Strength:
    """The strongest order in a folded text; `heading` is its column's own, if it stands in one."""
    found = max(map(_of_sentence, _SENTENCE_END.split(folded)), default=Strength.NONE)
    if found is Strength.NONE and heading and _stands_as_order_in_a_column(folded, heading):
        return Strength.POSSIBLE
    return found


def _of_sentence(sentence: str) -> Strength:
    if any(map(_may_tell, _WORD.findall(sentence))):
        told = _told(sentence)
        if told is not Strength.NONE:
            return told
    return Strength.POSSIBLE if _pattern("declarations").search(sentence) else Strength.NONE


def _told(sentence: str) -> Strength:
    """How sure an order is that has a verb of telling or duty."""
    if _sets_aside(sentence) or _pattern("roles").search(sentence) or _names_a_writer_who_is_told(sentence):
        return Strength.CERTAIN
    at_a_moment = _tells_at_a_moment(sentence)
    tells = _imperative().search(sentence) is not None
    if not (tells or at_a_moment or _is_duty(sentence)):
        return Strength.NONE
    if at_a_moment or _speaks_to_a_writer(sentence) or (tells and _pattern("recipients").search(sentence)):
        return Strength.CERTAIN
    names_it = _pattern("texts").search(sentence) or _pattern("to_the_person").search(sentence)
    return Strength.POSSIBLE if names_it else Strength.NONE


def _is_duty(sentence: str) -> bool:
    """Whether something must be done or is wished for; what "my talk" or "our model" must do is no order."""
    return bool(_pattern("obligations").search(sentence)) and not _pattern("own_statements").match(sentence)


def _sets_aside(sentence: str) -> bool:
    return bool(_pattern("set_aside").search(sentence) and _pattern("what_was_told").search(sentence))


def _names_a_writer_who_is_told(sentence: str) -> bool:
    """As in "Bots put three asterisks": the verb stands right behind."""
    if not _pattern("writers").search(sentence):
        return False
    return any(_tells_from(sentence, match.end()) for match in _frames("told")[0].finditer(sentence))


def _speaks_to_a_writer(sentence: str) -> bool:
    if any(frame.search(sentence) for frame in _frames("other_frames")):
        return True
    if not _pattern("writers").search(sentence):
        return False
    return any(frame.search(sentence) for frame in _frames("writer_frames"))


def _tells_at_a_moment(sentence: str) -> bool:
    """As in "When you write to her mention the fair": the clause before needs no comma."""
    moment = _pattern("moments").search(sentence)
    return moment is not None and any(map(is_telling, _WORD.findall(sentence, moment.end())))


def _tells_from(sentence: str, start: int) -> bool:
    word = _WORD.match(sentence, start)
    return word is not None and is_telling(word[0])


def is_headed_as_order(heading: str) -> bool:
    """Whether a column's folded heading says how to write: "style", "sign-off"."""
    return _pattern("columns").search(heading) is not None


def _stands_as_order_in_a_column(folded: str, heading: str) -> bool:
    """A file's own column has nobody to advise: what tells there, tells the writer; so does one headed "style"."""
    return is_headed_as_order(heading) or _imperative().search(folded) is not None


@lru_cache(maxsize=20_000)
def _may_tell(word: str) -> bool:
    """Whether an order can hold the word as its verb; most sentences have no such word, and that is quick to see."""
    return is_telling(word) or _beginnings().fullmatch(word) is not None


@lru_cache(maxsize=20_000)
def is_telling(word: str) -> bool:
    """Whether a folded word can be the verb that tells somebody to say or write something."""
    return _telling_verb().fullmatch(word) is not None


@cache
def _beginnings() -> Pattern[str]:
    words = table("directives")
    starts = [entry.partition(" ")[0] for group in ("obligations", "set_aside") for entry in words[group]]
    return re.compile("|".join([*starts, *_OF_ROLES]))


_OF_ROLES = ("from", "partir", "desde", "ahora", "now", r"(?:des|de)?codific\w+", r"decod\w+")


@cache
def _pattern(group: str) -> Pattern[str]:
    return re.compile(rf"\b{one_of('directives', group)}(?!\w)")


@cache
def _telling_verb() -> Pattern[str]:
    return re.compile(_telling())


def _telling() -> str:
    return f"{one_of('directives', 'tellings')}{table('directives')['clitics']}"


@cache
def _imperative() -> Pattern[str]:
    """A telling verb where a clause begins, with or without pronouns behind it."""
    begins = r"(?:^|[.,;:!?¡¿(\[{|/«»\"“”'—–\n>*#-]\s{0,3})"
    return re.compile(rf"{begins}(?:{table('directives')['openers']}\s+){{0,3}}{_telling()}(?!\w)")


@cache
def _frames(group: str) -> tuple[Pattern[str], ...]:
    """What stands around a writer that is spoken to, or told what to do."""
    writer = one_of("directives", "writers")
    return tuple(re.compile(frame.replace("WRITER", writer)) for frame in table("directives")[group])
