"""Tell what the gate would say to an edit, without keeping it: checks as a person types."""

from shared.domain.principal import Principal
from shared.services.check_text import CheckedText
from shared.services.edit_message import MessageEdit, edited_draft
from shared.services.examine_message import ExamineMessage
from shared.services.list_messages import ListMessages


class CheckEdit:
    """POST /v1/messages/{id}/check."""

    def __init__(self, list_messages: ListMessages, examine: ExamineMessage) -> None:
        self._list_messages = list_messages
        self._examine = examine

    def __call__(self, principal: Principal, message_id: str, edit: MessageEdit) -> CheckedText:
        """The same answer that the edit would get. Raises NotFoundError, and InvalidInputError as the edit would."""
        message = self._list_messages.one(principal, message_id)
        draft = edited_draft(message, edit)
        examined = self._examine(principal, message, draft)
        return CheckedText(draft, examined.facts, examined.examination, examined.limits)
