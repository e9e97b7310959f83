"""What happened between us and one person, in order: messages, answers, results, and the suppression list."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from shared.domain.errors import NotFoundError
from shared.domain.message import Message
from shared.domain.outcome import Outcome, standing
from shared.domain.principal import Principal
from shared.domain.prospect import StoredProspect
from shared.domain.suppression import Suppression
from shared.repositories.store import Store, WorkspaceStore
from shared.services.read_person import NO_SUCH_PROSPECT


class Happening(StrEnum):
    """What an entry of a timeline tells; with an outcome, that says which."""

    GENERATED = "generated"
    APPROVED = "approved"
    REJECTED = "rejected"
    OUTCOME = "outcome"
    SUPPRESSED = "suppressed"
    SUPPRESSION_LIFTED = "suppression_lifted"


class TimelineEntry(NamedTuple):
    """One thing that happened. `holds` is false for an outcome that was taken back, and for what takes it back."""

    at: datetime
    happening: Happening
    by: str
    message: Message | None = None
    outcome: Outcome | None = None
    holds: bool = True


class Timeline(NamedTuple):
    """A person, every message to them, the oldest first, and all that happened, in order."""

    prospect: StoredProspect
    messages: tuple[Message, ...]
    entries: tuple[TimelineEntry, ...]


class ReadTimeline:
    """GET /v1/prospects/{id}/timeline."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, principal: Principal, prospect_id: str) -> Timeline:
        """The whole of it. Raises NotFoundError."""
        store = self._store.of(principal.workspace_id)
        stored = store.prospects.find(prospect_id)
        if stored is None:
            raise NotFoundError(NO_SUCH_PROSPECT)
        messages = tuple(reversed(list(store.messages.of_prospect(prospect_id))))
        entries = [entry for message in messages for entry in _of_message(store, message)]
        entries += _of_list(store, stored)
        return Timeline(stored, messages, tuple(sorted(entries, key=lambda entry: entry.at)))


def _of_message(store: WorkspaceStore, message: Message) -> Iterator[TimelineEntry]:
    yield TimelineEntry(message.created_at, Happening.GENERATED, message.author, message)
    if message.approval is not None:
        yield TimelineEntry(message.approval.at, Happening.APPROVED, message.approval.by, message)
    if message.rejection is not None:
        yield TimelineEntry(message.rejection.at, Happening.REJECTED, message.rejection.by, message)
    noted = store.messages.outcomes(message.id).all()
    held = {outcome.id for outcome in standing(noted)}
    for outcome in noted:
        yield TimelineEntry(_moment(outcome), Happening.OUTCOME, outcome.by, message, outcome, holds=outcome.id in held)


def _moment(outcome: Outcome) -> datetime:
    """When it happened; what only takes another one back happened when it was noted."""
    return outcome.recorded_at if outcome.kind is None else outcome.occurred_at


def _of_list(store: WorkspaceStore, person: StoredProspect) -> Iterator[TimelineEntry]:
    """How the person came onto the suppression list and left it, once for all keys that came together.

    An unsubscription that was noted on a message is told by that outcome.
    """
    keys = list(store.suppressions.keys_of(person.prospect, [person.id]))
    groups: dict[str, Suppression] = {}
    for entry in store.suppressions.find_many(keys):
        if entry is not None:
            groups.setdefault(entry.group, entry)
    for entry in groups.values():
        if entry.source != "outcome":
            yield TimelineEntry(entry.created_at, Happening.SUPPRESSED, entry.by)
        if entry.lifted_at is not None:
            yield TimelineEntry(entry.lifted_at, Happening.SUPPRESSION_LIFTED, entry.lifted_by or entry.by)
