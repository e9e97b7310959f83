"""Messages as links of threads: which of them wait for an answer, and what else their people were sent."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from shared.domain.documents import Bound, Compare, Document, Equal, Filter, In, Index, IndexMode, Order, Query
from shared.domain.follow_up import MOST_FOLLOW_UPS
from shared.domain.language import Format
from shared.domain.message import UNSENT, Message, MessageStatus
from shared.repositories.aggregate import Collection, Position

_PEOPLE_A_QUERY = 30
_LATEST = 200
"""Messages to 30 people that are looked at: far more than anybody is written."""


class WaitingFilter(NamedTuple):
    """Which waiting messages; None means any. Days are those that the waits count from, both included."""

    format: Format
    numbers: Sequence[int]
    first_day: date
    last_day: date
    role: str | None = None
    author: str | None = None
    assignee: str | None = None

    def as_filters(self) -> list[Filter]:
        """The same as the store takes it."""
        chosen = {"format": self.format.value, "role": self.role, "author": self.author, "assignee": self.assignee}
        return [
            *(Equal(name, value) for name, value in chosen.items() if value is not None),
            In("thread_number", tuple(self.numbers)),
            Compare("waiting_since", Bound.AT_LEAST, str(self.first_day)),
            Compare("waiting_since", Bound.AT_MOST, str(self.last_day)),
        ]


class Waiting(NamedTuple):
    """A message that waits, and its place among all that do."""

    message: Message
    position: Position


class Threads(Collection[Message]):
    """`workspaces/{w}/messages/{id}`, for reading; `Messages` alone writes them."""

    collection = "messages"
    model = Message
    indexes = (
        *(
            Index("messages", ((name, IndexMode.ASCENDING), ("waiting_since", IndexMode.ASCENDING)))
            for name in ("format", "thread_number", "role", "author", "assignee")
        ),
        *(
            Index("messages", ((name, IndexMode.ASCENDING), ("sent_day", IndexMode.DESCENDING)))
            for name in ("prospect", "status")
        ),
    )

    exempt = ("waiting_since", "thread_number")

    def waiting(self, filter_: WaitingFilter, after: Position | None, limit: int) -> list[Waiting]:
        """At most `limit` messages that wait, those first that have waited longest."""
        query = Query(self._parent, tuple(filter_.as_filters()), (Order("waiting_since"),), after, limit)
        return [Waiting(self._entry(one), _position(one)) for one in self._documents.query(query)]

    def answered(self, prospect_ids: Sequence[str]) -> frozenset[str]:
        """Those of the people who have answered any message, on whatever channel."""
        found: set[str] = set()
        for part in _parts(prospect_ids):
            where = (In("prospect", part), Equal("is_answered", True))
            query = Query(self._parent, where, fields_only=True)
            found.update(str(document.fields["prospect"]) for document in self._documents.query(query))
        return frozenset(found)

    def last_sent(self, prospect_ids: Sequence[str]) -> dict[str, str]:
        """The day on which each of the people was last sent a message, as YYYY-MM-DD."""
        days: dict[str, str] = {}
        for part in _parts(prospect_ids):
            where = (In("prospect", part), Equal("status", MessageStatus.SENT.value))
            order = (Order("sent_day", descending=True),)
            for one in self._documents.query(Query(self._parent, where, order, limit=_LATEST, fields_only=True)):
                days.setdefault(str(one.fields["prospect"]), str(one.fields["sent_day"]))
        return days

    def before(self, message: Message) -> list[Message]:
        """The messages that this one follows, the oldest first."""
        chain: list[Message] = []
        follows = message.thread.follows
        while follows is not None and (earlier := self.find(follows)) is not None:
            chain.insert(0, earlier)
            follows = earlier.thread.follows
        return chain

    def leant_on(self, messages: Sequence[Message]) -> frozenset[str]:
        """The ids of those that a message follows, at whatever distance, which is neither sent nor given up."""
        found: set[str] = set()
        followers = {one.id: one.thread.followed_by for one in messages if one.thread.followed_by is not None}
        for _ in range(MOST_FOLLOW_UPS):
            wanted = list(dict.fromkeys(followers.values()))
            next_ones = {one.id: one for one in self.find_many(wanted) if one is not None} if wanted else {}
            standing = {id_: next_ones[follower] for id_, follower in followers.items() if follower in next_ones}
            found.update(id_ for id_, one in standing.items() if one.status in UNSENT)
            followers = {id_: one.thread.followed_by for id_, one in standing.items() if one.thread.followed_by}
        return frozenset(found)


def _parts(ids: Sequence[str]) -> list[tuple[str, ...]]:
    unique = list(dict.fromkeys(ids))
    return [tuple(unique[start : start + _PEOPLE_A_QUERY]) for start in range(0, len(unique), _PEOPLE_A_QUERY)]


def _position(document: Document) -> Position:
    return (str(document.fields["waiting_since"]), document.id)
