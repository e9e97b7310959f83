"""Messages of a workspace, newest first, and the one way to write one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from shared.domain.documents import (
    Bound,
    Compare,
    Equal,
    Filter,
    In,
    Increment,
    Index,
    IndexedValue,
    IndexMode,
    Operation,
    Order,
    Query,
)
from shared.domain.follow_up import is_answered, waiting_since
from shared.domain.ids import derived_id
from shared.domain.language import Format
from shared.domain.message import ComparedMessage, Message, MessageStatus
from shared.domain.message_counts import batch_counts_of, counts_of, difference
from shared.domain.message_words import company_key, search_words
from shared.domain.outcome import Outcome
from shared.domain.retention import last_end
from shared.domain.webhook import Event
from shared.ports import Documents
from shared.repositories.aggregate import Collection, Position, Slice, newest_first
from shared.repositories.counters import Counters
from shared.repositories.message_filter import FILTERS, MessageFilter
from shared.repositories.message_search import Found, search
from shared.repositories.outbox import Outbox, OutboxEntry
from shared.repositories.outcomes import Outcomes
from shared.repositories.sent_invitations import BY_SENDER, SentInvitations

_PAGE = 200
_STANDING = tuple(status.value for status in MessageStatus if status is not MessageStatus.REJECTED)
_BY_WORDS = (Index("messages", (("words", IndexMode.CONTAINS), ("created_at", IndexMode.DESCENDING))),)


class MessageChange(NamedTuple):
    """One message before and after: new where `before` is None, else changed from the version that was read.

    `outcomes` are the entries that the change adds to the message's outcomes. What `is_news` goes to webhooks; a
    history that is brought in as a whole is none.
    """

    after: Message
    before: tuple[Message, str] | None = None
    outcomes: tuple[Outcome, ...] = ()
    is_news: bool = True


class Messages(Collection[Message]):
    """`workspaces/{w}/messages/{id}`."""

    collection = "messages"
    always_ends = True
    model = Message
    indexes = (*newest_first("messages", *FILTERS), *_BY_WORDS, BY_SENDER)
    exempt = (*(name for name in FILTERS if name != "prospect"), "words", "invited_by", "sent_at")
    sparse = (
        "variant",
        "experiment",
        "batch",
        "company_key",
        "sent_at",
        "invited_by",
        "sent_day",
        "usage_block",
        "waiting_since",
        "near",
    )

    def __init__(self, documents: Documents, workspace_id: str) -> None:
        super().__init__(documents, workspace_id)
        self._workspace_id = workspace_id
        self._counters = Counters(documents, workspace_id)
        self._outbox = Outbox(documents, workspace_id)
        self.sent_invitations = SentInvitations(documents, self._parent)

    def outcomes(self, message_id: str) -> Outcomes:
        """The outcomes of a message."""
        return Outcomes(self._documents, self._workspace_id, message_id)

    def writing(self, changes: Sequence[MessageChange], today: date) -> list[Operation]:
        """The operations of the changes, for one atomic write: the only way to write a message.

        Each message comes with all that must change with it: its counters, its new outcome and the event that it is.
        `today` is the running day of the workspace. The write conflicts if a message is no longer what was read.
        """
        moved: dict[str, Increment] = {}
        operations: list[Operation] = []
        for change in changes:
            operations += [self._storing(change), *self._noting(change), *self._telling(change)]
            for increment in self._counting(change, today):
                moved[increment.path] = _sum(moved.get(increment.path), increment)
        return [*operations, *moved.values()]

    def search(self, filter_: MessageFilter, typed: str, after: Position | None, limit: int) -> Found:
        """A page of the messages that pass the filter and hold what was typed, newest first.

        Each typed word is the beginning of a word of the person's name or the company, accents ignored. Where the
        filter leaves at most 2,000 messages, those are found too whose subject or body holds what was typed.
        """
        return search(self._documents, self._parent, filter_.as_filters(), typed, after, limit, self._entry)

    def counted_on(self, day: date) -> Iterator[Message]:
        """Every message that counts on the day, because it was generated or sent on it; each once."""
        # Where days begin depends on the time zone that the workspace had: none is further than this from UTC's.
        around = MessageFilter(
            created_from=datetime.combine(day - timedelta(days=1), time(), UTC),
            created_before=datetime.combine(day + timedelta(days=2), time(), UTC),
        )
        yield from (one for one in self._all(around.as_filters()) if one.created_day == day)
        yield from (one for one in self._all([Equal("sent_day", str(day))]) if one.created_day != day)

    def is_written_to(self, prospect_id: str, format_: Format) -> bool:
        """Whether the person has a message in the format that was not rejected."""
        where = (Equal("prospect", prospect_id), Equal("format", format_.value), In("status", _STANDING))
        return self._documents.aggregate(Query(self._parent, where, (self.order,), limit=1)).count > 0

    def variant_of(self, experiment_id: str, prospect_id: str) -> str | None:
        """The variant that the person's newest message of the experiment is of; None where they have none."""
        found = self.page((Equal("experiment", experiment_id), Equal("prospect", prospect_id)), None, 1)
        return found.items[0].prompt.variant if found.items else None

    def of_batch(self, batch_id: str) -> Iterator[Message]:
        """Every message of the batch."""
        return self._all([Equal("batch", batch_id)])

    def near_in_batch(self, batch_id: str, keys: Sequence[str], limit: int) -> list[ComparedMessage]:
        """At most `limit` messages of the batch that have one of the 1 to 30 keys (`shared.gate.likeness`)."""
        where = (In("near", tuple(_near(batch_id, key) for key in keys)),)
        return self._compared(Query(self._parent, where, limit=limit))

    def latest_to_company(self, key: str, limit: int) -> list[ComparedMessage]:
        """At most `limit` messages to people of the company, the newest first."""
        return self._compared(Query(self._parent, (Equal("company_key", key),), (self.order,), limit=limit))

    def _compared(self, query: Query) -> list[ComparedMessage]:
        compared = query._replace(keys=tuple(ComparedMessage.model_fields))
        return [ComparedMessage.model_validate(dict(one.payload)) for one in self._documents.query(compared)]

    def written_before(self, moment: datetime, after: Message | None, limit: int) -> list[tuple[Message, str]]:
        """The oldest messages from before the moment, of those behind `after`, with their versions."""
        before = (Compare("created_at", Bound.BELOW, moment),)
        position = None if after is None else (after.created_at, after.id)
        return self._versioned(Query(self._parent, before, (Order("created_at"),), position, limit))

    def some_of_prospect(self, prospect_id: str, limit: int) -> list[tuple[Message, str]]:
        """Some messages to the person, with their versions."""
        return self._versioned(Query(self._parent, (Equal("prospect", prospect_id),), limit=limit))

    def of_prospect(self, prospect_id: str) -> Iterator[Message]:
        """Every message to the person, newest first."""
        return self._all([Equal("prospect", prospect_id)])

    def _all(self, filters: Sequence[Filter]) -> Iterator[Message]:
        position: Position | None = None
        while True:
            found = self.page(filters, position, _PAGE)
            yield from found.items
            position = found.next_position
            if position is None:
                return

    def newest(self, filter_: MessageFilter, after: Position | None, limit: int) -> Slice[Message]:
        """A page of the messages that pass the filter, newest first."""
        return self.page(filter_.as_filters(), after, limit)

    def _indexed(self, entry: Message, /) -> Mapping[str, IndexedValue]:
        person = entry.prospect
        return {
            "role": entry.role.key,
            "format": entry.format.value,
            "status": entry.status.value,
            "language": entry.language.value,
            "prompt": entry.prompt.id,
            "variant": entry.prompt.variant,
            "experiment": entry.experiment_id,
            "prospect": person.id,
            "batch": entry.batch_id,
            "author": entry.author,
            "assignee": entry.assignee,
            "company_key": company_key(person.company),
            "words": search_words(person.full_name, person.company),
            "created_at": entry.created_at,
            "expires_at": last_end(entry.created_at),
            "sent_at": entry.milestones.sent_at,
            "invited_by": entry.milestones.sent_by if entry.format is Format.LINKEDIN_NOTE else None,
            "sent_day": None if entry.sent_day is None else str(entry.sent_day),
            "usage_block": entry.usage_block,
            "waiting_since": None if (since := waiting_since(entry)) is None else str(since),
            "thread_number": entry.thread.number,
            "is_answered": is_answered(entry.milestones),
            "near": _near(entry.batch_id, entry.near_key),
        }

    def _storing(self, change: MessageChange) -> Operation:
        if change.before is None:
            return self._creation(change.after.id, change.after)
        return self._change(change.after.id, change.after, change.before[1])

    def _noting(self, change: MessageChange) -> list[Operation]:
        entries = self.outcomes(change.after.id)
        return [entries.addition(outcome) for outcome in change.outcomes]

    def _counting(self, change: MessageChange, today: date) -> Iterator[Increment]:
        after, before = change.after, change.before and change.before[0]
        was, is_ = {} if before is None else counts_of(before), counts_of(after)
        for day in sorted(was.keys() | is_.keys()):
            if amounts := difference(was.get(day, {}), is_.get(day, {})):
                yield self._counters.day_increment(day, today, after.id, amounts)
        if after.batch_id is not None:
            amounts = difference({} if before is None else batch_counts_of(before), batch_counts_of(after))
            if amounts:
                yield self._counters.batch_increment(after.batch_id, after.id, amounts)

    def _telling(self, change: MessageChange) -> list[Operation]:
        event = _event(change)
        if event is None:
            return []
        version = "" if change.before is None else change.before[1]
        entry = OutboxEntry(
            id=derived_id("outbox", change.after.id, event, version),
            event=event,
            at=change.after.updated_at,
            message_id=change.after.id,
            outcome_id=change.outcomes[0].id if change.outcomes else None,
        )
        return [self._outbox.creation(entry.id, entry)]


def _near(batch_id: str | None, key: str | None) -> str | None:
    """Key and batch in one field, so that the index of this field alone finds both."""
    return None if batch_id is None or key is None else f"{batch_id} {key}"


def _event(change: MessageChange) -> Event | None:
    if not change.is_news:
        return None
    if change.before is None:
        return Event.MESSAGE_GENERATED
    if change.outcomes:
        return Event.MESSAGE_OUTCOME
    became_approved = change.after.approval is not None and change.before[0].approval is None
    return Event.MESSAGE_APPROVED if became_approved else None


def _sum(one: Increment | None, other: Increment) -> Increment:
    """Both increments of one document as one: a write names each document once."""
    if one is None:
        return other
    names = one.amounts.keys() | other.amounts.keys()
    return Increment(one.path, {name: one.amounts.get(name, 0) + other.amounts.get(name, 0) for name in sorted(names)})
