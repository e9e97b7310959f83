"""The gate as a service, for a text that somebody else wrote."""

from typing import NamedTuple

from shared.domain.generation import TextCheckRequest
from shared.domain.language import Language, Limits, Register, limits_of
from shared.domain.message import Draft, Fact
from shared.domain.principal import Principal
from shared.domain.workspace import WorkspaceSettings
from shared.gate.context import GateContext
from shared.gate.facts import GatheredFacts, gather_facts
from shared.gate.gate import Examination, examine
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.read_settings import ReadSettings
from shared.services.suppress_person import is_suppressed
from shared.services.workspace_day import day_of


class CheckedText(NamedTuple):
    """The facts that the text was held against, what the gate found, and the limits that it has."""

    draft: Draft
    facts: tuple[Fact, ...]
    examination: Examination
    limits: Limits


class CheckText:
    """POST /v1/checks. Nothing is stored and no model is called."""

    def __init__(self, store: Store, read_settings: ReadSettings, clock: Clock) -> None:
        self._store = store
        self._read_settings = read_settings
        self._clock = clock

    def __call__(self, principal: Principal, request: TextCheckRequest) -> CheckedText:
        """What the gate says; a text over its limit is an answer like any other, with a block."""
        settings = self._read_settings(principal)
        sender = request.sender or settings.sender
        points = settings.proof_points if request.proof_points is None else request.proof_points
        gathered = gather_facts(
            request.prospect,
            proof_points=points,
            value_proposition=settings.value_proposition_in(request.language),
            sender=sender,
        )
        draft = Draft(subject=request.subject, body=request.body)
        suppressed = is_suppressed(self._store.of(principal.workspace_id), request.prospect)
        context = self._context(request, settings, gathered, suppressed=suppressed)
        return CheckedText(draft, gathered.facts, examine(draft, context), context.limits)

    def _context(
        self, request: TextCheckRequest, settings: WorkspaceSettings, gathered: GatheredFacts, *, suppressed: bool
    ) -> GateContext:
        links = settings.allowed_links if request.allowed_links is None else request.allowed_links
        return GateContext(
            prospect=gathered.prospect,
            facts=gathered.facts,
            format=request.format,
            language=request.language,
            register=_register(request, settings),
            limits=limits_of(request.format, request.linkedin_tier or settings.linkedin_tier),
            as_of=request.as_of or day_of(self._clock.now(), settings),
            sender=request.sender or settings.sender,
            allowed_links=tuple(links),
            max_links=settings.max_links if request.max_links is None else request.max_links,
            suppressed=suppressed,
            name_ignored=gathered.name_ignored,
            orders=gathered.orders,
            suspects=gathered.suspects,
            switched_off=frozenset(map(str, settings.switched_off_checks)),
        )


def _register(request: TextCheckRequest, settings: WorkspaceSettings) -> Register | None:
    return None if request.language is Language.EN else request.register_ or settings.register_
