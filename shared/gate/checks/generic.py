"""generic: the message says something that is true of this person."""

from shared.domain.errors import Sentence
from shared.domain.message import Check, Claim, ClaimVerdict
from shared.gate.context import GateContext
from shared.gate.findings import passed, warned
from shared.gate.greeting import greeting_end
from shared.gate.reading import Reading

NAME = "generic"

_NOT_PERSONAL = frozenset(("name", "ourselves"))
_SAYS_NOTHING = Sentence("No dice nada: falta el mensaje.", "It says nothing: the message is missing.")
_COULD_BE_ANYONE = Sentence(
    "Podría ir a cualquiera: no dice nada comprobado de esta persona.",
    "It could go to anyone: it says nothing that is proven of this person.",
)


def examine(reading: Reading, _context: GateContext) -> Check:
    """Warn of fewer than one verified claim about the person; their name is none, for a mail merge knows
    that too. A greeting alone is no message.
    """
    words = reading.body.words
    if not words or words[-1].end <= greeting_end(reading.body, reading.evidence.names.has):
        return warned(NAME, _SAYS_NOTHING)
    if any(_is_personal(claim) for claim in reading.claims):
        return passed(NAME, "Dice algo comprobado de esta persona", "It says something that is proven of this person")
    return warned(NAME, _COULD_BE_ANYONE)


def _is_personal(claim: Claim) -> bool:
    return claim.verdict is ClaimVerdict.VERIFIED and claim.kind not in _NOT_PERSONAL
