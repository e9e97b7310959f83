"""What a repaired draft must keep clear of, read from the findings on the one that was blocked."""

from typing import NamedTuple

from shared.adapters.embedded.offline.slots import Piece
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Check, CheckVerdict, Draft, Part, Span
from shared.domain.writing import Repair

_SENTENCE_END = lazy_pattern(r"(?<=[.?:]) ")


class Avoidance(NamedTuple):
    """`shortest`: only the shortest text will do. `unnamed`: the greeting must not name anybody. `plain`: our own
    phrases only, without quotations and without what the workspace says of itself. `flagged`: stretches of the
    blocked draft that no sentence may hold. `earlier`: that draft, no sentence of which may come again.
    """

    shortest: bool = False
    unnamed: bool = False
    plain: bool = False
    flagged: tuple[str, ...] = ()
    earlier: str = ""

    def allows(self, piece: Piece) -> bool:
        """Whether the sentence may stand in the repaired draft."""
        if self.earlier and any(sentence in self.earlier for sentence in _SENTENCE_END.split(piece.text)):
            return False
        return not any(stretch in piece.text for stretch in self.flagged)


def avoidance(repair: Repair | None) -> Avoidance:
    """What follows from the blocking findings; nothing without a repair."""
    findings = [check for check in repair.findings if check.verdict is CheckVerdict.BLOCK] if repair else []
    if repair is None or not findings:
        return Avoidance()
    names = {check.name for check in findings}
    others = [check for check in findings if check.name not in ("length", "addressee")]
    return Avoidance(
        shortest="length" in names,
        unnamed="addressee" in names,
        plain=bool(names & {"language", "placeholders", "links", "injection", "sensitive"}),
        flagged=tuple(stretch for check in others for stretch in _stretches(check, repair.draft)),
        earlier=repair.draft.body if any(not check.spans for check in others) else "",
    )


def _stretches(check: Check, draft: Draft) -> list[str]:
    """The words that the check points at, where they are more than a letter or two."""
    stretches = [_slice(draft, span) for span in check.spans]
    return [stretch for stretch in stretches if len(stretch.strip()) > 2]


def _slice(draft: Draft, span: Span) -> str:
    text = (draft.subject or "") if span.part is Part.SUBJECT else draft.body
    units = text.encode("utf-16-le")[2 * span.start : 2 * span.end]
    return units.decode("utf-16-le", "ignore")
