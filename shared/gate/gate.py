"""The gate itself: every check over one draft, and the verdict that follows."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shared.domain.message import Check, CheckVerdict, Claim, Draft, MessageStatus
from shared.domain.writing import WrittenClaim
from shared.gate.claims import claims_of
from shared.gate.context import GateContext
from shared.gate.grounding.ground import ground
from shared.gate.reading import Reading, read
from shared.gate.rules import ADVISORY, BLOCKING


class Examination(NamedTuple):
    """What the gate found: the claims of the text, and one answer of every check."""

    claims: tuple[Claim, ...]
    checks: tuple[Check, ...]

    @property
    def failures(self) -> tuple[Check, ...]:
        """The checks that block: what a repair must mend."""
        return tuple(check for check in self.checks if check.verdict is CheckVerdict.BLOCK)

    @property
    def blocked(self) -> bool:
        """Whether any check blocks."""
        return bool(self.failures)

    @property
    def status(self) -> MessageStatus:
        """Where a message with this text begins: `ready`, or `needs_review` if a check blocks; warnings do not."""
        return MessageStatus.NEEDS_REVIEW if self.blocked else MessageStatus.READY


def examine(draft: Draft, context: GateContext, written_claims: Sequence[WrittenClaim] = ()) -> Examination:
    """Examine `draft`; deterministic, without I/O.

    A draft is in its one form (`shared/domain/message_text.py`), so spans count in what the caller shows.
    `written_claims` is the writer's own list, a hint that proves nothing.
    """
    reading = read(draft, context)
    reading = dataclasses.replace(reading, findings=ground(reading, context))
    reading = dataclasses.replace(reading, claims=claims_of(reading, written_claims))
    return Examination(reading.claims, tuple(_answers(reading, context)))


def _answers(reading: Reading, context: GateContext) -> Iterator[Check]:
    for rule in BLOCKING:
        yield rule.examine(reading, context)
    for rule in ADVISORY:
        if rule.NAME not in context.switched_off:
            yield rule.examine(reading, context)
