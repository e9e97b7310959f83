"""API keys of a workspace: what is kept of them, which is never the secret."""

from datetime import datetime

from pydantic import BaseModel

from shared.domain.principal import Permission, WorkspaceRole


class ApiKey(BaseModel):
    """One key. `scopes` null means all that the role may do; `expires_at` null means no end. `last_used_at` is exact to
    ten minutes. `replaced_by` names the key that a rotation put in its place.
    """

    id: str
    name: str
    secret_hash: str
    role: WorkspaceRole
    scopes: frozenset[Permission] | None = None
    created_at: datetime
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    created_by: str | None = None
    last_used_at: datetime | None = None
    replaced_by: str | None = None
