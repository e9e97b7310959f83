"""Places in a list: what stands among towns and regions is one of them, whatever else it may be the name of."""

from collections.abc import Sequence

from shared.gate.grounding.known import Known
from shared.gate.grounding.places import is_place
from shared.gate.grounding.runs import Run
from shared.gate.grounding.statements import Statement
from shared.gate.words import Word

_AND = frozenset("y e and ni nor".split())
_ARTICLES = frozenset("el la los las the".split())
_NEAR, _TWO = 4, 2


def is_listed_with_a_place(run: Run, statement: Statement) -> bool:
    """Whether a town or region stands in front of it in a list: "Santa Fe, Córdoba y La Pampa"."""
    before = [word for word in statement.words_before(run.start, _NEAR) if word.folded not in _AND | _ARTICLES]
    if not before or not before[-1].capitalised:
        return False
    between = statement.passage.folded[before[-1].end : run.start].split()
    joined = bool(between) and (between[0] == "," or not _AND.isdisjoint(between))
    return joined and (is_place(before[-1].folded) or is_place(" ".join(word.folded for word in before[-_TWO:])))


def known_as_a_name_alone(run: Run, statement: Statement, known: Known) -> Sequence[Word]:
    """The words of a place in a list of places that the facts have in the names of schools and employers alone."""
    name = " ".join(word.folded for word in run.words)
    if not is_place(name) or name in known.true_places or not is_listed_with_a_place(run, statement):
        return ()
    facts = [fact for word in run.names for fact in known.facts_of_word.get(word.folded, ())]
    return run.names if facts and all(fact.field.endswith(("school", "company")) for fact in facts) else ()
