"""What a person may ask of whoever knows them, and how long anything is kept."""

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from shared.bootstrap.wiring import Wiring

if TYPE_CHECKING:
    from shared.services.end_retention import EndRetention
    from shared.services.erase_person import ErasePerson
    from shared.services.replay_erasures import ReplayErasures


class PrivacyServices(Wiring):
    """What a person may ask of whoever knows them, and how long anything is kept."""

    @cached_property
    def erase_person(self) -> "ErasePerson":
        return make_erase_person(self)

    @cached_property
    def replay_erasures(self) -> "ReplayErasures":
        from shared.services.replay_erasures import ReplayErasures

        return ReplayErasures(self.store, self.erase_person)

    @cached_property
    def end_retention(self) -> "EndRetention":
        return make_end_retention(self)


def make_erase_person(wiring: Wiring) -> "ErasePerson":
    """For a request, a task, and the night's round."""
    from shared.services.erase_batch_items import EraseBatchItems
    from shared.services.erase_imported_rows import EraseImportedRows
    from shared.services.erase_person import ErasePerson
    from shared.services.erase_traces import EraseTraces
    from shared.services.remove_messages import RemoveMessages

    store, clock, settings = wiring.store, wiring.clock, wiring.settings
    traces = EraseTraces(store, RemoveMessages(store), EraseImportedRows(store), EraseBatchItems(store, clock))
    kept = timedelta(days=settings.audit_days)
    return ErasePerson(store, traces, wiring.tasks.queue, clock, wiring.ids, kept, settings.item_seconds)


def make_end_retention(wiring: Wiring) -> "EndRetention":
    """For a task, and the night's round."""
    from shared.services.end_retention import EndRetention
    from shared.services.make_night_round import PATIENCE_SECONDS
    from shared.services.remove_messages import RemoveMessages

    remove = RemoveMessages(wiring.store)
    return EndRetention(wiring.store, remove, wiring.tasks.queue, wiring.clock, wiring.ids, PATIENCE_SECONDS)
