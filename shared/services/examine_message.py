"""Hold a stored message's text against what is known now: the person as last seen, the role, prompt and settings."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from shared.domain.errors import NotFoundError, Sentence
from shared.domain.language import Limits, limits_of
from shared.domain.message import ClaimVerdict, Draft, Fact, Message
from shared.domain.principal import Principal
from shared.domain.prospect import StoredProspect
from shared.domain.role import Role
from shared.domain.workspace import WorkspaceSettings
from shared.domain.writing import WrittenClaim
from shared.gate.context import GateContext
from shared.gate.facts import GatheredFacts, gather_facts
from shared.gate.gate import Examination, examine
from shared.ports import Clock
from shared.repositories.store import Store, WorkspaceStore
from shared.services.find_similar import FindSimilar, Place
from shared.services.read_settings import ReadSettings
from shared.services.read_thread import bodies_before
from shared.services.warn_of_role import warn_of_role
from shared.services.workspace_day import day_of

_GONE = Sentence(
    "Los datos de esta persona se han borrado: su mensaje ya no se puede cambiar.",
    "This person's data was erased: their message can no longer be changed.",
)


class ExaminedMessage(NamedTuple):
    """The facts that the text was held against, what the gate found, the limits that the text has, and what others like
    it are found by.
    """

    facts: tuple[Fact, ...]
    examination: Examination
    limits: Limits
    near_key: str | None


class ExamineMessage:
    """The gate, over again, for a message that exists."""

    def __init__(self, store: Store, read_settings: ReadSettings, find_similar: FindSimilar, clock: Clock) -> None:
        self._store = store
        self._find_similar = find_similar
        self._read_settings = read_settings
        self._clock = clock

    def __call__(self, principal: Principal, message: Message, draft: Draft) -> ExaminedMessage:
        """What the gate says to `draft` in the place of the message's text. Raises NotFoundError if the person's data
        is gone.
        """
        store = self._store.of(principal.workspace_id)
        settings = self._read_settings(principal)
        person = store.prospects.find(message.prospect.id)
        if person is None:
            raise NotFoundError(_GONE)
        role = store.roles.find(message.role.key)
        gathered = _gathered(person, settings, role, message)
        limits = limits_of(message.format, settings.linkedin_tier)
        context = self._context(store, settings, message, gathered, person, limits)
        context = replace(context, thread=bodies_before(store, message))
        if message.template_id is not None:  # its text is like others on purpose
            return ExaminedMessage(gathered.facts, _examined(draft, context, message, role), limits, None)
        context = replace(context, ours=_asked_of_everybody(role, message))
        place = Place(message.batch_id, not_these=(message.id, message.replaces))
        similar = self._find_similar(principal.workspace_id, draft, context, place)
        context = replace(context, similar=similar.neighbours)
        return ExaminedMessage(gathered.facts, _examined(draft, context, message, role), limits, similar.near_key)

    def _context(
        self,
        store: WorkspaceStore,
        settings: WorkspaceSettings,
        message: Message,
        gathered: GatheredFacts,
        person: StoredProspect,
        limits: Limits,
    ) -> GateContext:
        prompt = store.prompts.find(message.prompt.id)
        return GateContext(
            prospect=gathered.prospect,
            facts=gathered.facts,
            format=message.format,
            language=message.language,
            register=message.register_,
            limits=limits,
            as_of=day_of(self._clock.now(), settings),
            sender=settings.sender,
            allowed_links=tuple(settings.allowed_links),
            max_links=settings.max_links,
            suppressed=store.suppressions.hold(person.prospect, [person.id]),
            name_ignored=gathered.name_ignored,
            instructions=None if prompt is None else prompt.text,
            orders=gathered.orders,
            suspects=gathered.suspects,
            switched_off=frozenset(map(str, settings.switched_off_checks)),
        )


def _examined(draft: Draft, context: GateContext, message: Message, role: Role | None) -> Examination:
    """What the gate says, and what was noted when the message was written and an edit does not settle: no role knew the
    title.
    """
    examination = examine(draft, context, _proven_before(message, context.facts))
    return examination._replace(checks=(*examination.checks, *warn_of_role(message.role, role)))


def _proven_before(message: Message, facts: Sequence[Fact]) -> list[WrittenClaim]:
    """The proven claims of the text as it stands, as hints where to look; the facts are known again by what they say,
    since their numbers may have changed.
    """
    said, now = {fact.id: fact.text for fact in message.facts}, {fact.text: fact.id for fact in facts}
    proven = (claim for claim in message.claims if claim.verdict is ClaimVerdict.VERIFIED)
    hints = (
        WrittenClaim(one.text, tuple(now[said[id_]] for id_ in one.facts if said.get(id_) in now)) for one in proven
    )
    return [hint for hint in hints if hint.facts]


def _asked_of_everybody(role: Role | None, message: Message) -> tuple[str, ...]:
    return () if role is None else (role.call_to_action.in_language(message.language),)


def _gathered(
    person: StoredProspect, settings: WorkspaceSettings, role: Role | None, message: Message
) -> GatheredFacts:
    own = None if role is None or role.value_proposition is None else role.value_proposition
    proposition = settings.value_proposition_in(message.language) if own is None else own.in_language(message.language)
    return gather_facts(
        person.prospect,
        proof_points=[*settings.proof_points, *(role.proof_points if role is not None else ())],
        value_proposition=proposition,
        sender=settings.sender,
    )
