"""What an answer to a message is: who or what answered, and how."""

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class ReplyKind(StrEnum):
    """A person's answer by how it sounds, a machine's by what it says, or a wish not to be written to any more."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"
    AUTO_REPLY = "auto_reply"
    OUT_OF_OFFICE = "out_of_office"
    UNSUBSCRIBE = "unsubscribe"
    BOUNCE = "bounce"


class DecidedBy(StrEnum):
    """What told which kind a reply is of."""

    HEADERS = "headers"
    LEXICON = "lexicon"
    MODEL = "model"


class ReplyReading(BaseModel):
    """What a reply was read as.

    `return_date` is the day on which somebody who is away says to be back. `confidence` orders readings and is no
    probability: 0.99 for headers, 0.95 where the words speak for one kind only, 0.75 where they speak for another one
    too, 0.5 where they say nothing.
    """

    model_config = ConfigDict(frozen=True)

    kind: ReplyKind
    return_date: date | None
    decided_by: DecidedBy
    confidence: float
