"""Who is asking, and what they may do. Every service takes a Principal as its first argument."""

from dataclasses import dataclass
from enum import StrEnum


class Permission(StrEnum):
    """What a route may require. Each route declares exactly one."""

    GENERATE = "messages:generate"
    READ_MESSAGES = "messages:read"
    CHECK_TEXT = "texts:check"
    READ_CONTENT = "content:read"
    EDIT_CONTENT = "content:edit"
    READ_PROSPECTS = "prospects:read"
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


@dataclass(frozen=True)
class Principal:
    """One authenticated caller in one workspace. `id` is the member's or the key's id, never an e-mail."""

    workspace_id: str
    kind: PrincipalKind
    id: str
    role: WorkspaceRole
    permissions: frozenset[Permission]

    def may(self, permission: Permission) -> bool:
        """Whether the caller holds `permission`."""
        return permission in self.permissions
