"""Shares in words: what rounds a fact told of in the same words, what states it, and what nothing holds."""

from collections.abc import Iterator

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.folding import fold
from shared.gate.grounding.claimed import (
    is_claimed,
    is_share_of_something,
)
from shared.gate.grounding.finding import (
    VERIFIED,
    Finding,
)
from shared.gate.grounding.keys import has_meaning
from shared.gate.grounding.known import Known
from shared.gate.grounding.matching import matching
from shared.gate.grounding.measures import Precision
from shared.gate.grounding.owners import allowed_at
from shared.gate.grounding.precisions import precision_of_share
from shared.gate.grounding.reckoning import follows, is_left
from shared.gate.grounding.rivals import SURELY, rivals_of, words_about
from shared.gate.grounding.stated import Stated
from shared.gate.grounding.statements import Statement
from shared.gate.grounding.unproven import finding_on, unproven

_POINT = 0.5
_SAYS_WHERE_TO = lazy_pattern(r"\b(?:a|al|to|hasta|into)\s(?:l[oa]s\s|the\s)?$")


def judged_shares(statement: Statement, known: Known) -> Iterator[Finding]:
    """The shares in words of a clause, and what the facts say to each that is no manner of speaking."""
    for ratio in statement.passage.ratios:
        if statement.start <= ratio.start < statement.end:
            finding = _share(Figure(ratio.start, ratio.end, ratio.percent, Unit.PERCENT, ""), statement, known)
            if finding is not None:
                yield finding


def _share(figure: Figure, statement: Statement, known: Known) -> Finding | None:
    """A share in words rounds what facts tell of in the same words, or states another fact's exactly; what the clause
    says of its own ("un tercio de vuestras tiendas") some fact must hold.
    """
    precision = precision_of_share(figure, statement)
    allowed = allowed_at(figure, statement, known)
    near = [fact for fact in matching(figure, allowed, precision, known) if _is_near(fact, figure, precision, allowed)]
    if is_left(figure, statement.passage.folded):
        near = [fact for fact in near if _is_told_as_left(fact, allowed)]
    surely = [
        pair
        for pair in rivals_of(figure, statement, allowed, known)
        if words_about(pair[1], figure, statement, known) >= _enough(pair[1], known)
    ]
    told = [fact for fact in near if _states(fact, figure, allowed) or words_about(fact, figure, statement, known)]
    if told:
        return finding_on(figure, statement, VERIFIED, told)
    if follows(figure, statement, known, precision, allowed):
        return None
    if surely:
        is_meant = is_claimed(figure, statement, surely[0][0], surely=True)
        return unproven(figure, statement, known, allowed, surely) if is_meant else None
    promised = allowed is known.our_figures and is_left(figure, statement.passage.folded)
    if not (promised or (is_share_of_something(figure, statement) and is_claimed(figure, statement, None))):
        return None
    found = unproven(figure, statement, known, allowed, ())
    return found._replace(doubtful=bool(near)) if found else None


def _is_near(fact: Fact, figure: Figure, precision: Precision, allowed: Stated) -> bool:
    """Whether a share that nothing rounds is at most some points off: eight in ten are not called nine."""
    apart = (abs(other.value - figure.value) for other in allowed.by_fact[fact.id])
    return precision is not Precision.ABOUT or any(points <= _POINTS_OFF for points in apart)


_POINTS_OFF = 6.0


def _enough(fact: Fact, known: Known) -> int:
    """How many words leave no doubt: two, or the only one that a brief fact has beside its figure ("72 % mujeres")."""
    return min(SURELY, max(1, sum(map(has_meaning, known.evidence.tokens[fact.id]))))


def _is_told_as_left(fact: Fact, allowed: Stated) -> bool:
    """Whether a fact, too, has a share at which something arrived: "del 38 % al 9 %"."""
    folded = fold(fact.text)
    shares = (other for other in allowed.by_fact[fact.id] if other.unit is Unit.PERCENT)
    return any(is_left(other, folded) or _SAYS_WHERE_TO.search(folded, 0, other.start) for other in shares)


def _states(fact: Fact, figure: Figure, allowed: Stated) -> bool:
    """Whether a fact states a share to the point."""
    near = min(_POINT, _POINT * figure.value)
    return any(abs(other.value - figure.value) < near for other in allowed.by_fact[fact.id])
