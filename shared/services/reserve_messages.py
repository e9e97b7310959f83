"""Keep the number of messages in a month within the plan, exactly, without a document that every message writes.

An instance reserves a block of at most 50 messages in `usage/{month}`, at the version that it read, and takes from it
in memory. Each message carries its block's id. A block's lease ends after ten minutes; whoever reserves next counts the
messages that carry it, adds them to what is spent, and the rest is free again. So nobody overspends: what is spent and
what is reserved never exceed the limit together, and a block is settled only when nothing can be written from it.
"""

import threading
from datetime import date, datetime, timedelta
from typing import NamedTuple

from shared.domain.errors import QuotaExceededError, Sentence
from shared.domain.workspace import WorkspaceSettings
from shared.ports import Clock, Ids
from shared.repositories.counters import Counters
from shared.repositories.store import Store
from shared.repositories.usage import Block, MonthUsage, Usage
from shared.services.guarded_change import retrying_conflicts
from shared.services.workspace_day import day_of, start_of

MOST_IN_A_BLOCK = 50
LEASE = timedelta(minutes=10)
MARGIN = timedelta(minutes=2)
"""Nothing is taken from a block that ends so soon: a generation that began has ended before the block is counted."""
SHARE = 10
"""A block is at most this part of what is left, so that the last messages of a month are not all in one instance."""

USED_UP = Sentence(
    "Los mensajes de este mes de vuestro plan están gastados.", "Your plan's messages of this month are used up."
)


class UsageOfMonth(NamedTuple):
    """What a workspace has used of its plan. `limit` is None where the plan holds none here."""

    month: str
    limit: int | None
    used: int
    ends_at: datetime


class _Held:
    """What this instance still has of a block."""

    def __init__(self, id_: str, month: str, block: Block) -> None:
        self.id, self.month, self.left, self.lease_until = id_, month, block.size, block.lease_until


class ReserveMessages:
    """Asked before each generation; unused messages are given back."""

    def __init__(self, store: Store, clock: Clock, ids: Ids) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._held: dict[str, _Held] = {}
        self._lock = threading.Lock()

    def take(self, workspace_id: str, settings: WorkspaceSettings) -> str | None:
        """The block that the next message comes from; None where the plan has no limit.

        Raises QuotaExceededError, with the time when a reserved block or a new month may free some.
        """
        limit = settings.messages_a_month
        if limit is None:
            return None
        month = day_of(self._clock.now(), settings).strftime("%Y-%m")
        with self._lock:  # one reservation at a time in this instance; others would only conflict with it
            held = self._held.get(workspace_id)
            if held is None or not self._serves(held, month):
                held = retrying_conflicts(lambda: self._reserve(workspace_id, month, limit, settings))
                self._held[workspace_id] = held
            held.left -= 1
            return held.id

    def give_back(self, workspace_id: str, block_id: str | None) -> None:
        """The message was not written."""
        with self._lock:
            held = self._held.get(workspace_id)
            if held is not None and held.id == block_id:
                held.left += 1

    def read(self, workspace_id: str, settings: WorkspaceSettings) -> UsageOfMonth:
        """What is used of the running month, messages of open blocks included; without a limit nothing is reserved, and
        what was generated is counted.
        """
        today, store = day_of(self._clock.now(), settings), self._store.of(workspace_id)
        month, limit = today.strftime("%Y-%m"), settings.messages_a_month
        used = _generated(store.counters, today) if limit is None else _spent(store.usage, month)
        return UsageOfMonth(month, limit, used, _next_month(self._clock.now(), settings))

    def _serves(self, held: _Held, month: str) -> bool:
        return held.month == month and held.left > 0 and self._clock.now() < held.lease_until - MARGIN

    def _reserve(self, workspace_id: str, month: str, limit: int, settings: WorkspaceSettings) -> _Held:
        usage, now = self._store.of(workspace_id).usage, self._clock.now()
        found, version = usage.find_versioned(month) or (MonthUsage(), None)
        settled = _settled(usage, found, now)
        left = limit - settled.spent - settled.reserved
        if left <= 0:
            raise QuotaExceededError(USED_UP, retry_after_seconds=_seconds_to_more(settled, now, settings))
        block = Block(size=min(MOST_IN_A_BLOCK, max(1, left // SHARE)), lease_until=now + LEASE)
        id_ = self._ids.new()
        kept = settled.model_copy(update={"blocks": {**settled.blocks, id_: block}})
        operation = usage.creation(month, kept) if version is None else usage.change(month, kept, version)
        self._store.documents.write([operation])
        return _Held(id_, month, block)


def _generated(counters: Counters, today: date) -> int:
    days = counters.days(today.replace(day=1), today).values()
    return sum(day.counts.get("generated:total", 0) for day in days)


def _spent(usage: Usage, month: str) -> int:
    found = usage.find(month) or MonthUsage()
    return found.spent + sum(usage.written(block_id) for block_id in found.blocks)


def _settled(usage: Usage, month: MonthUsage, now: datetime) -> MonthUsage:
    """The month with the blocks counted whose lease is over."""
    over = [id_ for id_, block in month.blocks.items() if block.lease_until <= now]
    spent = month.spent + sum(usage.written(id_) for id_ in over)
    return MonthUsage(spent=spent, blocks={id_: block for id_, block in month.blocks.items() if id_ not in over})


def _seconds_to_more(month: MonthUsage, now: datetime, settings: WorkspaceSettings) -> int:
    """When a block may be given back, else when the next month begins."""
    ends = [block.lease_until for block in month.blocks.values()]
    return max(1, round((min(ends, default=_next_month(now, settings)) - now).total_seconds()))


def _next_month(now: datetime, settings: WorkspaceSettings) -> datetime:
    return start_of((day_of(now, settings).replace(day=1) + timedelta(days=32)).replace(day=1), settings)
