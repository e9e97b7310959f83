"""What a draft is examined against, besides its own words."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from shared.domain.language import Format, Language, Limits, Register
from shared.domain.message import Fact
from shared.domain.prospect import Prospect
from shared.domain.workspace import Sender
from shared.gate.evidence import Evidence
from shared.gate.grounding.known import Known


class Neighbour(NamedTuple):
    """Another message that could be like the draft: its id, text and facts, and whether it is of the same batch."""

    message_id: str
    body: str
    facts: tuple[Fact, ...]
    in_batch: bool


@dataclass(frozen=True)
class GateContext:
    """All that the checks may know.

    `prospect` and `facts` come from one `gather_facts`. `register` is None in English. `allowed_links` are domains,
    subdomains included; none allows no link at all. `as_of` is the day that durations count to. `suppressed` and
    `name_ignored` are found out before the draft is written. `instructions` is the whole stable text that the writer
    got and `canary` the secret word planted in it: neither may come out again. `switched_off` names advisory checks
    that the workspace does not want; blocking ones cannot be switched off. `orders` are the texts that `gather_facts`
    left out of the facts because they give orders: a draft must not obey them, nor `suspects`, which may be orders.
    `ours` is what we say to everybody besides our facts (the role's request, a template); `similar` are the messages
    that the draft could be a near-duplicate of; `thread` holds the texts that the person got before and did not answer,
    the oldest first, where the draft is a follow-up.
    """

    prospect: Prospect
    facts: tuple[Fact, ...]
    format: Format
    language: Language
    register: Register | None
    limits: Limits
    as_of: date
    sender: Sender | None = None
    allowed_links: tuple[str, ...] = ()
    max_links: int = 1
    suppressed: bool = False
    name_ignored: bool = False
    instructions: str | None = field(default=None, repr=False)
    canary: str | None = field(default=None, repr=False)
    switched_off: frozenset[str] = frozenset()
    orders: tuple[str, ...] = field(default=(), repr=False)
    suspects: tuple[str, ...] = field(default=(), repr=False)
    ours: tuple[str, ...] = ()
    similar: tuple[Neighbour, ...] = field(default=(), repr=False)
    thread: tuple[str, ...] = field(default=(), repr=False)

    @cached_property
    def evidence(self) -> Evidence:
        """The facts as checks look things up in them; worked out once, however many drafts are examined."""
        return Evidence(self.prospect, self.facts)

    @cached_property
    def known(self) -> Known:
        """The facts as grounding holds claims against them; likewise."""
        return Known(self.evidence, self.as_of)
