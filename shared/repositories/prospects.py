"""Prospects of a workspace, and the keys by which a person is known again.

A person is identified by LinkedIn address or e-mail only, never by name and company. Keys are keyed hashes, so that
neither address stands in a document path; they are created in the same write as the prospect.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import NamedTuple

from pydantic import BaseModel

from shared.domain.documents import (
    Bound,
    Compare,
    Create,
    Delete,
    Equal,
    Filter,
    Index,
    IndexedValue,
    IndexMode,
    Json,
    Operation,
    Order,
    PayloadPath,
    Query,
    Update,
)
from shared.domain.language import Format
from shared.domain.message_words import search_words
from shared.domain.prospect import Prospect, StoredProspect
from shared.domain.retention import last_end
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate, Position, Slice, newest_first
from shared.repositories.identity import IdentityHashes
from shared.repositories.prospect_search import search


class ProspectKey(BaseModel, defer_build=True):
    """Which prospect an address belongs to."""

    prospect_id: str


class ProspectKeys(Aggregate[ProspectKey]):
    """`workspaces/{w}/prospect_keys/{hmac(kind:value)}`."""

    collection = "prospect_keys"
    model = ProspectKey

    def __init__(self, documents: Documents, workspace_id: str, identity_key: bytes) -> None:
        super().__init__(documents, workspace_id)
        self._hashes = IdentityHashes(identity_key)

    def _indexed(self, entry: ProspectKey, /) -> Mapping[str, IndexedValue]:
        return {"prospect": entry.prospect_id}

    def of_prospect(self, prospect_id: str) -> list[str]:
        """The ids of all keys of a stored person, those of earlier addresses too."""
        found = self._documents.query(Query(self._parent, (Equal("prospect", prospect_id),), fields_only=True))
        return [document.id for document in found]

    def removal(self, prospect_id: str) -> list[Delete]:
        """The operations that remove all keys of a stored person."""
        return [self.deletion(id_) for id_ in self.of_prospect(prospect_id)]

    def ids_of(self, prospect: Prospect) -> list[str]:
        """The key ids of the person's addresses, the LinkedIn one first; none where no address is known."""
        return self._hashes.of_addresses(prospect)

    def owners(self, key_ids: list[str]) -> list[str | None]:
        """The prospect that each key belongs to, None where the key is new."""
        return [None if key is None else key.prospect_id for key in self.find_many(key_ids)]


def _lacks(format_: Format) -> str:
    """The indexed field that says whether a person never had a message in the format."""
    return f"lacks_{format_.value}"


class KnownPerson(NamedTuple):
    """What the workspace knows of a person before a write.

    `stored` and `version` are None for somebody new; `new_keys` are the key ids that nobody owns yet.
    """

    stored: StoredProspect | None
    version: str | None
    new_keys: tuple[str, ...]


_OLDEST_FIRST = tuple(
    Index("prospects", ((name, IndexMode.ASCENDING), ("created_at", IndexMode.ASCENDING)))
    for name in ("role", *(_lacks(format_) for format_ in Format))
)
_BY_WORDS = (Index("prospects", (("words", IndexMode.CONTAINS), ("created_at", IndexMode.DESCENDING))),)


