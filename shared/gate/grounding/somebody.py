"""Whether a verb or a title has for its subject somebody whom nobody knows: "un CTO nos dijo que …", "our founder was".

A story of a customer, a colleague or a brother says nothing of the reader, nor that anybody met them.
"""

from collections.abc import Sequence
from itertools import pairwise

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.possessives import OWN
from shared.gate.reading import Passage
from shared.gate.words import Word

_ANY = frozenset("un una otro otra algun alguna cierto cierta mi nuestro nuestra a an another my our one".split())
_DEFINITE = frozenset("el la the".split())
_OF = frozenset("de en of in at".split())
_MAY_LEAD = frozenset("que that hola hi hello buenas dias tardes pero but y and cuando when como as si if".split())
_READER = OWN - frozenset(("su", "sus")) | frozenset("usted vos tu you you've tuyo tuya tuyos tuyas yours".split())
_ENDS = lazy_pattern(r"[.!?¿\n(]")
_MOST_WORDS, _LONGEST_SUBJECT = 24, 5


def is_told_of_somebody(passage: Passage, place: int) -> bool:
    """Whether the sentence has somebody unnamed for its subject before `place`, and does not turn to the reader."""
    return bool(subject_before(passage, place))


def subject_before(passage: Passage, place: int) -> Sequence[Word]:
    """The words from the last subject that nobody knows up to `place`; none if they turn to the reader."""
    words = _words_before(passage, place)
    first = next((i for i in reversed(range(len(words))) if _begins_subject(passage, words, i)), len(words))
    return words[first:] if _READER.isdisjoint(word.folded for word in words[first:]) else ()


def _words_before(passage: Passage, place: int) -> Sequence[Word]:
    """The last words of the same sentence that stand before `place`."""
    ends = [match.end() for match in _ENDS.finditer(passage.text, 0, place)]
    return passage.words_between(ends[-1] if ends else 0, place)[-_MOST_WORDS:]


def _begins_subject(passage: Passage, words: Sequence[Word], index: int) -> bool:
    """Whether a subject begins at `index`: "un jefe", "el director de un hotel", where a clause does."""
    if index + 1 >= len(words) or not _leads(passage, words, index):
        return False
    if words[index].folded in _ANY:
        return True
    behind = [word.folded for word in words[index + 1 : index + 1 + _LONGEST_SUBJECT]]
    linked = any(link in _OF and noun in _ANY for link, noun in pairwise(behind))
    return words[index].folded in _DEFINITE and linked


def _leads(passage: Passage, words: Sequence[Word], index: int) -> bool:
    """Whether nothing stands before the word that could have it for an object."""
    if index == 0 or words[index - 1].folded in _MAY_LEAD:
        return True
    gap = passage.text[words[index - 1].end : words[index].start]
    return not {",", ":", ";"}.isdisjoint(gap)
