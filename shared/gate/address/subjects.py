"""Whether the subject of a verb stands behind it: "¿cómo gestiona los turnos una bodega pequeña?"."""

from collections.abc import Iterator, Sequence
from functools import cache

from shared.gate.address.clauses import is_agent, is_business, mark_between, of_class
from shared.gate.lexicon import table
from shared.gate.reading import Passage
from shared.gate.words import Word

_FAR_BEHIND = 9
_ONE = frozenset(("un", "una", "cada"))
_INSIDE_NOUNS = frozenset(
    "a al de del en con por para sin sobre entre hasta desde ante bajo contra hacia según tras como todo toda".split()
)
_ENDS_CLAUSE = frozenset("que y e o u ni pero si cuando donde porque mientras aunque".split())


def is_followed_by_subject(passage: Passage, index: int, *, has_object: bool = False) -> bool:
    """Whether what follows the verb at `index` may be its subject: a name, "alguien", "el equipo".

    What people run or handle ("abrió el almacén") is its object, unless it has another: before it as a pronoun
    (`has_object`: "cómo lo logra una cadena"), or behind it ("gestiona los turnos una bodega").
    """
    verb = passage.words[index].text.lower()
    while index + 1 < len(passage.words) and passage.words[index + 1].text.lower() in _words("in_between"):
        index += 1
    behind = passage.words[index + 1 : index + 3]
    if not behind or mark_between(passage, index + 1):
        return False
    if behind[0].capitalised or behind[0].text.lower() in _words("someone") or _is_one_of(behind):
        return True
    if _is_behind_object(passage, index):
        return True
    if behind[0].text.lower() not in _words("determiners") or len(behind) < 2:
        return False
    return _is_subject(passage, index, verb, has_object=has_object)


def _is_one_of(behind: Sequence[Word]) -> bool:
    """Whether it is one of several told by whose it is: "gana el de tu vecina"."""
    return [word.text.lower() for word in behind] in (["el", "de"], ["la", "de"])


def _is_subject(passage: Passage, index: int, verb: str, *, has_object: bool) -> bool:
    """Whether the noun right behind the verb is its subject and no object."""
    first, noun = (word for word in passage.words[index + 1 : index + 3])
    if noun.text.lower() in _words("own") or noun.text.lower() in _words("of_time"):
        return False
    if has_object:
        return _does_things(noun) or first.text.lower() in ("un", "una")
    if _is_run(verb, first.text.lower(), noun.folded) and not _has_object_behind(passage, index + 2):
        return False
    return _does_things(noun) or first.text.lower() in ("mi", "nuestro", "nuestra")


def _does_things(noun: Word) -> bool:
    return noun.capitalised or is_agent(noun.folded) or is_business(noun.folded)


def _is_behind_object(passage: Passage, index: int) -> bool:
    """Whether somebody stands behind the object: "gestiona los turnos una bodega", not "… de un bar"."""
    articles = _words("determiners") | _words("several")
    has_article = passage.words[index + 1].text.lower() in articles
    nouns = list(_nouns_behind(passage, index))
    if has_article:
        return any(_does_things(passage.words[place]) for place in nouns[1:])
    return any(passage.words[place - 1].text.lower() in _ONE and _does_things(passage.words[place]) for place in nouns)


def _nouns_behind(passage: Passage, index: int) -> Iterator[int]:
    """Where the nouns with an article behind the verb stand that no preposition or conjunction leads to."""
    articles = _words("determiners") | _words("several")
    for place in range(index + 1, min(index + _FAR_BEHIND, len(passage.words) - 1)):
        if mark_between(passage, place) or _ends_clause(passage.words[place].text.lower()):
            return
        before = passage.words[place - 1].text.lower()
        written = passage.words[place].text.lower()
        if written in articles and before not in _INSIDE_NOUNS | articles:
            yield place + 1


def _ends_clause(written: str) -> bool:
    return written in _ENDS_CLAUSE or written in _words("asking")


def _is_run(verb: str, article: str, noun: str) -> bool:
    """Whether it is an organisation that the reader runs or a thing they handle: "dirige un equipo"."""
    if article in ("un", "una") and verb in _words("leads"):
        return True
    if article in _words("owned"):
        return False
    of_people = verb in of_class("true_of_the_reader") or verb in of_class("handled_by_the_reader")
    return of_people and noun in _words("organisations")


def _has_object_behind(passage: Passage, index: int) -> bool:
    """Whether another noun stands behind that at `index`, the subject: "¿cómo gestiona la red los picos?"."""
    behind = passage.words[index + 1 : index + 2]
    return bool(behind) and not mark_between(passage, index + 1) and behind[0].text.lower() in _words("begins_object")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("third_persons")[name].split())
