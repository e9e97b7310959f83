"""Remove what a workspace has kept for as long as it wants to.

By day: messages, with all that hangs on them, by the day they were written, but for those that an unsent follow-up
follows, which go when it is sent, given up or over itself; people whom nothing was heard of or written
to since; batches, once no message of theirs is left. Figures stay. Suppressions stay: somebody wanted them for good.
Imports and the audit log have ends of their own.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from shared.domain.documents import Delete
from shared.domain.errors import WriteConflictError
from shared.domain.ids import derived_id
from shared.domain.tasks import END_RETENTION_PATH, Task
from shared.ports import Clock, Ids, TaskQueue
from shared.repositories.store import Store, WorkspaceStore
from shared.repositories.workspace_contents import WorkspaceContents
from shared.services.remove_messages import RemoveMessages
from shared.telemetry.logs import get_logger

_log = get_logger()
_AT_ONCE = 50
_DOCUMENTS = 400


class EndRetention:
    """Nightly, for one workspace; what the time of a visit does not suffice for goes on in a task."""

    def __init__(
        self, store: Store, remove: RemoveMessages, queue: TaskQueue, clock: Clock, ids: Ids, seconds: float
    ) -> None:
        self._store = store
        self._remove = remove
        self._queue = queue
        self._clock = clock
        self._ids = ids
        self._seconds = seconds

    def __call__(self, workspace_id: str) -> None:
        """Remove what is over, and come again as a task if the time was too short."""
        if not self.go_on(workspace_id):
            name = derived_id("end-retention", workspace_id, self._ids.new())
            self._queue.enqueue([Task(name, END_RETENTION_PATH, {"workspace_id": workspace_id})])

    def go_on(self, workspace_id: str) -> bool:
        """Remove what is over; True when nothing is left of it. Safe to repeat, and to run twice at once."""
        found = self._store.workspaces.settings(workspace_id)
        if found is None:
            return True
        end = self._clock.now() - timedelta(days=found[0].retention_days)
        deadline, removed = self._clock.monotonic() + self._seconds, 0
        try:
            for count in self._steps(workspace_id, end):
                removed += count
                if self._clock.monotonic() >= deadline:
                    return False
        except WriteConflictError:
            return False  # somebody works on it: what is left is looked at again
        finally:
            if removed:
                _log.info("retention_ended", workspace_id=workspace_id, count=removed)
        return True

    def _steps(self, workspace_id: str, end: datetime) -> Iterator[int]:
        """How much each step removed; none is without effect, so that a visit without time gets further too."""
        store = self._store.of(workspace_id)
        yield from self._messages(workspace_id, store, end)
        yield from self._people(store, end)
        yield from self._batches(workspace_id, store, end)

    def _messages(self, workspace_id: str, store: WorkspaceStore, end: datetime) -> Iterator[int]:
        """What an unsent follow-up follows stays while that waits: the gate holds it against what was said before."""
        last = None
        while page := store.messages.written_before(end, last, _AT_ONCE):
            kept = store.threads.leant_on([message for message, _ in page])
            over = [one for one in page if one[0].id not in kept]
            if over:
                self._remove(workspace_id, over)
                yield len(over)
            last = page[-1][0]

    def _people(self, store: WorkspaceStore, end: datetime) -> Iterator[int]:
        """Whoever was written to since is kept, whenever they were last heard of."""
        after = None
        while True:
            page = store.prospects.unheard_of_since(end, after, _AT_ONCE)
            gone = [id_ for id_ in page.items if not store.messages.some_of_prospect(id_, 1)]
            for id_ in gone:
                self._store.documents.write([store.prospects.deletion(id_), *store.prospects.keys.removal(id_)])
            if gone:
                yield len(gone)
            after = page.next_position
            if after is None:
                return

    def _batches(self, workspace_id: str, store: WorkspaceStore, end: datetime) -> Iterator[int]:
        contents = WorkspaceContents(self._store.documents, workspace_id)
        for batch_id in store.batches.ids_before(end, _AT_ONCE):
            if next(store.messages.of_batch(batch_id), None) is not None:
                continue
            while under := list(islice(contents.under("batches", batch_id), _DOCUMENTS)):
                self._store.documents.write([Delete(document.path) for document in under])
                yield 0
            listed = self._store.open_batches.deletion(batch_id)
            kept = store.removed_counts.deletion(batch_id)
            self._store.documents.write([store.batches.deletion(batch_id), listed, kept])
            yield 1
