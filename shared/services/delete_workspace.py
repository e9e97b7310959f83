"""Delete a workspace: closed at once, emptied after that.

The workspace's document closes it to everybody in one write; then what it holds is removed in pages. A process that
dies in the middle leaves a closed workspace, and emptying it goes on where it stopped.
"""

from collections.abc import Iterator
from itertools import islice

from shared.domain.documents import Delete, Document, Operation
from shared.domain.errors import WriteConflictError
from shared.domain.member import ClosedWorkspace
from shared.domain.principal import Principal
from shared.ports import Clock
from shared.repositories.store import Store
from shared.repositories.workspace_contents import WorkspaceContents
from shared.services.export_workspace import require_own
from shared.services.guarded_change import retrying_conflicts
from shared.services.read_settings import ReadSettings
from shared.services.read_workspace import ReadWorkspace

_A_WRITE = 200
_A_TICK = 20


class DeleteWorkspace:
    """DELETE /v1/workspaces/{id}."""

    def __init__(
        self, store: Store, read_settings: ReadSettings, workspaces: ReadWorkspace, clock: Clock, seconds: float
    ) -> None:
        self._store = store
        self._read_settings = read_settings
        self._workspaces = workspaces
        self._clock = clock
        self._seconds = seconds

    def __call__(self, principal: Principal, workspace_id: str) -> bool:
        """Close the workspace, and empty it as far as the time of a request goes; whether it is empty. If not, the
        clock's tick goes on.

        Raises NotFoundError for a workspace that is not the caller's.
        """
        require_own(principal, workspace_id)
        retrying_conflicts(lambda: self._close(principal))
        self._workspaces.forget(workspace_id)
        return self.empty(workspace_id)

    def empty(self, workspace_id: str) -> bool:
        """Remove what a closed workspace holds; True when nothing is left. Safe to repeat, and to run twice at once."""
        if self._store.workspaces.settings(workspace_id) is not None:
            return True  # it is open, or was never there: nothing to do
        deadline = self._clock.monotonic() + self._seconds
        while self._clock.monotonic() < deadline:
            documents = list(islice(self.contents(workspace_id), _A_WRITE))
            if not documents:
                self._store.documents.write(self._forgetting(workspace_id))
                return True
            leaving = [
                operation
                for document in documents
                if document.path.split("/")[2] == "members"
                for operation in self._store.directory.people.leaving(document.id, workspace_id)
            ]
            gone: list[Operation] = [Delete(document.path) for document in documents]
            try:
                self._store.documents.write([*gone, *leaving])
            except WriteConflictError:
                continue  # a person has joined or left another workspace meanwhile
        return False

    def go_on(self) -> int:
        """A step of the clock's tick: empty what was closed and is not empty yet; how many are now."""
        waiting = self._store.directory.closed_workspaces.oldest(_A_TICK)
        return sum(self.empty(closed.workspace_id) for closed in waiting)

    def _forgetting(self, workspace_id: str) -> list[Operation]:
        """What lies outside the workspace and speaks of it; invitations end by themselves."""
        directory = self._store.directory
        return [directory.closed_workspaces.deletion(workspace_id), self._store.listeners.deletion(workspace_id)]

    def contents(self, workspace_id: str) -> Iterator[Document]:
        """What the workspace still holds."""
        return WorkspaceContents(self._store.documents, workspace_id).walk()

    def _close(self, principal: Principal) -> None:
        _, version = self._read_settings.versioned(principal)
        id_, now = principal.workspace_id, self._clock.now()
        closed = ClosedWorkspace(workspace_id=id_, at=now)
        self._store.documents.write(
            [
                self._store.workspaces.deletion(id_, now, version),
                self._store.directory.closed_workspaces.replacement(id_, closed),
            ]
        )
