"""Whom a fire of a schedule writes to."""

from collections.abc import Iterator

from shared.domain.batch import OPEN_STATES, BatchState
from shared.domain.schedule import Schedule
from shared.repositories.aggregate import Position
from shared.repositories.batches import Batches
from shared.repositories.store import WorkspaceStore

_PAGE = 500
_EARLIER_FIRES = 5
_ENDED = (BatchState.COMPLETED, BatchState.CANCELLED)


def select_people(store: WorkspaceStore, schedule: Schedule) -> list[str]:
    """The ids of at most `limit` people who match and have no message in the format, the longest known first.

    Whoever waits in an earlier fire's batch that has not ended is left out: their message is on its way.
    """
    waiting = set(_waiting(store, schedule))
    chosen: list[str] = []
    for id_ in _matching(store, schedule):
        if id_ not in waiting:
            chosen.append(id_)
        if len(chosen) == schedule.limit:
            break
    return chosen


def _matching(store: WorkspaceStore, schedule: Schedule) -> Iterator[str]:
    after: Position | None = None
    while True:
        page = store.prospects.unwritten(schedule.format, schedule.selection.role, after, min(_PAGE, schedule.limit))
        yield from page.items
        after = page.next_position
        if after is None:
            return


def _waiting(store: WorkspaceStore, schedule: Schedule) -> Iterator[str]:
    fires = store.schedules.fires(schedule.id).latest(None, _EARLIER_FIRES).items
    for batch in store.batches.find_many([fire.batch_id for fire in fires if fire.batch_id is not None]):
        if batch is not None and batch.state not in _ENDED:
            yield from _people_of(store.batches, batch.id, batch.chunks)


def _people_of(batches: Batches, batch_id: str, chunks: int) -> Iterator[str]:
    """Those whose items were not made yet or are open. Rows whose items have ended are harmless here."""
    for chunk in batches.chunks(batch_id).find_many([str(number) for number in range(chunks)]):
        yield from (row.prospect_id for row in (chunk.rows if chunk else ()) if row.prospect_id is not None)
    for state in OPEN_STATES:
        after: Position | None = None
        while True:
            page = batches.items(batch_id).in_order(state, after, _PAGE)
            yield from (item.prospect_id for item in page.items if item.prospect_id is not None)
            after = page.next_position
            if after is None:
                break
