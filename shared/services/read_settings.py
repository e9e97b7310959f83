"""The settings of the caller's workspace."""

from shared.domain.errors import NotFoundError
from shared.domain.principal import Principal
from shared.domain.workspace import WorkspaceSettings
from shared.repositories.store import Store
from shared.services.workspace_day import NO_SUCH_WORKSPACE


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
            raise NotFoundError(NO_SUCH_WORKSPACE)
        return found
