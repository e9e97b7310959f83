"""What each sentence of a text does: whether it asserts anything, and about whom.

A hypothesis, a proposal, a general remark on an industry and a question that only asks are no claims. What decides are
small words: who is addressed, who speaks, and the phrases of `lexicons/cues.json`.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from shared.domain.language import Register
from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.verbs import infinitives
from shared.gate.grounding.collectives import is_their_own
from shared.gate.grounding.generalities import generalities_in
from shared.gate.grounding.persons import YOU, YOU_OF_USTED, is_of_us, is_of_you
from shared.gate.grounding.possessors import POSSESSIVES, are_somebodys
from shared.gate.lexicon import table
from shared.gate.phrases import PhraseBook
from shared.gate.reading import Passage
from shared.gate.words import Word

Marks = int
"""Marks added with |; plain numbers, since the arithmetic of enum.Flag took a tenth of the gate's time."""


class Mark:
    """What a sentence shows, one bit each."""

    NONE: Final = 0
    THEM: Final = 1 << 0
    """It speaks to the person or of their company."""
    US: Final = 1 << 1
    """It speaks of ourselves."""
    GENERAL: Final = 1 << 2
    HYPOTHESIS: Final = 1 << 3
    GUESS: Final = 1 << 4
    """I suppose, I wonder: what follows is not said to be so; what stands before it is."""
    POLITE: Final = 1 << 5
    """ "If you like": no hypothesis."""
    OFFER: Final = 1 << 6
    OBSERVED: Final = 1 << 7
    """I saw, I read, congratulations: what follows is said to be so."""
    PAST: Final = 1 << 8
    COLLEAGUE: Final = 1 << 9
    MET: Final = 1 << 10
    QUESTION: Final = 1 << 11
    APPROXIMATE_MORE: Final = 1 << 12
    APPROXIMATE_LESS: Final = 1 << 13
    APPROXIMATE: Final = 1 << 14
    CONDITION: Final = 1 << 15
    """If: what follows may be so, and often is what the reader is known to have."""
    OTHERS: Final = 1 << 16
    """It speaks of people or companies that the facts do not know."""
    PRAISED: Final = 1 << 17
    """Congratulations: what follows is said to be theirs."""


UNREAL = Mark.HYPOTHESIS | Mark.CONDITION
"""What is only thought of, or may be so."""
UNASSERTED = Mark.GENERAL | UNREAL | Mark.OFFER | Mark.QUESTION


class Cue(NamedTuple):
    """A phrase that shows something, at [start, end)."""

    start: int
    end: int
    marks: Marks


class Statement(NamedTuple):
    """One clause of a text at [start, end), with its words and what they show; `vocabulary` has the words folded,
    `sentence` adds up the marks of the whole sentence that the clause is part of.
    """

    passage: Passage
    start: int
    end: int
    words: tuple[Word, ...]
    vocabulary: frozenset[str]
    cues: tuple[Cue, ...]
    marks: Marks
    sentence: Marks

    @property
    def text(self) -> str:
        """The clause as written."""
        return self.passage.text[self.start : self.end]

    @property
    def asserts(self) -> bool:
        """Whether it says that something is so."""
        return not self.marks & UNASSERTED

    def asserts_at(self, place: int) -> bool:
        """Whether what stands at `place` is said to be so: "con 24 cuentas, ¿quién…?" asks behind what it says, and
        "me imagino" makes no guess of what stands before it.
        """
        if self.sentence & UNREAL or self.marks & Mark.GENERAL:
            return False
        if self.marks & Mark.OFFER and not self.marks & Mark.US:
            return False
        if any(cue.marks & Mark.GUESS and cue.start <= place for cue in self.cues):
            return False
        return place < self.question

    @property
    def question(self) -> int:
        """Where the clause begins to ask; its end if it does not."""
        text = self.passage.text
        opening = text.find("¿", self.start, self.end)
        if opening >= 0:
            return opening
        if not self.marks & Mark.QUESTION:
            return self.end
        return max((m.end() for m in _ASKS.finditer(self.passage.folded, self.start, self.end)), default=self.start)

    def words_before(self, place: int, number: int) -> tuple[Word, ...]:
        """The last words of the clause that begin before `place`."""
        words = self.passage.words_between(self.start, min(place, self.end))
        return words[-number:]

    def word_before(self, place: int) -> Word | None:
        """The last word of the clause that begins before `place`."""
        return next(iter(self.words_before(place, 1)), None)

    def has_just_before(self, place: int, words: frozenset[str]) -> bool:
        """Whether one of the two words before `place` is among `words`."""
        return any(word.folded in words for word in self.words_before(place, 2))

    def cues_before(self, place: int, wanted: Marks) -> bool:
        """Whether a phrase that shows `wanted` ends right before `place`."""
        return any(cue.marks & wanted and 0 <= place - cue.end <= _JUST_BEFORE for cue in self.cues)


