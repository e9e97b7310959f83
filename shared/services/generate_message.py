"""One prospect in, one checked message out."""

from shared.domain.documents import Operation
from shared.domain.errors import ConflictError, InvalidInputError, Sentence, UnknownOutcomeError, WriteConflictError
from shared.domain.generation import DryRun, GenerationRequest
from shared.domain.message import Message, MessageStatus
from shared.domain.message_moves import SUPPRESSED, rejected
from shared.domain.principal import Principal
from shared.ports import Clock, Ids, MessageWriter
from shared.repositories.messages import MessageChange
from shared.repositories.store import Store, WorkspaceStore
from shared.services.change_message import require_may_change
from shared.services.compose_message import drafted_message, log_generated
from shared.services.find_similar import FindSimilar, Place
from shared.services.guarded_change import retrying_conflicts
from shared.services.list_messages import NO_SUCH_MESSAGE
from shared.services.plan_generation import GenerationPlan, PlanGeneration
from shared.services.remember_prospect import remembering
from shared.services.reserve_messages import ReserveMessages
from shared.services.workspace_day import day_of
from shared.services.write_checked_draft import AskSimilar, CheckedDraft, WriteCheckedDraft, compared_with_none

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
        find_similar: FindSimilar,
    ) -> None:
        self._store = store
        self._plan = plan
        self._write = write
        self._writer = writer
        self._clock = clock
        self._ids = ids
        self._reserve = reserve
        self._find_similar = find_similar

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
        _require_may_follow(principal, plan)
        self._require_replaceable(principal, request.replaces)
        block = self._reserve.take(principal.workspace_id, plan.settings)
        try:
            similar = self._similar(principal, request, plan)
            checked = self._write(plan, person_waits=person_waits, similar=similar)
            message = retrying_conflicts(lambda: self._save(principal, request, message_id, plan, checked, block))
        except BaseException:
            self._reserve.give_back(principal.workspace_id, block)
            raise
        log_generated(message)
        return message

    def dry_run(self, principal: Principal, request: GenerationRequest) -> DryRun:
        """What the same request would use and cost, without the model and the store."""
        plan = self._plan(principal, request)
        _require_may_follow(principal, plan)
        return DryRun(
            role=plan.match,
            prompt=plan.prompt,
            variant=plan.participation and plan.participation.variant,
            language=plan.kind.language,
            register_=plan.kind.register,
            facts=plan.gathered.facts,
            ignored_fields=tuple(ignored.field for ignored in plan.gathered.ignored),
            limit=plan.kind.limits.body,
            subject_limit=plan.kind.limits.subject,
            estimate=self._writer.estimate(plan.writing),
        )

    def _similar(self, principal: Principal, request: GenerationRequest, plan: GenerationPlan) -> AskSimilar:
        """A text that starts from a template is like others on purpose."""
        if request.template_id is not None:
            return compared_with_none
        place = Place(not_these=(request.replaces,))
        return lambda draft: self._find_similar(principal.workspace_id, draft, plan.context, place)

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
        changes += [] if plan.thread is None else [plan.thread.linking(store, message_id, plan.settings.follow_ups)]
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
        return [MessageChange(rejected(replaced, principal.id, self._clock.now()), found)]


def _require_may_follow(principal: Principal, plan: GenerationPlan) -> None:
    """Raise ConflictError, which says why, or NotPermittedError for a follow-up that may not be written."""
    if plan.thread is None:
        return
    require_may_change(principal, plan.thread.previous)
    if plan.thread.refusal is not None:
        raise ConflictError(plan.thread.refusal)
