"""A client that belongs to one process.

functions-framework builds the application and only then lets gunicorn fork its worker. Neither a gRPC channel nor a
pooled connection survives a fork (https://github.com/grpc/grpc/issues/41768: such functions hang), so each process
makes its own at its first call.
"""

import os
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Client = TypeVar("Client")


class PerProcess(Generic[Client]):
    """Gives each process the client that `build` makes in it. Any thread may ask."""

    def __init__(self, build: Callable[[], Client]) -> None:
        self._build = build
        self._lock = threading.Lock()
        self._made: tuple[int, Client] | None = None

    def __call__(self) -> Client:
        """The client of this process, made now if it has none."""
        return self._of_this_process() or self._make()

    def close(self, close: Callable[[Client], object]) -> None:
        """Close this process's client, if it has one; what another process made is left alone."""
        client = self._of_this_process()
        if client is not None:
            close(client)

    def _of_this_process(self) -> Client | None:
        made = self._made
        return made[1] if made is not None and made[0] == os.getpid() else None

    def _make(self) -> Client:
        with self._lock:
            client = self._of_this_process()
            if client is None:
                client = self._build()
                self._made = (os.getpid(), client)
            return client