_start = attrgetter("start")
_JUST_BEFORE = 5
_INDEFINITE = frozenset("un una a an".split())
_BREAK = lazy_pattern(
    r"[;:](?=\s)|\s[–—-]\s|,\s(?=(?:y|e|pero|and|but|while|mientras|cuando|when|whereas|donde|where)\s)|\s(?=(?:y|and)\s(?:hoy|ahora|now|today)\s)"
)
_ASKS = lazy_pattern(r",\s(?=(?:how|what|who|which|where|when|why|do|does|did|is|are|would|could|can|will)\b)")
_WOULD_OR_WILL = lazy_pattern(r"(\w+r)(ía|ías|ían|íamos|íais|é|ás|á|emos|éis|án)")
_IRREGULAR_STEMS = ("tendr", "podr", "pondr", "vendr", "saldr", "har", "dir", "querr", "sabr", "habr", "cabr", "valdr")


def statements_of(
    passage: Passage,
    register: Register | None,
    theirs: frozenset[str],
    ours: frozenset[str],
    counted: Collection[float] = (),
) -> list[Statement]:
    """The clauses of `passage` in order; `theirs` and `ours` are folded words that name the person or their company,
    and ourselves; `counted` are the figures that their facts state.
    """
    persons = _Persons(register, theirs, ours)
    stated = {figure.start for figure in passage.figures if figure.value in counted}
    cues = [Cue(found.first.start, found.last.end, _together(found.meanings)) for found in _cues().find(passage.words)]
    cues = [
        cue for cue in cues if not (cue.marks & Mark.GENERAL and cue.end + 1 in stated)
    ]  # "a team of nine" is theirs
    cues += [Cue(start, end, Mark.GENERAL | Mark.OTHERS) for start, end in generalities_in(passage)]
    statements: list[Statement] = []
    for sentence in passage.sentences:
        inside = [cue for cue in cues if sentence.start <= cue.start < sentence.end]
        clauses = [_clause(passage, start, end, inside, persons) for start, end in _clauses(passage, *sentence)]
        whole = _together([clause.marks for clause in clauses])
        statements += [clause._replace(sentence=whole) if clause.marks != whole else clause for clause in clauses]
    return statements


