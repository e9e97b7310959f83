"""exclamations: few emoji and exclamation marks."""

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Check
from shared.gate.context import GateContext
from shared.gate.findings import passed, warned
from shared.gate.reading import Reading

NAME = "exclamations"

_MOST = 2
_EXCLAMATION = lazy_pattern(r"[!！]+")
_LOWEST_EMOJI = "\u231a"
_EMOJI = lazy_pattern(
    "(?:[\U0001f1e6-\U0001f1ff]{2}|[\u2600-\u27bf\u2b50\u2b55\u231a\u231b\u23e9-\u23f3\U0001f300-\U0001faff])"
    "(?:[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d[\u2600-\u27bf\U0001f300-\U0001faff])*"
)


def examine(reading: Reading, _context: GateContext) -> Check:
    """Warn of more than two emoji and exclamations together; a family or a flag is one emoji, "!!!" one exclamation."""
    found = [
        passage.span(*match.span())
        for passage in reading.passages
        for pattern in ((_EXCLAMATION, _EMOJI) if passage.highest >= _LOWEST_EMOJI else (_EXCLAMATION,))
        for match in pattern.finditer(passage.text)
    ]
    if len(found) <= _MOST:
        return passed(NAME)
    return warned(NAME, _too_many(len(found)), found)


def _too_many(count: int) -> Sentence:
    return Sentence(
        f"Hay {count} exclamaciones y emojis: mejor ninguno o uno.",
        f"There are {count} exclamation marks and emoji: better none or one.",
    )
