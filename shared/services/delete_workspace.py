"""Delete a workspace: closed at once, emptied after that.

The workspace's document closes it to everybody in one write; then what it holds is removed in pages. A process that
dies in the middle leaves a closed workspace, and emptying it goes on where it stopped.
"""

from collections.abc import Iterator
from itertools import islice

from shared.domain.documents import Delete, Document, Operation
from shared.domain.errors import WriteConflictError
from shared.domain.principal import Principal
from shared.ports import Clock
from shared.repositories.store import Store
from shared.repositories.workspace_contents import WorkspaceContents
from shared.services.export_workspace import require_own
from shared.services.guarded_change import retrying_conflicts
from shared.services.read_settings import ReadSettings
from shared.services.read_workspace import ReadWorkspace

_A_WRITE = 200


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
        """Close the workspace, and empty it as far as the time of a request goes; whether it is empty.

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

    def contents(self, workspace_id: str) -> Iterator[Document]:
        """What the workspace still holds."""
        return WorkspaceContents(self._store.documents, workspace_id).walk()

    def _close(self, principal: Principal) -> None:
        _, version = self._read_settings.versioned(principal)
        closing = self._store.workspaces.deletion(principal.workspace_id, self._clock.now(), version)
        self._store.documents.write([closing])
