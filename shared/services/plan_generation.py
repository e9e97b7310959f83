"""Everything about one message that is decided before a writer is asked: to whom, as which role, from which facts."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from shared.domain.deadlines import Deadlines
from shared.domain.errors import InvalidInputError
from shared.domain.experiment import Participation
from shared.domain.generation import AUTO_ROLE, GenerationRequest
from shared.domain.language import Language, limits_of
from shared.domain.message import Draft, RoleMatch
from shared.domain.principal import Principal
from shared.domain.prompt import Prompt
from shared.domain.prompt_text import render
from shared.domain.prompt_values import MessageKind, values_of
from shared.domain.prospect import Prospect, StoredProspect
from shared.domain.role import Role
from shared.domain.role_match import match_role
from shared.domain.template import Template
from shared.domain.workspace import WorkspaceSettings
from shared.domain.writing import WritingRequest
from shared.gate.context import GateContext
from shared.gate.facts import GatheredFacts, gather_facts
from shared.ports import Clock, Ids
from shared.repositories.store import Store, WorkspaceStore
from shared.services.choose_prompt import Addressee, choose_prompt
from shared.services.list_roles import NO_SUCH_ROLE
from shared.services.list_templates import NO_SUCH_TEMPLATE
from shared.services.read_settings import ReadSettings
from shared.services.read_thread import ThreadBefore, read_thread
from shared.services.shared_reads import SharedReads
from shared.services.suppress_person import is_suppressed
from shared.services.workspace_day import day_of

Batch: TypeAlias = tuple[str, str]
"""A workspace's id and that of one of its batches."""

_VERSIONS_REMEMBERED = 5
"""How many versions back a new one differs from: each takes one read."""


class GenerationPlan(NamedTuple):
    """What the writer gets, what the gate will hold against it, and where both come from.

    `person` is the prospect as the caller gave it, fields that give orders included; `gathered` is without them.
    `known` is the stored prospect that the caller named, if any; `values` are those of the prompt's variables;
    `participation` is the message's part in an experiment, if one runs where it is written; `thread` is what a
    follow-up follows.
    """

    settings: WorkspaceSettings
    person: Prospect
    known: StoredProspect | None
    gathered: GatheredFacts
    match: RoleMatch
    prompt: Prompt
    participation: Participation | None
    kind: MessageKind
    values: dict[str, str]
    writing: WritingRequest
    context: GateContext
    thread: ThreadBefore | None = None


class PlanGeneration:
    """Everything but the model and the store."""

    def __init__(
        self,
        store: Store,
        read_settings: Callable[[Principal], WorkspaceSettings],
        clock: Clock,
        ids: Ids,
        deadlines: Deadlines,
        shared: SharedReads | None = None,
    ) -> None:
        self._store = store
        self._read_settings = read_settings
        self._clock = clock
        self._ids = ids
        self._deadlines = deadlines
        self._shared = shared or SharedReads(clock)

    def over(self, store: Store) -> "PlanGeneration":
        """The same, reading from another view of the store; what messages share stays shared."""
        return PlanGeneration(store, ReadSettings(store), self._clock, self._ids, self._deadlines, self._shared)

    def __call__(self, principal: Principal, request: GenerationRequest, batch_id: str | None = None) -> GenerationPlan:
        """The plan. Raises InvalidInputError, naming the field, for a person without a name and for an unknown
        prospect, role or template.

        Items of one batch share the roles, read at most once in 5 s: a batch begins with what holds when it begins, and
        a change reaches the items under way 5 s later. Which prompt is active is read for each; its text never changes.
        """
        store = self._store.of(principal.workspace_id)
        batch = None if batch_id is None else (principal.workspace_id, batch_id)
        settings = self._read_settings(principal)
        thread = read_thread(store, request, settings.follow_ups)
        request = request if thread is None else thread.asked(request)
        known = _known_prospect(store, request)
        person = _person(request, known)
        role, match = _role(store, lambda: self._all_roles(store, batch), settings, request.role, person)
        kind = _kind(settings, role, request)
        gathered = gather_facts(
            person,
            proof_points=[*settings.proof_points, *role.proof_points],
            value_proposition=_value_proposition(settings, role, kind.language),
            sender=settings.sender,
        )
        values = _values(settings, role, kind, gathered)
        prompt, participation = choose_prompt(
            store,
            lambda id_: self._shared.prompt(store, principal.workspace_id, id_),
            (role.key, settings.default_role),
            kind,
            Addressee(person, known),
            may_take_part=request.template_id is None and thread is None,
        )
        template = _template(store, request.template_id)
        writing = WritingRequest(
            instructions=render(prompt.text, values),
            facts=gathered.facts,
            prospect=gathered.prospect,
            role=role,
            format=kind.format,
            language=kind.language,
            register=kind.register,
            limits=kind.limits,
            sender=settings.sender,
            value_proposition=_value_proposition(settings, role, kind.language),
            seed=_seed(gathered.prospect, request.replaces, thread),
            deadline_seconds=self._deadlines.model_call,
            wish=request.instructions,
            start_from=None if template is None else _rendered(template, values),
            canary=self._ids.new(),
            earlier=_earlier(store, request.replaces),
            follow_up=None if thread is None else thread.for_writer,
        )
        suppressed = is_suppressed(store, person)
        context = self._context(settings, role, kind, gathered, prompt, writing.canary, suppressed=suppressed)
        context = context if thread is None else replace(context, thread=thread.bodies)
        return GenerationPlan(
            settings, person, known, gathered, match, prompt, participation, kind, values, writing, context, thread
        )

    def _all_roles(self, store: WorkspaceStore, batch: Batch | None) -> list[Role]:
        return store.roles.all() if batch is None else self._shared.roles.get(batch, store.roles.all) or []

    def _context(
        self,
        settings: WorkspaceSettings,
        role: Role,
        kind: MessageKind,
        gathered: GatheredFacts,
        prompt: Prompt,
        canary: str | None,
        *,
        suppressed: bool,
    ) -> GateContext:
        """The prompt goes in as it is written: what its variables stand for may well come out in a message."""
        return GateContext(
            prospect=gathered.prospect,
            facts=gathered.facts,
            format=kind.format,
            language=kind.language,
            register=kind.register,
            limits=kind.limits,
            as_of=day_of(self._clock.now(), settings),
            sender=settings.sender,
            allowed_links=tuple(settings.allowed_links),
            max_links=settings.max_links,
            suppressed=suppressed,
            name_ignored=gathered.name_ignored,
            instructions=prompt.text,
            canary=canary,
            orders=gathered.orders,
            suspects=gathered.suspects,
            ours=(role.call_to_action.in_language(kind.language),),
            switched_off=frozenset(map(str, settings.switched_off_checks)),
        )


