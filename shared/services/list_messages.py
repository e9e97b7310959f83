"""The workspace's messages: a page of them, or one; and what became of one."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from shared.domain.errors import NotFoundError, Sentence
from shared.domain.language import Format, Language
from shared.domain.message import Message, MessageStatus
from shared.domain.outcome import Outcome
from shared.domain.principal import Principal
from shared.repositories.aggregate import Position
from shared.repositories.message_filter import MessageFilter
from shared.repositories.message_search import Found
from shared.repositories.store import Store
from shared.services.read_settings import ReadSettings
from shared.services.workspace_day import require_in_order, start_of

NO_SUCH_MESSAGE = Sentence("No hay ningún mensaje con ese identificador.", "No message has this id.")
NO_SUCH_OUTCOME = Sentence("No hay ningún resultado con ese identificador.", "No outcome has this id.")
NOBODY = "none"
"""The assignee of messages that nobody is to look after."""


class MessageSelection(NamedTuple):
    """What a person asks the history for. Days are those of the workspace's time zone, both included."""

    role: str | None = None
    format: Format | None = None
    status: MessageStatus | None = None
    language: Language | None = None
    batch: str | None = None
    variant: str | None = None
    experiment: str | None = None
    prompt: str | None = None
    author: str | None = None
    assignee: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    typed: str | None = None


class ListMessages:
    """GET /v1/messages, GET /v1/messages/{id} and GET /v1/messages/{id}/outcomes."""

    def __init__(self, store: Store, read_settings: ReadSettings) -> None:
        self._store = store
        self._read_settings = read_settings

    def __call__(self, principal: Principal, selection: MessageSelection, after: Position | None, limit: int) -> Found:
        """A page of messages, newest first. Raises InvalidInputError if the last day is before the first."""
        filter_ = self._filter(principal, selection)
        messages = self._store.of(principal.workspace_id).messages
        if selection.typed is not None:
            return messages.search(filter_, selection.typed, after, limit)
        found = messages.newest(filter_, after, limit)
        return Found(found.items, found.next_position)

    def one(self, principal: Principal, message_id: str) -> Message:
        """The message. Raises NotFoundError."""
        message = self._store.of(principal.workspace_id).messages.find(message_id)
        if message is None:
            raise NotFoundError(NO_SUCH_MESSAGE)
        return message

    def outcomes(self, principal: Principal, message_id: str) -> list[Outcome]:
        """Every outcome of the message, in the order in which they were noted. Raises NotFoundError."""
        self.one(principal, message_id)
        return self._store.of(principal.workspace_id).messages.outcomes(message_id).all()

    def outcome(self, principal: Principal, message_id: str, outcome_id: str) -> Outcome:
        """One outcome of the message. Raises NotFoundError."""
        found = self._store.of(principal.workspace_id).messages.outcomes(message_id).find(outcome_id)
        if found is None:
            raise NotFoundError(NO_SUCH_OUTCOME)
        return found

    def _filter(self, principal: Principal, selection: MessageSelection) -> MessageFilter:
        unassigned = selection.assignee == NOBODY
        created_from, created_before = self._moments(principal, selection.first_day, selection.last_day)
        return MessageFilter(
            role=selection.role,
            format=selection.format,
            status=selection.status,
            language=selection.language,
            batch=selection.batch,
            variant=selection.variant,
            experiment=selection.experiment,
            prompt=selection.prompt,
            author=selection.author,
            assignee=None if unassigned else selection.assignee,
            unassigned=unassigned,
            created_from=created_from,
            created_before=created_before,
        )

    def _moments(
        self, principal: Principal, first: date | None, last: date | None
    ) -> tuple[datetime | None, datetime | None]:
        """From when, and until when, messages were generated on the days."""
        if first is None and last is None:
            return None, None
        require_in_order(first, last)
        settings = self._read_settings(principal)
        since = None if first is None else start_of(first, settings)
        return since, None if last is None else start_of(last + timedelta(days=1), settings)
