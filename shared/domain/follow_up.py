"""When a message that nobody answered is to be followed up, and how often (message-quality.md, "Follow-ups").

A wait begins on the day a message was sent; for an invitation on the day (of UTC) it was accepted, since LinkedIn lets
nobody write before; for somebody who is out of office on the day they are back. It ends for good with an answer by a
person, an unsubscription or a bounce.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.language import Format
from shared.domain.message import Message, MessageStatus
from shared.domain.outcome import Milestones

MOST_FOLLOW_UPS = 5
LAPSE = timedelta(days=60)
"""Whoever has been silent for longer is a new beginning and no follow-up."""

NEXT_FORMAT: Mapping[Format, Format] = {
    Format.LINKEDIN_NOTE: Format.LINKEDIN_MESSAGE,
    Format.LINKEDIN_MESSAGE: Format.LINKEDIN_MESSAGE,
    Format.LINKEDIN_INMAIL: Format.LINKEDIN_INMAIL,
    Format.EMAIL: Format.EMAIL,
}
"""The format of the message that follows one: whoever accepted an invitation is written to without one."""

Days = Annotated[int, Field(strict=True, ge=1, le=45)] | None


class FollowUpDays(BaseModel, defer_build=True):
    """After how many days without an answer a message of each format is followed up; null: never.

    An InMail is not, unless a workspace says so: LinkedIn takes no second one from most accounts before the first is
    answered.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    linkedin_note: Days = 3
    linkedin_message: Days = 5
    linkedin_inmail: Days = None
    email: Days = 4

    def of(self, format_: Format) -> int | None:
        """The days of the format."""
        days: int | None = getattr(self, format_.value)
        return days


class FollowUpRules(BaseModel, defer_build=True):
    """When follow-ups are due, and how many a thread has `at_most`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    after_days: FollowUpDays = FollowUpDays()
    at_most: Annotated[int, Field(strict=True, ge=0, le=MOST_FOLLOW_UPS)] = 2

    def due_on(self, message: Message) -> date | None:
        """The day from which the message is to be followed up; None if it is not, whatever the day."""
        since, days = waiting_since(message), self.after_days.of(message.format)
        if since is None or days is None or message.thread.number >= self.at_most:
            return None
        return since + timedelta(days=days)


class DueFollowUp(NamedTuple):
    """A message that waits for its follow-up, since when that is due, and whether it will be the thread's last."""

    message: Message
    due_on: date
    is_last: bool

    @property
    def format(self) -> Format:
        """The format to follow up in."""
        return NEXT_FORMAT[self.message.format]

    @property
    def number(self) -> int:
        """Which follow-up of the thread it will be, from 1."""
        return self.message.thread.number + 1


def is_answered(milestones: Milestones) -> bool:
    """Whether the person has said anything, or is talked to already: nobody follows up on that, in any thread."""
    moments = (
        milestones.first_reply_at,
        milestones.unsubscribed_at,
        milestones.meeting_at,
        milestones.won_at,
        milestones.lost_at,
    )
    return any(moment is not None for moment in moments)


def waiting_since(message: Message) -> date | None:
    """The day that the message's wait counts from; None while it waits for nothing."""
    reached, place = message.milestones, message.thread
    if message.status is not MessageStatus.SENT or place.followed_by is not None or place.is_stopped:
        return None
    if is_answered(reached) or reached.bounced_at is not None:
        return None
    arrived = _arrived_on(message)
    if arrived is None:
        return None
    return max(filter(None, (arrived, reached.return_date, place.since)))


def _arrived_on(message: Message) -> date | None:
    if message.format is not Format.LINKEDIN_NOTE:
        return message.sent_day
    accepted = message.milestones.accepted_at
    return None if accepted is None else accepted.date()
