"""People, keys and what they did, as the API shows them."""

from datetime import date, datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from shared.api.pagination import PageQuery
from shared.domain.api_key import ApiKey
from shared.domain.audit import AuditEntry, AuditOutcome, AuditTarget
from shared.domain.generation import Id
from shared.domain.member import Invitation, Member
from shared.domain.plan import Plan
from shared.domain.principal import PERMISSIONS_OF, Caller, Permission, Person, PrincipalKind, WorkspaceRole
from shared.services.export_workspace import ExportedDocument
from shared.services.list_audit import AuditSelection
from shared.services.manage_api_keys import LONGEST_OVERLAP_SECONDS
from shared.services.read_me import Membership
from shared.services.reserve_messages import UsageOfMonth

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,60}$")]
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(9000, 1, 1))]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class IdPath(BaseModel):
    """Names one thing of the workspace, or the workspace."""

    id: Id


class WorkspaceView(BaseModel):
    """A workspace that the caller is in, what they are there, and what that allows at most; a key's own
    `permissions` may be fewer.
    """

    id: str
    name: str
    plan: Plan
    demo: bool
    role: WorkspaceRole
    permissions: list[Permission]

    @classmethod
    def of(cls, membership: Membership) -> Self:
        """The membership as the API shows it."""
        settings = membership.settings
        return cls(
            id=membership.workspace_id,
            name=settings.name,
            plan=settings.plan,
            demo=settings.demo,
            role=membership.role,
            permissions=sorted(PERMISSIONS_OF[membership.role]),
        )


class WorkspaceList(BaseModel):
    """The workspaces that the caller is in; a person is in at most 20."""

    items: list[WorkspaceView]
    next_cursor: None = None


class MeView(BaseModel):
    """Who the caller is. For a key `permissions` are what it may do; a person's stand at each workspace."""

    id: str
    kind: PrincipalKind
    email: str | None
    name: str | None
    permissions: list[Permission] | None
    workspaces: list[WorkspaceView]

    @classmethod
    def of(cls, caller: Caller, memberships: list[Membership]) -> Self:
        """The caller as the API shows them."""
        person = caller if isinstance(caller, Person) else None
        return cls(
            id=caller.id,
            kind=PrincipalKind.KEY if person is None else PrincipalKind.PERSON,
            email=None if person is None else person.email,
            name=None if person is None else person.name,
            permissions=None if isinstance(caller, Person) else sorted(caller.permissions),
            workspaces=[WorkspaceView.of(membership) for membership in memberships],
        )


class MemberView(BaseModel):
    """One member."""

    id: str
    email: str | None
    name: str | None
    role: WorkspaceRole
    joined_at: datetime
    signed_in_at: datetime | None

    @classmethod
    def of(cls, member: Member) -> Self:
        """The member as the API shows them."""
        return cls(**member.model_dump(include=set(cls.model_fields)))


class MemberChange(_Body):
    """What a member is from now on."""

    role: WorkspaceRole


class TransferBody(_Body):
    """Who owns the workspace from now on."""

    member: Id


class InvitationView(BaseModel):
    """An invitation. `token` is what the invited person sends back; it is shown once, null ever after."""

    id: str
    email: str
    role: WorkspaceRole
    invited_by: str
    created_at: datetime
    expires_at: datetime
    accepted_at: datetime | None
    revoked_at: datetime | None
    token: str | None

    @classmethod
    def of(cls, invitation: Invitation, token: str | None = None) -> Self:
        """The invitation as the API shows it."""
        return cls(**invitation.model_dump(include=set(cls.model_fields)), token=token)


class AcceptBody(_Body):
    """The `token` of an invitation."""

    token: Annotated[str, StringConstraints(min_length=1, max_length=200)]


class ApiKeyView(BaseModel):
    """A key. `secret` is what its holder sends; it is shown once, null ever after. `last_used_at` is exact to ten
    minutes.
    """

    id: str
    name: str
    role: WorkspaceRole
    scopes: list[Permission] | None
    created_at: datetime
    created_by: str | None
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None
    replaced_by: str | None
    secret: str | None

    @classmethod
    def of(cls, key: ApiKey, secret: str | None = None) -> Self:
        """The key as the API shows it."""
        shown = key.model_dump(include=set(cls.model_fields) - {"scopes"})
        return cls(**shown, scopes=None if key.scopes is None else sorted(key.scopes), secret=secret)


class RotateBody(_Body):
    """How long the old key holds beside the new one."""

    overlap_seconds: Annotated[int, Field(strict=True, ge=0, le=LONGEST_OVERLAP_SECONDS)] = 86_400


class AuditFilters(BaseModel):
    """Filters of the audit log; each left out means any. Days are the workspace's, both included."""

    model_config = ConfigDict(extra="forbid")

    actor: Id | None = None
    action: Name | None = None
    outcome: AuditOutcome | None = None
    target: Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}/[A-Za-z0-9._-]{1,200}$")] | None = Field(
        default=None, description='What was changed, as "kind/id": "members/…".'
    )
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None

    @property
    def selection(self) -> AuditSelection:
        """The same as the service takes it."""
        return AuditSelection(self.actor, self.action, self.outcome, self.target, self.from_, self.to)


class AuditQuery(AuditFilters, PageQuery):
    """The filters, and which page."""


class UsageView(BaseModel):
    """What is used of the plan in the running month; `limit` and `remaining` are null where no limit is held here."""

    plan: Plan
    month: str
    messages_used: int
    messages_limit: int | None
    messages_remaining: int | None
    ends_at: datetime

    @classmethod
    def of(cls, plan: Plan, usage: UsageOfMonth) -> Self:
        """The usage as the API shows it."""
        return cls(
            plan=plan,
            month=usage.month,
            messages_used=usage.used,
            messages_limit=usage.limit,
            messages_remaining=None if usage.limit is None else max(0, usage.limit - usage.used),
            ends_at=usage.ends_at,
        )


class AuditView(BaseModel):
    """Who did what, to which things, from where. `before` and `after` are digests, never content."""

    id: str
    created_at: datetime
    actor: str
    actor_kind: str
    action: str
    outcome: AuditOutcome
    targets: tuple[AuditTarget, ...]
    target_count: int
    address: str | None
    agent: str | None
    request_id: str | None

    @classmethod
    def of(cls, entry: AuditEntry) -> Self:
        """The entry as the API shows it."""
        return cls(**entry.model_dump(include=set(cls.model_fields)))


class WorkspaceExportView(BaseModel):
    """One stored document: where it lies under the workspace, and what it holds."""

    path: str
    data: dict[str, Any]

    @classmethod
    def of(cls, document: ExportedDocument) -> Self:
        """The document as the API shows it."""
        return cls(path=document.path, data=document.data)
