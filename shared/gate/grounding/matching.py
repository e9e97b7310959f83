"""Which facts state a figure of a text, whatever noun or sign either leaves out."""

from shared.domain.message import Fact
from shared.gate.figure import Figure
from shared.gate.grounding.elided import has_noun, is_done_to, leaves_out_its_noun, leaves_out_its_sign
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import (
    Precision,
    is_anybody,
    is_time,
    same_measure,
    same_noun,
)
from shared.gate.grounding.stated import Stated

_THOUSAND = 1000


def matching(figure: Figure, allowed: Stated, precision: Precision, known: Known) -> list[Fact]:
    """The facts that state the figure: of the same noun if any does, else those where the noun cannot be told."""
    candidates = allowed.that_may_equal(figure, precision)
    same = [(same_noun(figure, other), fact) for other, fact in candidates if same_measure(figure, other, precision)]
    certain = [
        fact
        for noun, fact in same
        if noun or (noun is None and is_anybody(figure)) or (figure.value >= _THOUSAND and precision is Precision.EXACT)
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
