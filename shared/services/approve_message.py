"""Approve exactly the text that a person saw."""

from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from shared.domain.errors import ConflictError, InvalidInputError, Sentence
from shared.domain.message import Approval, Message, MessageStatus
from shared.domain.message_moves import NEVER_OVERRIDDEN, SUPPRESSED, Move, blocking_checks, require_allowed
from shared.domain.principal import Principal
from shared.domain.text import normalized
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.change_message import Changed, ChangeMessage
from shared.services.read_thread import require_unanswered

Fingerprint = Annotated[str, StringConstraints(pattern=r"^sha256:[0-9a-f]{64}$")]
Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), AfterValidator(normalized)
]

OTHER_TEXT = Sentence(
    "El texto ha cambiado desde que lo viste: revísalo y apruébalo de nuevo.",
    "The text has changed since you saw it: read it and approve it again.",
)
NEVER = Sentence(
    "No se puede aprobar: hay que corregir la longitud o los huecos sin rellenar, o la persona está excluida.",
    "It cannot be approved: its length or its unfilled placeholders must be mended, or the person is suppressed.",
)


class ApprovalRequest(BaseModel, defer_build=True):
    """The text that the person saw, by its fingerprint; a `reason` where checks block it."""

    model_config = ConfigDict(extra="forbid")

    fingerprint: Fingerprint
    reason: Reason | None = None


class ApproveMessage:
    """POST /v1/messages/{id}/approve."""

    def __init__(self, store: Store, change: ChangeMessage, clock: Clock) -> None:
        self._store = store
        self._change = change
        self._clock = clock

    def __call__(self, principal: Principal, message_id: str, request: ApprovalRequest) -> Message:
        """The approved message; repeated, the message as it stands.

        Raises NotFoundError, ConflictError for another text, another status, a check that no reason lifts or a person
        who is suppressed by now, and InvalidInputError where a reason is missing.
        """

        def decide(message: Message) -> Changed | None:
            return self.decide(principal, message, request, lambda: self._is_suppressed(principal, message))

        return self._change(principal, message_id, decide)

    def decide(
        self, principal: Principal, message: Message, request: ApprovalRequest, is_suppressed: Callable[[], bool]
    ) -> Changed | None:
        """The message with its approval; None where it has that already. Raises as the call does."""
        if message.status is MessageStatus.APPROVED and message.fingerprint == request.fingerprint:
            return None
        require_allowed(message, Move.APPROVE)
        if message.fingerprint != request.fingerprint:
            raise ConflictError(OTHER_TEXT)
        overridden = blocking_checks(message)
        _require_reason(message, overridden, request.reason)
        if is_suppressed():
            raise ConflictError(SUPPRESSED)
        require_unanswered(self._store.of(principal.workspace_id), message)
        return Changed(_approved(message, principal, self._clock, request.reason, overridden))

    def _is_suppressed(self, principal: Principal, message: Message) -> bool:
        """Whether the person must not be written to; so it is where their data is gone."""
        store = self._store.of(principal.workspace_id)
        person = store.prospects.find(message.prospect.id)
        return person is None or store.suppressions.hold(person.prospect, [person.id])


def _approved(
    message: Message, principal: Principal, clock: Clock, reason: str | None, overridden: tuple[str, ...]
) -> Message:
    """The message with the approval of its text."""
    now = clock.now()
    approval = Approval(
        by=principal.id,
        at=now,
        fingerprint=message.fingerprint,
        reason=reason if overridden else None,
        overridden=overridden,
    )
    return message.model_copy(update={"status": MessageStatus.APPROVED, "approval": approval, "updated_at": now})


def _require_reason(message: Message, overridden: tuple[str, ...], reason: str | None) -> None:
    if NEVER_OVERRIDDEN.intersection(overridden):
        raise ConflictError(NEVER)
    if message.status is MessageStatus.NEEDS_REVIEW and reason is None:
        raise InvalidInputError.at(
            "/reason",
            "Este mensaje tiene controles que lo bloquean: escribe por qué lo apruebas.",
            "Checks block this message: write why you approve it.",
        )
