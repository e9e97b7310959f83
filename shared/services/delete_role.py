"""Delete an ICP role."""

from shared.domain.errors import ConflictError, NotFoundError, Sentence
from shared.domain.principal import Principal
from shared.repositories.store import Store
from shared.services.guarded_change import retrying_conflicts
from shared.services.list_roles import NO_SUCH_ROLE
from shared.services.read_settings import ReadSettings

IS_DEFAULT = Sentence(
    "Es el rol por defecto: elige otro en los ajustes antes de borrarlo.",
    "This is the default role: choose another one in the settings before you delete it.",
)


class DeleteRole:
    """DELETE /v1/roles/{key}. Messages and prompts of the role stay as they are."""

    def __init__(self, store: Store, read_settings: ReadSettings) -> None:
        self._store = store
        self._read_settings = read_settings

    def __call__(self, principal: Principal, key: str) -> None:
        """Raises NotFoundError, or ConflictError for the workspace's default role."""
        retrying_conflicts(lambda: self._delete(principal, key))

    def _delete(self, principal: Principal, key: str) -> None:
        roles = self._store.of(principal.workspace_id).roles
        found = roles.find_versioned(key)
        if found is None:
            raise NotFoundError(NO_SUCH_ROLE)
        settings, version = self._read_settings.versioned(principal)
        if settings.default_role == key:
            raise ConflictError(IS_DEFAULT)
        # The settings are the guard: whoever makes this role the default meanwhile conflicts with this write.
        guard = self._store.workspaces.change(principal.workspace_id, settings, version)
        self._store.documents.write([guard, roles.deletion(key, found[1])])
