"""What the clock's tick does, in one list."""

from shared.bootstrap.privacy import make_end_retention, make_erase_person
from shared.bootstrap.wiring import Wiring
from shared.services.announce_events import AnnounceEvents
from shared.services.delete_workspace import DeleteWorkspace
from shared.services.fire_due_schedules import FireDueSchedules
from shared.services.fire_schedule import FireSchedule
from shared.services.fold_counters import FoldCounters
from shared.services.limit_spending import LimitSpending
from shared.services.look_at_backups import LookAtBackups
from shared.services.make_night_round import MakeNightRound
from shared.services.prove_counters import ProveCounters
from shared.services.read_workspace import ReadWorkspace
from shared.services.recount_counters import RecountCounters
from shared.services.restart_batches import RestartBatches
from shared.services.run_tick import RunTick, TickStep
from shared.services.summarize_months import SummarizeMonths


def tick(wiring: Wiring, fire_schedule: FireSchedule, restart_batches: RestartBatches) -> RunTick:
    """Each minute, in this order; what is due at night is a `MakeNightRound`."""
    store, clock = wiring.store, wiring.clock
    settings, collect = wiring.settings, wiring.collect
    empty = DeleteWorkspace(store, wiring.read_settings, ReadWorkspace(store, clock), clock, settings.item_seconds)
    prove = ProveCounters(store, RecountCounters(store), clock)
    steps: dict[str, TickStep] = {
        "fire_due_schedules": FireDueSchedules(store, fire_schedule, clock),
        "limit_spending": LimitSpending(store, clock, settings.daily_spend_limit),
        "restart_batches": restart_batches,
        "empty_closed_workspaces": empty.go_on,
        "announce_events": AnnounceEvents(store, wiring.tasks.queue, clock),
        "finish_erasures": MakeNightRound(store, "finish-erasures", make_erase_person(wiring).visit, clock),
        "end_retention": MakeNightRound(store, "end-retention", make_end_retention(wiring), clock),
        "fold_counters": MakeNightRound(store, "fold-counters", FoldCounters(store, clock), clock),
        "prove_counters": MakeNightRound(store, "prove-counters", prove, clock),
        "summarize_months": MakeNightRound(store, "summarize-months", SummarizeMonths(store, clock), clock),
    }
    if collect is not None:
        steps |= {"collect_ended": MakeNightRound(store, "collect-ended", lambda _: collect(), clock)}
    if wiring.backups is not None:
        steps |= {"look_at_backups": LookAtBackups(wiring.backups, clock)}
    return RunTick(steps)
