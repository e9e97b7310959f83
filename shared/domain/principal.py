"""Who is asking, and what they may do. Every service takes a Principal as its first argument."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from shared.domain.plan import REQUESTS_A_MINUTE


class Permission(StrEnum):
    """What a route may require. Each route declares exactly one."""

    GENERATE = "messages:generate"
    READ_MESSAGES = "messages:read"
    EDIT_MESSAGES = "messages:edit"
    EXPORT_MESSAGES = "messages:export"
    CHECK_TEXT = "texts:check"
    READ_CONTENT = "content:read"
    EDIT_CONTENT = "content:edit"
    READ_PROSPECTS = "prospects:read"
    IMPORT_PROSPECTS = "prospects:import"
    ERASE_PROSPECTS = "prospects:erase"
    READ_METRICS = "metrics:read"
    READ_SUPPRESSIONS = "suppressions:read"
    ADD_SUPPRESSIONS = "suppressions:add"
    LIFT_SUPPRESSIONS = "suppressions:lift"
    READ_SETTINGS = "settings:read"
    EDIT_SETTINGS = "settings:edit"
    READ_MEMBERS = "members:read"
    MANAGE_MEMBERS = "members:manage"
    MANAGE_KEYS = "keys:manage"
    READ_AUDIT = "audit:read"
    MANAGE_WEBHOOKS = "webhooks:manage"
    MANAGE_WORKSPACE = "workspace:manage"


class PrincipalKind(StrEnum):
    """A person with a token, or a program with an API key."""

    PERSON = "person"
    KEY = "key"


class WorkspaceRole(StrEnum):
    """What a member is in a workspace."""

    OWNER = "owner"
    ADMIN = "admin"
    AGENT = "agent"
    VIEWER = "viewer"


_READING = frozenset(
    {
        Permission.READ_MESSAGES,
        Permission.READ_CONTENT,
        Permission.READ_PROSPECTS,
        Permission.READ_METRICS,
        Permission.READ_SUPPRESSIONS,
        Permission.READ_SETTINGS,
        Permission.READ_MEMBERS,
    }
)

PERMISSIONS_OF: Mapping[WorkspaceRole, frozenset[Permission]] = {
    WorkspaceRole.OWNER: frozenset(Permission),
    WorkspaceRole.ADMIN: frozenset(Permission) - {Permission.MANAGE_WORKSPACE},
    WorkspaceRole.AGENT: _READING
    | {
        Permission.GENERATE,
        Permission.EDIT_MESSAGES,
        Permission.CHECK_TEXT,
        Permission.IMPORT_PROSPECTS,
        Permission.ADD_SUPPRESSIONS,
    },
    WorkspaceRole.VIEWER: _READING,
}
"""What each role may do at most; a key's scopes can only take away from it."""


class Person(NamedTuple):
    """Somebody whom an issuer vouches for, whatever workspaces they are in.

    `id` follows from issuer and subject and is the member's id in every workspace. `email` is None unless the issuer
    says that it is verified. `signed_in_at` is when they last proved who they are.
    """

    id: str
    email: str | None
    name: str | None
    signed_in_at: datetime

    @property
    def workspace_id(self) -> str:
        """Where requests are remembered that a person makes before any workspace: a space of their own."""
        return self.id


class Principal(NamedTuple):
    """One authenticated caller in one workspace. `id` is the member's or the key's id, never an e-mail."""

    workspace_id: str
    kind: PrincipalKind
    id: str
    role: WorkspaceRole
    permissions: frozenset[Permission]
    requests_a_minute: int = REQUESTS_A_MINUTE

    def may(self, permission: Permission) -> bool:
        """Whether the caller holds `permission`."""
        return permission in self.permissions


Caller: TypeAlias = Person | Principal
"""Who brings a credential: a person, in no workspace yet, or an API key, which is always in one."""