def _known_prospect(store: WorkspaceStore, request: GenerationRequest) -> StoredProspect | None:
    if request.prospect_id is None:
        return None
    known = store.prospects.find(request.prospect_id)
    if known is None:
        raise InvalidInputError.at(
            "/prospect_id", "No hay ningún prospecto con ese identificador.", "No prospect has this id."
        )
    return known


def _person(request: GenerationRequest, known: StoredProspect | None) -> Prospect:
    if known is not None:
        person = known.prospect
    elif request.prospect_text is not None:
        person = _read_from(request.prospect_text)
    else:
        person = request.prospect or Prospect()
    if not person.full_name:
        raise InvalidInputError.at(
            "/prospect/full_name",
            "Falta el nombre de la persona: sin él no se puede escribir un mensaje.",
            "The person's name is missing: no message can be written without it.",
        )
    return person


def _read_from(text: str) -> Prospect:
    """The person in a pasted text. Most requests paste none, and the reader's modules take long to load."""
    from shared.importing.profile_text import read_profile_text  # noqa: PLC0415 - what is not used is not loaded

    return read_profile_text(text).prospect


def _role(
    store: WorkspaceStore,
    all_roles: Callable[[], list[Role]],
    settings: WorkspaceSettings,
    asked: str,
    person: Prospect,
) -> tuple[Role, RoleMatch]:
    if asked != AUTO_ROLE:
        role = store.roles.find(asked)
        if role is None:
            raise InvalidInputError.at("/role", *NO_SUCH_ROLE)
        return role, RoleMatch(key=asked, matched_by="request")
    roles = all_roles()
    match = match_role(person.title, person.headline, roles, settings.default_role)
    for role in roles:
        if role.key == match.key:
            return role, match
    raise InvalidInputError.at(
        "/role",
        "El rol por defecto ya no existe: elige otro en los ajustes.",
        "The default role no longer exists: choose another one in the settings.",
    )


def _kind(settings: WorkspaceSettings, role: Role, request: GenerationRequest) -> MessageKind:
    language = request.language or settings.languages[0]
    register = None if language is Language.EN else request.register_ or role.register_
    return MessageKind(request.format, language, register, limits_of(request.format, settings.linkedin_tier))


def _value_proposition(settings: WorkspaceSettings, role: Role, language: Language) -> str | None:
    own = role.value_proposition
    return settings.value_proposition_in(language) if own is None else own.in_language(language)


def _values(settings: WorkspaceSettings, role: Role, kind: MessageKind, gathered: GatheredFacts) -> dict[str, str]:
    proposition = _value_proposition(settings, role, kind.language)
    points = [*settings.proof_points, *role.proof_points]
    return values_of(role, kind, gathered.prospect, settings.sender, proposition, points)


def _template(store: WorkspaceStore, template_id: str | None) -> Template | None:
    template = None if template_id is None else store.templates.find(template_id)
    if template is None and template_id is not None:
        raise InvalidInputError.at("/template_id", *NO_SUCH_TEMPLATE)
    return template


def _rendered(template: Template, values: dict[str, str]) -> Draft:
    subject = None if template.subject is None else render(template.subject, values)
    return Draft(subject=subject, body=render(template.body, values))


def _seed(prospect: Prospect, replaces: str | None, thread: ThreadBefore | None) -> str:
    """What a deterministic writer varies by: the person, by the steadiest that is known of them, which follow-up it is,
    and the message that another version is asked of.
    """
    person = prospect.linkedin_url or prospect.email or f"{prospect.full_name}|{prospect.company}"
    numbered = person if thread is None else f"{person}/follow-up {thread.place.number}"
    return numbered if replaces is None else f"{numbered}/{replaces}"


def _earlier(store: WorkspaceStore, replaces: str | None) -> tuple[str, ...]:
    """The texts of the versions before, the newest first: the message to replace, what that one replaced, and so on."""
    texts: list[str] = []
    while replaces is not None and len(texts) < _VERSIONS_REMEMBERED and (message := store.messages.find(replaces)):
        texts.append(message.body)
        replaces = message.replaces
    return tuple(texts)
