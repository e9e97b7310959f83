"""The list of checks. A new one is one module under `checks/` and one word here."""

from typing import Protocol

from shared.domain.message import Check
from shared.gate.checks import (
    addressee,
    cliches,
    exclamations,
    generic,
    grounding,
    injection,
    language,
    length,
    links,
    near_duplicate,
    opening,
    placeholders,
    presumption,
    questions,
    register,
    repetition,
    sensitive,
    sentence_length,
    shouting,
    suppression,
)
from shared.gate.context import GateContext
from shared.gate.reading import Reading


class Rule(Protocol):
    """What a module must have to be a check. Every rule always answers."""

    NAME: str

    def examine(self, reading: Reading, context: GateContext, /) -> Check:
        """The rule's answer for one draft."""


BLOCKING: tuple[Rule, ...] = (
    length,
    placeholders,
    grounding,
    addressee,
    language,
    register,
    links,
    sensitive,
    injection,
    repetition,
    presumption,
    suppression,
)
"""The rules that can hold a message back, in the order in which a person reads them."""

ADVISORY: tuple[Rule, ...] = (
    generic,
    near_duplicate,
    cliches,
    questions,
    opening,
    exclamations,
    shouting,
    sentence_length,
)
"""The rules that only warn; a workspace can switch each off by its name."""
