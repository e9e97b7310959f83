"""Store imported messages with their people, outcomes and counters: a few people in one atomic write."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from shared.domain.documents import Operation
from shared.domain.ids import derived_id
from shared.domain.language import Format
from shared.domain.message import Message
from shared.domain.outcome import Outcome, OutcomeKind, milestones_of
from shared.domain.principal import Principal
from shared.domain.prospect import StoredProspect
from shared.domain.suppression import SuppressionReason
from shared.domain.workspace import WorkspaceSettings
from shared.ports import Clock
from shared.repositories.messages import MessageChange
from shared.repositories.prospects import KnownPerson
from shared.repositories.store import Store, WorkspaceStore
from shared.services.imported_messages import ToldMessage, person_key
from shared.services.suppress_person import Why, suppressing
from shared.services.workspace_day import day_of


class Kept(NamedTuple):
    """How many messages were new, had something to add, or were known; how many people are new, and how many of all are
    on the suppression list, those who are put on it now among them.
    """

    imported: int
    updated: int
    known: int
    new_people: int
    suppressed: int


class _Whom(NamedTuple):
    """A person of the file as they will be stored, and what was known of them."""

    entry: StoredProspect
    person: KnownPerson
    formats: frozenset[Format]


class KeepHistory:
    """One group of messages. A repetition finds what is there."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(
        self, principal: Principal, settings: WorkspaceSettings, group: Sequence[ToldMessage], *, dry_run: bool
    ) -> Kept:
        """What was kept, or would be. Raises WriteConflictError where somebody else was quicker."""
        store = self._store.of(principal.workspace_id)
        people = self._people(store, group)
        changes = self._changes(store, group, people)
        unsubscribed = self._suppressing(store, principal, changes, people)
        operations = [*self._storing(store, changes, people), *unsubscribed]
        if changes and not dry_run:
            today = day_of(self._clock.now(), settings)
            self._store.documents.write([*store.messages.writing(changes, today), *operations])
        held = {key: store.suppressions.hold(one.entry.prospect, [one.entry.id]) for key, one in people.items()}
        fresh = sum(change.before is None for change in changes)
        return Kept(
            imported=fresh,
            updated=len(changes) - fresh,
            known=len(group) - len(changes),
            new_people=sum(one.person.stored is None for one in people.values()),
            suppressed=sum(held.values()),
        )

    def _people(self, store: WorkspaceStore, group: Sequence[ToldMessage]) -> dict[str, _Whom]:
        """Each person of the group once: known by an address, or by the id that name and company give."""
        found: dict[str, _Whom] = {}
        for one in group:
            key = person_key(one.person)
            if key not in found:
                formats = frozenset(other.message.format for other in group if person_key(other.person) == key)
                found[key] = self._whom(store, one, formats)
        return found

    def _whom(self, store: WorkspaceStore, told: ToldMessage, formats: frozenset[Format]) -> _Whom:
        person = store.prospects.recognize(told.person)
        id_ = derived_id("history-person", person_key(told.person))
        if person.stored is None and (known := store.prospects.find_versioned(id_)) is not None:
            person = person._replace(stored=known[0], version=known[1])
        if person.stored is not None:
            return _Whom(person.stored, person, formats)
        now = self._clock.now()
        entry = StoredProspect(id=id_, prospect=told.person, role=told.message.role.key, created_at=now, updated_at=now)
        return _Whom(entry, person, formats)

    def _changes(
        self, store: WorkspaceStore, group: Sequence[ToldMessage], people: Mapping[str, _Whom]
    ) -> list[MessageChange]:
        stored = store.messages.find_many_versioned([one.message.id for one in group])
        changes: list[MessageChange] = []
        for one, found in zip(group, stored, strict=True):
            summary = people[person_key(one.person)].entry.summary
            if found is None:
                message = one.message.model_copy(update={"prospect": summary})
                changes.append(MessageChange(message, outcomes=one.outcomes, is_news=False))
            elif (change := _added(store, found, one.outcomes)) is not None:
                changes.append(change)
        return changes

    def _storing(
        self, store: WorkspaceStore, changes: Sequence[MessageChange], people: Mapping[str, _Whom]
    ) -> Iterator[Operation]:
        """The people to whom a message is new, with the formats that they have had."""
        written = {change.after.prospect.id for change in changes if change.before is None}
        for one in people.values():
            if one.entry.id in written:
                entry = one.entry
                formats = {**entry.written, **dict.fromkeys(one.formats, True)}
                if one.person.version is None or formats != entry.written or one.person.new_keys:
                    yield from store.prospects.storing(entry.model_copy(update={"written": formats}), one.person)

    def _suppressing(
        self,
        store: WorkspaceStore,
        principal: Principal,
        changes: Sequence[MessageChange],
        people: Mapping[str, _Whom],
    ) -> list[Operation]:
        """Whoever unsubscribed before must not be written to now."""
        by_id = {one.entry.id: one.entry for one in people.values()}
        operations: dict[str, Operation] = {}
        for change in changes:
            for outcome in change.outcomes:
                if outcome.kind is OutcomeKind.UNSUBSCRIBED:
                    person = by_id[change.after.prospect.id]
                    why = Why(SuppressionReason.UNSUBSCRIBED, "outcome", principal.id, outcome.recorded_at)
                    keys = store.suppressions.keys_of(person.prospect, [person.id])
                    entries = suppressing(store, keys, why, outcome.id)
                    for entry, operation in zip(entries, store.suppressions.putting(entries), strict=True):
                        operations.setdefault(entry.id, operation)
        return list(operations.values())


def _added(store: WorkspaceStore, found: tuple[Message, str], outcomes: Sequence[Outcome]) -> MessageChange | None:
    """The message with what the file says of it anew; None where it says nothing new."""
    message, _ = found
    known = store.messages.outcomes(message.id).all()
    ids = {outcome.id for outcome in known}
    kinds = {outcome.kind for outcome in known}
    added = tuple(one for one in outcomes if one.id not in ids and one.kind not in kinds)
    if not added:
        return None
    reached = milestones_of([*known, *added], is_invitation=message.format is Format.LINKEDIN_NOTE)
    after = message.model_copy(update={"milestones": reached, "updated_at": added[0].recorded_at})
    return MessageChange(after, found, added, is_news=False)
