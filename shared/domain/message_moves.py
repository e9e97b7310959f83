"""What may be done to a message, and when (data-model.md, "A message's life").

ready | needs_review --approve--> approved --sent--> sent, then outcomes beside it
ready | needs_review | approved --reject--> rejected
all but sent --edit--> ready | needs_review, as the gate says
"""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from shared.domain.errors import ConflictError, Sentence
from shared.domain.language import Format
from shared.domain.message import CheckVerdict, Message, MessageStatus, Rejection
from shared.domain.outcome import OutcomeKind


class Move(StrEnum):
    """One thing that a person does to a message."""

    EDIT = "edit"
    APPROVE = "approve"
    REJECT = "reject"
    SEND = "send"
    NOTE = "note"


ALLOWED: Mapping[MessageStatus, tuple[Move, ...]] = {
    MessageStatus.READY: (Move.EDIT, Move.APPROVE, Move.REJECT),
    MessageStatus.NEEDS_REVIEW: (Move.EDIT, Move.APPROVE, Move.REJECT),
    MessageStatus.APPROVED: (Move.EDIT, Move.REJECT, Move.SEND),
    MessageStatus.SENT: (Move.NOTE,),
    MessageStatus.REJECTED: (Move.EDIT,),
}

NEVER_OVERRIDDEN = frozenset({"length", "placeholders", "suppression"})
"""The checks of the gate whose block no reason lifts."""

SUPPRESSED = Sentence(
    "Esta persona está en la lista de exclusión: no se le puede escribir.",
    "This person is on the suppression list: they must not be written to.",
)

_STATUS = {
    MessageStatus.READY: Sentence("listo", "ready"),
    MessageStatus.NEEDS_REVIEW: Sentence("pendiente de revisión", "waiting for review"),
    MessageStatus.APPROVED: Sentence("aprobado", "approved"),
    MessageStatus.SENT: Sentence("enviado", "sent"),
    MessageStatus.REJECTED: Sentence("rechazado", "rejected"),
}
_MOVES = {
    Move.EDIT: Sentence("editarlo", "edit it"),
    Move.APPROVE: Sentence("aprobarlo", "approve it"),
    Move.REJECT: Sentence("rechazarlo", "reject it"),
    Move.SEND: Sentence("marcarlo como enviado", "mark it as sent"),
    Move.NOTE: Sentence("anotar lo que pasó después", "note what happened next"),
}
_ONLY_NOTES = Sentence(
    "Solo una nota de conexión de LinkedIn se acepta: aquí puedes anotar una respuesta.",
    "Only a LinkedIn connection note is accepted: here you can note a reply.",
)
_ONLY_EMAILS = Sentence(
    "Solo un correo puede rebotar: aquí puedes anotar una respuesta.",
    "Only an e-mail can bounce: here you can note a reply.",
)


def require_allowed(message: Message, move: Move) -> None:
    """Raise ConflictError, which says what is allowed instead, unless the message may be moved so."""
    allowed = ALLOWED[message.status]
    if move in allowed:
        return
    status = _STATUS[message.status]
    es = " o ".join(_MOVES[one].es for one in allowed)
    en = " or ".join(_MOVES[one].en for one in allowed)
    raise ConflictError(
        Sentence(
            f"Este mensaje está {status.es}: ahora solo puedes {es}.", f"This message is {status.en}: now you can {en}."
        )
    )


def require_possible(message: Message, kind: OutcomeKind) -> None:
    """Raise ConflictError unless this can become of a message of its status and format."""
    require_allowed(message, Move.SEND if kind is OutcomeKind.SENT else Move.NOTE)
    if kind is OutcomeKind.ACCEPTED and message.format is not Format.LINKEDIN_NOTE:
        raise ConflictError(_ONLY_NOTES)
    if kind is OutcomeKind.BOUNCED and message.format is not Format.EMAIL:
        raise ConflictError(_ONLY_EMAILS)


def blocking_checks(message: Message) -> tuple[str, ...]:
    """The names of the checks that block the message as it stands."""
    return tuple(check.name for check in message.checks if check.verdict is CheckVerdict.BLOCK)


def rejected(message: Message, by: str, at: datetime, reason: str | None = None) -> Message:
    """The message, given up by a person at a moment."""
    rejection = Rejection(by=by, at=at, reason=reason)
    changes = {"status": MessageStatus.REJECTED, "approval": None, "rejection": rejection, "updated_at": at}
    return message.model_copy(update=changes)
