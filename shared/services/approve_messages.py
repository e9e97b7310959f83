"""Approve many messages in one go: those that are ready and say what was seen. Each gets an answer of its own."""

from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.errors import NotFoundError, OutreachError, UnknownOutcomeError, WriteConflictError
from shared.domain.generation import Id
from shared.domain.message import Message, MessageStatus
from shared.domain.principal import Principal
from shared.ports import Clock
from shared.repositories.messages import MessageChange
from shared.repositories.store import Store, WorkspaceStore
from shared.services.approve_message import ApprovalRequest, ApproveMessage, Fingerprint
from shared.services.change_message import require_may_change
from shared.services.list_messages import NO_SUCH_MESSAGE, ListMessages, MessageSelection
from shared.services.workspace_day import running_day

MAX_AT_ONCE = 500
_PAGE = 100
_AT_ONCE = 20
"""Messages of one write: with their counters and events well under what a write may hold."""


class SeenMessage(BaseModel):
    """One message by its id, and the text that the person saw by its fingerprint."""

    model_config = ConfigDict(extra="forbid")

    id: Id
    fingerprint: Fingerprint


SeenMessages = Annotated[list[SeenMessage], Field(min_length=1, max_length=MAX_AT_ONCE)]


class Answered(NamedTuple):
    """What came of one message of many: how it stands now, or why it was left alone."""

    id: str
    message: Message | None = None
    problem: OutreachError | None = None


class ApproveMessages:
    """POST /v1/messages/approve."""

    def __init__(self, store: Store, approve: ApproveMessage, list_messages: ListMessages, clock: Clock) -> None:
        self._store = store
        self._approve = approve
        self._list_messages = list_messages
        self._clock = clock

    def named(self, principal: Principal, seen: Sequence[SeenMessage]) -> list[Answered]:
        """One answer for each, in their order. Warnings do not prevent it, checks that block do."""
        answers: dict[str, Answered] = {}
        unique = list({one.id: one for one in reversed(seen)}.values())
        for start in range(0, len(unique), _AT_ONCE):
            answers |= self._together(principal, unique[start : start + _AT_ONCE])
        return [answers[one.id] for one in seen]

    def selected(self, principal: Principal, selection: MessageSelection) -> tuple[list[Answered], bool]:
        """Approve the newest 500 ready messages of the selection, as they are at this moment; and whether more are
        left. Raises InvalidInputError.
        """
        found = list(self._ready(principal, selection._replace(status=MessageStatus.READY)))
        seen = [SeenMessage(id=one.id, fingerprint=one.fingerprint) for one in found[:MAX_AT_ONCE]]
        return self.named(principal, seen), len(found) > MAX_AT_ONCE

    def _ready(self, principal: Principal, selection: MessageSelection) -> Iterator[Message]:
        """Read before the first is approved, since then it is in the selection no more; one more than is approved."""
        position = None
        left = MAX_AT_ONCE + 1
        while left > 0:
            found = self._list_messages(principal, selection, position, min(_PAGE, left))
            yield from found.items
            left -= len(found.items)
            position = found.next_position
            if position is None:
                return

    def _together(self, principal: Principal, seen: Sequence[SeenMessage]) -> dict[str, Answered]:
        """A few messages in one write; each by itself where somebody else changed one of them."""
        store = self._store.of(principal.workspace_id)
        versioned = store.messages.find_many_versioned([one.id for one in seen])
        held = suppressed_people(store, [found[0] for found in versioned if found is not None])
        answers: dict[str, Answered] = {}
        changes: list[MessageChange] = []
        for one, found in zip(seen, versioned, strict=True):
            try:
                after = self._decided(principal, one, found, held)
            except OutreachError as error:
                answers[one.id] = Answered(one.id, problem=error)
                continue
            answers[one.id] = Answered(one.id, after)
            if found is not None and after is not found[0]:
                changes.append(MessageChange(after, found))
        return answers if self._written(principal, changes) else {one.id: self._singly(principal, one) for one in seen}

    def _decided(
        self, principal: Principal, seen: SeenMessage, found: tuple[Message, str] | None, held: frozenset[str]
    ) -> Message:
        if found is None:
            raise NotFoundError(NO_SUCH_MESSAGE)
        message = found[0]
        require_may_change(principal, message)
        request = ApprovalRequest(fingerprint=seen.fingerprint)
        changed = self._approve.decide(principal, message, request, lambda: message.prospect.id in held)
        return message if changed is None else changed.after

    def _written(self, principal: Principal, changes: Sequence[MessageChange]) -> bool:
        if not changes:
            return True
        messages = self._store.of(principal.workspace_id).messages
        today = running_day(self._store, self._clock, principal.workspace_id)
        try:
            self._store.documents.write(messages.writing(changes, today))
        except (WriteConflictError, UnknownOutcomeError):
            return False
        return True

    def _singly(self, principal: Principal, seen: SeenMessage) -> Answered:
        """Harmless where it was approved already: then nothing changes."""
        try:
            return Answered(seen.id, self._approve(principal, seen.id, ApprovalRequest(fingerprint=seen.fingerprint)))
        except OutreachError as error:
            return Answered(seen.id, problem=error)


def suppressed_people(store: WorkspaceStore, messages: Sequence[Message]) -> frozenset[str]:
    """The ids of the messages' people who must not be written to, those whose data is gone among them."""
    ids = list(dict.fromkeys(message.prospect.id for message in messages))
    people = store.prospects.find_many(ids)
    known = [(person.prospect, person.id) for person in people if person is not None]
    held = store.suppressions.hold_each(known)
    free = {id_ for (_, id_), is_held in zip(known, held, strict=True) if not is_held}
    return frozenset(ids) - free
