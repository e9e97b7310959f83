"""Tell callers who they are, and where they may go."""

from typing import NamedTuple

from shared.domain.errors import NotFoundError
from shared.domain.member import MemberState
from shared.domain.principal import Caller, Person, Principal, WorkspaceRole
from shared.domain.workspace import WorkspaceSettings
from shared.repositories.store import Store
from shared.services.read_workspace import ReadWorkspace


class Membership(NamedTuple):
    """One workspace that the caller is in, and what they are there."""

    workspace_id: str
    settings: WorkspaceSettings
    role: WorkspaceRole


class ReadMe:
    """GET /v1/me and GET /v1/workspaces."""

    def __init__(self, store: Store, workspaces: ReadWorkspace) -> None:
        self._store = store
        self._workspaces = workspaces

    def __call__(self, caller: Caller) -> list[Membership]:
        """The workspaces that the caller is in, the first joined first: the key's own, or the person's."""
        if isinstance(caller, Principal):
            return [Membership(caller.workspace_id, self._workspaces(caller.workspace_id), caller.role)]
        ids = self._store.directory.people.workspaces_of(caller.id)
        found = (self._membership(caller, workspace_id) for workspace_id in ids)
        return [membership for membership in found if membership is not None]

    def _membership(self, person: Person, workspace_id: str) -> Membership | None:
        """None where the member document, which is the authority, says otherwise, or the workspace is gone."""
        member = self._store.of(workspace_id).members.find(person.id)
        if member is None or member.state is not MemberState.ACTIVE:
            return None
        try:
            return Membership(workspace_id, self._workspaces(workspace_id), member.role)
        except NotFoundError:
            return None
