"""Members of a workspace, and the guard that it never loses its last owner."""

from collections.abc import Mapping

from pydantic import BaseModel

from shared.domain.documents import Equal, IndexedValue, Operation
from shared.domain.member import Member, MemberState
from shared.domain.principal import WorkspaceRole
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate, Position, Slice, newest_first

_OWNERS = "owners"


class Owners(BaseModel):
    """The ids of all active owners; every write that changes who owns the workspace updates this at its version."""

    ids: list[str]


class Guards(Aggregate[Owners]):
    """`workspaces/{w}/guards/owners`."""

    collection = "guards"
    model = Owners


class Members(Aggregate[Member]):
    """`workspaces/{w}/members/{uid}`."""

    collection = "members"
    model = Member
    indexes = newest_first("members", "state")

    def __init__(self, documents: Documents, workspace_id: str) -> None:
        super().__init__(documents, workspace_id)
        self._guards = Guards(documents, workspace_id)

    def _indexed(self, entry: Member, /) -> Mapping[str, IndexedValue]:
        return {"state": entry.state.value, "created_at": entry.joined_at}

    def newest(self, after: Position | None, limit: int) -> Slice[Member]:
        """A page of the active members, who joined last first."""
        return self.page((Equal("state", MemberState.ACTIVE.value),), after, limit)

    def owners(self) -> tuple[list[str], str]:
        """The ids of the owners, and the version at which they are written back."""
        found = self._guards.find_versioned(_OWNERS)
        return ([], "") if found is None else (found[0].ids, found[1])

    def first_owners(self, ids: list[str]) -> Operation:
        """The operation that begins the guard of a new workspace; replaces what an interrupted opening left."""
        return self._guards.replacement(_OWNERS, Owners(ids=ids))

    def guard(self, ids: list[str], version: str) -> Operation:
        """The operation that keeps the owners as `ids`; conflicts if they changed since `version`."""
        return self._guards.change(_OWNERS, Owners(ids=ids), version)

    def owned(self, entry: Member) -> bool:
        """Whether the member counts as an owner."""
        return entry.role is WorkspaceRole.OWNER and entry.state is MemberState.ACTIVE
