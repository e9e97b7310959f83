"""Which facts state a figure of a text, whatever noun or sign either leaves out."""

from shared.domain.message import Fact
from shared.gate.evidence import is_ours
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.elided import has_noun, is_done_to, leaves_out_its_noun, leaves_out_its_sign
from shared.gate.grounding.holdings import is_any_outlet, is_holding
from shared.gate.grounding.keys import keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import (
    Precision,
    is_anybody,
    is_time,
    same_measure,
    same_noun,
)
from shared.gate.grounding.stated import Pair, Stated

_THOUSAND = 1000


def matching(figure: Figure, allowed: Stated, precision: Precision, known: Known) -> list[Fact]:
    """The facts that state the figure: of the same noun if any does, else those where the noun cannot be told."""
    candidates = allowed.that_may_equal(figure, precision)
    same = [(same_noun(figure, other), fact) for other, fact in candidates if same_measure(figure, other, precision)]
    certain = [
        fact
        for noun, fact in same
        if noun or (noun is None and is_anybody(figure)) or _is_telling(figure, fact, allowed, known)
    ]
    if certain:
        return certain
    left_out = [
        fact
        for other, fact in candidates
        if (leaves_out_its_noun(figure, other, precision) and has_noun(figure, allowed.by_fact[fact.id], fact, known))
        or is_done_to(figure, other, fact)
    ]
    if left_out or is_time(figure.noun):
        return left_out
    counted_otherwise = any(
        other.unit is figure.unit and not same_measure(figure, other, precision) for other, _ in allowed.of_noun(figure)
    )
    return ([] if counted_otherwise else [fact for noun, fact in same if noun is None]) or [
        fact for other, fact in candidates if leaves_out_its_sign(figure, other, fact, allowed.by_fact[fact.id])
    ]


def _is_telling(figure: Figure, fact: Fact, allowed: Stated, known: Known) -> bool:
    """Whether a fact has a figure so large, to the digit, that it is the one that is meant, whatever it is called."""
    same = [pair for pair in allowed.by_value.get(figure.value, ()) if pair[1].id == fact.id]
    return figure.value >= _THOUSAND and any(not is_of_other_things(figure, pair, known) for pair in same)


_CUSTOMERS = frozenset("clientes cuentas customers clients accounts empresas companies firms negocios".split())
"""What may be of any sort: 17 customers are seventeen companies, or hotels."""


def is_of_other_things(figure: Figure, pair: Pair, known: Known) -> bool:
    """Whether what a fact has so many of is surely not what the text says: "42 farmacias" for 42 tiendas, where nothing
    tells of any; whom we have for customers may be called anything.
    """
    other, fact = pair
    if is_ours(fact) or not is_holding(figure.noun) or not {figure.noun, other.noun}.isdisjoint(_CUSTOMERS):
        return False
    if not is_holding(other.noun) and not keys_of(figure.noun).isdisjoint(known.their_keys):
        return False
    is_known = (
        is_holding(other.noun) or is_any_outlet(other.noun) or is_time(other.noun) or other.unit is not Unit.PLAIN
    )
    return is_known and same_noun(figure, other) is False
