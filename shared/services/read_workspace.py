"""The settings of a workspace as every request needs them: read at most every few seconds."""

from shared.domain.errors import NotFoundError, Sentence
from shared.domain.workspace import WorkspaceSettings
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.recent_reads import RecentReads

GONE = Sentence("Este espacio de trabajo ya no existe.", "This workspace no longer exists.")


class ReadWorkspace:
    """What holds for all callers of a workspace. Whoever changes settings reads them anew (`read_settings.py`)."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._recent: RecentReads[WorkspaceSettings] = RecentReads(clock)

    def __call__(self, workspace_id: str) -> WorkspaceSettings:
        """The settings, at most 5 s old. Raises NotFoundError where there is no such workspace, or no more."""
        found = self._recent.get(workspace_id, lambda: self._read(workspace_id))
        if found is None:
            raise NotFoundError(GONE)
        return found

    def forget(self, workspace_id: str) -> None:
        """This instance knows that the workspace has changed."""
        self._recent.forget(workspace_id)

    def _read(self, workspace_id: str) -> WorkspaceSettings | None:
        found = self._store.workspaces.settings(workspace_id)
        return None if found is None else found[0]
