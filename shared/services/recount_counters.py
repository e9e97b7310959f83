"""Hold the counters against the messages, and mend what differs.

A write of a message moves the counters of its days in the same atomic write. So if nobody has written to a day's
counters while its messages were read, the messages read are all that the day should count; and the mending conflicts
if somebody writes before it is through. Nothing has to stand still for a recount.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from shared.domain.errors import WriteConflictError
from shared.domain.message import Message
from shared.domain.message_counts import Counts, batch_counts_of, counts_of
from shared.repositories.counters import Cell, Tally
from shared.repositories.store import Store, WorkspaceStore
from shared.telemetry.logs import get_logger

_log = get_logger()

ATTEMPTS = 5


class Mending(NamedTuple):
    """One count that was wrong: of which day or batch, its name, what it was and what it is now."""

    of: str
    name: str
    was: int
    is_now: int


class Recount(NamedTuple):
    """What a recount found: all that it mended, and the days or batches that were too busy to tell."""

    mended: tuple[Mending, ...]
    busy: tuple[str, ...]


class _Counted(NamedTuple):
    """One day or batch: its counters as stored, what removed messages counted, its messages, and what each of them
    counts there.
    """

    of: str
    stored: Callable[[], Cell]
    removed: Callable[[], tuple[Tally, str] | None]
    messages: Callable[[], Iterable[Message]]
    counts: Callable[[Message], Counts]

    def counted_anew(self) -> Counts | None:
        """What the counters should be; None if a message was removed while they were read."""
        removed = self.removed()
        total: Counter[str] = Counter({} if removed is None else removed[0].counts)
        for message in self.messages():
            total.update(self.counts(message))
        return total if self.removed() == removed else None


class RecountCounters:
    """Nightly, or when somebody doubts a figure, for one workspace."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, workspace_id: str, first: date, last: date) -> Recount:
        """Recount the days, both ends included; reads every message that counts on them, and what removed ones did."""
        store = self._store.of(workspace_id)
        days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
        return self._recount([_of_day(store, day) for day in days])

    def batch(self, workspace_id: str, batch_id: str) -> Recount:
        """Recount a batch; reads every message of it."""
        store = self._store.of(workspace_id)
        messages = partial(store.messages.of_batch, batch_id)
        stored, removed = (
            partial(store.counters.batch, batch_id),
            partial(store.removed_counts.find_versioned, batch_id),
        )
        return self._recount([_Counted(batch_id, stored, removed, messages, batch_counts_of)])

    def _recount(self, counted: Sequence[_Counted]) -> Recount:
        outcomes = {one.of: self._settled(one) for one in counted}
        mended = tuple(mending for found in outcomes.values() for mending in found or ())
        busy = tuple(of for of, found in outcomes.items() if found is None)
        _log.info("counters_recounted", mended=len(mended), busy=len(busy))
        return Recount(mended, busy)

    def _settled(self, counted: _Counted) -> list[Mending] | None:
        """What was mended; None if somebody wrote to the counters at each attempt."""
        for _ in range(ATTEMPTS):
            before, counts, cell = counted.stored(), counted.counted_anew(), counted.stored()
            if counts is not None and before.is_same(cell):
                mendings = _differences(counted.of, cell.counts, counts)
                try:
                    if mendings:
                        self._store.documents.write(cell.settling(counts))
                except WriteConflictError:
                    continue
                return mendings
        return None


def _differences(of: str, was: Counts, is_now: Counts) -> list[Mending]:
    names = sorted(was.keys() | is_now.keys())
    found = [Mending(of, name, was.get(name, 0), is_now.get(name, 0)) for name in names]
    return [one for one in found if one.was != one.is_now]


def _of_day(store: WorkspaceStore, day: date) -> _Counted:
    return _Counted(
        str(day),
        lambda: store.counters.days(day, day)[day],
        lambda: store.removed_counts.find_versioned(str(day)),
        lambda: store.messages.counted_on(day),
        lambda message: counts_of(message)[day],
    )
