"""Claims: what a text says about the person or about us, and what the facts say to it.

`by_rule.py` finds claims by itself; `listed.py` looks at those that the writer lists, which prove nothing on their own.
"""

from collections.abc import Iterable, Sequence

from shared.domain.message import Claim, Part
from shared.domain.writing import WrittenClaim
from shared.gate.claims.by_rule import found_claims
from shared.gate.claims.listed import listed_claims
from shared.gate.reading import Reading


def claims_of(reading: Reading, written: Sequence[WrittenClaim]) -> tuple[Claim, ...]:
    """The claims of a draft in the order of the text, subject first, none overlapping another.

    Where two overlap, the one that the rules found stands.
    """
    kept: list[Claim] = []
    judged = (finding.as_claim() for finding in reading.findings if not finding.doubtful)
    for claim in (*judged, *found_claims(reading), *listed_claims(reading, written)):
        if not _overlaps(claim, kept):
            kept.append(claim)
    return tuple(sorted(kept, key=lambda claim: (claim.part is not Part.SUBJECT, claim.start)))


def _overlaps(claim: Claim, others: Iterable[Claim]) -> bool:
    return any(claim.part is other.part and claim.start < other.end and other.start < claim.end for other in others)
