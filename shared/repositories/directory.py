"""What lies outside workspaces: who is in which of them, and who is asked to join one.

Nothing else in the product reads or writes across workspaces.
"""

from collections.abc import Mapping

from shared.domain.documents import Equal, IndexedValue, Operation, Order
from shared.domain.member import ClosedWorkspace, Invitation, KnownPerson
from shared.domain.principal import Person
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate, Model, Position, Slice, newest_first


class DirectoryAggregate(Aggregate[Model]):
    """A collection at the root of the database."""

    def __init__(self, documents: Documents) -> None:
        super().__init__(documents, "")
        self._parent = self.collection


class People(DirectoryAggregate[KnownPerson]):
    """`people/{hash of issuer and subject}`."""

    collection = "people"
    model = KnownPerson

    def workspaces_of(self, person_id: str) -> list[str]:
        """The ids of the workspaces that the person is in, the first joined first."""
        found = self.find(person_id)
        return [] if found is None else found.workspaces

    def joining(self, person: Person, workspace_id: str) -> Operation:
        """The operation that notes that the person is in the workspace."""
        found = self.find_versioned(person.id)
        if found is None:
            return self.creation(person.id, KnownPerson(id=person.id, email=person.email, workspaces=[workspace_id]))
        known, version = found
        joined = list(dict.fromkeys([*known.workspaces, workspace_id]))
        return self.change(person.id, known.model_copy(update={"email": person.email, "workspaces": joined}), version)

    def leaving(self, person_id: str, workspace_id: str) -> list[Operation]:
        """The operation that notes that the person is no longer in the workspace; none for somebody unknown."""
        found = self.find_versioned(person_id)
        if found is None:
            return []
        known, version = found
        kept = [id_ for id_ in known.workspaces if id_ != workspace_id]
        return [self.change(person_id, known.model_copy(update={"workspaces": kept}), version)]


class Invitations(DirectoryAggregate[Invitation]):
    """`invitations/{hash}`."""

    collection = "invitations"
    model = Invitation
    indexes = newest_first("invitations", "workspace_id")

    def _indexed(self, entry: Invitation, /) -> Mapping[str, IndexedValue]:
        return {"workspace_id": entry.workspace_id, "created_at": entry.created_at, "expires_at": entry.expires_at}

    def newest(self, workspace_id: str, after: Position | None, limit: int) -> Slice[Invitation]:
        """A page of the invitations to the workspace, newest first."""
        return self.page((Equal("workspace_id", workspace_id),), after, limit)


class ClosedWorkspaces(DirectoryAggregate[ClosedWorkspace]):
    """`closed_workspaces/{w}`: deleted, and not yet empty."""

    collection = "closed_workspaces"
    model = ClosedWorkspace
    order = Order("at")

    def _indexed(self, entry: ClosedWorkspace, /) -> Mapping[str, IndexedValue]:
        return {"at": entry.at}

    def oldest(self, limit: int) -> list[ClosedWorkspace]:
        """Those that were closed first."""
        return self.page((), None, limit).items


class Directory:
    """The collections outside workspaces."""

    def __init__(self, documents: Documents) -> None:
        self.closed_workspaces = ClosedWorkspaces(documents)
        self.people = People(documents)
        self.invitations = Invitations(documents)
