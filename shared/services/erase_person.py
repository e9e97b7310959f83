"""Erase one person from everything that the workspace holds (GDPR, article 17).

The first write removes the person's own document and addresses and leaves an erasure in their place, which holds keyed
hashes alone; by these the rest is found. What a request has no time for goes on in a task, and what a task leaves, in
the night.
"""

from datetime import timedelta

from shared.domain.act import Act, acting
from shared.domain.audit import AuditOutcome, AuditTarget, TargetChange
from shared.domain.erasure import Erasure, ErasureState
from shared.domain.errors import NotFoundError, WriteConflictError
from shared.domain.ids import derived_id
from shared.domain.principal import Principal
from shared.domain.tasks import ERASE_PERSON_PATH, Task
from shared.ports import Clock, Ids, TaskQueue
from shared.repositories.aggregate import Position, Slice
from shared.repositories.audited_documents import recorded
from shared.repositories.store import Store, WorkspaceStore
from shared.services.erase_traces import EraseTraces
from shared.services.guarded_change import retrying_conflicts
from shared.services.read_person import NO_SUCH_PROSPECT
from shared.telemetry.logs import get_logger

_log = get_logger()
_A_PAGE = 50


class ErasePerson:
    """DELETE /v1/prospects/{id}."""

    def __init__(
        self,
        store: Store,
        traces: EraseTraces,
        queue: TaskQueue,
        clock: Clock,
        ids: Ids,
        audit_retention: timedelta,
        seconds: float,
    ) -> None:
        self._store = store
        self._traces = traces
        self._queue = queue
        self._clock = clock
        self._ids = ids
        self._audit_retention = audit_retention
        self._seconds = seconds

    def __call__(self, principal: Principal, prospect_id: str) -> bool:
        """Erase the person as far as the time of a request goes; whether nothing of them is left. If not, a task goes
        on. To ask again while it runs is harmless.

        Raises NotFoundError for somebody who is not, or no more, in the workspace.
        """
        erasure = retrying_conflicts(lambda: self._begin(principal, prospect_id))
        with acting(None):  # the entry of the beginning is written, and the one of the end will be
            is_done = self.go_on(principal.workspace_id, erasure.id)
        if not is_done:
            self._enqueue(principal.workspace_id, erasure.id)
        return is_done

    def again(self, workspace_id: str, erasure: Erasure) -> None:
        """Erase a person whom a restored backup has brought back, to the end."""
        store = self._store.of(workspace_id)
        keys = store.prospects.keys.removal(erasure.prospect_id)
        gone = [store.prospects.deletion(erasure.prospect_id), *keys]
        self._store.documents.write([store.erasures.replacement(erasure.id, erasure), *gone])
        while not self.go_on(workspace_id, erasure.id):
            continue

    def page(self, principal: Principal, after: Position | None, limit: int) -> Slice[Erasure]:
        """Erasures of the workspace, newest first."""
        return self._store.of(principal.workspace_id).erasures.newest(None, after, limit)

    def task(self, workspace_id: str, erasure_id: str) -> None:
        """POST /v1/tasks/erase-person: go on, and come again if the time was too short."""
        if not self.go_on(workspace_id, erasure_id):
            self._enqueue(workspace_id, erasure_id)

    def visit(self, workspace_id: str) -> None:
        """The night's round: a task for what none has finished."""
        for erasure in self._store.of(workspace_id).erasures.newest(ErasureState.RUNNING, None, _A_PAGE).items:
            self._enqueue(workspace_id, erasure.id)

    def go_on(self, workspace_id: str, erasure_id: str) -> bool:
        """Erase what is left; True when nothing is. Safe to repeat, and to run twice at once."""
        store = self._store.of(workspace_id)
        found = store.erasures.find_versioned(erasure_id)
        if found is None or found[0].state is ErasureState.DONE:
            return True
        erasure, version = found
        deadline = self._clock.monotonic() + self._seconds
        try:
            for place in self._traces(workspace_id, erasure):
                if self._clock.monotonic() >= deadline:
                    reached = erasure.model_copy(update={"place": place})
                    self._store.documents.write([store.erasures.change(erasure_id, reached, version)])
                    return False
            self._finish(workspace_id, store, erasure, version)
        except WriteConflictError:
            return False  # another run works on it, or somebody changed what it had read
        return True

    def _begin(self, principal: Principal, prospect_id: str) -> Erasure:
        store = self._store.of(principal.workspace_id)
        id_ = store.erasures.id_of(prospect_id)
        begun, stored = store.erasures.find_versioned(id_), store.prospects.find_versioned(prospect_id)
        if stored is None:
            if begun is None or begun[0].state is ErasureState.DONE:
                raise NotFoundError(NO_SUCH_PROSPECT)
            return begun[0]
        keys = store.prospects.keys.of_prospect(prospect_id)
        erasure = Erasure(
            id=id_,
            prospect_id=prospect_id,
            marks=store.erasures.hashes.marks(stored[0].prospect, keys),
            by=principal.id,
            by_kind=principal.kind.value,
            created_at=self._clock.now(),
        )
        kept = store.erasures.beginning(erasure, None if begun is None else begun[1])
        gone = [store.prospects.deletion(prospect_id, stored[1]), *map(store.prospects.keys.deletion, keys)]
        self._store.documents.write([kept, *gone])
        return erasure

    def _finish(self, workspace_id: str, store: WorkspaceStore, erasure: Erasure, version: str) -> None:
        done = erasure.model_copy(update={"state": ErasureState.DONE, "place": None, "finished_at": self._clock.now()})
        target = AuditTarget(kind="erasures", id=erasure.id, change=TargetChange.CHANGED)
        act = Act(erasure.by, erasure.by_kind, "erase_person")
        entry = recorded(store.audit, act, AuditOutcome.DONE, self._clock, self._ids, self._audit_retention, [target])
        self._store.documents.write([store.erasures.change(erasure.id, done, version), entry])
        _log.info("person_erased", workspace_id=workspace_id, erasure_id=erasure.id, prospect_id=erasure.prospect_id)

    def _enqueue(self, workspace_id: str, erasure_id: str) -> None:
        name = derived_id("erase-person", workspace_id, erasure_id, self._ids.new())
        payload = {"workspace_id": workspace_id, "erasure_id": erasure_id}
        self._queue.enqueue([Task(name, ERASE_PERSON_PATH, payload)])
