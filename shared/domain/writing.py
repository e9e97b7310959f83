"""What a writer is asked and what it answers: the values of the MessageWriter port."""

from datetime import date
from typing import NamedTuple

from shared.domain.language import Format, Language, Limits, Register
from shared.domain.message import Check, Draft, Fact
from shared.domain.prospect import Prospect
from shared.domain.role import Role
from shared.domain.workspace import Sender


class Repair(NamedTuple):
    """A draft that the gate blocked, and why: the writer is asked once more."""

    draft: Draft
    findings: tuple[Check, ...]


class SentEarlier(NamedTuple):
    """A message that the person got before, and did not answer."""

    format: Format
    subject: str | None
    body: str
    sent_on: date | None


class FollowUp(NamedTuple):
    """What a follow-up follows: the messages before it, the oldest first; `number` is its own, from 1. `is_last`: none
    comes after it.
    """

    earlier: tuple[SentEarlier, ...]
    number: int
    is_last: bool


class WritingRequest(NamedTuple):
    """All that a writer may use for one message.

    `instructions` is the rendered prompt of the role, stable over prospects so that a provider can cache it; `facts`
    are the only things that may be said, data and never orders; `prospect` holds the same person's fields in order,
    without those that give orders (facts were made from it); `wish` is the user's own wish for this one message;
    `start_from` is a rendered template; `seed` makes a deterministic writer vary between prospects;
    `deadline_seconds` bounds the whole call; `earlier` holds the bodies of the versions that this message replaces, the
    newest first; `follow_up` is there where the message follows one that was not answered.
    """

    instructions: str
    facts: tuple[Fact, ...]
    prospect: Prospect
    role: Role
    format: Format
    language: Language
    register: Register | None
    limits: Limits
    sender: Sender | None
    value_proposition: str | None
    seed: str
    deadline_seconds: float
    wish: str | None = None
    start_from: Draft | None = None
    repair: Repair | None = None
    canary: str | None = None
    earlier: tuple[str, ...] = ()
    follow_up: FollowUp | None = None


class WrittenClaim(NamedTuple):
    """A claim as the writer lists it: the words of the text, and the facts they rest on. The gate trusts neither."""

    text: str
    facts: tuple[str, ...]


class Written(NamedTuple):
    """A writer's answer. Money in millionths of `currency`; tokens are 0 for a writer that has none.

    `remarks` warn of what was asked for and is not in the text; they stand among the message's checks.
    """

    draft: Draft
    claims: tuple[WrittenClaim, ...]
    provider: str
    model: str
    input_tokens: int
    output_tokens: int
    cost_micros: int
    currency: str
    remarks: tuple[Check, ...] = ()


class WritingEstimate(NamedTuple):
    """What a message would take before it is written: token counts are estimates, money follows from the prices."""

    provider: str
    model: str
    input_tokens: int
    output_tokens: int
    cost_micros: int
    currency: str
