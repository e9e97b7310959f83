"""grounding: what the text says of the person and of us follows from the facts."""

from collections.abc import Sequence

from shared.domain.errors import Sentence
from shared.domain.message import Check, Span
from shared.gate.context import GateContext
from shared.gate.findings import blocked, passed, warned
from shared.gate.grounding.finding import VERIFIED, Finding
from shared.gate.reading import Reading

NAME = "grounding"

_MOST_TOLD = 3


def examine(reading: Reading, _context: GateContext) -> Check:
    """Block what the facts contradict or do not hold; warn of what may be an unknown name."""
    wrong = [finding for finding in reading.findings if finding.verdict is not VERIFIED]
    blocking = [finding for finding in wrong if finding.blocks]
    if blocking:
        return blocked(NAME, _told(blocking), _spans(blocking))
    if wrong:
        return warned(NAME, _told(wrong), _spans(wrong))
    return passed(NAME, "Todo lo que afirma está en los datos", "The facts hold everything that it says")


def _told(findings: Sequence[Finding]) -> Sentence:
    details = list(dict.fromkeys(finding.detail for finding in findings if finding.detail))[:_MOST_TOLD]
    return Sentence(" ".join(detail.es for detail in details), " ".join(detail.en for detail in details))


def _spans(findings: Sequence[Finding]) -> list[Span]:
    return [finding.passage.span(finding.start, finding.end) for finding in findings]
