"""Read a message, decide, write it at the version that was read: what all changes of one message share."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from shared.domain.documents import Operation
from shared.domain.errors import NotFoundError, NotPermittedError, Sentence, UnknownOutcomeError, WriteConflictError
from shared.domain.message import Message
from shared.domain.outcome import Outcome
from shared.domain.principal import Principal, WorkspaceRole
from shared.ports import Clock
from shared.repositories.messages import MessageChange
from shared.repositories.store import Store
from shared.services.guarded_change import retrying_conflicts
from shared.services.list_messages import NO_SUCH_MESSAGE
from shared.services.workspace_day import running_day

NOT_YOURS = Sentence(
    "Este mensaje no es tuyo ni está asignado a ti.", "This message is neither yours nor assigned to you."
)


class Changed(NamedTuple):
    """What a decision makes of a message, and what else changes in the same write."""

    after: Message
    outcome: Outcome | None = None
    beside: Sequence[Operation] = ()


Decision = Callable[[Message], Changed | None]
"""Decides from the message as it stands; None leaves it so. Called anew for each attempt."""


class ChangeMessage:
    """The one guarded change of one message."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, principal: Principal, message_id: str, decide: Decision) -> Message:
        """The message as it is then stored. Raises NotFoundError, NotPermittedError for an agent whose message it is
        not, what `decide` raises, and WriteConflictError if others were quicker all the time.
        """
        return retrying_conflicts(lambda: self._attempt(principal, message_id, decide))

    def _attempt(self, principal: Principal, message_id: str, decide: Decision) -> Message:
        messages = self._store.of(principal.workspace_id).messages
        found = messages.find_versioned(message_id)
        if found is None:
            raise NotFoundError(NO_SUCH_MESSAGE)
        require_may_change(principal, found[0])
        changed = decide(found[0])
        if changed is None:
            return found[0]
        outcomes = () if changed.outcome is None else (changed.outcome,)
        today = running_day(self._store, self._clock, principal.workspace_id)
        written = messages.writing([MessageChange(changed.after, found, outcomes)], today)
        try:
            self._store.documents.write([*written, *changed.beside])
        except UnknownOutcomeError:
            return self._as_stored(principal, changed.after)
        return changed.after

    def _as_stored(self, principal: Principal, wanted: Message) -> Message:
        """The message if the write won after all; else the decision is taken anew."""
        stored = self._store.of(principal.workspace_id).messages.find(wanted.id)
        if stored != wanted:
            raise WriteConflictError(NO_SUCH_MESSAGE)
        return stored


def may_change(principal: Principal, message: Message) -> bool:
    """Whether the caller may work on the message: an agent on their own and assigned ones."""
    return principal.role is not WorkspaceRole.AGENT or principal.id in (message.author, message.assignee)


def require_may_change(principal: Principal, message: Message) -> None:
    """Raise NotPermittedError unless the caller may work on the message."""
    if not may_change(principal, message):
        raise NotPermittedError(NOT_YOURS)
