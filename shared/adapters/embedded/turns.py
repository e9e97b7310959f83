"""A lock for writers: quick while nobody waits long, and then in turn."""

import threading
import time
from collections import deque
from typing import NamedTuple

_PATIENCE_SECONDS = 0.5


class Turns:
    """A lock that whoever comes may take at once, until somebody has waited for half a second: then those who wait go
    first, in the order in which they came.

    Strict order would cost throughput: each hand-over waits until the next thread gets the interpreter. With none at
    all a busy batch keeps a person's request out for seconds.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[_Place] = deque()
        self._is_taken = False

    def acquire(self, timeout: float) -> bool:
        """Take the lock; False if that was not possible within `timeout` seconds."""
        with self._guard:
            if not self._is_taken and not self._somebody_waited_long():
                self._is_taken = True
                return True
            place = _Place(time.monotonic(), threading.Event())
            self._waiting.append(place)
        return self._wait(place, timeout)

    def release(self) -> None:
        """Give the lock back, and wake the first of those who wait."""
        with self._guard:
            self._is_taken = False
            if self._waiting:
                self._waiting[0].called.set()

    def _wait(self, place: "_Place", timeout: float) -> bool:
        deadline = place.arrival + timeout
        while True:
            place.called.wait(max(0.0, deadline - time.monotonic()))
            with self._guard:
                place.called.clear()
                if not self._is_taken and self._waiting[0] is place:
                    self._waiting.popleft()
                    self._is_taken = True
                    return True
                if time.monotonic() >= deadline:
                    self._leave(place)
                    return False

    def _leave(self, place: "_Place") -> None:
        """Give up waiting; a call that came for this place goes to the next."""
        self._waiting.remove(place)
        if not self._is_taken and self._waiting:
            self._waiting[0].called.set()

    def _somebody_waited_long(self) -> bool:
        return bool(self._waiting) and time.monotonic() - self._waiting[0].arrival > _PATIENCE_SECONDS


class _Place(NamedTuple):
    """Somebody who waits: since when, and how they are called."""

    arrival: float
    called: threading.Event
