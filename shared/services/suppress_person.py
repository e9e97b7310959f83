"""Who must not be written to: by all keys that are known of a person, whichever of them was named."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from shared.domain.documents import Operation
from shared.domain.prospect import Prospect
from shared.domain.suppression import Suppression, SuppressionReason
from shared.repositories.store import WorkspaceStore

UNDO = timedelta(days=7)
"""For how long an unsubscription noted by mistake can be taken back, and a lifted entry be put back."""

_ADDRESSES = frozenset({"linkedin", "email"})

Keys = Mapping[str, tuple[str, str]]
"""What each key of a person stands for, by its id: (kind, address, id of the stored person or name)."""


class Why(NamedTuple):
    """Why, by what and by whom people are put on the list."""

    reason: SuppressionReason
    source: str
    by: str
    at: datetime
    note: str | None = None


def keys_of_people(store: WorkspaceStore, people: Sequence[Prospect]) -> list[Keys]:
    """All keys that are known of each person: the addresses given, the stored person they belong to, and theirs."""
    given = [store.prospects.keys.ids_of(person) for person in people]
    owners = iter(store.prospects.keys.owners([id_ for ids in given for id_ in ids]))
    owned = [list(dict.fromkeys(filter(None, (next(owners) for _ in ids)))) for ids in given]
    wanted = list(dict.fromkeys(id_ for ids in owned for id_ in ids))
    stored = dict(zip(wanted, store.prospects.find_many(wanted), strict=True))
    return [
        _keys(store, person, ids, [found.prospect for id_ in ids if (found := stored[id_]) is not None])
        for person, ids in zip(people, owned, strict=True)
    ]


def sought_of_people(store: WorkspaceStore, people: Sequence[Prospect]) -> list[list[str]]:
    """The ids of all keys that would hold each person: all that is known of them, and what may be them by name."""
    known = [[key for key, (kind, _) in keys.items() if kind != "name"] for keys in keys_of_people(store, people)]
    named = map(store.suppressions.sought, people)
    return [list(dict.fromkeys((*keys, *own))) for keys, own in zip(known, named, strict=True)]


def _keys(store: WorkspaceStore, person: Prospect, ids: Sequence[str], known: Sequence[Prospect]) -> Keys:
    keys = store.suppressions.keys_of(person, ids)
    for own in known:
        keys |= store.suppressions.keys_of(own)
    return keys


def is_suppressed(store: WorkspaceStore, person: Prospect) -> bool:
    """Whether the person, or the stored person that one of the addresses belongs to, is on the list."""
    [sought] = sought_of_people(store, [person])
    return any(store.suppressions.holding(sought))


def entries_of(keys: Keys, why: Why, group: str) -> list[Suppression]:
    """An entry for each key of a person."""
    prospect_id = next((value for kind, value in keys.values() if kind == "prospect"), None)
    return [
        Suppression(
            id=id_,
            kind=kind,
            address=value if kind in _ADDRESSES else None,
            prospect_id=prospect_id,
            reason=why.reason,
            note=why.note,
            source=why.source,
            group=group,
            by=why.by,
            created_at=why.at,
        )
        for id_, (kind, value) in keys.items()
    ]


def suppressing(store: WorkspaceStore, keys: Keys, why: Why, group: str) -> list[Suppression]:
    """The entries that are not on the list yet, one for each key; those that are there stay as they are."""
    held = store.suppressions.holding(list(keys))
    return [entry for entry, holds in zip(entries_of(keys, why, group), held, strict=True) if not holds]


def lifted(entry: Suppression, by: str, at: datetime) -> Suppression:
    """The entry, void from now on and gone once it can no longer be put back."""
    return entry.model_copy(update={"lifted_at": at, "lifted_by": by, "expires_at": at + UNDO})


def lifting(store: WorkspaceStore, group: str, by: str, at: datetime) -> list[Operation]:
    """The operations that lift all that came onto the list together."""
    return [
        store.suppressions.change(entry.id, lifted(entry, by, at), version)
        for entry, version in store.suppressions.of_group(group)
        if entry.lifted_at is None
    ]
