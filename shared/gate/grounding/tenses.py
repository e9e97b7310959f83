"""Whether a clause says what the reader does now or what they did."""

from functools import cache

from shared.gate.grounding.statements import Statement
from shared.gate.lexicon import table

_PAST_OF_YOU = ("aste", "iste", "asteis", "isteis", "abas", "ías", "abais", "íais")
_SHORTEST_VERB = 4
_IRREGULAR_PAST = frozenset(
    "led ran built grew took began left came went spent had did was were made wrote taught learnt held kept sold bought"
    " won got met saw fue hizo dijo puso tuvo estuvo pudo quiso vino trajo".split()
)
_NOW = frozenset("hoy ahora now today currently actualmente respondes responde estas esta sos eres sois".split())

_OF_ONE_TIME = frozenset(
    "ya recien acaba acaban acabas acabais acabo ayer anoche pasado pasada just already recently finally last ago"
    " has have ha han habeis had was were fue fueron hizo dio tuvo vino puso trajo hubo supuso".split()
)
_THEY_DID = ("aron", "ieron", "jeron", "ó")


def tells_what_happened(statement: Statement) -> bool:
    """Whether a clause tells of one time and not of what is always so: "dio que hablar", "has changed", "ya"."""
    if not statement.vocabulary.isdisjoint(_OF_ONE_TIME | _IRREGULAR_PAST):
        return True
    return any(word.text.lower().endswith(_THEY_DID) and len(word.text) > _SHORTEST_VERB for word in statement.words)


def says_now(statement: Statement) -> bool:
    """Whether the clause says what they do now: "respondes de", "you lead", "hoy"."""
    return not (statement.vocabulary.isdisjoint(_NOW) and statement.vocabulary.isdisjoint(leading()))


def is_told_as_past(statement: Statement) -> bool:
    """Whether the person is the subject of a past tense: "montaste", "llevabas", "you built", or of usted "montó"."""
    words = [word.text.lower() for word in statement.words]
    if any(word.endswith(_PAST_OF_YOU) and len(word) > _SHORTEST_VERB for word in words):
        return True
    you = [index for index, word in enumerate(words) if word in ("you", "you'd", "usted", "who", "quien")]
    return any(_is_past(word) for index in you for word in words[index + 1 : index + 4])


def _is_past(word: str) -> bool:
    return word in _IRREGULAR_PAST or (len(word) > _SHORTEST_VERB and word.endswith(("ed", "ó", "aba", "ía")))


@cache
def leading() -> frozenset[str]:
    """The verbs that say what somebody leads."""
    return frozenset(table("relation_words")["work"].split())
