"""Where a message stands among those that follow one another to one person."""

from datetime import date

from pydantic import BaseModel, ConfigDict


class ThreadPlace(BaseModel, defer_build=True):
    """A message's place in its thread; a message that follows none begins one.

    `first` is the id of the message that began the thread and `follows` that of the one before, both null for the
    first. `number` is 0 for the first, 1 for its first follow-up. `followed_by` is the follow-up that was written, a
    rejected one included. `is_stopped`: a person wants no further one. `since` is the day that the wait counts from
    where a person put it off.
    """

    model_config = ConfigDict(frozen=True)

    first: str | None = None
    follows: str | None = None
    number: int = 0
    followed_by: str | None = None
    is_stopped: bool = False
    since: date | None = None
