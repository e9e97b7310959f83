"""What became of a message after it was sent: outcomes, which are only ever added, and what they amount to."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class OutcomeKind(StrEnum):
    """What can happen to a message that was approved, or is noted of one that was sent."""

    SENT = "sent"
    ACCEPTED = "accepted"
    REPLIED = "replied"
    AUTO_REPLIED = "auto_replied"
    OUT_OF_OFFICE = "out_of_office"
    MEETING = "meeting"
    WON = "won"
    LOST = "lost"
    BOUNCED = "bounced"
    UNSUBSCRIBED = "unsubscribed"


class Sentiment(StrEnum):
    """How a person answered."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class Outcome(BaseModel, defer_build=True):
    """One entry of a message's outcomes; never changed, never removed.

    `corrects` names an earlier entry that this one takes back; with a `kind` of its own it says what is true instead,
    without one (null) it only takes back. `by` is the member or key who noted it at `recorded_at`; `occurred_at` is
    when it happened. `account` is the LinkedIn or e-mail account that a message was sent from; `return_date` is when
    somebody who is out of office says to be back.
    """

    id: str
    message_id: str
    kind: OutcomeKind | None
    sentiment: Sentiment | None = None
    occurred_at: datetime
    account: str | None = None
    note: str | None = None
    return_date: date | None = None
    corrects: str | None = None
    by: str
    recorded_at: datetime


class Milestones(BaseModel, defer_build=True):
    """When each thing first happened to a message; null until it does. What rates count once.

    `sent_by` is who marked it sent.

    A reply to an invitation says that it was accepted, so `accepted_at` is at the latest that of the reply.
    `return_date` is the latest day on which the person says to be back.
    """

    model_config = ConfigDict(frozen=True)

    sent_at: datetime | None = None
    sent_by: str | None = None
    account: str | None = None
    accepted_at: datetime | None = None
    first_reply_at: datetime | None = None
    first_reply: Sentiment | None = None
    first_positive_at: datetime | None = None
    auto_replied_at: datetime | None = None
    out_of_office_at: datetime | None = None
    return_date: date | None = None
    meeting_at: datetime | None = None
    won_at: datetime | None = None
    lost_at: datetime | None = None
    bounced_at: datetime | None = None
    unsubscribed_at: datetime | None = None


def standing(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """The outcomes that still hold, earliest first: those that no other takes back."""
    entries = list(outcomes)
    taken_back = {entry.corrects for entry in entries}
    held = [entry for entry in entries if entry.kind is not None and entry.id not in taken_back]
    return sorted(held, key=lambda entry: (entry.occurred_at, entry.recorded_at, entry.id))


def milestones_of(outcomes: Iterable[Outcome], *, is_invitation: bool) -> Milestones:
    """What the outcomes of one message amount to, in whatever order they were noted."""
    held = standing(outcomes)
    sent = _first(held, OutcomeKind.SENT)
    reply = _first(held, OutcomeKind.REPLIED)
    positive = [entry for entry in held if entry.sentiment is Sentiment.POSITIVE]
    times = {kind: entry.occurred_at for kind in OutcomeKind if (entry := _first(held, kind)) is not None}
    accepted = [times[kind] for kind in (OutcomeKind.ACCEPTED, OutcomeKind.REPLIED) if kind in times]
    return Milestones(
        sent_at=times.get(OutcomeKind.SENT),
        sent_by=None if sent is None else sent.by,
        account=None if sent is None else sent.account,
        accepted_at=min(accepted) if accepted and is_invitation else None,
        first_reply_at=times.get(OutcomeKind.REPLIED),
        first_reply=None if reply is None else reply.sentiment,
        first_positive_at=_first_time(positive),
        auto_replied_at=times.get(OutcomeKind.AUTO_REPLIED),
        out_of_office_at=times.get(OutcomeKind.OUT_OF_OFFICE),
        return_date=max((entry.return_date for entry in held if entry.return_date is not None), default=None),
        meeting_at=times.get(OutcomeKind.MEETING),
        won_at=times.get(OutcomeKind.WON),
        lost_at=times.get(OutcomeKind.LOST),
        bounced_at=times.get(OutcomeKind.BOUNCED),
        unsubscribed_at=times.get(OutcomeKind.UNSUBSCRIBED),
    )


def _first(held: Sequence[Outcome], kind: OutcomeKind) -> Outcome | None:
    return next((entry for entry in held if entry.kind is kind), None)


def _first_time(held: Sequence[Outcome]) -> datetime | None:
    return held[0].occurred_at if held else None
