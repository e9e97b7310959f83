"""One prospect in, one checked message out."""

from datetime import datetime

from shared.domain.documents import Operation
from shared.domain.errors import ConflictError, InvalidInputError, Sentence, UnknownOutcomeError, WriteConflictError
from shared.domain.generation import DryRun, GenerationRequest
from shared.domain.message import Message, MessageStatus, PromptUse
from shared.domain.principal import Principal
from shared.domain.prospect import StoredProspect
from shared.ports import Clock, Ids, MessageWriter
from shared.repositories.messages import MessageChange
from shared.repositories.store import Store, WorkspaceStore
from shared.services.approve_message import SUPPRESSED
from shared.services.guarded_change import retrying_conflicts
from shared.services.list_messages import NO_SUCH_MESSAGE
from shared.services.plan_generation import GenerationPlan, PlanGeneration
from shared.services.reject_message import rejected
from shared.services.remember_prospect import remembering
from shared.services.reserve_messages import ReserveMessages
from shared.services.workspace_day import day_of
from shared.services.write_checked_draft import CheckedDraft, WriteCheckedDraft
from shared.telemetry.logs import get_logger

_log = get_logger()

PAUSED = Sentence(
    "La generación está en pausa en los ajustes de este espacio.", "Generation is paused in this workspace's settings."
)
IS_SENT = Sentence(
    "El mensaje que quieres sustituir ya se ha enviado.", "The message that you want to replace has been sent."
)


class GenerateMessage:
    """POST /v1/generations."""

    def __init__(
        self,
        store: Store,
        plan: PlanGeneration,
        write: WriteCheckedDraft,
        writer: MessageWriter,
        clock: Clock,
        ids: Ids,
        reserve: ReserveMessages,
    ) -> None:
        self._store = store
        self._plan = plan
        self._write = write
        self._writer = writer
        self._clock = clock
        self._ids = ids
        self._reserve = reserve

    def __call__(
        self, principal: Principal, request: GenerationRequest, message_id: str, *, person_waits: bool = True
    ) -> Message:
        """The stored message, `ready` or `needs_review`.

        `message_id` makes a repetition harmless and free: the message that exists by it is answered as it stands.
        `person_waits` decides how much time a repair may take. Raises InvalidInputError, ConflictError while generation
        is paused or for a person who is suppressed, QuotaExceededError where the plan's month is used up, and what the
        writer raises.
        """
        kept = self._store.of(principal.workspace_id).messages.find(message_id)
        if kept is not None:
            return kept
        plan = self._plan(principal, request)
        if plan.settings.generation_paused:
            raise ConflictError(PAUSED)
        if plan.context.suppressed:
            raise ConflictError(SUPPRESSED)
        self._require_replaceable(principal, request.replaces)
        block = self._reserve.take(principal.workspace_id, plan.settings)
        try:
            checked = self._write(plan, person_waits=person_waits)
            message = retrying_conflicts(lambda: self._save(principal, request, message_id, plan, checked, block))
        except BaseException:
            self._reserve.give_back(principal.workspace_id, block)
            raise
        _log_generated(message)
        return message

    def dry_run(self, principal: Principal, request: GenerationRequest) -> DryRun:
        """What the same request would use and cost, without the model and the store."""
        plan = self._plan(principal, request)
        return DryRun(
            role=plan.match,
            prompt=plan.prompt,
            language=plan.kind.language,
            register_=plan.kind.register,
            facts=plan.gathered.facts,
            ignored_fields=tuple(ignored.field for ignored in plan.gathered.ignored),
            limit=plan.kind.limits.body,
            subject_limit=plan.kind.limits.subject,
            estimate=self._writer.estimate(plan.writing),
        )

    def _save(
        self,
        principal: Principal,
        request: GenerationRequest,
        message_id: str,
        plan: GenerationPlan,
        checked: CheckedDraft,
        block: str | None,
    ) -> Message:
        store = self._store.of(principal.workspace_id)
        now = self._clock.now()
        prospect, remembered = remembering(store, plan, self._ids.new(), now)
        drafted = drafted_message(principal, request, message_id, plan, checked, prospect, now)
        message = drafted.model_copy(update={"usage_block": block})
        changes = [MessageChange(message), *self._rejecting(principal, store, request.replaces)]
        written = store.messages.writing(changes, day_of(now, plan.settings))
        return self._write_once(store, message, [*written, *remembered])

    def _write_once(self, store: WorkspaceStore, message: Message, operations: list[Operation]) -> Message:
        """Commit; a repetition, or a commit whose outcome is unknown, answers what the store holds by this id."""
        try:
            self._store.documents.write(operations)
        except (WriteConflictError, UnknownOutcomeError):
            stored = store.messages.find(message.id)
            if stored is None:
                raise
            return stored
        return message

    def _require_replaceable(self, principal: Principal, message_id: str | None) -> None:
        if message_id is None:
            return
        replaced = self._store.of(principal.workspace_id).messages.find(message_id)
        if replaced is None:
            raise InvalidInputError.at("/replaces", *NO_SUCH_MESSAGE)
        if replaced.status is MessageStatus.SENT:
            raise ConflictError(IS_SENT)

    def _rejecting(self, principal: Principal, store: WorkspaceStore, message_id: str | None) -> list[MessageChange]:
        """The change that gives up the message whose place the new one takes."""
        found = None if message_id is None else store.messages.find_versioned(message_id)
        if message_id is None or found is None:
            return []
        replaced = found[0]
        if replaced.status is MessageStatus.SENT:
            raise ConflictError(IS_SENT)
        return [MessageChange(rejected(replaced, principal, self._clock), found)]


def drafted_message(
    principal: Principal,
    request: GenerationRequest,
    message_id: str,
    plan: GenerationPlan,
    checked: CheckedDraft,
    prospect: StoredProspect,
    now: datetime,
) -> Message:
    """The message as it is first stored."""
    first_draft, first_examination = checked.first or (None, None)
    failures = checked.examination.failures
    return Message(
        id=message_id,
        status=checked.examination.status,
        role=plan.match,
        format=plan.kind.format,
        language=plan.kind.language,
        register_=plan.kind.register,
        subject=checked.draft.subject,
        body=checked.draft.body,
        limit=plan.kind.limits.body,
        subject_limit=plan.kind.limits.subject,
        facts=plan.gathered.facts,
        claims=checked.examination.claims,
        checks=checked.examination.checks,
        first_draft=first_draft,
        first_checks=first_examination.failures if first_examination else (),
        review_checks=tuple(check.name for check in failures),
        instructions=request.instructions,
        prompt=PromptUse(id=plan.prompt.id, version=plan.prompt.version),
        template_id=request.template_id,
        writer=checked.use,
        prospect=prospect.summary,
        replaces=request.replaces,
        author=principal.id,
        created_at=now,
        updated_at=now,
        created_day=day_of(now, plan.settings),
    )


def _log_generated(message: Message) -> None:
    """What operations count: no name, no text."""
    _log.info(
        "message_generated",
        message_id=message.id,
        status=message.status.value,
        role=message.role.key,
        format=message.format.value,
        language=message.language.value,
        prompt_id=message.prompt.id,
        provider=message.writer.provider,
        model=message.writer.model,
        input_tokens=message.writer.input_tokens,
        output_tokens=message.writer.output_tokens,
        cost_micros=message.writer.cost_micros,
        currency=message.writer.currency,
        latency_ms=message.writer.latency_ms,
        attempt=message.writer.attempts,
    )
