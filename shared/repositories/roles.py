"""ICP roles of a workspace, by key."""

from collections.abc import Mapping

from shared.domain.documents import IndexedValue, Order
from shared.domain.role import Role
from shared.repositories.aggregate import Aggregate, Position, Slice

MAX_ROLES = 100
"""A workspace has at most so many roles: all of them are read to find one by title."""


class Roles(Aggregate[Role]):
    """`workspaces/{w}/roles/{key}`."""

    collection = "roles"
    model = Role
    order = Order("key")

    def _indexed(self, entry: Role, /) -> Mapping[str, IndexedValue]:
        return {"key": entry.key}

    def all(self) -> list[Role]:
        """Every role of the workspace, by key."""
        return self.page((), None, MAX_ROLES).items

    def by_key(self, after: Position | None, limit: int) -> Slice[Role]:
        """A page of the roles, by key."""
        return self.page((), after, limit)
