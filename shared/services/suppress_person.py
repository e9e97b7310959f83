"""Put a person on the suppression list by all their keys, and take off again what one outcome put there."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from shared.domain.documents import Operation
from shared.domain.prospect import Prospect
from shared.repositories.store import WorkspaceStore
from shared.repositories.suppressions import Suppression, SuppressionReason

UNDO = timedelta(days=7)
"""For how long an unsubscription noted by mistake can be taken back, and a lifted entry be put back."""


def suppressing(
    store: WorkspaceStore,
    person: Prospect,
    prospect_ids: Sequence[str],
    *,
    reason: SuppressionReason,
    source: str,
    by: str,
    at: datetime,
    note: str | None = None,
    outcome_id: str | None = None,
) -> list[Suppression]:
    """The entries that are not on the list yet, one for each key of the person; those that are there stay."""
    keys = store.suppressions.keys_of(person, prospect_ids)
    held = store.suppressions.holding(list(keys))
    return [
        Suppression(
            id=id_,
            kind=kind,
            address=None if kind == "prospect" else value,
            prospect_id=prospect_ids[0] if prospect_ids else None,
            reason=reason,
            note=note,
            source=source,
            outcome_id=outcome_id,
            by=by,
            created_at=at,
        )
        for (id_, (kind, value)), is_held in zip(keys.items(), held, strict=True)
        if not is_held
    ]


def lifted(entry: Suppression, by: str, at: datetime) -> Suppression:
    """The entry, void from now on and gone once it can no longer be put back."""
    return entry.model_copy(update={"lifted_at": at, "lifted_by": by, "expires_at": at + UNDO})


def lifting(store: WorkspaceStore, outcome_id: str, by: str, at: datetime) -> list[Operation]:
    """The operations that lift what the outcome had put on the list."""
    entries = store.suppressions.of_outcome(outcome_id)
    return [
        store.suppressions.change(entry.id, lifted(entry, by, at), version)
        for entry, version in entries
        if entry.lifted_at is None
    ]
