"""Who was erased, by a keyed hash, newest first."""

from collections.abc import Mapping

from shared.domain.documents import Create, Equal, IndexedValue, Update
from shared.domain.erasure import Erasure, ErasureState
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate, Position, Slice, newest_first
from shared.repositories.identity import IdentityHashes


class Erasures(Aggregate[Erasure]):
    """`workspaces/{w}/erasures/{hmac of the person's id}`."""

    collection = "erasures"
    model = Erasure
    indexes = newest_first("erasures", "state")

    def __init__(self, documents: Documents, workspace_id: str, identity_key: bytes) -> None:
        super().__init__(documents, workspace_id)
        self.hashes = IdentityHashes(identity_key)

    def _indexed(self, entry: Erasure, /) -> Mapping[str, IndexedValue]:
        return {"state": entry.state.value, "created_at": entry.created_at}

    def id_of(self, prospect_id: str) -> str:
        """The id of the erasure of a stored person."""
        return self.hashes.of("prospect", prospect_id)

    def beginning(self, erasure: Erasure, version: str | None) -> Create | Update:
        """The operation that stores a new erasure, in the place of an earlier one if that has a version."""
        return self.creation(erasure.id, erasure) if version is None else self.change(erasure.id, erasure, version)

    def newest(self, state: ErasureState | None, after: Position | None, limit: int) -> Slice[Erasure]:
        """A page of the erasures, newest first; in one state, if it is given."""
        return self.page(() if state is None else (Equal("state", state.value),), after, limit)
