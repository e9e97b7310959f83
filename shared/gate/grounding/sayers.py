"""Who else says it: "un CTO nos dijo que", "el coordinador dice que" tell of nothing that the reader wrote."""

from collections.abc import Sequence
from functools import cache

from shared.gate.grounding.keys import has_meaning
from shared.gate.grounding.measures import is_time
from shared.gate.grounding.saying_verbs import sayings, third_person
from shared.gate.grounding.things import is_joined
from shared.gate.lexicon import table
from shared.gate.words import Word

_FARTHEST = 7
_PARTICLES = frozenset("me te le lo la los las no ya tambien siempre".split())
_TO_WHOM = frozenset("nos se les".split())
"""To whom something is said that is no text: to us, to their own people, or what people say."""
_DETERMINERS = frozenset("un una unos unas el la los su sus mi nuestro nuestra otro otra algun alguna cada".split())
_OTHERS = frozenset("ella ellos ellas alguien nadie".split())
_NO_PART = frozenset("que donde cuando como quien cual usted ustedes si y e".split())
_PREPOSITIONS = frozenset("en con por de a desde sobre tras".split())
_SOURCES = frozenset("perfil web pagina biografia bio cuenta muro extracto empresa".split())


def is_said_by_another(words: Sequence[Word], index: int) -> bool:
    """Whether the Spanish verb of saying at `index`, in the form of usted, has somebody else for its subject, or tells
    of what is said to somebody.
    """
    if words[index].folded not in third_person():
        return False
    while index and is_joined(words, index):
        index -= 1
        if words[index].folded in _TO_WHOM | _OTHERS:
            return True
        if words[index].folded not in _PARTICLES:
            return _ends_subject(words, index)
    return False


def _ends_subject(words: Sequence[Word], end: int) -> bool:
    """Whether a phrase of a determiner and a person ends at `end`: "una directora de marca", but not "en su post"."""
    for place in range(end - 1, max(-1, end - _FARTHEST), -1):
        if not is_joined(words, place + 1) or words[place + 1].folded in _NO_PART:
            return False
        if words[place].folded in _DETERMINERS:
            return _names_person(words, place)
    return False


def _names_person(words: Sequence[Word], determiner: int) -> bool:
    """Whether the phrase that begins here is a subject, and of no time and no text."""
    head = words[determiner + 1].folded
    if determiner and words[determiner - 1].folded in _PREPOSITIONS:
        return False
    return has_meaning(head) and not is_time(head) and head not in _texts()


@cache
def _texts() -> frozenset[str]:
    kept = table("posts")
    return sayings() | _SOURCES | frozenset(f"{kept['nouns']} {kept['spoken']}".split())
