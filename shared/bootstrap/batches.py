"""How the services of batches are put together."""

from typing import NamedTuple

from shared.bootstrap.wiring import Wiring
from shared.services.advance_batch import AdvanceBatch
from shared.services.batch_budget import BatchBudget
from shared.services.batch_source import ReadBatchSource
from shared.services.change_batch import ChangeBatch
from shared.services.claim_item import ClaimItem
from shared.services.estimate_batch import EstimateBatch
from shared.services.find_similar import FindSimilar
from shared.services.list_batches import ListBatches
from shared.services.make_items import MakeItems
from shared.services.plan_generation import PlanGeneration
from shared.services.recover_items import RecoverItems
from shared.services.reserve_messages import ReserveMessages
from shared.services.restart_batches import RestartBatches
from shared.services.run_item import RunItem
from shared.services.settle_item import SettleItem
from shared.services.start_batch import StartBatch
from shared.services.write_checked_draft import WriteCheckedDraft
from shared.services.write_item import WriteItem


class BatchServices(NamedTuple):
    """What people do with batches, and what the queue and the clock do."""

    start: StartBatch
    change: ChangeBatch
    list: ListBatches
    advance: AdvanceBatch
    run_item: RunItem
    restart: RestartBatches


def batch_services(wiring: Wiring, plan: PlanGeneration, reserve: ReserveMessages) -> BatchServices:
    """All of them, over the adapters of the wiring."""
    store, queue, clock, settings = wiring.store, wiring.tasks.queue, wiring.clock, wiring.settings
    patience = settings.queue_patience_seconds
    change, settle = ChangeBatch(store, queue, clock), SettleItem(store, clock, patience)
    write = WriteCheckedDraft(wiring.task_writer, clock, settings.deadlines)
    return BatchServices(
        start=StartBatch(
            store,
            queue,
            ReadBatchSource(store, wiring.list_follow_ups, clock),
            EstimateBatch(store, plan, wiring.writer),
            wiring.read_settings,
            clock,
        ),
        change=change,
        list=ListBatches(store, clock),
        advance=AdvanceBatch(
            store,
            queue,
            MakeItems(store, queue, clock, patience),
            RecoverItems(store, queue, clock, patience),
            BatchBudget(store),
            clock,
            settings.advance_seconds,
        ),
        run_item=RunItem(
            ClaimItem(store, clock, settings.lease_seconds),
            WriteItem(store, plan, reserve, write, settle, clock, wiring.ids, FindSimilar(store)),
            settle,
            change,
        ),
        restart=RestartBatches(store, queue, clock),
    )
