"""What was read a moment ago, kept for a few seconds in this instance's memory.

Each request needs the caller's member or key document and the workspace's. Read anew at most every 5 s, so that whoever
was removed or revoked is out everywhere within 10 s, and on the instance that did it at once.
"""

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from shared.ports import Clock

Value = TypeVar("Value")

SECONDS = 5.0
MOST = 10_000


class RecentReads(Generic[Value]):
    """At most so many values (10,000), each no older than `seconds`. What is not there is not remembered."""

    def __init__(self, clock: Clock, seconds: float = SECONDS, most: int = MOST) -> None:
        self._clock = clock
        self._seconds = seconds
        self._most = most
        self._kept: dict[Hashable, tuple[float, Value]] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, read: Callable[[], Value | None]) -> Value | None:
        """The value that was read under `key` a moment ago, else what `read` finds now."""
        kept = self._kept.get(key)
        now = self._clock.monotonic()
        if kept is not None and now - kept[0] < self._seconds:
            return kept[1]
        value = read()
        if value is not None:
            self._keep(key, now, value)
        else:
            self.forget(key)
        return value

    def forget(self, key: Hashable) -> None:
        """Read anew next time: this instance knows that the value has changed."""
        self._kept.pop(key, None)

    def _keep(self, key: Hashable, now: float, value: Value) -> None:
        with self._lock:
            if len(self._kept) >= self._most:
                self._kept = {one: kept for one, kept in self._kept.items() if now - kept[0] < self._seconds}
            if len(self._kept) >= self._most:
                self._kept.clear()
            self._kept[key] = (now, value)
