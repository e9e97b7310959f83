"""Claims: what a text says about the person or about us, and what the facts say to it.

`by_rule.py` finds claims by itself; `listed.py` looks at those that the writer lists, which prove nothing on their own.
"""

from bisect import bisect_left
from collections.abc import Sequence

from shared.domain.message import Claim, Part
from shared.domain.writing import WrittenClaim
from shared.gate.claims.by_rule import found_claims
from shared.gate.claims.listed import listed_claims
from shared.gate.reading import Reading


def claims_of(reading: Reading, written: Sequence[WrittenClaim]) -> tuple[Claim, ...]:
    """The claims of a draft in the order of the text, subject first, none overlapping another.

    Where two overlap, the one that the rules found stands.
    """
    kept: dict[Part, list[Claim]] = {part: [] for part in Part}
    judged = (finding.as_claim() for finding in reading.findings if not finding.doubtful)
    for claim in (*judged, *found_claims(reading), *listed_claims(reading, written)):
        _keep(claim, kept[claim.part])
    return (*kept[Part.SUBJECT], *kept[Part.BODY])


def _keep(claim: Claim, kept: list[Claim]) -> None:
    """Add `claim` to those of its part, which are in order, unless it overlaps one; only its neighbours can."""
    index = bisect_left(kept, claim.start, key=_start)
    before, after = kept[max(0, index - 1) : index], kept[index : index + 1]
    if all(claim.start >= other.end or other.start >= claim.end for other in (*before, *after)):
        kept.insert(index, claim)


def _start(claim: Claim) -> int:
    return claim.start
