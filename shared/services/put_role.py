"""Create an ICP role or replace it."""

from shared.domain.errors import InvalidInputError
from shared.domain.generation import AUTO_ROLE
from shared.domain.principal import Principal
from shared.domain.role import Role
from shared.ports import Clock
from shared.repositories.roles import MAX_ROLES
from shared.repositories.store import Store
from shared.services.default_pack import default_prompt_operations
from shared.services.guarded_change import retrying_conflicts


class PutRole:
    """PUT /v1/roles/{key}."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, principal: Principal, role: Role) -> tuple[Role, bool]:
        """The stored role, and whether it is new. A new role starts with the default prompts of every format.

        Raises InvalidInputError for the reserved key "auto", or when the workspace is full of roles.
        """
        if role.key == AUTO_ROLE:
            raise InvalidInputError.at("/path/key", "«auto» está reservado.", "“auto” is reserved.")
        return retrying_conflicts(lambda: self._put(principal, role))

    def _put(self, principal: Principal, role: Role) -> tuple[Role, bool]:
        store = self._store.of(principal.workspace_id)
        found = store.roles.find_versioned(role.key)
        if found is not None:
            self._store.documents.write([store.roles.change(role.key, role, found[1])])
            return role, False
        if len(store.roles.all()) >= MAX_ROLES:
            raise InvalidInputError.at(
                "/path/key", f"Caben como mucho {MAX_ROLES} roles.", f"At most {MAX_ROLES} roles."
            )
        prompts = default_prompt_operations(store.prompts, principal.workspace_id, role.key, self._clock.now())
        self._store.documents.write([store.roles.creation(role.key, role), *prompts])
        return role, True
