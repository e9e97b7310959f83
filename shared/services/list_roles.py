"""The workspace's ICP roles: all of them, or one."""

from shared.domain.errors import NotFoundError, Sentence
from shared.domain.principal import Principal
from shared.domain.role import Role
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store

NO_SUCH_ROLE = Sentence("No hay ningún rol con esa clave.", "No role has this key.")


class ListRoles:
    """GET /v1/roles and GET /v1/roles/{key}."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, principal: Principal, after: Position | None, limit: int) -> Slice[Role]:
        """A page of roles, by key."""
        return self._store.of(principal.workspace_id).roles.by_key(after, limit)

    def one(self, principal: Principal, key: str) -> Role:
        """The role. Raises NotFoundError."""
        role = self._store.of(principal.workspace_id).roles.find(key)
        if role is None:
            raise NotFoundError(NO_SUCH_ROLE)
        return role
