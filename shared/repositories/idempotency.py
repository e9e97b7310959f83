"""What was asked under an Idempotency-Key, by whom, and what came of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from pydantic import BaseModel

from shared.domain.documents import Delete, In, IndexedValue, Query
from shared.repositories.aggregate import Aggregate


class RememberedRequest(BaseModel, defer_build=True):
    """One guarded request.

    `digest` is over everything that must not differ in a repetition; `made_id` is the id of what the request makes,
    the same after a crash. While it runs, `lease_until` says when it
    counts as dead; when done, `resource_id` and `status` say what to answer again. Entries are void after
    `expires_at`, whether or not the store has collected them.
    """

    digest: str
    made_id: str
    lease_until: datetime
    expires_at: datetime
    resource_id: str | None = None
    status: int | None = None


class RememberedRequests(Aggregate[RememberedRequest]):
    """`workspaces/{w}/idempotency/{hash}`."""

    collection = "idempotency"
    model = RememberedRequest

    def _indexed(self, entry: RememberedRequest, /) -> Mapping[str, IndexedValue]:
        return {"made": entry.made_id, "expires_at": entry.expires_at}

    def forgetting(self, made_ids: Sequence[str]) -> list[Delete]:
        """The operations that forget the requests that made at most 30 things."""
        query = Query(self._parent, (In("made", tuple(made_ids)),), fields_only=True)
        return [self.deletion(document.id) for document in self._documents.query(query)]
