"""What happened between us and one person."""

from datetime import datetime
from typing import Self

from pydantic import BaseModel

from functions.history.bodies import OutcomeView
from functions.history.prospect_routes import ProspectPath
from shared.api.app import Api
from shared.bootstrap import Services
from shared.domain.language import Format, Language
from shared.domain.message import Message, MessageStatus, ProspectSummary
from shared.domain.principal import Permission, Principal
from shared.domain.thread import ThreadPlace
from shared.services.read_timeline import Happening, Timeline, TimelineEntry


class TimelineMessage(BaseModel):
    """A message as a timeline shows it."""

    id: str
    format: Format
    language: Language
    status: MessageStatus
    subject: str | None
    body: str
    batch_id: str | None
    author: str
    assignee: str | None
    thread: ThreadPlace
    created_at: datetime
    sent_at: datetime | None

    @classmethod
    def of(cls, message: Message) -> Self:
        """The message without facts and checks."""
        own = {name: getattr(message, name) for name in cls.model_fields if name != "sent_at"}
        return cls(**own, sent_at=message.milestones.sent_at)


class TimelineEntryView(BaseModel):
    """One thing that happened at `at`. `message_id` and `outcome` are null where it is about neither.

    `holds` is false for an outcome that was taken back, and for the entry that takes it back.
    """

    at: datetime
    happening: Happening
    by: str
    message_id: str | None
    outcome: OutcomeView | None
    holds: bool

    @classmethod
    def of(cls, entry: TimelineEntry) -> Self:
        """The entry as the API shows it."""
        return cls(
            at=entry.at,
            happening=entry.happening,
            by=entry.by,
            message_id=entry.message and entry.message.id,
            outcome=entry.outcome and OutcomeView.of(entry.outcome),
            holds=entry.holds,
        )


class TimelineView(BaseModel):
    """A person, every message to them, the oldest first, and all that happened, in order."""

    prospect: ProspectSummary
    messages: list[TimelineMessage]
    items: list[TimelineEntryView]

    @classmethod
    def of(cls, timeline: Timeline) -> Self:
        """The timeline as the API shows it."""
        return cls(
            prospect=timeline.prospect.summary,
            messages=[TimelineMessage.of(message) for message in timeline.messages],
            items=[TimelineEntryView.of(entry) for entry in timeline.entries],
        )


def add_timeline(api: Api, services: Services) -> None:
    """Add the route of one person's timeline."""

    @api.get(
        "/v1/prospects/<id>/timeline", permission=Permission.READ_MESSAGES, answers={200: TimelineView}, tag="prospects"
    )
    def get_timeline(principal: Principal, path: ProspectPath) -> TimelineView:
        """Everything that happened with one person, in order: drafts, approvals, sendings, answers, results."""
        return TimelineView.of(services.read_timeline(principal, path.id))
