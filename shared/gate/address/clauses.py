"""How a clause begins that has a verb and no subject: "… si ya lo usa", "¿no conoce …?", "lo que más busca"."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from shared.gate.address.greeted import is_greeted
from shared.gate.lexicon import table, word_set
from shared.gate.reading import Passage
from shared.gate.sentences import Stretch
from shared.gate.words import Word

_OF_OTHERS = frozenset("te os le les se".split())
_OF_MINE = frozenset(("me", "nos"))
_OBJECTS = frozenset(("lo", "la", "los", "las"))
_THINGS = frozenset(("la",))
_ONESELF = "done_to_oneself"
_DOERS = ("ologo", "ologa", "iatra", "dor", "dora", "tor", "tora", "ista", "ante", "ente", "ero", "era")
_LONGEST_PLACE = 6
_NO_BUSINESS = frozenset(
    "materia bateria averia seria ingenieria mensajeria galeria cafeteria loteria porteria".split()
)
_BEFORE_STATEMENTS = frozenset("en tras durante desde".split())
_BEFORE_ARTICLES = frozenset("en tras durante desde de a con por para sobre entre hasta y o ni todo toda".split())
_ENDS = frozenset(".!?…:\n")
_MARKS = "¿¡.!?…:;\n(—–"


class Clause(NamedTuple):
    """What stands before a verb in its clause; the strings are "" where nothing does.

    `opener` is the word before the verb and its particles ("si", "que"), `before_opener` the one before that; `mark` is
    the punctuation that the clause begins with where it has no opener; a comma behind the reader's name is a full stop.
    `main` is the verb that says what is done, in lower case: "leído" of "ha leído". `sentence` is where the sentence
    begins. `is_placed` tells that only a place stands before the verb: "en la charla dijo".
    """

    verb: Word
    main: str
    opener: str
    before_opener: str
    mark: str
    particles: frozenset[str]
    sentence: int
    end_of_sentence: int
    is_question: bool
    is_placed: bool

    @property
    def is_noun_like(self) -> bool:
        """Whether the verb's form is also a noun: "cuenta"."""
        return self.verb.text.lower() + "s" in word_set("verb_forms_that_are_nouns")

    @property
    def has_object_of_others(self) -> bool:
        """Whether it is done to the reader or impersonally ("te encaja", "se mira"), or is a noun ("la cuenta").

        What people do to themselves ("se acuerda") is neither.
        """
        others = self.particles & _OF_OTHERS
        if others == {"se"}:
            return not (self.main in of_class(_ONESELF) or self.particles & _OBJECTS)  # "¿se lo ha contado?"
        if others:
            return True
        article = bool(self.particles & _THINGS)
        return article and (self.is_noun_like or not (self.opener or self.particles - _THINGS))

    @property
    def has_me(self) -> bool:
        """Whether it is done to me: "me interesa"."""
        return bool(self.particles & _OF_MINE)

    @property
    def is_told_to_me(self) -> bool:
        """Whether it is what a person does to another: "me conteste"."""
        return self.main in of_class("told_to_me")

    @property
    def begins_sentence(self) -> bool:
        """Whether nothing stands before the verb in its sentence but particles."""
        return self.mark in _ENDS


def clause_before(passage: Passage, index: int, main: int | None = None) -> Clause:
    """How the clause of the verb at `index` begins; `main` is where the main verb stands, if elsewhere."""
    words, text = passage.words, passage.text
    particles: list[str] = []
    place, mark = index - 1, mark_between(passage, index)
    while not mark and place >= 0 and words[place].text.lower() in _words("stepped_over"):
        particles.append(words[place].text.lower())
        mark = mark_between(passage, place)
        place -= 1
    opener, before = ("", "") if mark or place < 0 else _opener(passage, place)
    start, end = _sentence_around(passage, words[index].start)
    is_question = text.rfind("¿", start, words[index].start) > text.rfind("?", start, words[index].start)
    begins = mark or "\n" * (place < 0)
    if begins in (",", ":") and words[place].capitalised and is_greeted(passage, words[place]):
        begins = "."
    verb = words[index if main is None else main].text.lower()
    is_placed = not begins and verb in of_class("said_by_the_reader") and _is_behind_place(passage, start, index)
    if is_placed:
        opener, before, begins = "", "", "."
    return Clause(words[index], verb, opener, before, begins, frozenset(particles), start, end, is_question, is_placed)


