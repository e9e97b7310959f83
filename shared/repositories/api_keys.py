"""API keys of a workspace. Only a hash of the secret is kept; a key reads `rtk_<workspace>_<id>_<secret>`."""

from datetime import datetime

from pydantic import BaseModel

from shared.domain.principal import Permission, WorkspaceRole
from shared.repositories.aggregate import Aggregate


class ApiKey(BaseModel):
    """One key. `scopes` null means all that the role may do; `expires_at` null means no end."""

    id: str
    name: str
    secret_hash: str
    role: WorkspaceRole
    scopes: frozenset[Permission] | None = None
    created_at: datetime
    expires_at: datetime | None = None
    revoked_at: datetime | None = None


class ApiKeys(Aggregate[ApiKey]):
    """`workspaces/{w}/api_keys/{id}`."""

    collection = "api_keys"
    model = ApiKey
