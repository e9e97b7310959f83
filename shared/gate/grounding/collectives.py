"""Teams, companies and plants with an indefinite article: "a team of 40 notices" speaks of anybody, "you lead a team of
40" of the person.
"""

from collections.abc import Sequence

from shared.gate.address.words import addresses
from shared.gate.lexicon import table
from shared.gate.words import Word

_WITH = frozenset("con with".split())
_YOU = frozenset("you usted".split())
_OF_ANYBODY = frozenset("cuando when si if quien quienes who cada".split())


def is_their_own(before: Sequence[Word], *, to_them: bool) -> bool:
    """Whether an indefinite "a team of" is the person's: behind a verb that speaks to them, or in what a clause begins
    with ("Con un equipo de 40, …") where it is `to_them`. `before` are the words of the clause in front of it.
    """
    if not before:
        return False
    verb, subject = before[-1], before[-2].folded if len(before) > 1 else ""
    if any(word.folded in _OF_ANYBODY for word in before):
        return False
    if verb.folded in _WITH:
        return to_them and (not subject or _speaks_to_them(before[-2], subject=""))
    return _speaks_to_them(verb, subject)


def _speaks_to_them(verb: Word, subject: str) -> bool:
    """Whether a verb is in the second person by itself ("diriges") or by what stands before it ("you lead"); "dirige"
    at the beginning of a clause has usted for its subject.
    """
    if subject in _YOU:
        return True
    return addresses(verb.text.lower()) or (not subject and verb.folded in table("relation_words")["work"].split())
