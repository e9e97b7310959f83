"""What a follow-up follows, and whether it may."""

from collections.abc import Sequence
from typing import NamedTuple

from shared.domain.errors import ConflictError, InvalidInputError, NotFoundError, Sentence
from shared.domain.follow_up import FollowUpRules, is_answered
from shared.domain.generation import AUTO_ROLE, GenerationRequest
from shared.domain.language import Format
from shared.domain.message import Message, MessageStatus
from shared.domain.thread import ThreadPlace
from shared.domain.writing import FollowUp, SentEarlier
from shared.repositories.messages import MessageChange
from shared.repositories.store import WorkspaceStore
from shared.services.list_messages import NO_SUCH_MESSAGE

HAS_ANSWERED = Sentence(
    "Esta persona ya ha contestado, se ha dado de baja o está en conversación: no se le hace un seguimiento.",
    "This person has answered, unsubscribed or is in talks already: they are not followed up.",
)
NO_FOLLOW_UP = Sentence("Un seguimiento no puede ser una nota de conexión.", "A follow-up cannot be a connection note.")
_NOT_SENT = Sentence(
    "Solo se hace seguimiento de un mensaje que se ha enviado.", "Only a message that was sent is followed up."
)
_BOUNCED = Sentence(
    "El correo rebotó: no se hace seguimiento de lo que no llegó.",
    "The e-mail bounced: what did not arrive is not followed up.",
)
_NOT_ACCEPTED = Sentence(
    "Todavía no ha aceptado la invitación: LinkedIn no deja escribirle hasta que la acepte.",
    "The invitation is not accepted yet: LinkedIn lets nobody write before it is.",
)
_ENOUGH = Sentence(
    "Esta conversación ya tiene todos los seguimientos que permiten los ajustes.",
    "This thread has all the follow-ups that the settings allow.",
)
_HAS_ONE = Sentence(
    "Este mensaje ya tiene un seguimiento: edítalo, o pide otro en su lugar.",
    "This message has a follow-up already: edit it, or ask for another in its place.",
)


class ThreadBefore(NamedTuple):
    """The messages that a follow-up follows, the oldest first, what its own place is, and `refusal`, why it may not be
    written, if so.
    """

    messages: tuple[Message, ...]
    place: ThreadPlace
    is_last: bool
    refusal: Sentence | None
    replaces: str | None

    @property
    def previous(self) -> Message:
        """The message that it follows."""
        return self.messages[-1]

    @property
    def bodies(self) -> tuple[str, ...]:
        """The texts that it must not repeat."""
        return tuple(message.body for message in self.messages)

    @property
    def for_writer(self) -> FollowUp:
        """What a writer must know of it."""
        earlier = tuple(SentEarlier(one.format, one.subject, one.body, one.sent_day) for one in self.messages)
        return FollowUp(earlier, self.place.number, self.is_last)

    def asked(self, request: GenerationRequest) -> GenerationRequest:
        """The request with what the thread settles: the person, and unless it says otherwise role, language, register.

        Raises InvalidInputError at /format for an invitation, which follows nothing.
        """
        if request.format is Format.LINKEDIN_NOTE:
            raise InvalidInputError.at("/format", *NO_FOLLOW_UP)
        previous = self.previous
        language = request.language or previous.language
        register = previous.register_ if language is previous.language else None
        settled = {
            "prospect_id": previous.prospect.id,
            "prospect": None,
            "prospect_text": None,
            "role": previous.role.key if request.role == AUTO_ROLE else request.role,
            "language": language,
            "register_": request.register_ or register,
        }
        return request.model_copy(update=settled)

    def refusal_now(self, store: WorkspaceStore, rules: FollowUpRules) -> Sentence | None:
        """Why it may not be written as things stand by now; None if it may."""
        previous = store.messages.find(self.previous.id)
        return NO_SUCH_MESSAGE if previous is None else refusal_of(store, previous, rules, self.replaces)

    def linking(self, store: WorkspaceStore, message_id: str, rules: FollowUpRules) -> MessageChange:
        """The change that names the follow-up in the message before it: of two that are written at the same time one
        conflicts. Raises ConflictError if it may not be written any more.
        """
        found = store.messages.find_versioned(self.previous.id)
        if found is None:
            raise NotFoundError(NO_SUCH_MESSAGE)
        previous = found[0]
        if refusal := refusal_of(store, previous, rules, self.replaces):
            raise ConflictError(refusal)
        place = previous.thread.model_copy(update={"followed_by": message_id, "is_stopped": False})
        return MessageChange(previous.model_copy(update={"thread": place}), found)


def read_thread(store: WorkspaceStore, request: GenerationRequest, rules: FollowUpRules) -> ThreadBefore | None:
    """What the request follows; None where it follows nothing. Another version of a follow-up is a follow-up too.

    Raises InvalidInputError at /follows.
    """
    follows = request.follows or _followed_by_replaced(store, request.replaces)
    if follows is None:
        return None
    previous = store.messages.find(follows)
    if previous is None:
        raise InvalidInputError.at("/follows", *NO_SUCH_MESSAGE)
    number = previous.thread.number + 1
    return ThreadBefore(
        messages=(*store.threads.before(previous), previous),
        place=ThreadPlace(first=previous.thread.first or previous.id, follows=follows, number=number),
        is_last=number >= rules.at_most,
        refusal=refusal_of(store, previous, rules, request.replaces),
        replaces=request.replaces,
    )


def refusal_of(store: WorkspaceStore, previous: Message, rules: FollowUpRules, replaces: str | None) -> Sentence | None:
    """Why the message may not be followed up now; None if it may. Days are no reason: a person may be early."""
    reached = previous.milestones
    is_invitation = previous.format is Format.LINKEDIN_NOTE
    reasons = (
        (previous.status is not MessageStatus.SENT, _NOT_SENT),
        (is_answered(reached), HAS_ANSWERED),
        (reached.bounced_at is not None, _BOUNCED),
        (is_invitation and reached.accepted_at is None, _NOT_ACCEPTED),
        (previous.thread.number >= rules.at_most, _ENOUGH),
    )
    for holds, sentence in reasons:
        if holds:
            return sentence
    if store.threads.answered([previous.prospect.id]):
        return HAS_ANSWERED
    return _HAS_ONE if _has_another(store, previous, replaces) else None


def require_unanswered(store: WorkspaceStore, message: Message) -> None:
    """Raise ConflictError for a follow-up whose person has answered since it was written."""
    if message.thread.follows is not None and store.threads.answered([message.prospect.id]):
        raise ConflictError(HAS_ANSWERED)


def _has_another(store: WorkspaceStore, previous: Message, replaces: str | None) -> bool:
    """Whether a follow-up stands that is not about to be replaced; a rejected one does not stand."""
    followed_by = previous.thread.followed_by
    if followed_by is None or followed_by == replaces:
        return False
    standing = store.messages.find(followed_by)
    return standing is not None and standing.status is not MessageStatus.REJECTED


def _followed_by_replaced(store: WorkspaceStore, replaces: str | None) -> str | None:
    replaced = None if replaces is None else store.messages.find(replaces)
    return None if replaced is None else replaced.thread.follows


def bodies_before(store: WorkspaceStore, message: Message) -> tuple[str, ...]:
    """The texts of the messages that the message follows; none for one that begins a thread."""
    earlier: Sequence[Message] = store.threads.before(message)
    return tuple(one.body for one in earlier)
