"""The people that the workspace has written to or imported."""

from shared.domain.principal import Principal
from shared.domain.prospect import StoredProspect
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store


class ListProspects:
    """GET /v1/prospects."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(
        self, principal: Principal, role: str | None, after: Position | None, limit: int
    ) -> Slice[StoredProspect]:
        """A page of prospects, newest first; of one role, if it is given."""
        return self._store.of(principal.workspace_id).prospects.newest(role, after, limit)