def _clauses(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _BREAK.finditer(passage.folded, start, end):
        yield start, match.end()
        start = match.end()
    yield start, end


def _clause(passage: Passage, start: int, end: int, cues: Sequence[Cue], persons: "_Persons") -> Statement:
    words = passage.words_between(start, end)
    vocabulary = frozenset([word.folded for word in words])
    marks = persons.of(words, vocabulary)
    if passage.text.find("?", start, end) >= 0 or passage.text.find("¿", start, end) >= 0:
        marks |= Mark.QUESTION
    inside = [cue for cue in cues if start <= cue.start < end]
    shown = tuple([cue for cue in inside if not _is_of_their_own(cue, words, marks)])
    marks |= _together([cue.marks for cue in shown])
    return Statement(passage, start, end, words, vocabulary, shown, marks, marks)


def _is_of_their_own(cue: Cue, words: Sequence[Word], spoken: Marks) -> bool:
    """Whether "a team of", which speaks of anybody, has the person in front of it."""
    if not cue.marks & Mark.GENERAL or words[0].start == cue.start:
        return False
    index = bisect_left(words, cue.start, key=_start)
    return words[index].folded in _INDEFINITE and is_their_own(
        words[:index], to_them=bool(spoken & (Mark.THEM | Mark.QUESTION))
    )


def _together(marks: Iterable[Marks]) -> Marks:
    whole = Mark.NONE
    for mark in marks:
        whole |= mark
    return whole


class _Persons:
    """Whom a sentence is about, told by its words."""

    def __init__(self, register: Register | None, theirs: frozenset[str], ours: frozenset[str]) -> None:
        self._you = YOU | (YOU_OF_USTED if register in (None, Register.USTED) else frozenset())
        self._of_words = ~Mark.THEM if register is None else ~Mark.NONE  # "comes", "sales" are no Spanish verbs here
        self._their_names, self._our_names, self._names = theirs, ours, theirs | ours

    def of(self, words: Sequence[Word], vocabulary: frozenset[str]) -> Marks:
        you = vocabulary & self._you
        marks = Mark.THEM if you and not (you <= POSSESSIVES and are_somebodys(words)) else Mark.NONE
        for word in words:
            marks |= _marks_of(word.text, word.folded) & self._of_words
        for word in () if vocabulary.isdisjoint(self._names) else words:
            if word.folded in self._names and word.capitalised:
                marks |= self._of_name(word.folded)
        return marks

    def _of_name(self, folded: str) -> Marks:
        of_them = Mark.THEM if folded in self._their_names else Mark.NONE
        return of_them | (Mark.US if folded in self._our_names else Mark.NONE)


@lru_cache(maxsize=16_384)
def _marks_of(text: str, folded: str) -> Marks:
    """What a word shows by itself, whoever the text is to."""
    us = Mark.US if is_of_us(folded) else Mark.NONE
    return us | _mood(text.lower()) | (Mark.THEM if is_of_you(text.lower(), folded) else Mark.NONE)


def speaks_of_reader(statement: Statement, companies: frozenset[str]) -> bool:
    """Whether a clause speaks of the reader or one of their `companies`, and does not only call them by their name."""
    return bool(statement.marks & Mark.THEM) and any(
        word.folded in YOU
        or word.folded in YOU_OF_USTED
        or is_of_you(word.text.lower(), word.folded)
        or (word.capitalised and word.folded in companies)
        for word in statement.words
    )


def _mood(written: str) -> Marks:
    """What a verb shows that says what would be ("serviría", but not "tesorería") or what will be ("veremos")."""
    match = _WOULD_OR_WILL.fullmatch(written)
    if match is None or not (match[1] in infinitives() or match[1].endswith(_IRREGULAR_STEMS)):
        return Mark.NONE
    return Mark.HYPOTHESIS if match[2].startswith("ía") else Mark.OFFER


@cache
def _cues() -> PhraseBook[Marks]:
    return PhraseBook(
        (tuple(written.split()), getattr(Mark, name.upper()))
        for name, phrases in table("cues").items()
        for phrase in phrases
        for written in _contracted(phrase)
    )


def _contracted(phrase: str) -> Iterator[str]:
    """The phrase, and as it stands before "el": "más de" and "más del"."""
    yield phrase
    if phrase.endswith((" de", " a")):
        yield f"{phrase}l"


@cache
def cue_words() -> frozenset[str]:
    """Every word that is part of a cue."""
    return frozenset(word for phrases in table("cues").values() for phrase in phrases for word in phrase.split())
