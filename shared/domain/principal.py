"""Who is asking, and what they may do. Every service takes a Principal as its first argument."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Permission(StrEnum):
    """What a route may require. Each route declares exactly one."""

    GENERATE = "messages:generate"
    READ_MESSAGES = "messages:read"
    EDIT_MESSAGES = "messages:edit"
    CHECK_TEXT = "texts:check"
    READ_CONTENT = "content:read"
    EDIT_CONTENT = "content:edit"
    READ_PROSPECTS = "prospects:read"
    IMPORT_PROSPECTS = "prospects:import"
    READ_METRICS = "metrics:read"
    READ_SUPPRESSIONS = "suppressions:read"
    ADD_SUPPRESSIONS = "suppressions:add"
    LIFT_SUPPRESSIONS = "suppressions:lift"
    READ_SETTINGS = "settings:read"
    EDIT_SETTINGS = "settings:edit"


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
    }
)

PERMISSIONS_OF: Mapping[WorkspaceRole, frozenset[Permission]] = {
    WorkspaceRole.OWNER: frozenset(Permission),
    WorkspaceRole.ADMIN: frozenset(Permission),
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


class Principal(NamedTuple):
    """One authenticated caller in one workspace. `id` is the member's or the key's id, never an e-mail."""

    workspace_id: str
    kind: PrincipalKind
    id: str
    role: WorkspaceRole
    permissions: frozenset[Permission]

    def may(self, permission: Permission) -> bool:
        """Whether the caller holds `permission`."""
        return permission in self.permissions
