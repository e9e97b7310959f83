"""Who must not be written to, on any channel. One entry for each key of a person: their addresses and their id."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel

from shared.domain.documents import Equal, IndexedValue, Operation, Query
from shared.domain.prospect import Prospect
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate, Position, Slice, newest_first
from shared.repositories.identity import IdentityHashes, addresses_of


class SuppressionReason(StrEnum):
    """Why somebody is on the list."""

    UNSUBSCRIBED = "unsubscribed"
    REQUESTED = "requested"
    CUSTOMER = "customer"
    COMPETITOR = "competitor"
    OTHER = "other"


class SuppressionState(StrEnum):
    """Whether an entry holds; one that was lifted can be put back until its time is over."""

    ACTIVE = "active"
    LIFTED = "lifted"


class Suppression(BaseModel):
    """One key of a person who must not be written to.

    `kind` says what the key is of: "linkedin", "email" or "prospect". `address` is null once the person was erased,
    and for the key of a stored person; the entry holds by its id all the same. `outcome_id` is the outcome that put
    the person here, if one did. A lifted entry is void, and gone for good after `expires_at`.
    """

    id: str
    kind: str
    address: str | None
    prospect_id: str | None = None
    reason: SuppressionReason
    note: str | None = None
    source: str
    outcome_id: str | None = None
    by: str
    created_at: datetime
    lifted_at: datetime | None = None
    lifted_by: str | None = None
    expires_at: datetime | None = None

    @property
    def state(self) -> SuppressionState:
        """Whether the entry holds."""
        return SuppressionState.ACTIVE if self.lifted_at is None else SuppressionState.LIFTED


class Suppressions(Aggregate[Suppression]):
    """`workspaces/{w}/suppressions/{hmac}`."""

    collection = "suppressions"
    model = Suppression
    indexes = newest_first("suppressions", "state", "reason", "kind")

    def __init__(self, documents: Documents, workspace_id: str, identity_key: bytes) -> None:
        super().__init__(documents, workspace_id)
        self._hashes = IdentityHashes(identity_key)

    def _indexed(self, entry: Suppression, /) -> Mapping[str, IndexedValue]:
        ends = {} if entry.expires_at is None else {"expires_at": entry.expires_at}
        return {
            "state": entry.state.value,
            "reason": entry.reason.value,
            "kind": entry.kind,
            "outcome": entry.outcome_id,
            "created_at": entry.created_at,
            **ends,
        }

    def keys_of(self, prospect: Prospect, prospect_ids: Sequence[str] = ()) -> dict[str, tuple[str, str]]:
        """What each key of the person stands for, by its id: (kind, address or id of the stored person)."""
        known = [*addresses_of(prospect), *(("prospect", id_) for id_ in dict.fromkeys(prospect_ids))]
        return {self._hashes.of(kind, value): (kind, value) for kind, value in known}

    def hold(self, prospect: Prospect, prospect_ids: Sequence[str] = ()) -> bool:
        """Whether the person must not be written to: one read over all their keys."""
        return any(self.holding(list(self.keys_of(prospect, prospect_ids))))

    def holding(self, key_ids: Sequence[str]) -> list[bool]:
        """Whether each of the keys is on the list."""
        return [entry is not None and entry.lifted_at is None for entry in self.find_many(key_ids)]

    def newest(
        self, state: SuppressionState, reason: SuppressionReason | None, after: Position | None, limit: int
    ) -> Slice[Suppression]:
        """A page of the entries in the state, newest first; of one reason, if it is given."""
        where = [Equal("state", state.value)]
        if reason is not None:
            where.append(Equal("reason", reason.value))
        return self.page(where, after, limit)

    def of_outcome(self, outcome_id: str) -> list[tuple[Suppression, str]]:
        """The entries that an outcome made, with their versions."""
        found = self._documents.query(Query(self._parent, (Equal("outcome", outcome_id),)))
        return [(self._entry(document), document.version) for document in found]

    def putting(self, entries: Sequence[Suppression]) -> list[Operation]:
        """The operations that put the entries on the list, in the place of lifted ones or of what was there."""
        return [self.replacement(entry.id, entry) for entry in entries]
