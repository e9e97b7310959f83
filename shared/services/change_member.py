"""List the members of a workspace, change what one is, remove one, hand the workspace over.

Every write that changes who owns the workspace updates the guard of its owners at the version that was read. So two
owners who leave at the same moment cannot both succeed: one of them conflicts, reads again and is the last.
"""

from shared.domain.documents import Operation
from shared.domain.errors import ConflictError, NotFoundError, NotPermittedError, Sentence
from shared.domain.member import Member, MemberState
from shared.domain.principal import Principal, WorkspaceRole
from shared.ports import Clock
from shared.repositories.aggregate import Position, Slice
from shared.repositories.members import Members
from shared.repositories.store import Store
from shared.services.authenticate import Authenticate
from shared.services.export_workspace import require_own
from shared.services.guarded_change import retrying_conflicts

NO_SUCH_MEMBER = Sentence("No hay nadie con ese identificador.", "No member has this id.")
LAST_OWNER = Sentence(
    "Es la última persona propietaria: antes hay que nombrar a otra.", "This is the last owner: name another one first."
)
OWNERS_ONLY = Sentence("Solo una persona propietaria puede hacer eso.", "Only an owner may do that.")


class ChangeMember:
    """GET, PATCH and DELETE /v1/members, POST /v1/workspaces/{id}/transfer."""

    def __init__(self, store: Store, authenticate: Authenticate, clock: Clock) -> None:
        self._store = store
        self._authenticate = authenticate
        self._clock = clock

    def page(self, principal: Principal, after: Position | None, limit: int) -> Slice[Member]:
        """A page of the active members, who joined last first."""
        return self._members(principal).newest(after, limit)

    def set_role(self, principal: Principal, member_id: str, role: WorkspaceRole) -> Member:
        """The member, with that role. Raises NotFoundError, NotPermittedError where an owner is made or unmade by
        somebody who is none, ConflictError for the last owner.
        """
        return self._change(principal, member_id, {"role": role})

    def remove(self, principal: Principal, member_id: str) -> None:
        """Take the member out; they may be invited again. Raises as `set_role` does. People may take out themselves."""
        self._change(principal, member_id, {"state": MemberState.REMOVED})

    def leave(self, principal: Principal) -> None:
        """Take out the caller. Raises ConflictError for the last owner, NotFoundError for a key."""
        self._change(principal, principal.id, {"state": MemberState.REMOVED})

    def transfer(self, principal: Principal, workspace_id: str, member_id: str) -> Member:
        """The member, owner from now on in the caller's place, who stays as an admin. One write.

        Raises NotFoundError, and NotPermittedError unless the caller is a person who owns the workspace.
        """
        require_own(principal, workspace_id)
        heir = retrying_conflicts(lambda: self._transfer(principal, member_id))
        self._forget(principal, member_id, principal.id)
        return heir

    def _change(self, principal: Principal, member_id: str, change: dict[str, object]) -> Member:
        changed = retrying_conflicts(lambda: self._changed(principal, member_id, change))
        self._forget(principal, member_id)
        return changed

    def _changed(self, principal: Principal, member_id: str, change: dict[str, object]) -> Member:
        members = self._members(principal)
        member, version = _existing(members, member_id)
        changed = member.model_copy(update={**change, "updated_at": self._clock.now()})
        operations: list[Operation] = [members.change(member_id, changed, version)]
        if members.owned(member) or members.owned(changed):
            if principal.role is not WorkspaceRole.OWNER:
                raise NotPermittedError(OWNERS_ONLY)
            operations.append(_guard(members, member_id, owns=members.owned(changed)))
        if changed.state is MemberState.REMOVED:
            operations += self._store.directory.people.leaving(member_id, principal.workspace_id)
        self._store.documents.write(operations)
        return changed

    def _transfer(self, principal: Principal, member_id: str) -> Member:
        members, now = self._members(principal), self._clock.now()
        found = members.find_versioned(principal.id)
        if found is None or found[0].role is not WorkspaceRole.OWNER or member_id == principal.id:
            raise NotPermittedError(OWNERS_ONLY)
        heir, version = _existing(members, member_id)
        owners, guard_version = members.owners()
        owner = heir.model_copy(update={"role": WorkspaceRole.OWNER, "updated_at": now})
        admin = found[0].model_copy(update={"role": WorkspaceRole.ADMIN, "updated_at": now})
        ids = sorted({*owners, member_id} - {principal.id})
        self._store.documents.write(
            [
                members.change(member_id, owner, version),
                members.change(principal.id, admin, found[1]),
                members.guard(ids, guard_version),
            ]
        )
        return owner

    def _members(self, principal: Principal) -> Members:
        return self._store.of(principal.workspace_id).members

    def _forget(self, principal: Principal, *member_ids: str) -> None:
        for member_id in member_ids:
            self._authenticate.forget_member(principal.workspace_id, member_id)


def _existing(members: Members, member_id: str) -> tuple[Member, str]:
    found = members.find_versioned(member_id)
    if found is None or found[0].state is not MemberState.ACTIVE:
        raise NotFoundError(NO_SUCH_MEMBER)
    return found


def _guard(members: Members, member_id: str, *, owns: bool) -> Operation:
    """The operation that keeps the list of owners. Raises ConflictError if nobody would be left."""
    ids, version = members.owners()
    kept = sorted({*ids, member_id} if owns else {*ids} - {member_id})
    if not kept:
        raise ConflictError(LAST_OWNER)
    return members.guard(kept, version)
