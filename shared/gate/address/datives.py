"""Le where it means the reader: "le cuento", "¿le encaja?", "preguntarle", and nobody else was spoken of.

"Le" is always somebody: whoever "a" names behind it ("le cuesta a cualquiera"), somebody spoken of before, or the
reader.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.clauses import is_agent
from shared.gate.address.evidence import Address, Evidence
from shared.gate.address.others import somebody_else_before
from shared.gate.address.verbs import infinitives
from shared.gate.address.words import addresses
from shared.gate.lexicon import table, word_set
from shared.gate.reading import Passage
from shared.gate.spelled_figures import NUMBER_NAMES
from shared.gate.words import Word

_FAR_BEHIND = 10
_FAR_BEFORE = 50
_SHORTEST = 5
_BEFORE_INFINITIVES = frozenset("de sin al tras por".split())
"""Behind these an infinitive is done to whoever the clause is about: "el delegado … después de cambiarle el turno"."""
_SMALL = frozenset("no ya también nunca alguna vez qué cómo y pero a en de".split())
_OF_SEVERAL = ("an", "en", "on", "án", "mos")
"""How verbs end that several do: to somebody of whom is being told."""
_GIVEN = frozenset("lo la los las".split())
_CONDITIONS = frozenset("si cuando".split())
_WANTED = frozenset(
    "quieres querés quiere prefieres preferís prefiere gustaría interesa sirve importa molesta parece".split()
)
_TAKEN_OR_ADDED = lazy_pattern(r"(?:quit|rest|sum|añad|agreg|recort|rebaj|baj)(?:aron|aste|asteis|ó|amos|ieron|ió)")
"""What is done to a number, when a number stands behind it: "le quitaron cuatro"."""


def datives_of_usted(passage: Passage) -> Iterator[Evidence]:
    """The places in `passage` where le means the reader, alone or behind an infinitive."""
    for index, word in enumerate(passage.words):
        written = word.text.lower()
        start = word.end - len("le")
        if not (written == "le" or _has_le_behind(written)) or _is_of_a_thing(passage.words, index):
            continue
        if _is_offered_to_reader(passage.words, index) or (
            not _is_named_behind(passage, index) and not _is_of_others(passage, index, start)
        ):
            yield Evidence(Address.USTED, start, word.end)
    yield from _what_i_give(passage)


def _what_i_give(passage: Passage) -> Iterator[Evidence]:
    """Where "se lo" is what I do for the reader: "dime y se lo cuento"."""
    if "se" not in passage.vocabulary:
        return
    for index, written in enumerate(passage.lowered[:-2]):
        is_given = written == "se" and passage.lowered[index + 1] in _GIVEN
        if not is_given or passage.lowered[index + 2] not in _words_of_mine():
            continue
        word = passage.words[index]
        if not _is_named_behind(passage, index + 1) and not somebody_else_before(passage, word.start, people=True):
            yield Evidence(Address.USTED, word.start, word.end)


def _has_le_behind(written: str) -> bool:
    """Whether it is an infinitive or a gerund with le: "preguntarle", "contándole"."""
    if len(written) < _SHORTEST or not written.endswith("le"):
        return False
    return written[:-2] in infinitives() or written[:-2].endswith(("ándo", "iéndo", "yéndo"))


def _is_of_a_thing(words: Sequence[Word], index: int) -> bool:
    """Whether a thing is meant ("echarle un vistazo"), or whom the reader does something to ("¿qué le dijiste?"), or a
    name begins with it.
    """
    behind = words[index + 1 : index + 4]
    if len(behind) > 1 and _TAKEN_OR_ADDED.fullmatch(behind[0].text.lower()) and _is_number(behind[1]):
        return True
    if behind and ((words[index].text == "Le" and behind[0].capitalised) or _is_done_by_reader(behind[0])):
        return True
    if behind and _is_what_is_missing(words, index):
        return True
    return any(word.text.lower() in _words("done_to_things") for word in behind)


def _is_what_is_missing(words: Sequence[Word], index: int) -> bool:
    """Whether it is what a thing lacks or somebody has, asked within a sentence: "revisa qué le falta"."""
    before = [word.text.lower() for word in words[max(0, index - 2) : index]]
    is_within = before[-1:] == ["qué"] and len(before) > 1 and words[index - 1].text == "qué"
    return is_within and words[index + 1].text.lower() in _words("missing")


def _is_offered_to_reader(words: Sequence[Word], index: int) -> bool:
    """Whether the reader is asked if they want it, or named behind it: "¿quieres que le cuente?", "¿le pasa a ti?"."""
    before = [word.text.lower() for word in words[max(0, index - 2) : index]]
    behind = [word.text.lower() for word in words[index + 2 : index + 4]]
    if len(behind) == 2 and behind[0] == "a":
        return behind[1] in ("ti", "vos", "usted")
    return len(before) == 2 and before[0] in _WANTED and before[1] == "que"


def _is_number(word: Word) -> bool:
    return word.text.isdigit() or word.folded in NUMBER_NAMES


def _is_done_by_reader(verb: Word) -> bool:
    written = verb.text.lower()
    return addresses(written) or written in word_set("verb_forms_that_are_nouns")


def _is_named_behind(passage: Passage, index: int) -> bool:
    """Whether "a" names behind it, in its clause, whom it means."""
    words = passage.words
    for place in range(index + 1, min(index + _FAR_BEHIND, len(words) - 1)):
        if any(mark in passage.text[words[place - 1].end : words[place].start] for mark in ".;:?!…\n"):
            return False
        if words[place].text.lower() in _words("asking") | {"que", "si"}:
            return False
        if words[place].text.lower() not in ("a", "al") or not _is_somebody(words, place):
            continue
        if words[place - 1].text.lower() not in infinitives() or words[place + 1].capitalised:
            return True  # else it is the infinitive's: "le propongo comparar a los proveedores"
    return False


def _is_somebody(words: Sequence[Word], place: int) -> bool:
    """Whether "a" at `place` stands before somebody or something: "a un cliente", "al equipo", "a Marta", "a todos"."""
    behind = words[place + 1 : place + 3]
    first = behind[0].text.lower()
    if first in ("quién", "quiénes"):
        return True
    if first == "usted" or behind[-1].text.lower() in _words("of_time") or first in _words("of_time"):
        return False
    if behind[0].capitalised or any(first in _words(group) for group in ("someone", "whom", "several")):
        return True
    if first in ("su", "sus") and is_agent(behind[-1].folded):
        return True
    if words[place].text.lower() == "al" or first == "la":
        return is_agent(behind[words[place].text.lower() == "a"].folded)
    return first in _words("determiners") - {"su"}


def _is_named_before(passage: Passage, start: int) -> bool:
    """Whether "a" names before it, in its clause, whom it means: "a un cliente le bajamos"."""
    before = passage.words_between(max(0, start - _FAR_BEFORE), start)
    if before and re.search("[.;:?!…\n]", passage.text[before[0].end : start]):
        before = passage.words_between(_last_mark(passage.text, start), start)
    return any(
        word.text.lower() in ("a", "al") and number + 1 < len(before) and _is_somebody(before, number)
        for number, word in enumerate(before)
    )


def _last_mark(text: str, end: int) -> int:
    return max(text.rfind(mark, 0, end) for mark in ".;:?!…\n") + 1


def _is_of_others(passage: Passage, index: int, start: int) -> bool:
    """Whether somebody else was spoken of before the clause; its own subject is not whom "le" means.

    What I offer is for the reader unless somebody is in the sentence.
    """
    behind = passage.words[index + 1 : index + 2]
    is_offer = bool(behind) and behind[0].text.lower() in _words_of_mine() and passage.words[index].text.lower() == "le"
    is_infinitive = index > 0 and passage.words[index].text.lower() != "le"
    is_purpose = is_infinitive and passage.words[index - 1].text.lower() in _BEFORE_INFINITIVES
    offset = start if is_purpose else _beginning_of_clause(passage, index)
    return _is_named_before(passage, start) or somebody_else_before(
        passage, offset, sentences=1 if is_offer or _is_asked(passage, index) else 2, people=True
    )


def _is_asked(passage: Passage, index: int) -> bool:
    """Whether a question or a condition begins with it: "¿le ha pasado?", "si le hace gracia"."""
    if passage.lowered[index + 1 : index + 2] and passage.lowered[index + 1].endswith(_OF_SEVERAL):
        return False
    place = index - 1
    while place >= 0 and passage.lowered[place] in _SMALL:
        place -= 1
    gap = passage.text[passage.words[place].end : passage.words[place + 1].start] if place >= 0 else "¿"
    return "¿" in gap or (place >= 0 and passage.lowered[place] in _CONDITIONS)


def _beginning_of_clause(passage: Passage, index: int) -> int:
    """Where the subject of the verb behind `index` may begin: behind the last mark or conjunction."""
    words, place = passage.words, index
    while place and passage.text[words[place - 1].end : words[place].start] == " ":
        if words[place - 1].text.lower() in _words("begins_clause"):
            break
        place -= 1
    return words[place].start


@cache
def _words_of_mine() -> frozenset[str]:
    """The first persons that are no past of nosotros."""
    return frozenset(
        form for form in table("verbs")["first_persons"].split() if form.endswith(("o", "é", "oy", "remos"))
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("third_persons")[name].split())