def _is_behind_place(passage: Passage, sentence: int, index: int) -> bool:
    """Whether nothing but where or when stands before the verb in its sentence: "en la entrevista dijo"."""
    before = passage.words_between(sentence, passage.words[index].start)
    greeted = next((number + 1 for number, word in enumerate(before[:3]) if is_greeted(passage, word)), 0)
    rest = before[greeted:]
    is_place = 1 < len(rest) <= _LONGEST_PLACE and rest[0].text.lower() in _BEFORE_STATEMENTS
    return is_place and not _begins_another_noun([word.text.lower() for word in rest])


def _begins_another_noun(words: Sequence[str]) -> bool:
    """Whether an article stands behind a noun, so that a subject begins: "en una fundición el supervisor"."""
    return any(
        word in _words("determiners") and before not in _BEFORE_ARTICLES and before not in _words("determiners")
        for before, word in pairwise(words)
    )


def _opener(passage: Passage, place: int) -> tuple[str, str]:
    """The word that opens the clause and the one before it; "cuántos pedidos" is opened by "cuántos"."""
    words = passage.words
    opener = words[place].text.lower()
    before = "" if place == 0 or mark_between(passage, place) else words[place - 1].text.lower()
    if before in _words("asking") and opener not in _words("asking"):
        is_subject = before == "qué" and is_agent(words[place].folded) and not _is_behind_preposition(words, place - 1)
        return (opener, before) if is_subject else (before, "")
    return opener, before


def _is_behind_preposition(words: Sequence[Word], place: int) -> bool:
    return place > 0 and words[place - 1].text.lower() in _BEFORE_ARTICLES


def mark_between(passage: Passage, index: int) -> str:
    """The mark between the word at `index` and the one before it, "" for a space alone; a line break counts."""
    if index == 0:
        return next((mark for mark in passage.text[: passage.words[0].start] if mark in _MARKS), "\n")
    gap = passage.text[passage.words[index - 1].end : passage.words[index].start]
    if gap == " ":
        return ""
    return "¿" if "¿" in gap else gap.strip(" ")[:1] or "\n" * ("\n" in gap)


def _sentence_around(passage: Passage, offset: int) -> Stretch:
    number = bisect_right(passage.sentences, offset, key=_start)
    return passage.sentences[number - 1] if number else Stretch(0, len(passage.text))


def _start(stretch: tuple[int, int]) -> int:
    return stretch[0]


def acts_of_people(words: Sequence[Word], index: int) -> bool:
    """Whether the auxiliary at `index` goes with a verb of people: "tiene que abrir", "acaba llamando"."""
    behind = [word.text.lower() for word in words[index + 1 : index + 3]]
    if behind and behind[0] in ("a", "que", "de"):
        del behind[0]
    if not behind:
        return False
    is_of_people = behind[0] in _words("goes_with_people") or behind[0].isdigit()
    return is_of_people or behind[0] in _acts() or _without_pronoun(behind[0]) in _acts()


def _without_pronoun(verb: str) -> str:
    return verb[:-2] if verb.endswith(("lo", "la", "le", "se", "me")) else verb


@cache
def _acts() -> frozenset[str]:
    """Infinitives and gerunds of what people do."""
    acts = frozenset(table("verbs")["infinitives"].split()) - word_set("verbs_of_things")
    acts |= {"hacer", "ver", "estar"}
    return acts | {verb[:-2] + ("ando" if verb.endswith("ar") else "iendo") for verb in acts}


def is_agent(noun: str) -> bool:
    """Whether a folded noun does things: "equipo", "directora", "herramienta", "proveedor"."""
    if noun in word_set("agents"):
        return True
    return noun.endswith(_DOERS) and noun not in _words("not_people")


def is_business(noun: str) -> bool:
    """Whether a folded noun is a trade's house, by its ending: "hilandería", "panadería"."""
    return noun.endswith("eria") and noun not in _NO_BUSINESS


@cache
def of_class(name: str) -> frozenset[str]:
    """The third persons, participles and gerunds of a class in `lexicons/verb_classes.json`."""
    return frozenset(table("verbs")["forms_of"][name].split())


@cache
def _words(name: str) -> frozenset[str]:
    if name == "stepped_over":
        return frozenset(table("third_persons")["particles"].split()) | _OF_OTHERS
    return frozenset(table("third_persons")[name].split())
