"""A WSGI server that, when told to end, takes no more connections, finishes what is running, and returns."""

import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

from waitress import create_server, wasyncore  # type: ignore[import-untyped]

from scripts.broken_requests import ProblemChannel

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

THREADS = 40  # as a deployed function has
GRACE_SECONDS = 5.0

_LARGEST_BODY = 64 * 1024 * 1024  # above every route's own limit, so that the route itself refuses
_LOOP_SECONDS = 1.0
_BACKLOG = 256


class GracefulServer:
    """Waitress on a bound socket. `serve` returns after SIGINT or SIGTERM, or after the grace if a request hangs.

    `before_ending` is called once when it is told to end, before what is running is waited for.
    """

    def __init__(
        self,
        app: "WSGIApplication",
        listener: socket.socket,
        grace_seconds: float = GRACE_SECONDS,
        before_ending: Callable[[], None] | None = None,
    ) -> None:
        self._grace = grace_seconds
        self._before_ending = before_ending
        self._channels: dict[int, Any] = {}
        self._server = create_server(
            app,
            map=self._channels,
            sockets=[listener],
            threads=THREADS,
            backlog=_BACKLOG,
            connection_limit=_BACKLOG,
            max_request_body_size=_LARGEST_BODY,
            ident=None,
        )
        self._server.channel_class = ProblemChannel
        self._told_to_end = False

    def serve(self) -> bool:
        """Serve; True if everything that ran was finished in the end."""
        with self._ending_on_signals():
            while not self._told_to_end:
                self._turn(_LOOP_SECONDS)
        if self._before_ending is not None:
            self._before_ending()
        # The server's own close() would take away the pipe by which its threads wake this loop.
        wasyncore.dispatcher.close(self._server)
        deadline = time.monotonic() + self._grace
        while self._is_busy() and time.monotonic() < deadline:
            self._turn(0.05)
        return not self._is_busy()

    def _turn(self, seconds: float) -> None:
        wasyncore.loop(timeout=seconds, map=self._channels, use_poll=True, count=1)

    def _is_busy(self) -> bool:
        channels = self._server.active_channels.values()
        return any(channel.requests or channel.total_outbufs_len for channel in channels)

    @contextmanager
    def _ending_on_signals(self) -> Iterator[None]:
        """The first signal ends politely; afterwards they have their own effect again."""
        kinds = (signal.SIGINT, signal.SIGTERM)
        before = [signal.signal(kind, self._end) for kind in kinds]
        try:
            yield
        finally:
            for kind, handler in zip(kinds, before, strict=True):
                signal.signal(kind, handler)

    def _end(self, _signal: int, _frame: FrameType | None) -> None:
        self._told_to_end = True
        self._server.pull_trigger()  # wakes the loop
