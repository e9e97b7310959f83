"""How a clause begins that has a verb and no subject: "… si ya lo usa", "¿no conoce …?", "lo que más busca"."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from shared.gate.lexicon import table, word_set
from shared.gate.reading import Passage
from shared.gate.sentences import Stretch
from shared.gate.words import Word

_OF_OTHERS = frozenset("te os le les se".split())
_OF_MINE = frozenset(("me", "nos"))
_THINGS = frozenset(("la", "las", "los"))
_MARKS = "¿¡.!?…:;\n(—–"


@dataclass(frozen=True)
class Clause:
    """What stands before a verb in its clause; the strings are "" where nothing does.

    `opener` is the word before the verb and its particles ("si", "que"), `before_opener` the one before that; `mark` is
    the punctuation that the clause begins with where it has no opener. `sentence` is where the sentence begins.
    """

    verb: Word
    opener: str
    before_opener: str
    mark: str
    particles: frozenset[str]
    sentence: int
    end_of_sentence: int
    is_question: bool

    @property
    def is_noun_like(self) -> bool:
        """Whether the verb's form is also a noun: "cuenta"."""
        return self.verb.text.lower() + "s" in word_set("verb_forms_that_are_nouns")

    @property
    def has_object_of_others(self) -> bool:
        """Whether it is done to the reader or impersonally ("te encaja", "se mira"), or is a noun ("la cuenta")."""
        if self.particles & _OF_OTHERS:
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
        return self.verb.text.lower() in _told_to_me()


def clause_before(passage: Passage, index: int) -> Clause:
    """How the clause of the verb at `index` begins."""
    words, text = passage.words, passage.text
    particles: list[str] = []
    place, mark = index - 1, _between(passage, index)
    while not mark and place >= 0 and words[place].text.lower() in _words("stepped_over"):
        particles.append(words[place].text.lower())
        mark = _between(passage, place)
        place -= 1
    opener, before = ("", "") if mark or place < 0 else _opener(passage, place)
    start, end = _sentence_around(passage, words[index].start)
    is_question = text.rfind("¿", start, words[index].start) > text.rfind("?", start, words[index].start)
    begins = mark or "\n" * (place < 0)
    return Clause(words[index], opener, before, begins, frozenset(particles), start, end, is_question)


def _opener(passage: Passage, place: int) -> tuple[str, str]:
    """The word that opens the clause and the one before it; "cuántos pedidos" is opened by "cuántos"."""
    words = passage.words
    opener = words[place].text.lower()
    before = "" if place == 0 or _between(passage, place) else words[place - 1].text.lower()
    if before in _words("asking") and opener not in _words("asking"):
        return before, ""
    return opener, before


def _between(passage: Passage, index: int) -> str:
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


def is_followed_by_subject(passage: Passage, index: int, *, asked: bool = False) -> bool:
    """Whether what follows the verb may be its subject: a name, "alguien", "el equipo"; if `asked` "cómo", any noun."""
    behind = passage.words[index + 1 : index + 3]
    if not behind or _between(passage, index + 1):
        return False
    first = behind[0].text.lower()
    if behind[0].capitalised or first in _words("someone"):
        return True
    if first not in _words("determiners") or len(behind) < 2:
        return False
    if first in ("un", "una") and passage.words[index].text.lower() in _words("leads"):
        return False
    return asked or behind[1].capitalised or is_agent(behind[1].folded) or first in ("mi", "nuestro", "nuestra")


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
    return acts | {verb[:-2] + ("ando" if verb.endswith("ar") else "iendo") for verb in acts}


def is_agent(noun: str) -> bool:
    """Whether a folded noun does things: "equipo", "directora", "herramienta", "proveedor"."""
    return noun in _words("agents") or noun.endswith(("dor", "dora", "tor", "tora", "ista", "ante", "ente"))


@cache
def _told_to_me() -> frozenset[str]:
    return frozenset(table("verbs")["third_persons"]["told_to_me"].split())


@cache
def _words(name: str) -> frozenset[str]:
    if name == "stepped_over":
        return frozenset(table("third_persons")["particles"].split()) | _OF_OTHERS
    return frozenset(table("third_persons")[name].split())
