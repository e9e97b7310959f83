"""People of a workspace, and those who are asked to join it."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel

from shared.domain.principal import WorkspaceRole


class MemberState(StrEnum):
    """A removed member keeps the document: their name stands beside what they wrote."""

    ACTIVE = "active"
    REMOVED = "removed"


class Member(BaseModel, defer_build=True):
    """One person in one workspace. `signed_in_at` is when they last proved who they are, as far as we saw."""

    id: str
    email: str | None
    name: str | None
    role: WorkspaceRole
    state: MemberState = MemberState.ACTIVE
    joined_at: datetime
    updated_at: datetime
    signed_in_at: datetime | None = None


class Invitation(BaseModel, defer_build=True):
    """An offer to join a workspace, once, for whoever proves that `email` is theirs.

    Its holder sends `inv_<id>_<secret>`, which is shown once.
    """

    id: str
    secret_hash: str
    workspace_id: str
    email: str
    role: WorkspaceRole
    invited_by: str
    created_at: datetime
    expires_at: datetime
    accepted_at: datetime | None = None
    revoked_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether it can still be accepted."""
        return self.accepted_at is None and self.revoked_at is None and now < self.expires_at


class KnownPerson(BaseModel, defer_build=True):
    """What the directory keeps of a person: which workspaces they are in. The member document stays the authority."""

    id: str
    email: str | None = None
    workspaces: list[str] = []


class ClosedWorkspace(BaseModel, defer_build=True):
    """A workspace that was deleted, and what it held not yet removed."""

    workspace_id: str
    at: datetime
