"""suppression: nobody who asked not to be written to is written to."""

from shared.domain.errors import Sentence
from shared.domain.message import Check
from shared.gate.context import GateContext
from shared.gate.findings import blocked, passed
from shared.gate.reading import Reading

NAME = "suppression"

_ON_THE_LIST = Sentence(
    "Esta persona está en la lista de exclusión: no se le puede escribir.",
    "This person is on the suppression list: they must not be written to.",
)


def examine(_reading: Reading, context: GateContext) -> Check:
    """Block if the person is on the list, whatever the text says."""
    if context.suppressed:
        return blocked(NAME, _ON_THE_LIST)
    return passed(NAME, "No está en la lista de exclusión", "Not on the suppression list")