class Prospects(Aggregate[StoredProspect]):
    """`workspaces/{w}/prospects/{id}`."""

    collection = "prospects"
    always_ends = True
    model = StoredProspect
    indexes = (*newest_first("prospects", "role"), *_OLDEST_FIRST, *_BY_WORDS)
    exempt = ("role", "words", *map(_lacks, Format))
    sparse = ("called",)

    def __init__(self, documents: Documents, workspace_id: str, identity_key: bytes) -> None:
        super().__init__(documents, workspace_id)
        self.keys = ProspectKeys(documents, workspace_id, identity_key)
        self._hashes = IdentityHashes(identity_key)

    def _indexed(self, entry: StoredProspect, /) -> Mapping[str, IndexedValue]:
        lacking = {_lacks(format_): format_ not in entry.written for format_ in Format}
        return {
            "role": entry.role,
            "words": search_words(entry.prospect.full_name or "", entry.prospect.company),
            "called": self._hashes.of_name(entry.prospect.full_name, entry.prospect.company),
            "created_at": entry.created_at,
            "updated_at": entry.updated_at,
            "expires_at": last_end(entry.updated_at),
            **lacking,
        }

    def perhaps_same(self, stored: StoredProspect, limit: int) -> list[StoredProspect]:
        """At most `limit` other stored people of the same name and company, whose addresses do not contradict it."""
        marks = self._hashes.marks(stored.prospect)
        if marks.name is None:
            return []
        found = self._documents.query(Query(self._parent, (Equal("called", marks.name),), limit=limit + 1))
        others = [entry for entry in map(self._entry, found) if entry.id != stored.id]
        return [entry for entry in others[:limit] if marks.are_of(self._hashes.marks(entry.prospect))]

    def recognize(self, prospect: Prospect) -> KnownPerson:
        """Whether the workspace knows this person by an address. The LinkedIn address decides if two persons match:
        linking two is a step that a person takes.
        """
        key_ids = self.keys.ids_of(prospect)
        owners = self.keys.owners(key_ids)
        new_keys = tuple(id_ for id_, owner in zip(key_ids, owners, strict=True) if owner is None)
        known_id = next((owner for owner in owners if owner is not None), None)
        found = None if known_id is None else self.find_versioned(known_id)
        return KnownPerson(None, None, new_keys) if found is None else KnownPerson(*found, new_keys)

    def known_ids(self, prospects: Sequence[Prospect]) -> list[str | None]:
        """For each person the id under which the workspace knows them by an address, in one read; None for new ones."""
        key_ids = [self.keys.ids_of(prospect) for prospect in prospects]
        wanted = list(dict.fromkeys(chain.from_iterable(key_ids)))
        owners = dict(zip(wanted, self.keys.owners(wanted), strict=True))
        return [next((owner for id_ in ids if (owner := owners[id_]) is not None), None) for ids in key_ids]

    def newest(self, role: str | None, after: Position | None, limit: int) -> Slice[StoredProspect]:
        """A page of prospects, newest first; of one role, if it is given."""
        return self.page((Equal("role", role),) if role is not None else (), after, limit)

    def search(self, typed: str, role: str | None, after: Position | None, limit: int) -> Slice[StoredProspect]:
        """A page of the people whose name and company have a word for each typed one to be the beginning of, accents
        ignored, newest first; of one role, if it is given.
        """
        of_role = (Equal("role", role),) if role is not None else ()
        hits, position = search(self._documents, self._parent, of_role, typed, after, limit)
        return Slice([self._entry(one) for one in hits], position)

    def unwritten(self, format_: Format, role: str | None, after: Position | None, limit: int) -> Slice[str]:
        """A page of the ids of people who never had a message in the format, the oldest first; of one role, if it is
        given.
        """
        where: list[Filter] = [Equal(_lacks(format_), True)]
        if role is not None:
            where.append(Equal("role", role))
        oldest = (Order("created_at"),)
        query = Query(self._parent, tuple(where), oldest, after, limit + 1, fields_only=True)
        found = self._documents.query(query)
        more = len(found) > limit
        return Slice([one.id for one in found[:limit]], self._position(found[limit - 1]) if more else None)

    def marking_written(self, id_: str, format_: Format, at: datetime, version: str | None = None) -> Update:
        """The operation, part of the write that creates a message, that keeps the format and the time in mind; with
        `version`, it conflicts if anybody has changed the person since.
        """
        fields: dict[str, IndexedValue] = {_lacks(format_): False, "updated_at": at, "expires_at": last_end(at)}
        payload: dict[PayloadPath, Json] = {("written", format_.value): True, ("updated_at",): at.isoformat()}
        return Update(self.path(id_), fields, payload, version=version)

    def unheard_of_since(self, moment: datetime, after: Position | None, limit: int) -> Slice[str]:
        """A page of the ids of people whom nobody has written to or brought news of since the moment."""
        order = Order("updated_at")
        query = Query(self._parent, (Compare("updated_at", Bound.BELOW, moment),), (order,), after, limit + 1)
        found = self._documents.query(query._replace(fields_only=True))
        more = len(found) > limit
        last = found[limit - 1] if more else None
        position = None if last is None else (last.fields["updated_at"], last.id)
        return Slice([one.id for one in found[:limit]], position)  # type: ignore[arg-type]

    def storing(self, entry: StoredProspect, person: KnownPerson) -> list[Operation]:
        """The operations that keep the latest snapshot of a recognized person and the addresses that are new."""
        kept: Operation = (
            self.creation(entry.id, entry) if person.version is None else self.change(entry.id, entry, person.version)
        )
        keys: list[Create] = [self.keys.creation(id_, ProspectKey(prospect_id=entry.id)) for id_ in person.new_keys]
        return [kept, *keys]
