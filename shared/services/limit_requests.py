"""How many requests one caller may send in a minute.

Held in each instance's memory, so it is approximate: with n instances a caller may come to n times the limit, and a
new instance starts at zero. A person is one caller in however many workspaces they are, the demo apart, whose limit is
another. It stops a loop that runs wild, not an attack; addresses are the edge's job.
"""

import math
import threading
from typing import NamedTuple

from shared.domain.errors import QuotaExceededError, Sentence
from shared.domain.plan import REQUESTS_A_MINUTE
from shared.domain.principal import Caller, Principal
from shared.ports import Clock

WINDOW_SECONDS = 60
_MOST_CALLERS = 20_000
_TOO_MANY = Sentence(
    "Demasiadas peticiones en un minuto; espera un poco.", "Too many requests in a minute; wait a little."
)


class RequestAllowance(NamedTuple):
    """What is left to a caller: `remaining` of `limit`, whole again in `reset_seconds`."""

    limit: int
    remaining: int
    reset_seconds: int


class LimitRequests:
    """A sliding window made of two counts: this minute's, and the share of the last one's that is still inside."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._counts: dict[tuple[int, str], tuple[int, int, int]] = {}
        self._lock = threading.Lock()

    def __call__(self, caller: Caller) -> RequestAllowance:
        """Count one request. The allowance has `remaining` -1 where it is one too many: `require` refuses that."""
        limit = caller.requests_a_minute if isinstance(caller, Principal) else REQUESTS_A_MINUTE
        window, inside = divmod(self._clock.monotonic(), WINDOW_SECONDS)
        with self._lock:
            used = self._count((limit, caller.id), int(window), inside / WINDOW_SECONDS)
        return RequestAllowance(limit, limit - used, math.ceil(WINDOW_SECONDS - inside))

    def require(self, allowance: RequestAllowance) -> None:
        """Raise QuotaExceededError if that request was one too many."""
        if allowance.remaining < 0:
            raise QuotaExceededError(_TOO_MANY, retry_after_seconds=allowance.reset_seconds)

    def _count(self, key: tuple[int, str], window: int, share: float) -> int:
        """How many requests count now, this one included; `key` is limit and caller. One that is refused does not
        count.
        """
        limit, _ = key
        last, current, before = self._counts.get(key, (window, 0, 0))
        if last != window:
            current, before = 0, current if last == window - 1 else 0
        used = current + 1 + math.floor(before * (1 - share))
        if len(self._counts) >= _MOST_CALLERS and key not in self._counts:
            self._counts.clear()
        self._counts[key] = (window, current + (used <= limit), before)
        return min(used, limit + 1)
