"""Change some of the workspace's settings."""

from shared.domain.errors import InvalidInputError
from shared.domain.principal import Principal
from shared.domain.workspace import SettingsChange, WorkspaceSettings
from shared.repositories.store import Store
from shared.services.guarded_change import retrying_conflicts
from shared.services.read_settings import ReadSettings


class ChangeSettings:
    """PATCH /v1/settings."""

    def __init__(self, store: Store, read_settings: ReadSettings) -> None:
        self._store = store
        self._read_settings = read_settings

    def __call__(self, principal: Principal, change: SettingsChange) -> WorkspaceSettings:
        """The settings after the change. Raises InvalidInputError if the default role is none of the workspace's."""
        return retrying_conflicts(lambda: self._change(principal, change))

    def _change(self, principal: Principal, change: SettingsChange) -> WorkspaceSettings:
        settings, version = self._read_settings.versioned(principal)
        if "default_role" in change.model_fields_set:
            self._require_role(principal, change.default_role)
        changed = settings.changed(change)
        operation = self._store.workspaces.change(principal.workspace_id, changed, version)
        self._store.documents.write([operation])
        return changed

    def _require_role(self, principal: Principal, key: str) -> None:
        if self._store.of(principal.workspace_id).roles.find(key) is None:
            raise InvalidInputError.at("/default_role", "No hay ningún rol con esa clave.", "No role has this key.")
