"""Tell who is asking, in which workspace, and with which rights."""

from shared.domain.act import Act, Origin, acting
from shared.domain.errors import (
    ConflictError,
    InvalidInputError,
    NotFoundError,
    NotPermittedError,
    OutreachError,
    Sentence,
)
from shared.domain.ids import is_id
from shared.domain.member import Member, MemberState
from shared.domain.principal import PERMISSIONS_OF, Person, Principal, PrincipalKind
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.identify import Identify
from shared.services.read_workspace import ReadWorkspace
from shared.services.recent_reads import RecentReads
from shared.telemetry.logs import get_logger

SIGN_IN = "sign_in"
_NOT_A_MEMBER = Sentence(
    "No perteneces a ese espacio de trabajo, o a ninguno.", "You are not in that workspace, or in none."
)
_log = get_logger()


class Authenticate:
    """A key is in one workspace; a person picks one of theirs, or has only one. The member document is the authority,
    read at most every 5 s.
    """

    def __init__(self, store: Store, identify: Identify, workspaces: ReadWorkspace, clock: Clock) -> None:
        self._store = store
        self._identify = identify
        self._workspaces = workspaces
        self._members: RecentReads[Member] = RecentReads(clock)

    def __call__(self, token: str, workspace_id: str | None = None, origin: Origin = Origin()) -> Principal:  # noqa: B008
        """The caller in the workspace that they name. `origin` is kept where this is how they signed in.

        Raises NotAuthenticatedError; NotPermittedError, in the same words for a workspace that is another's and one
        that does not exist; InvalidInputError where a person in several names none.
        """
        caller = self._identify(token)
        if isinstance(caller, Person):
            return self._member(caller, workspace_id, origin)
        if workspace_id not in (None, caller.workspace_id):
            raise NotPermittedError(_NOT_A_MEMBER)
        return caller

    def forget_member(self, workspace_id: str, member_id: str) -> None:
        """This instance knows that the member has changed."""
        self._members.forget((workspace_id, member_id))

    def _member(self, person: Person, named: str | None, origin: Origin) -> Principal:
        workspace_id = self._only_workspace(person) if named is None else named
        member = self._active_member(workspace_id, person) if is_id(workspace_id) else None
        if member is None:
            raise NotPermittedError(_NOT_A_MEMBER)
        try:
            settings = self._workspaces(workspace_id)
        except NotFoundError as error:
            raise NotPermittedError(_NOT_A_MEMBER) from error
        if member.signed_in_at is None or member.signed_in_at < person.signed_in_at:
            self._note_sign_in(workspace_id, person, origin)
        return Principal(
            workspace_id,
            PrincipalKind.PERSON,
            member.id,
            member.role,
            PERMISSIONS_OF[member.role],
            requests_a_minute=settings.requests_a_minute,
        )

    def _only_workspace(self, person: Person) -> str:
        workspaces = self._store.directory.people.workspaces_of(person.id)
        if len(workspaces) > 1:
            raise InvalidInputError.at(
                "/headers/X-Workspace",
                "Estás en varios espacios de trabajo: di en cuál con X-Workspace.",
                "You are in several workspaces: name one with X-Workspace.",
            )
        if not workspaces:
            raise NotPermittedError(_NOT_A_MEMBER)
        return workspaces[0]

    def _active_member(self, workspace_id: str, person: Person) -> Member | None:
        members = self._store.of(workspace_id).members
        member = self._members.get((workspace_id, person.id), lambda: members.find(person.id))
        return member if member is not None and member.state is MemberState.ACTIVE else None

    def _note_sign_in(self, workspace_id: str, person: Person, origin: Origin) -> None:
        """Keep that the person has signed in anew, with its audit entry. Another instance may have done so."""
        members = self._store.of(workspace_id).members
        try:
            with acting(Act(person.id, PrincipalKind.PERSON.value, SIGN_IN, origin)):
                found = members.find_versioned(person.id)
                if found is not None:
                    known = {"signed_in_at": person.signed_in_at, "email": person.email or found[0].email}
                    signed_in = found[0].model_copy(update=known)
                    self._store.documents.write([members.change(person.id, signed_in, found[1])])
        except ConflictError:
            pass
        except OutreachError:
            _log.warning("sign_in_not_kept", exc_info=True)
        self.forget_member(workspace_id, person.id)
