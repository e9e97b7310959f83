"""Note what became of a message. Outcomes are only ever added: taking one back, or saying it better, is a new one."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Annotated, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from shared.domain.documents import Operation
from shared.domain.errors import ConflictError, InvalidInputError, Sentence
from shared.domain.generation import Id
from shared.domain.language import Format
from shared.domain.message import Message, MessageStatus
from shared.domain.message_moves import SUPPRESSED, require_possible
from shared.domain.outcome import Milestones, Outcome, OutcomeKind, Sentiment, milestones_of, standing
from shared.domain.principal import Principal
from shared.domain.prospect import Prospect
from shared.domain.suppression import SuppressionReason
from shared.domain.text import normalized
from shared.ports import Clock
from shared.repositories.outcomes import MAX_OUTCOMES
from shared.repositories.store import Store
from shared.services.change_message import Changed, ChangeMessage
from shared.services.read_settings import ReadSettings
from shared.services.read_thread import require_unanswered
from shared.services.suppress_person import UNDO, Why, lifting, suppressing
from shared.services.workspace_day import day_of

Account = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(normalized)
]
Note = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), AfterValidator(normalized)
]

_TOO_LATE = Sentence(
    "La baja se anotó hace más de 7 días y ya no se puede deshacer aquí: quita a la persona de la lista de exclusión.",
    "The unsubscription was noted more than 7 days ago and cannot be undone here: remove the person from the "
    "suppression list.",
)
_FIRST_THE_REST = Sentence(
    "Hay resultados anotados después del envío: deshazlos primero.",
    "Outcomes are noted after the sending: take those back first.",
)
_FULL = Sentence("Este mensaje ya tiene demasiados resultados.", "This message has too many outcomes already.")
_CLOCKS_DIFFER = timedelta(minutes=2)


class NewOutcome(BaseModel):
    """What happened. `occurred_at` is now if it is left out; `corrects` names an outcome that this one takes back, and
    with a null `kind` it does nothing else. `return_date` is when somebody who is out of office says to be back.
    """

    model_config = ConfigDict(extra="forbid")

    kind: OutcomeKind | None = None
    sentiment: Sentiment | None = None
    occurred_at: AwareDatetime | None = None
    account: Account | None = None
    note: Note | None = None
    return_date: date | None = None
    corrects: Id | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.kind is None and self.corrects is None:
            raise PydanticCustomError("no_outcome", "kind is needed unless corrects names an outcome to take back")
        if self.sentiment is not None and self.kind is not OutcomeKind.REPLIED:
            raise PydanticCustomError("no_sentiment", "only a reply has a sentiment")
        return self


class RecordOutcome:
    """POST /v1/messages/{id}/outcomes."""

    def __init__(self, store: Store, change: ChangeMessage, read_settings: ReadSettings, clock: Clock) -> None:
        self._store = store
        self._change = change
        self._read_settings = read_settings
        self._clock = clock

    def __call__(self, principal: Principal, message_id: str, new: NewOutcome, outcome_id: str) -> Outcome:
        """The stored outcome; a repetition by the same id answers it and adds nothing.

        Raises NotFoundError, InvalidInputError at /corrects or /occurred_at, and ConflictError, which says what is
        allowed, for what cannot become of the message as it stands.
        """
        self._change(principal, message_id, lambda message: self._decided(principal, message, new, outcome_id))
        stored = self._store.of(principal.workspace_id).messages.outcomes(message_id).find(outcome_id)
        assert stored is not None  # noqa: S101  it was written, or found
        return stored

    def _decided(self, principal: Principal, message: Message, new: NewOutcome, outcome_id: str) -> Changed | None:
        store = self._store.of(principal.workspace_id)
        known = store.messages.outcomes(message.id).all()
        if any(outcome.id == outcome_id for outcome in known):
            return None
        if len(known) >= MAX_OUTCOMES:
            raise ConflictError(_FULL)
        corrected = _corrected(known, new)
        basis = self._without(message, known, corrected, new)
        if new.kind is not None:
            require_possible(basis, new.kind)
        outcome = self._outcome(principal, basis, new, outcome_id)
        after = self._after(principal, message, [*known, outcome])
        return Changed(after, outcome, self._beside(principal, message, outcome, corrected))

    def _without(
        self, message: Message, known: Sequence[Outcome], corrected: Outcome | None, new: NewOutcome
    ) -> Message:
        """The message as it would stand without the outcome that is taken back."""
        if corrected is None:
            return message
        now = self._clock.now()
        if corrected.kind is OutcomeKind.UNSUBSCRIBED and now - corrected.recorded_at > UNDO:
            raise ConflictError(_TOO_LATE)
        if corrected.kind is not OutcomeKind.SENT:
            return message
        if new.kind is not OutcomeKind.SENT and len(standing(known)) > 1:
            raise ConflictError(_FIRST_THE_REST)
        return message.model_copy(update={"status": MessageStatus.APPROVED, "milestones": Milestones()})

    def _outcome(self, principal: Principal, message: Message, new: NewOutcome, outcome_id: str) -> Outcome:
        now = self._clock.now()
        occurred = new.occurred_at or now
        _require_plausible(message, occurred, now)
        if new.kind is OutcomeKind.SENT:
            self._require_not_suppressed(principal, message)
            require_unanswered(self._store.of(principal.workspace_id), message)
        return Outcome(
            id=outcome_id,
            message_id=message.id,
            kind=new.kind,
            sentiment=new.sentiment,
            occurred_at=min(occurred, now),
            account=new.account,
            note=new.note,
            return_date=new.return_date,
            corrects=new.corrects,
            by=principal.id,
            recorded_at=now,
        )

    def _after(self, principal: Principal, message: Message, outcomes: Sequence[Outcome]) -> Message:
        reached = milestones_of(outcomes, is_invitation=message.format is Format.LINKEDIN_NOTE)
        sent_at = reached.sent_at
        settings = self._read_settings(principal)
        is_same_moment = sent_at is not None and sent_at == message.milestones.sent_at
        sent_day = message.sent_day if is_same_moment else sent_at and day_of(sent_at, settings)
        status = MessageStatus.APPROVED if sent_at is None else MessageStatus.SENT
        changes = {"status": status, "milestones": reached, "sent_day": sent_day, "updated_at": self._clock.now()}
        return message.model_copy(update=changes)

    def _beside(
        self, principal: Principal, message: Message, outcome: Outcome, corrected: Outcome | None
    ) -> list[Operation]:
        """What else an unsubscription changes: the person is suppressed on every channel, or no longer."""
        store = self._store.of(principal.workspace_id)
        if outcome.kind is OutcomeKind.UNSUBSCRIBED:
            why = Why(SuppressionReason.UNSUBSCRIBED, "outcome", principal.id, outcome.recorded_at)
            keys = store.suppressions.keys_of(self._person(principal, message), [message.prospect.id])
            entries = suppressing(store, keys, why, outcome.id)
            return store.suppressions.putting(entries)
        if corrected is not None and corrected.kind is OutcomeKind.UNSUBSCRIBED:
            return lifting(store, corrected.id, principal.id, outcome.recorded_at)
        return []

    def _require_not_suppressed(self, principal: Principal, message: Message) -> None:
        store = self._store.of(principal.workspace_id)
        if store.suppressions.hold(self._person(principal, message), [message.prospect.id]):
            raise ConflictError(SUPPRESSED)

    def _person(self, principal: Principal, message: Message) -> Prospect:
        stored = self._store.of(principal.workspace_id).prospects.find(message.prospect.id)
        return Prospect() if stored is None else stored.prospect


def _corrected(known: Sequence[Outcome], new: NewOutcome) -> Outcome | None:
    if new.corrects is None:
        return None
    for outcome in standing(known):
        if outcome.id == new.corrects:
            return outcome
    raise InvalidInputError.at(
        "/corrects",
        "Este mensaje no tiene ningún resultado vigente con ese identificador.",
        "No outcome of this message that still holds has this id.",
    )


def _require_plausible(message: Message, occurred: datetime, now: datetime) -> None:
    """People note times by the minute, and their clocks differ a little from ours."""
    earliest = message.milestones.sent_at or message.created_at
    if earliest - _CLOCKS_DIFFER <= occurred <= now + _CLOCKS_DIFFER:
        return
    raise InvalidInputError.at(
        "/occurred_at",
        "La fecha no puede ser futura ni anterior al envío del mensaje (o a su creación, si es el envío).",
        "The time cannot lie in the future nor before the message was sent (or written, for the sending itself).",
    )
