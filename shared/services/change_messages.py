"""The same thing done to many messages, each with an answer of its own; those that cannot be changed so stay."""

from collections.abc import Callable, Sequence
from datetime import datetime

from shared.domain.errors import OutreachError
from shared.domain.message import Message, MessageStatus
from shared.domain.outcome import OutcomeKind
from shared.domain.principal import Principal
from shared.ports import Ids
from shared.services.approve_messages import MAX_AT_ONCE, Answered
from shared.services.list_messages import ListMessages, MessageSelection
from shared.services.record_outcome import NewOutcome, RecordOutcome
from shared.services.reject_message import RejectionRequest, RejectMessage

_PAGE = 100


class ChangeMessages:
    """POST /v1/messages/reject and /v1/messages/mark-sent, and what they share with /v1/messages/assign."""

    def __init__(
        self, list_messages: ListMessages, reject: RejectMessage, record_outcome: RecordOutcome, ids: Ids
    ) -> None:
        self._list_messages = list_messages
        self._reject = reject
        self._record_outcome = record_outcome
        self._ids = ids

    def chosen(self, principal: Principal, selection: MessageSelection) -> tuple[list[str], bool]:
        """The ids of the newest 500 messages of the selection as it is at this moment, and whether there are more.

        They are read before the first is changed, since then it may be in the selection no more.
        """
        found: list[str] = []
        position = None
        while len(found) <= MAX_AT_ONCE:
            page = self._list_messages(principal, selection, position, _PAGE)
            found += [message.id for message in page.items]
            position = page.next_position
            if position is None:
                break
        return found[:MAX_AT_ONCE], len(found) > MAX_AT_ONCE

    def reject(self, principal: Principal, message_ids: Sequence[str], request: RejectionRequest) -> list[Answered]:
        """Give the messages up; those that were given up already stay as they are."""
        return answers(message_ids, lambda id_: self._reject(principal, id_, request))

    def mark_sent(
        self, principal: Principal, message_ids: Sequence[str], account: str | None, occurred_at: datetime | None
    ) -> list[Answered]:
        """Note of approved messages that a person has sent them; one that is sent already gets a problem."""
        new = NewOutcome(kind=OutcomeKind.SENT, account=account, occurred_at=occurred_at)
        return answers(message_ids, lambda id_: self._sent(principal, id_, new))

    def _sent(self, principal: Principal, message_id: str, new: NewOutcome) -> Message:
        self._record_outcome(principal, message_id, new, self._ids.new())
        return self._list_messages.one(principal, message_id)


def sendable(selection: MessageSelection) -> MessageSelection:
    """Of the selection what can be marked as sent."""
    return selection._replace(status=MessageStatus.APPROVED)


def answers(message_ids: Sequence[str], change: Callable[[str], Message]) -> list[Answered]:
    """One answer for each message, in their order; one that is named twice is changed once."""
    unique = {id_: _answer(id_, change) for id_ in dict.fromkeys(message_ids)}
    return [unique[id_] for id_ in message_ids]


def _answer(message_id: str, change: Callable[[str], Message]) -> Answered:
    try:
        return Answered(message_id, change(message_id))
    except OutreachError as error:
        return Answered(message_id, problem=error)
