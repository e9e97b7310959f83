"""Read an answer, and note on its message what it was. The text itself is not kept."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from shared.domain.errors import InvalidInputError
from shared.domain.generation import Id
from shared.domain.ids import derived_id
from shared.domain.outcome import OutcomeKind, Sentiment
from shared.domain.principal import Principal
from shared.domain.reply import ReplyKind, ReplyReading
from shared.ports import Clock
from shared.replies.reading import read_reply
from shared.services.read_settings import ReadSettings
from shared.services.record_outcome import NewOutcome, RecordOutcome
from shared.services.workspace_day import day_of

_MOST_HEADERS = 200
_OUTCOMES = {
    ReplyKind.POSITIVE: (OutcomeKind.REPLIED, Sentiment.POSITIVE),
    ReplyKind.NEUTRAL: (OutcomeKind.REPLIED, Sentiment.NEUTRAL),
    ReplyKind.NEGATIVE: (OutcomeKind.REPLIED, Sentiment.NEGATIVE),
    ReplyKind.AUTO_REPLY: (OutcomeKind.AUTO_REPLIED, None),
    ReplyKind.OUT_OF_OFFICE: (OutcomeKind.OUT_OF_OFFICE, None),
    ReplyKind.UNSUBSCRIBE: (OutcomeKind.UNSUBSCRIBED, None),
    ReplyKind.BOUNCE: (OutcomeKind.BOUNCED, None),
}


class Channel(StrEnum):
    """Where an answer came in."""

    EMAIL = "email"
    LINKEDIN = "linkedin"


HeaderName = Annotated[str, StringConstraints(max_length=200)]
HeaderValue = Annotated[str, StringConstraints(max_length=5000)]


class Reply(BaseModel):
    """An answer as it came in. `headers` are those of an e-mail; `received_at` is now if it is left out. With a
    `message_id` what it was is noted on the message.
    """

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, StringConstraints(min_length=1, max_length=50_000)]
    headers: Annotated[dict[HeaderName, HeaderValue], Field(max_length=_MOST_HEADERS)] = {}
    channel: Channel
    received_at: AwareDatetime | None = None
    message_id: Id | None = None


class ReadReply:
    """POST /v1/replies."""

    def __init__(self, record_outcome: RecordOutcome, read_settings: ReadSettings, clock: Clock) -> None:
        self._record_outcome = record_outcome
        self._read_settings = read_settings
        self._clock = clock

    def __call__(self, principal: Principal, reply: Reply) -> ReplyReading:
        """What the reply was read as. An unsubscription noted on a message acts at once, on every channel.

        The same reply noted twice is one outcome. Raises InvalidInputError at /headers for a LinkedIn reply that has
        some, and what noting the outcome raises.
        """
        if reply.channel is Channel.LINKEDIN and reply.headers:
            raise InvalidInputError.at(
                "/headers", "Un mensaje de LinkedIn no tiene cabeceras.", "A LinkedIn message has no headers."
            )
        received = reply.received_at or self._clock.now()
        reading = read_reply(reply.text, reply.headers, day_of(received, self._read_settings(principal)))
        if reply.message_id is not None:
            self._note(principal, reply.message_id, reply, reading, received)
        return reading

    def _note(
        self, principal: Principal, message_id: str, reply: Reply, reading: ReplyReading, received: datetime
    ) -> None:
        kind, sentiment = _OUTCOMES[reading.kind]
        new = NewOutcome(kind=kind, sentiment=sentiment, occurred_at=received, return_date=reading.return_date)
        moment = "" if reply.received_at is None else received.isoformat()
        self._record_outcome(principal, message_id, new, derived_id("reply", message_id, reply.text, moment))
