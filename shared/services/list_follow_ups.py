"""Who is to be followed up: messages that were sent, waited long enough and were not answered."""

import heapq
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from shared.domain.follow_up import LAPSE, NEXT_FORMAT, DueFollowUp, FollowUpRules
from shared.domain.language import Format
from shared.domain.message import Message
from shared.domain.principal import Principal
from shared.domain.workspace import WorkspaceSettings
from shared.ports import Clock
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store, WorkspaceStore
from shared.repositories.threads import Waiting, WaitingFilter
from shared.services.approve_messages import suppressed_people
from shared.services.change_message import may_change
from shared.services.read_settings import ReadSettings
from shared.services.workspace_day import day_of

_READ_AT_ONCE = 100
_READ_AT_MOST = 2000
"""Messages that one page looks through: those whose people answered elsewhere are passed over."""


class FollowUpSelection(NamedTuple):
    """Which follow-ups; None means any. `format` is theirs, not that of the messages that they follow; `until` is the
    day by which they are due, today if it is None.
    """

    role: str | None = None
    format: Format | None = None
    assignee: str | None = None
    author: str | None = None
    until: date | None = None


class ListFollowUps:
    """GET /v1/follow-ups, and what batches and schedules of follow-ups choose from."""

    def __init__(self, store: Store, read_settings: ReadSettings, clock: Clock) -> None:
        self._store = store
        self._read_settings = read_settings
        self._clock = clock

    def __call__(
        self, principal: Principal, selection: FollowUpSelection, after: Position | None, limit: int
    ) -> Slice[DueFollowUp]:
        """A page of the follow-ups that are due, whoever has waited longest first; an agent's own and assigned ones.

        Left out are people who answered any message, who were sent another one since, and who are suppressed.
        """
        store, settings = self._store.of(principal.workspace_id), self._read_settings(principal)
        day = selection.until or day_of(self._clock.now(), settings)
        found: list[Waiting] = []
        for _ in range(_READ_AT_MOST // _READ_AT_ONCE):
            waiting = self._waiting(store, settings, selection, day, after)
            due = {one.id for one in _due(store, principal, [one.message for one in waiting])}
            found += [one for one in waiting if one.message.id in due]
            if len(found) > limit:
                return Slice(_shown(found[:limit], settings.follow_ups), found[limit - 1].position)
            if len(waiting) < _READ_AT_ONCE:
                return Slice(_shown(found, settings.follow_ups), None)
            after = waiting[-1].position
        return Slice(_shown(found, settings.follow_ups), after)

    def first(self, principal: Principal, selection: FollowUpSelection, limit: int) -> Iterator[DueFollowUp]:
        """At most `limit` of them, read page by page."""
        position: Position | None = None
        while limit > 0:
            found = self(principal, selection, position, min(limit, _READ_AT_ONCE))
            yield from found.items
            limit, position = limit - len(found.items), found.next_position
            if position is None:
                return

    def _waiting(
        self,
        store: WorkspaceStore,
        settings: WorkspaceSettings,
        selection: FollowUpSelection,
        day: date,
        after: Position | None,
    ) -> list[Waiting]:
        """The next messages of all formats that have waited long enough for their own."""
        rules = settings.follow_ups
        formats = [one for one in Format if selection.format in (None, NEXT_FORMAT[one])]
        streams = []
        for format_ in formats:
            days = rules.after_days.of(format_)
            if days is None or rules.at_most == 0:
                continue
            last = day - timedelta(days=days)
            filter_ = WaitingFilter(
                format_,
                range(rules.at_most),
                first_day=last - LAPSE,
                last_day=last,
                role=selection.role,
                author=selection.author,
                assignee=selection.assignee,
            )
            streams.append(store.threads.waiting(filter_, after, _READ_AT_ONCE))
        return list(heapq.merge(*streams, key=lambda one: one.position))[:_READ_AT_ONCE]


def _shown(found: list[Waiting], rules: FollowUpRules) -> list[DueFollowUp]:
    days = [(one.message, rules.due_on(one.message)) for one in found]
    return [
        DueFollowUp(message, due_on, message.thread.number + 1 >= rules.at_most)
        for message, due_on in days
        if due_on is not None
    ]


def _due(store: WorkspaceStore, principal: Principal, messages: list[Message]) -> Iterator[Message]:
    people = [message.prospect.id for message in messages]
    answered, suppressed = store.threads.answered(people), suppressed_people(store, messages)
    last_sent = store.threads.last_sent(people)
    for message in messages:
        person = message.prospect.id
        if person in answered or person in suppressed or not may_change(principal, message):
            continue
        if str(message.sent_day) >= last_sent.get(person, ""):
            yield message
