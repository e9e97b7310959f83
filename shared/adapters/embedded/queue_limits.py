"""How fast the embedded queue delivers and when it tries again: what Cloud Tasks calls rate limits and retry config."""

from typing import NamedTuple

_FOR_ONE_AHEAD = 4
"""Of so many workers one or so ends while the dispatcher waits for its commit."""


class RetryRule(NamedTuple):
    """A task is tried `max_attempts` times; pauses double from `min_backoff` seconds and stop at `max_backoff`."""

    max_attempts: int = 8
    min_backoff: float = 1.0
    max_backoff: float = 10.0

    def pause_after(self, attempt: int, asked: float | None) -> float | None:
        """Seconds until the next attempt; None after the last one.

        `asked` is what the handler asked for (Retry-After): a longer pause, but none above the longest one.
        """
        if attempt >= self.max_attempts:
            return None
        doubled: float = self.min_backoff * 2.0 ** min(attempt - 1, 30)
        return min(self.max_backoff, max(doubled, asked or 0.0))


class Pace:
    """How many tasks may be claimed: for `concurrency` deliveries at a time and `rate` a second (None: any number).

    Some more are claimed ahead of time, so that a worker that ends need not wait for the next commit; not where there
    is a rate, or while the queue is slowed down.

    An answer that the provider's quota is used up slows the whole queue, as Cloud Tasks does it: the number at a time
    is halved, and grows back by one for each round of successes.
    """

    def __init__(self, concurrency: int, rate: float | None) -> None:
        self._concurrency = concurrency
        self._rate = rate
        self._ahead = 0 if rate else concurrency // _FOR_ONE_AHEAD
        self._allowed = float(concurrency)
        self._tokens = 1.0
        self._filled_at: float | None = None
        self._slowed_at: float | None = None

    def may_claim(self, running: int, now: float) -> int:
        """How many tasks may be claimed now, `running` being in the hands of workers; `now` is in seconds."""
        ahead = self._ahead if self._allowed >= self._concurrency else 0
        free = max(0, int(self._allowed) + ahead - running)
        if self._rate is None:
            return free
        self._fill(now)
        return min(free, int(self._tokens))

    def claimed(self, count: int) -> None:
        """Note that so many were claimed."""
        self._tokens -= count

    def seconds_to_next(self) -> float:
        """Seconds until the rate allows another one."""
        return 0.0 if self._rate is None else max(0.0, (1.0 - self._tokens) / self._rate)

    def succeeded(self) -> None:
        """Note a delivery that was answered with 2xx."""
        self._allowed = min(float(self._concurrency), self._allowed + 1.0 / self._allowed)

    def slow_down(self, now: float) -> None:
        """Note an answer that asks the queue to slow down; those within one second count once."""
        if self._slowed_at is None or now - self._slowed_at >= 1.0:
            self._slowed_at = now
            self._allowed = max(1.0, self._allowed / 2.0)

    def _fill(self, now: float) -> None:
        assert self._rate is not None  # noqa: S101  narrows the type
        burst = max(1.0, self._rate)
        passed = 0.0 if self._filled_at is None else now - self._filled_at
        self._tokens = min(burst, self._tokens + passed * self._rate)
        self._filled_at = now
