"""Give up a message that was not sent."""

from pydantic import BaseModel, ConfigDict

from shared.domain.message import Message, MessageStatus, Rejection
from shared.domain.message_moves import Move, require_allowed
from shared.domain.principal import Principal
from shared.ports import Clock
from shared.services.approve_message import Reason
from shared.services.change_message import Changed, ChangeMessage


class RejectionRequest(BaseModel):
    """Why, if the person wants to say so."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason | None = None


class RejectMessage:
    """POST /v1/messages/{id}/reject."""

    def __init__(self, change: ChangeMessage, clock: Clock) -> None:
        self._change = change
        self._clock = clock

    def __call__(self, principal: Principal, message_id: str, request: RejectionRequest) -> Message:
        """The rejected message; repeated, the message as it stands. Raises NotFoundError and ConflictError."""
        return self._change(principal, message_id, lambda message: self._rejected(principal, message, request))

    def _rejected(self, principal: Principal, message: Message, request: RejectionRequest) -> Changed | None:
        if message.status is MessageStatus.REJECTED:
            return None
        require_allowed(message, Move.REJECT)
        return Changed(rejected(message, principal, self._clock, request.reason))


def rejected(message: Message, principal: Principal, clock: Clock, reason: str | None = None) -> Message:
    """The message, given up."""
    now = clock.now()
    rejection = Rejection(by=principal.id, at=now, reason=reason)
    changes = {"status": MessageStatus.REJECTED, "approval": None, "rejection": rejection, "updated_at": now}
    return message.model_copy(update=changes)
