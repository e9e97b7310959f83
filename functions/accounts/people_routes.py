"""Who somebody is, which workspaces they are in, and who is in a workspace."""

from functions.accounts.views import (
    AcceptBody,
    IdPath,
    InvitationView,
    MemberChange,
    MemberView,
    MeView,
    TransferBody,
    WorkspaceExportView,
    WorkspaceList,
    WorkspaceView,
)
from shared.api.app import KNOWN, Answer, Api
from shared.api.pagination import Page, PageQuery
from shared.bootstrap import Services
from shared.domain.errors import NotFoundError
from shared.domain.idempotency import Claim
from shared.domain.principal import Caller, Permission, Principal
from shared.domain.usage_event import UsageEvent
from shared.services.invite_member import NewInvitation
from shared.services.open_workspace import NewWorkspace
from shared.services.read_workspace import GONE


def add_people_routes(api: Api, services: Services) -> None:
    """Add the routes of people, workspaces, members and invitations."""
    _add_workspaces(api, services)
    _add_own_workspace(api, services)
    _add_members(api, services)
    _add_invitations(api, services)


def _add_workspaces(api: Api, services: Services) -> None:
    def workspace(caller: Caller, id_: str) -> WorkspaceView:
        found = [one for one in services.read_me(caller) if one.workspace_id == id_]
        if not found:
            raise NotFoundError(GONE)
        return WorkspaceView.of(found[0])

    @api.get("/v1/me", permission=KNOWN, answers={200: MeView}, tag="people")
    def get_me(caller: Caller) -> MeView:
        """Who the caller is, and which workspaces they are in."""
        return MeView.of(caller, services.read_me(caller))

    @api.post("/v1/usage-events", permission=KNOWN, answers={204: None}, tag="people")
    def create_usage_event(caller: Caller, body: UsageEvent) -> Answer:
        """Note what was done in the web application: a screen and an action, no text."""
        services.note_usage(caller, body)
        return Answer(None, 204)

    @api.get("/v1/workspaces", permission=KNOWN, answers={200: WorkspaceList}, tag="people")
    def list_workspaces(caller: Caller) -> WorkspaceList:
        """The workspaces that the caller is in."""
        return WorkspaceList(items=[WorkspaceView.of(membership) for membership in services.read_me(caller)])

    @api.post("/v1/workspaces", permission=KNOWN, answers={201: WorkspaceView}, replay=workspace, tag="people")
    def create_workspace(caller: Caller, body: NewWorkspace, claim: Claim) -> Answer:
        """Open a workspace; the caller, a person, becomes its owner."""
        services.open_workspace(caller, body, claim.id)
        return Answer(workspace(caller, claim.id), 201, remember=claim.id)


def _add_own_workspace(api: Api, services: Services) -> None:
    @api.get(
        "/v1/workspaces/<id>/export",
        permission=Permission.MANAGE_WORKSPACE,
        answers={200: Page[WorkspaceExportView]},
        tag="people",
    )
    def export_workspace(principal: Principal, path: IdPath, query: PageQuery) -> Page[WorkspaceExportView]:
        """Everything that the workspace holds, page by page."""
        found = services.export_workspace(principal, path.id, api.position(principal, query), query.limit)
        views = [WorkspaceExportView.of(document) for document in found.items]
        return api.page(principal, query, views, found.next_position)

    @api.post(
        "/v1/workspaces/<id>/transfer",
        permission=Permission.MANAGE_WORKSPACE,
        answers={200: MemberView},
        tag="people",
    )
    def transfer_workspace(principal: Principal, path: IdPath, body: TransferBody) -> MemberView:
        """Make another member the owner in the caller's place, who stays as an admin."""
        return MemberView.of(services.change_member.transfer(principal, path.id, body.member))

    @api.delete(
        "/v1/workspaces/<id>", permission=Permission.MANAGE_WORKSPACE, answers={202: None, 204: None}, tag="people"
    )
    def delete_workspace(principal: Principal, path: IdPath) -> Answer:
        """Delete the workspace with all that it holds.

        Nobody can use it from this moment on; 202 says that emptying it goes on.
        """
        return Answer(None, 204 if services.delete_workspace(principal, path.id) else 202)


