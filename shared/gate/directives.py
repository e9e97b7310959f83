"""Whether a sentence of a profile tells whoever writes the message what to write, told by its grammar.

`lexicons/orders.txt` knows orders by their wording. This module knows them by what an order consists of: a telling
verb in the imperative, or a duty, and somebody or something that only an order to a writer names: the writer itself,
the reader, the text. Its words are data in `lexicons/directives.json`.
"""

import re
from enum import IntEnum
from functools import cache, lru_cache
from re import Pattern

from shared.domain.lazy_pattern import lazy_pattern, lexicon_patterns
from shared.gate.beginnings import groups_begun
from shared.gate.lexicon import one_of, table

_RUN = lazy_pattern(r"\w+")
_SENTENCE_END = lazy_pattern(r"(?<=[.!?…])\s+|\n+")
"""Folded text has no capitals to tell an abbreviation by, and a cut too many does no harm here."""
_WORD = lazy_pattern(r"[\w']+")
_NOT_ITS_SUBJECT = (
    r"(?!\s+(?:ran|runs|was|were|is|are|came|comes|took|takes|went|goes|has|had|arrived|reached|fue|era|es|son|eran"
    r"|llego|llega|salio|sale|vino|viene|tuvo|tiene|ocupo|ocupa|tardo|tarda)\b)"
)
"""What is said to do something is a noun and tells nobody anything: "Reply ran to 14 pages"."""
_WITHOUT = lazy_pattern(r"\b(?:without|unless|sin|si no|salvo|but|sino|pero|instead|en vez|only|solo)\b")
_ASKS_READERS = lazy_pattern(
    r"\W*(?:who|what|how|why|when|quien(?:es)?|que|como|por que|cuando|cuant[oa]s?)\b[^.!?]*\?\s*$"
)


TOLD_BY_WORDS = (
    "writers",
    "obligations",
    "set_aside",
    "roles",
    "declarations",
    "moments",
    "recipients",
    "what_was_told",
)
"""The groups of the lexicon that are searched for only where a word stands with which an entry can begin."""


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
    folded = folded.replace("a.i.", "ai").replace("i.a.", "ia")
    folded = _asked_writer().sub(r"\1, ", folded) if "?" in folded else folded
    found = max(map(_of_sentence, _SENTENCE_END.split(folded)), default=Strength.NONE)
    return Strength.POSSIBLE if found is Strength.NONE and heading and is_headed_as_order(heading) else found


_FRAMES = frozenset("told writer_frames other_frames headings writers_say addressed".split())
"""Groups of the lexicon in whose entries WRITER stands for whoever writes."""
_WORDS_AND_PARTS = frozenset("clitics openers weak_tellings deeds".split())
"""What is in the lexicon and no pattern by itself."""


class _Sentence:
    """A sentence, searched for what its words let it hold: most have no word of an order, and that is quick to see."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._begun = groups_begun("directives", _RUN.findall(text))
        self.has_telling_word = any(map(is_telling, _WORD.findall(text)))

    def search(self, group: str) -> re.Match[str] | None:
        """The first stretch that an entry of the group matches."""
        if group in TOLD_BY_WORDS and group not in self._begun:
            return None
        return _pattern(group).search(self.text)

    def has_frame(self, group: str) -> bool:
        """Whether it names a writer in one of the group's frames."""
        return bool(self.search("writers")) and any(frame.search(self.text) for frame in _frames(group))


def _of_sentence(text: str) -> Strength:
    if _ASKS_READERS.match(text):
        return Strength.NONE
    sentence = _Sentence(text)
    found = _told(sentence)
    if found is Strength.NONE and (sentence.search("declarations") or _addresses_a_writer(sentence)):
        found = Strength.POSSIBLE
    return Strength.NONE if found is not Strength.NONE and _is_told_to_others(sentence) else found


