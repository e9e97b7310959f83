"""Write the message of a claimed item, or find that its person has one."""

from dataclasses import dataclass

from shared.domain.batch import OnDuplicate
from shared.domain.documents import Operation
from shared.domain.errors import (
    ConflictError,
    NotPermittedError,
    OutreachError,
    QuotaExceededError,
    WriteConflictError,
)
from shared.domain.generation import GenerationRequest
from shared.domain.message import Draft
from shared.domain.message_moves import SUPPRESSED
from shared.domain.principal import Principal
from shared.domain.prospect import StoredProspect
from shared.ports import Clock, Ids
from shared.repositories.messages import MessageChange
from shared.repositories.prospects import KnownPerson
from shared.repositories.remembered_reads import RememberedReads
from shared.repositories.store import Store, WorkspaceStore
from shared.services.change_message import NOT_YOURS, may_change
from shared.services.claim_item import ClaimedItem
from shared.services.compose_message import drafted_message, log_generated
from shared.services.find_similar import FindSimilar, Place, Similar
from shared.services.guarded_change import retrying_conflicts
from shared.services.item_request import author_of, request_of
from shared.services.plan_generation import GenerationPlan, PlanGeneration
from shared.services.remember_prospect import remembering
from shared.services.reserve_messages import ReserveMessages
from shared.services.settle_item import SettleItem
from shared.services.workspace_day import day_of
from shared.services.write_checked_draft import CheckedDraft, WriteCheckedDraft


@dataclass(frozen=True)
class PlannedItem:
    """A claimed item with everything that is decided before the writer is asked."""

    work: ClaimedItem
    store: WorkspaceStore
    principal: Principal
    request: GenerationRequest
    plan: GenerationPlan

    @property
    def on_duplicate(self) -> OnDuplicate:
        """What happens to a person who has a message."""
        return self.work.batch.wishes.on_duplicate


class AllowanceUsedUpError(QuotaExceededError):
    """The workspace's own messages of the month are used up: no quota of the provider's, so no reason to slow down."""


