"""Change the text of a message by hand. The gate examines it again, and what was approved is approved no more."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from shared.domain.edit_share import changed_share
from shared.domain.errors import InvalidInputError, PreconditionFailedError, Sentence
from shared.domain.message import Draft, Message
from shared.domain.message_moves import Move, require_allowed
from shared.domain.message_text import BodyText, SubjectText
from shared.domain.principal import Principal
from shared.ports import Clock
from shared.services.change_message import Changed, ChangeMessage
from shared.services.examine_message import ExamineMessage

_EditedLength = StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)

_OTHER_TEXT = Sentence(
    "El mensaje ha cambiado desde que lo abriste: vuelve a cargarlo antes de editarlo.",
    "The message has changed since you opened it: load it again before you edit it.",
)
_NO_FINGERPRINT = Sentence(
    "Falta la cabecera If-Match con la huella del texto que estás viendo.",
    "The If-Match header with the fingerprint of the text that you see is missing.",
)


class MessageEdit(BaseModel):
    """The new text; what is left out stays as it is."""

    model_config = ConfigDict(extra="forbid")

    subject: Annotated[SubjectText, _EditedLength] | None = None
    body: Annotated[BodyText, _EditedLength] | None = None


class EditMessage:
    """PATCH /v1/messages/{id}."""

    def __init__(self, change: ChangeMessage, examine: ExamineMessage, clock: Clock) -> None:
        self._change = change
        self._examine = examine
        self._clock = clock

    def __call__(self, principal: Principal, message_id: str, edit: MessageEdit, if_match: str | None) -> Message:
        """The message with the new text, `ready` or `needs_review`.

        `if_match` is the fingerprint of the text that the person saw. Raises NotFoundError, ConflictError for a
        message that was sent, PreconditionFailedError, and InvalidInputError for a subject where there is none.
        """
        return self._change(principal, message_id, lambda message: self._edited(principal, message, edit, if_match))

    def _edited(
        self, principal: Principal, message: Message, edit: MessageEdit, if_match: str | None
    ) -> Changed | None:
        require_allowed(message, Move.EDIT)
        _require_seen(message, if_match)
        draft = edited_draft(message, edit)
        examined = self._examine(principal, message, draft)
        generated = message.before_edit or Draft(subject=message.subject, body=message.body)
        after = message.model_copy(
            update={
                "status": examined.examination.status,
                "subject": draft.subject,
                "body": draft.body,
                "facts": examined.facts,
                "claims": examined.examination.claims,
                "checks": examined.examination.checks,
                "near_key": examined.near_key,
                "limit": examined.limits.body,
                "subject_limit": examined.limits.subject,
                "before_edit": generated,
                "changed_share": changed_share(generated, draft),
                "approval": None,
                "rejection": None,
                "updated_at": self._clock.now(),
            }
        )
        return Changed(after)


def _require_seen(message: Message, if_match: str | None) -> None:
    if if_match is None:
        raise PreconditionFailedError(_NO_FINGERPRINT)
    if if_match != message.fingerprint:
        raise PreconditionFailedError(_OTHER_TEXT)


def edited_draft(message: Message, edit: MessageEdit) -> Draft:
    """The text that the edit makes of the message. Raises InvalidInputError for a subject where the format has none."""
    given = edit.model_fields_set
    subject = edit.subject if "subject" in given else message.subject
    if (subject is not None) != message.format.has_subject:
        raise InvalidInputError.at(
            "/subject",
            "Los correos y los InMail llevan asunto; los demás formatos, no.",
            "E-mails and InMails have a subject, the other formats have none.",
        )
    if "body" in given and edit.body is None:
        raise InvalidInputError.at("/body", "El texto no puede estar vacío.", "The text must not be empty.")
    return Draft(subject=subject, body=edit.body or message.body)