def _told(sentence: _Sentence) -> Strength:
    """How sure an order is that has a verb of telling or duty."""
    if _tells_by_itself(sentence):
        return Strength.CERTAIN
    if _pattern("own_statements").match(sentence.text):
        return Strength.NONE
    at_a_moment = _tells_at_a_moment(sentence)
    tells = sentence.has_telling_word and _imperative().search(sentence.text) is not None
    if not (tells or at_a_moment or _is_duty(sentence)):
        return Strength.NONE
    if _speaks_to_a_writer(sentence) or (tells and sentence.search("recipients")):
        return Strength.CERTAIN
    if at_a_moment:
        return Strength.CERTAIN if sentence.search("moments_of_writing_to_me") else Strength.POSSIBLE
    names_it = sentence.search("texts") or sentence.search("to_the_person")
    return Strength.POSSIBLE if names_it else Strength.NONE


def _addresses_a_writer(sentence: _Sentence) -> bool:
    """Whether it is said to a writer or says what writers do for the person; about one's own bot it is neither."""
    if _pattern("own_statements").match(sentence.text):
        return False
    return any(frame.search(sentence.text) for frame in _frames("addressed")) or sentence.has_frame("writers_say")


def _tells_by_itself(sentence: _Sentence) -> bool:
    """Whether it needs no verb of telling: it sets rules aside, gives a role, or is headed "For AI writers:"."""
    return bool(
        _sets_aside(sentence)
        or sentence.search("roles")
        or _names_a_writer_who_is_told(sentence)
        or sentence.has_frame("headings")
    )


def _is_told_to_others(sentence: _Sentence) -> bool:
    """Whether it calls on the person's own public ("Comment below", "To my drivers: rest") and names no writer."""
    if not (_pattern("invitations").search(sentence.text) or _audience().search(sentence.text)):
        return False
    return not (sentence.search("writers") or sentence.search("set_aside") or sentence.search("roles"))


@lexicon_patterns()
def _audience() -> Pattern[str]:
    """Where a sentence begins by naming those whom it tells something."""
    before = r"(?:(?:to|for|a|para|dear|querid[oa]s|estimad[oa]s|advice to|consejo a|note to|nota para)\s+)?"
    whose = (
        r"(?:(?:my|our|the|all|any|every|new|future|young|mis?|nuestr[oa]s?|l[oa]s|tod[oa]s|nuev[oa]s|futur[oa]s)"
        r"\s+){0,3}"
    )
    return lazy_pattern(rf"^\W*{before}{whose}{one_of('directives', 'audiences')}(?:\s+\w+){{0,4}}?\s*[:,—–]")


def _is_duty(sentence: _Sentence) -> bool:
    """Whether something must be done or is wished for; what "my talk" or "our model" must do is no order."""
    return bool(sentence.search("obligations")) and not _pattern("own_statements").match(sentence.text)


def _sets_aside(sentence: _Sentence) -> bool:
    return bool(sentence.search("set_aside") and sentence.search("what_was_told"))


def _names_a_writer_who_is_told(sentence: _Sentence) -> bool:
    """As in "Bots put three asterisks": the verb stands right behind."""
    if not (sentence.has_telling_word and sentence.search("writers")):
        return False
    ends = (match.end() for frame in _frames("told") for match in frame.finditer(sentence.text))
    return any(_tells_from(sentence.text, end) for end in ends)


def _speaks_to_a_writer(sentence: _Sentence) -> bool:
    return any(frame.search(sentence.text) for frame in _frames("other_frames")) or sentence.has_frame("writer_frames")


def _tells_at_a_moment(sentence: _Sentence) -> bool:
    """As in "When you write to her mention the fair": the clause before needs no comma."""
    moment = sentence.search("moments") if sentence.has_telling_word else None
    return moment is not None and any(map(is_telling, _WORD.findall(sentence.text, moment.end())))


def _tells_from(sentence: str, start: int) -> bool:
    word = _WORD.match(sentence, start)
    return word is not None and is_telling(word[0])


def tells_somebody(folded: str) -> bool:
    """Whether a clause of a folded text begins with a verb that tells somebody to say or write something."""
    return _imperative().search(folded) is not None