def _add_members(api: Api, services: Services) -> None:
    @api.get("/v1/members", permission=Permission.READ_MEMBERS, answers={200: Page[MemberView]}, tag="people")
    def list_members(principal: Principal, query: PageQuery) -> Page[MemberView]:
        """Members of the workspace, who joined last first."""
        found = services.change_member.page(principal, api.position(principal, query), query.limit)
        return api.page(principal, query, [MemberView.of(member) for member in found.items], found.next_position)

    @api.patch("/v1/members/<id>", permission=Permission.MANAGE_MEMBERS, answers={200: MemberView}, tag="people")
    def change_member(principal: Principal, path: IdPath, body: MemberChange) -> MemberView:
        """Change what a member is. Only owners make and unmake owners, and one always stays."""
        return MemberView.of(services.change_member.set_role(principal, path.id, body.role))

    @api.delete("/v1/members/<id>", permission=Permission.MANAGE_MEMBERS, answers={204: None}, tag="people")
    def remove_member(principal: Principal, path: IdPath) -> Answer:
        """Take a member out; they are out everywhere within ten seconds."""
        services.change_member.remove(principal, path.id)
        return Answer(None, 204)

    @api.delete("/v1/me/membership", permission=Permission.READ_MEMBERS, answers={204: None}, tag="people")
    def leave_workspace(principal: Principal) -> Answer:
        """Leave the workspace. The last owner cannot."""
        services.change_member.leave(principal)
        return Answer(None, 204)


def _add_invitations(api: Api, services: Services) -> None:
    def invitation(principal: Principal, id_: str) -> InvitationView:
        return InvitationView.of(services.invite_member.one(principal, id_))

    @api.get("/v1/invitations", permission=Permission.MANAGE_MEMBERS, answers={200: Page[InvitationView]}, tag="people")
    def list_invitations(principal: Principal, query: PageQuery) -> Page[InvitationView]:
        """Invitations, newest first, closed ones too."""
        found = services.invite_member.page(principal, api.position(principal, query), query.limit)
        return api.page(principal, query, [InvitationView.of(one) for one in found.items], found.next_position)

    @api.post(
        "/v1/invitations",
        permission=Permission.MANAGE_MEMBERS,
        answers={201: InvitationView},
        replay=invitation,
        tag="people",
    )
    def create_invitation(principal: Principal, body: NewInvitation, claim: Claim) -> Answer:
        """Ask somebody to join, once, within seven days.

        The answer holds the `token`, which is not shown again; who made the invitation sends it to the person. A
        repetition under the same Idempotency-Key shows the invitation without it.
        """
        made, token = services.invite_member.create(principal, body, claim.id)
        return Answer(InvitationView.of(made, token), 201, remember=made.id)

    @api.delete("/v1/invitations/<id>", permission=Permission.MANAGE_MEMBERS, answers={204: None}, tag="people")
    def revoke_invitation(principal: Principal, path: IdPath) -> Answer:
        """Close an invitation that nobody has accepted."""
        services.invite_member.revoke(principal, path.id)
        return Answer(None, 204)

    def member_again(caller: Caller, invitation_id: str) -> MemberView:
        return MemberView.of(services.invite_member.accepted(caller, invitation_id))

    @api.post("/v1/invitations/accept", permission=KNOWN, answers={200: MemberView}, replay=member_again, tag="people")
    def accept_invitation(caller: Caller, body: AcceptBody, claim: Claim) -> Answer:  # noqa: ARG001  a member's id is the person's
        """Join the workspace of an invitation; the caller's token must say that its e-mail address is theirs."""
        member = services.invite_member.accept(caller, body.token)
        return Answer(MemberView.of(member), remember=services.invite_member.id_in(body.token))
