"""Who must not be written to, on any channel. One entry for each key of a person: their addresses, their id, and their
name in their company.

A name alone identifies nobody, but most pasted profiles have no address, and somebody who asked not to be written to
must not depend on one. So the key of a name says which kinds of address the person has, and is looked for only by those
whose addresses do not contradict it: who has none of these kinds (docs/decisions/0071-held-by-name.md).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from shared.domain.documents import Equal, IndexedValue, Operation, Query
from shared.domain.prospect import Prospect
from shared.domain.suppression import Suppression, SuppressionReason, SuppressionState
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate, Position, Slice, newest_first
from shared.repositories.identity import IdentityHashes, addresses_of

_PAGE = 200
_KINDS_TOGETHER = ((), ("linkedin",), ("email",), ("linkedin", "email"))
"""Which kinds of address one person may have."""


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
            "group": entry.group,
            "created_at": entry.created_at,
            **ends,
        }

    def keys_of(self, prospect: Prospect, prospect_ids: Sequence[str] = ()) -> dict[str, tuple[str, str]]:
        """What each key of the person stands for, by its id: (kind, address, id of the stored person or name)."""
        known = [*addresses_of(prospect), *(("prospect", id_) for id_ in dict.fromkeys(prospect_ids))]
        keys = {self._hashes.of(kind, value): (kind, value) for kind, value in known}
        name = self._hashes.of_name(prospect.full_name, prospect.company)
        if name is not None:
            keys[self._of_name(name, _kinds_of(prospect))] = ("name", prospect.full_name or "")
        return keys

    def sought(self, prospect: Prospect, prospect_ids: Sequence[str] = ()) -> list[str]:
        """The ids of all keys that would hold the person: their own, and those of the same name in the same company
        with addresses of other kinds than theirs.
        """
        sure = [key for key, (kind, _) in self.keys_of(prospect, prospect_ids).items() if kind != "name"]
        name = self._hashes.of_name(prospect.full_name, prospect.company)
        if name is None:
            return sure
        own = frozenset(_kinds_of(prospect))
        return [*sure, *(self._of_name(name, kinds) for kinds in _KINDS_TOGETHER if own.isdisjoint(kinds))]

    def named(self, mark: str) -> list[str]:
        """The ids of all keys that a name in a company may have; `mark` is that of `IdentityHashes.of_name`."""
        return [self._of_name(mark, kinds) for kinds in _KINDS_TOGETHER]

    def _of_name(self, mark: str, kinds: Sequence[str]) -> str:
        return self._hashes.of("suppressed", f"{mark}|{' '.join(kinds)}")

    def all_active(self) -> Iterator[Suppression]:
        """Every entry that holds, newest first."""
        position: Position | None = None
        while True:
            found = self.newest(SuppressionState.ACTIVE, None, position, _PAGE)
            yield from found.items
            position = found.next_position
            if position is None:
                return

    def hold(self, prospect: Prospect, prospect_ids: Sequence[str] = ()) -> bool:
        """Whether the person must not be written to: one read over all their keys."""
        return any(self.holding(self.sought(prospect, prospect_ids)))

    def hold_each(self, people: Sequence[tuple[Prospect, str | None]]) -> list[bool]:
        """For each person, with the id under which they are known, whether they must not be written to: one read."""
        keys = [self.sought(person, () if id_ is None else (id_,)) for person, id_ in people]
        wanted = list(dict.fromkeys(chain.from_iterable(keys)))
        held = dict(zip(wanted, self.holding(wanted), strict=True))
        return [any(held[key] for key in own) for own in keys]

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

    def of_group(self, group: str) -> list[tuple[Suppression, str]]:
        """The entries that came about together, with their versions."""
        found = self._documents.query(Query(self._parent, (Equal("group", group),)))
        return [(self._entry(document), document.version) for document in found]

    def putting(self, entries: Sequence[Suppression]) -> list[Operation]:
        """The operations that put the entries on the list, in the place of lifted ones or of what was there."""
        return [self.replacement(entry.id, entry) for entry in entries]

    def restoring(self, entry: Suppression, version: str) -> Operation:
        """The operation that puts a lifted entry back: it ends no more."""
        return self._change(entry.id, entry, version)._replace(removed=("expires_at",))


def _kinds_of(prospect: Prospect) -> tuple[str, ...]:
    return tuple(kind for kind, _ in addresses_of(prospect))