def is_told_as_duty(folded: str) -> bool:
    """Whether a folded text says that something must be done: "must cite", "es imprescindible que"."""
    return _pattern("obligations").search(folded) is not None


def negates(folded: str) -> bool:
    """Whether a folded text says what is not done, or not to be done."""
    return _pattern("negations").search(folded) is not None


def is_forbidding(folded: str) -> bool:
    """Whether a folded text says what is not to be said, and not "never without"."""
    return _forbidding().match(folded) is not None and not _WITHOUT.search(folded)


@lexicon_patterns()
def _forbidding() -> Pattern[str]:
    tells = _telling()
    verb = rf"(?:{tells}(?!\w)|\w{{3,}}ing\b)"
    return lazy_pattern(rf"^\W*(?:please\W+|por favor\W+)?{one_of('directives', 'negations')}\W+{verb}")


def names_a_writer(folded: str) -> bool:
    """Whether a folded text names whoever or whatever writes: a bot, an assistant, the sender."""
    return _pattern("writers").search(folded) is not None


def is_headed_as_order(heading: str) -> bool:
    """Whether a column's folded heading says how to write: "style", "sign-off"."""
    return _pattern("columns").search(heading) is not None


def tells_in_a_label(folded: str) -> bool:
    """Whether a folded name of something (a skill, a cell of a file's own column) has a clause that tells somebody to
    say or write something, and does not only invite people to talk.
    """
    told = tells_somebody(folded) or is_told_as_duty(folded)
    return told and any(map(is_saying, _WORD.findall(folded))) and not _pattern("invitations").search(folded)


@lru_cache(maxsize=20_000)
def is_telling(word: str) -> bool:
    """Whether a folded word can be the verb that tells somebody to say or write something: "write", "escríbeselo"."""
    verbs, pronouns = _telling_words()
    return any(word.endswith(behind) and word[: len(word) - len(behind)] in verbs for behind in pronouns)


@lru_cache(maxsize=20_000)
def is_saying(word: str) -> bool:
    """Whether a folded word tells somebody to say or write something, and not to send, open or keep it."""
    return is_telling(word) and not word.startswith(tuple(table("directives")["weak_tellings"]))


def is_deed(word: str) -> bool:
    """Whether a telling verb, folded, tells somebody to send or to keep something, and nothing about any text."""
    return word.startswith(tuple(table("directives")["deeds"]))


@lexicon_patterns()
def _asked_writer() -> Pattern[str]:
    """A question whether the reader is a writer: what follows is told on that condition."""
    return lazy_pattern(rf"\b({one_of('directives', 'writers')})\?\s+")


@cache
def _telling_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """The verbs, and what may be written behind them, as `python -m scripts.build_lexicons` worked them out."""
    words = table("telling_words")
    return frozenset(words["verbs"].split()), tuple(each.removeprefix("-") for each in words["pronouns"].split())


@lexicon_patterns(lambda: table("directives").keys() - _WORDS_AND_PARTS - _FRAMES)
def _pattern(group: str) -> Pattern[str]:
    return lazy_pattern(rf"\b{one_of('directives', group)}(?!\w)")


def _telling() -> str:
    return f"{one_of('directives', 'tellings')}{table('directives')['clitics']}"


@lexicon_patterns()
def _imperative() -> Pattern[str]:
    """A telling verb where a clause begins, with or without pronouns behind it."""
    begins = r"(?:^|[.,;:!?¡¿()\[\]{}|/«»\"“”'—–\n>*#=%~-]\s{0,3})"
    return lazy_pattern(rf"{begins}(?:{table('directives')['openers']}\s+){{0,3}}{_telling()}(?!\w){_NOT_ITS_SUBJECT}")


@lexicon_patterns(lambda: _FRAMES)
def _frames(group: str) -> tuple[Pattern[str], ...]:
    """What stands around a writer that is spoken to, or told what to do."""
    writer = one_of("directives", "writers")
    return tuple(lazy_pattern(frame.replace("WRITER", writer)) for frame in table("directives")[group])
