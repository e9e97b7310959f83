"""Claims: what a text says about the person or about us, and what the facts say to it.

`by_rule.py` finds claims by itself; `listed.py` looks at those that the writer lists, which prove nothing on their own.
"""

from bisect import bisect_left
from collections.abc import Sequence

from shared.domain.message import Claim, Part
from shared.domain.writing import WrittenClaim
from shared.gate.claims.by_rule import found_claims
from shared.gate.claims.listed import listed_claims
from shared.gate.grounding.finding import Finding
from shared.gate.reading import Reading


def claims_of(reading: Reading, written: Sequence[WrittenClaim]) -> tuple[Claim, ...]:
    """The claims of a draft in the order of the text, subject first, none overlapping another.

    Where two overlap, the one that the rules found stands.
    """
    kept: dict[Part, list[_Kept]] = {part: [] for part in Part}
    judged = (finding for finding in reading.findings if not finding.doubtful)
    for claim in (*judged, *found_claims(reading), *listed_claims(reading, written)):
        _keep(claim, kept[claim.passage.part])
    return tuple(claim.as_claim() for *_, claim in (*kept[Part.SUBJECT], *kept[Part.BODY]))


_Kept = tuple[int, int, Finding]
"""Where a claim begins and ends, so that two compare by their places."""


def _keep(claim: Finding, kept: list[_Kept]) -> None:
    """Add `claim` to those of its part, which are in order, unless it overlaps one; only its neighbours can."""
    start, end = claim.start, claim.end
    index = bisect_left(kept, (start,))
    if (index and kept[index - 1][1] > start) or (index < len(kept) and kept[index][0] < end):
        return
    kept.insert(index, (start, end, claim))
