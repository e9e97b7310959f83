"""Give up a message that was not sent."""

from pydantic import BaseModel, ConfigDict

from shared.domain.message import Message, MessageStatus
from shared.domain.message_moves import Move, rejected, require_allowed
from shared.domain.principal import Principal
from shared.ports import Clock
from shared.services.approve_message import Reason
from shared.services.change_message import Changed, ChangeMessage


class RejectionRequest(BaseModel, defer_build=True):
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
        return Changed(rejected(message, principal.id, self._clock.now(), request.reason))