class WriteItem:
    """Message, counters, event, person and the item's state change in one atomic write, or none of them."""

    def __init__(
        self,
        store: Store,
        plan: PlanGeneration,
        reserve: ReserveMessages,
        write: WriteCheckedDraft,
        settle: SettleItem,
        clock: Clock,
        ids: Ids,
        find_similar: FindSimilar,
    ) -> None:
        self._store = store
        self._plan = plan
        self._reserve = reserve
        self._write = write
        self._settle = settle
        self._clock = clock
        self._ids = ids
        self._find_similar = find_similar

    def __call__(self, work: ClaimedItem) -> None:
        """End the item, or put it back while the workspace has paused generation.

        Raises AllowanceUsedUpError, and what a generation raises.
        """
        principal, request = (
            author_of(work.key.workspace_id, work.batch.author),
            request_of(work.batch.wishes, work.item),
        )
        decided = self._store.over(RememberedReads(self._store.documents))
        plan = self._plan.over(decided)(principal, request, work.key.batch_id)
        if plan.settings.generation_paused:
            self._settle.put_back(work)
            return
        if (barred := _barred(principal, plan)) is not None:
            self._settle.failed(work, barred)
            return
        item = PlannedItem(work, self._store.of(principal.workspace_id), principal, request, plan)
        person = _known(item, decided.of(principal.workspace_id))
        if _is_needless(item, person):
            retrying_conflicts(lambda: self._skip(item, _known(item, item.store)))
            return
        block, is_written = self._take(item), False
        try:
            checked = self._write(plan, person_waits=False, similar=lambda draft: self._similar(item, draft))
            is_written = self._settled(block, item, person, checked)
        finally:
            if not is_written:
                self._reserve.give_back(principal.workspace_id, block)

    def _similar(self, item: PlannedItem, draft: Draft) -> Similar:
        place = Place(item.work.batch.id, not_these=(item.work.item.id,))
        return self._find_similar(item.principal.workspace_id, draft, item.plan.context, place)

    def _take(self, item: PlannedItem) -> str | None:
        """The block of the workspace's allowance that the message comes from; None without a limit."""
        try:
            return self._reserve.take(item.principal.workspace_id, item.plan.settings)
        except QuotaExceededError as error:
            raise AllowanceUsedUpError(error.sentence, error.retry_after_seconds) from error

    def _settled(self, block: str | None, item: PlannedItem, person: KnownPerson, checked: CheckedDraft) -> bool:
        """End the item; whether its message was written."""
        try:
            return self._keep(block, item, person, checked)
        except WriteConflictError:
            return retrying_conflicts(lambda: self._look_again(block, item, checked))

    def _look_again(self, block: str | None, item: PlannedItem, checked: CheckedDraft) -> bool:
        """The person was changed meanwhile: another item may have written to them."""
        person = _known(item, item.store)
        if not _is_needless(item, person):
            return self._keep(block, item, person, checked)
        self._skip(item, person, checked.use.cost_micros)
        return False

    def _keep(self, block: str | None, item: PlannedItem, person: KnownPerson, checked: CheckedDraft) -> bool:
        work, plan, now = item.work, item.plan, self._clock.now()
        prospect, remembered = self._remembering(item, person)
        message = drafted_message(
            item.principal, item.request, work.item.id, plan, checked, prospect, now, batch_id=work.batch.id
        )
        message = message.model_copy(update={"usage_block": block, "imported_at": work.batch.imported_at})
        rules = plan.settings.follow_ups
        linked = [] if plan.thread is None else [plan.thread.linking(item.store, message.id, rules)]
        written = item.store.messages.writing([MessageChange(message), *linked], day_of(now, plan.settings))
        is_ours = self._settle.done(work, message, [*written, *remembered])
        if is_ours:
            log_generated(message)
        return is_ours

    def _skip(self, item: PlannedItem, person: KnownPerson, cost_micros: int = 0) -> None:
        prospect, remembered = self._remembering(item, person)
        belonging = remembered if item.on_duplicate is OnDuplicate.UPDATE else []
        self._settle.skipped(item.work, prospect.summary, belonging, cost_micros)

    def _remembering(self, item: PlannedItem, person: KnownPerson) -> tuple[StoredProspect, list[Operation]]:
        """The person and the operations that keep them. All name the version that was read: of two items that write to
        one person at the same time one conflicts, and looks again.
        """
        return remembering(item.store, item.plan, self._ids.new(), self._clock.now(), person)


def _known(item: PlannedItem, store: WorkspaceStore) -> KnownPerson:
    """What the workspace knows of the person, with the version that guards it."""
    prospects, named = store.prospects, item.plan.known
    if named is None:
        return prospects.recognize(item.plan.person)
    found = prospects.find_versioned(named.id)
    return KnownPerson(named, None, ()) if found is None else KnownPerson(*found, ())


def _barred(principal: Principal, plan: GenerationPlan) -> OutreachError | None:
    """Why nobody may write this message, however often it is tried."""
    if plan.context.suppressed:
        return ConflictError(SUPPRESSED)
    is_theirs = plan.thread is None or may_change(principal, plan.thread.previous)
    return None if is_theirs else NotPermittedError(NOT_YOURS)


def _is_needless(item: PlannedItem, person: KnownPerson) -> bool:
    """Whether the person has their message already, or there is nothing to follow up any more."""
    thread = item.plan.thread
    if thread is not None:
        return thread.refusal_now(item.store, item.plan.settings.follow_ups) is not None
    format_ = item.plan.kind.format
    if person.stored is None or item.on_duplicate is OnDuplicate.GENERATE or format_ not in person.stored.written:
        return False
    return item.store.messages.is_written_to(person.stored.id, format_)
