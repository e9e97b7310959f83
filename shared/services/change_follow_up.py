"""Put a follow-up off, give it up, or let it come after all."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from shared.domain.errors import ConflictError, InvalidInputError
from shared.domain.message import Message
from shared.domain.principal import Principal
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.change_message import Changed, ChangeMessage
from shared.services.read_settings import ReadSettings
from shared.services.read_thread import refusal_of
from shared.services.workspace_day import day_of

_FARTHEST = timedelta(days=365)


class Wait(StrEnum):
    """Whether a message waits for a follow-up."""

    WAITING = "waiting"
    STOPPED = "stopped"


class FollowUpChange(BaseModel):
    """`stopped`: no follow-up is suggested any more. `waiting`: it is, by the settings' days or not before `due_on`."""

    model_config = ConfigDict(extra="forbid")

    state: Wait
    due_on: date | None = None

    @model_validator(mode="after")
    def _only_a_wait_has_a_day(self) -> Self:
        if self.state is Wait.STOPPED and self.due_on is not None:
            raise PydanticCustomError("stopped_day", "due_on goes with waiting")
        return self


class ChangeFollowUp:
    """PUT /v1/follow-ups/{id}."""

    def __init__(self, store: Store, change: ChangeMessage, read_settings: ReadSettings, clock: Clock) -> None:
        self._store = store
        self._change = change
        self._read_settings = read_settings
        self._clock = clock

    def __call__(self, principal: Principal, message_id: str, wanted: FollowUpChange) -> Message:
        """The message that is to be followed up, or no longer.

        Raises NotFoundError, ConflictError, which says why, for a message that cannot be followed up, and
        InvalidInputError at /due_on for a day that is not within the coming year.
        """
        return self._change(principal, message_id, lambda message: self._decided(principal, message, wanted))

    def _decided(self, principal: Principal, message: Message, wanted: FollowUpChange) -> Changed | None:
        settings = self._read_settings(principal)
        store = self._store.of(principal.workspace_id)
        if refusal := refusal_of(store, message, settings.follow_ups, None):
            raise ConflictError(refusal)
        today = day_of(self._clock.now(), settings)
        if wanted.due_on is not None and not today <= wanted.due_on <= today + _FARTHEST:
            raise InvalidInputError.at(
                "/due_on", "Elige un día de hoy a dentro de un año.", "Choose a day from today to a year from now."
            )
        days = settings.follow_ups.after_days.of(message.format) or 0
        since = None if wanted.due_on is None else wanted.due_on - timedelta(days=days)
        changes = {"is_stopped": wanted.state is Wait.STOPPED, "since": since, "followed_by": None}
        place = message.thread.model_copy(update=changes)
        return None if place == message.thread else Changed(message.model_copy(update={"thread": place}))
