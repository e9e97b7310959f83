"""Ask somebody to join a workspace, and let them in who prove that they are meant.

An invitation works once, for seven days, and only for who brings a token that says that the address is theirs. Its
secret is shown to the inviter, who sends it: this product sends nothing. Only its digest is stored.
"""

from datetime import timedelta

from pydantic import BaseModel, ConfigDict

from shared.domain.email_address import EmailAddress
from shared.domain.errors import ConflictError, NotFoundError, NotPermittedError, Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.member import Invitation, Member, MemberState
from shared.domain.principal import Caller, Person, Principal, WorkspaceRole
from shared.domain.secret import SECRET_PATTERN, hash_of_secret, is_secret, new_secret
from shared.ports import Clock
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store
from shared.services.authenticate import Authenticate
from shared.services.change_member import OWNERS_ONLY
from shared.services.guarded_change import retrying_conflicts
from shared.services.open_workspace import MOST_WORKSPACES, TOO_MANY, member_of, require_person

LIFETIME = timedelta(days=7)

NO_SUCH_INVITATION = Sentence(
    "Esa invitación no existe, ya se usó, caducó o es para otra dirección.",
    "This invitation does not exist, was used, has expired or is for another address.",
)
CLOSED = Sentence("Esa invitación ya no está abierta.", "This invitation is not open any more.")
IS_MEMBER = Sentence("Ya eres parte de ese espacio de trabajo.", "You are in that workspace already.")

_TOKEN = lazy_pattern(rf"inv_([a-z2-7]{{26}})_({SECRET_PATTERN})")


class NewInvitation(BaseModel):
    """Whom to ask, and as what."""

    model_config = ConfigDict(extra="forbid")

    email: EmailAddress
    role: WorkspaceRole


class InviteMember:
    """GET, POST and DELETE /v1/invitations, POST /v1/invitations/accept."""

    def __init__(self, store: Store, authenticate: Authenticate, clock: Clock) -> None:
        self._store = store
        self._authenticate = authenticate
        self._clock = clock

    def create(self, principal: Principal, new: NewInvitation, id_: str) -> tuple[Invitation, str]:
        """The invitation and what its holder sends, which nobody can read again.

        A repetition after a crash makes a new secret for the invitation that nobody was told of. Raises
        NotPermittedError where somebody who is no owner invites one.
        """
        if new.role is WorkspaceRole.OWNER and principal.role is not WorkspaceRole.OWNER:
            raise NotPermittedError(OWNERS_ONLY)
        secret, now = new_secret(), self._clock.now()
        invitation = Invitation(
            id=id_,
            secret_hash=hash_of_secret(secret),
            workspace_id=principal.workspace_id,
            email=new.email,
            role=new.role,
            invited_by=principal.id,
            created_at=now,
            expires_at=now + LIFETIME,
        )
        self._store.documents.write([self._store.directory.invitations.replacement(id_, invitation)])
        return invitation, f"inv_{id_}_{secret}"

    def page(self, principal: Principal, after: Position | None, limit: int) -> Slice[Invitation]:
        """A page of the workspace's invitations, newest first; closed ones too."""
        return self._store.directory.invitations.newest(principal.workspace_id, after, limit)

    def one(self, principal: Principal, id_: str) -> Invitation:
        """The invitation. Raises NotFoundError."""
        return self._versioned(principal, id_)[0]

    def revoke(self, principal: Principal, id_: str) -> None:
        """Close an invitation. Raises NotFoundError, and ConflictError for one that is closed."""
        retrying_conflicts(lambda: self._revoke(principal, id_))

    def accept(self, caller: Caller, token: str) -> Member:
        """The caller as a member. Raises NotFoundError, in the same words whatever is wrong with the invitation,
        ConflictError for a member, NotPermittedError for a key.
        """
        person = require_person(caller)
        match = _TOKEN.fullmatch(token)
        if match is None:
            raise NotFoundError(NO_SUCH_INVITATION)
        return retrying_conflicts(lambda: self._accept(person, *match.groups()))

    def accepted(self, caller: Caller, invitation_id: str) -> Member:
        """The member that the caller became by an invitation. Raises NotFoundError if they are none any more."""
        invitation = self._store.directory.invitations.find(invitation_id)
        found = None if invitation is None else self._store.of(invitation.workspace_id).members
        member = None if found is None else found.find(caller.id)
        if member is None or member.state is not MemberState.ACTIVE:
            raise NotFoundError(NO_SUCH_INVITATION)
        return member

    @staticmethod
    def id_in(token: str) -> str:
        """The id of the invitation that an accepted token belongs to."""
        match = _TOKEN.fullmatch(token)
        assert match is not None  # noqa: S101  it was accepted
        return match.group(1)

    def _revoke(self, principal: Principal, id_: str) -> None:
        invitation, version = self._versioned(principal, id_)
        if not invitation.is_open(self._clock.now()):
            raise ConflictError(CLOSED)
        revoked = invitation.model_copy(update={"revoked_at": self._clock.now()})
        self._store.documents.write([self._store.directory.invitations.change(id_, revoked, version)])

    def _versioned(self, principal: Principal, id_: str) -> tuple[Invitation, str]:
        found = self._store.directory.invitations.find_versioned(id_)
        if found is None or found[0].workspace_id != principal.workspace_id:
            raise NotFoundError(NO_SUCH_INVITATION)
        return found

    def _accept(self, person: Person, id_: str, secret: str) -> Member:
        directory, now = self._store.directory, self._clock.now()
        invitation, version = self._meant_for(person, id_, secret)
        if len(directory.people.workspaces_of(person.id)) >= MOST_WORKSPACES:
            raise ConflictError(TOO_MANY)
        members = self._store.of(invitation.workspace_id).members
        known = members.find_versioned(person.id)
        if known is not None and known[0].state is MemberState.ACTIVE:
            raise ConflictError(IS_MEMBER)
        member = member_of(person, invitation.role, now)
        accepted = invitation.model_copy(update={"accepted_at": now})
        operations = [
            members.creation(person.id, member) if known is None else members.change(person.id, member, known[1]),
            directory.invitations.change(id_, accepted, version),
            directory.people.joining(person, invitation.workspace_id),
        ]
        if invitation.role is WorkspaceRole.OWNER:
            ids, guard_version = members.owners()
            operations.append(members.guard(sorted({*ids, person.id}), guard_version))
        self._store.documents.write(operations)
        self._authenticate.forget_member(invitation.workspace_id, person.id)
        return member

    def _meant_for(self, person: Person, id_: str, secret: str) -> tuple[Invitation, str]:
        found = self._store.directory.invitations.find_versioned(id_)
        if found is None or not is_secret(secret, found[0].secret_hash):
            raise NotFoundError(NO_SUCH_INVITATION)
        invitation = found[0]
        if not invitation.is_open(self._clock.now()) or person.email != invitation.email:
            raise NotFoundError(NO_SUCH_INVITATION)
        if self._store.workspaces.settings(invitation.workspace_id) is None:
            raise NotFoundError(NO_SUCH_INVITATION)
        return found
