"""API keys of a workspace. Only a hash of the secret is kept; a key reads `rtk_<workspace>_<id>_<secret>`."""

from collections.abc import Mapping

from shared.domain.api_key import ApiKey
from shared.domain.documents import IndexedValue
from shared.repositories.aggregate import Aggregate, Position, Slice


class ApiKeys(Aggregate[ApiKey]):
    """`workspaces/{w}/api_keys/{id}`."""

    collection = "api_keys"
    model = ApiKey

    def _indexed(self, entry: ApiKey, /) -> Mapping[str, IndexedValue]:
        return {"created_at": entry.created_at}

    def newest(self, after: Position | None, limit: int) -> Slice[ApiKey]:
        """A page of the keys, newest first; expired and revoked ones too."""
        return self.page((), after, limit)
