"""The settings of the caller's workspace."""

from shared.domain.errors import NotFoundError, Sentence
from shared.domain.principal import Principal
from shared.domain.workspace import WorkspaceSettings
from shared.repositories.store import Store


class ReadSettings:
    """GET /v1/settings, and what every other service asks first."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, principal: Principal) -> WorkspaceSettings:
        """The settings. Raises NotFoundError if the workspace is gone."""
        return self.versioned(principal)[0]

    def versioned(self, principal: Principal) -> tuple[WorkspaceSettings, str]:
        """The settings and their version, for a change that must not overwrite somebody else's."""
        found = self._store.workspaces.settings(principal.workspace_id)
        if found is None:
            raise NotFoundError(Sentence("Este espacio de trabajo ya no existe.", "This workspace no longer exists."))
        return found
