"""A second process for the items of batches, beside the local server, from the moment on that there are many.

All of an item's own work is Python, and one interpreter does it in one thread at a time: on two cores a second one does
most of it (docs/decisions/0070-a-second-process-for-items.md).
"""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence

from shared.telemetry.logs import get_logger

WORTH_IT = 200
"""A process takes some 1.5 s to start: of a batch of fewer items it would do little."""

_ONE_BATCH_SECONDS = 10.0
"""Items that are enqueued after a longer pause are not counted together with those before it."""

_PROGRAM = (sys.executable, "-m", "scripts.item_server")

_log = get_logger()


class ItemProcess:
    """The process, started when it is worth it, and again when it ends; `program` prints its address once it serves."""

    def __init__(
        self,
        program: Sequence[str] = _PROGRAM,
        worth_it: int = WORTH_IT,
        pause_seconds: float = 5.0,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._program = program
        self._worth_it = worth_it
        self._pause = pause_seconds
        self._monotonic = monotonic
        self._expected = 0
        self._expected_at = 0.0
        self._is_kept = False
        self._address: str | None = None
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()
        self._ending = threading.Event()

    def expect(self, items: int) -> None:
        """See `shared.ports.ItemRunner.expect`."""
        with self._lock:
            self._count(items, self._monotonic())
            if self._expected >= self._worth_it and not self._is_kept:
                self._is_kept = True
                threading.Thread(target=self._keep, name="item-process", daemon=True).start()

    def address(self) -> str | None:
        """See `shared.ports.ItemRunner.address`."""
        with self._lock:
            return self._address

    def close(self) -> None:
        """End the process. What it may still run is delivered again at the next start."""
        self._ending.set()
        with self._lock:
            process, self._address = self._process, None
        if process is not None:
            process.kill()

    def _count(self, items: int, now: float) -> None:
        is_same_batch = now - self._expected_at <= _ONE_BATCH_SECONDS
        self._expected = items + (self._expected if is_same_batch else 0)
        self._expected_at = now

    def _keep(self) -> None:
        while not self._ending.is_set():
            try:
                self._run()
            except OSError:
                _log.exception("item_process_not_started")
            self._ending.wait(self._pause)

    def _run(self) -> None:
        """Start the process, and return when it has ended."""
        # In our own folder, from which a relative APP_DATA_DIR counts.
        with subprocess.Popen(self._program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None  # noqa: S101  narrows the type
            self._note(process, None)
            self._note(process, process.stdout.readline().strip() or None)
            process.stdout.read()
            self._note(None, None)
        if not self._ending.is_set():
            _log.warning("item_process_ended", reason=str(process.returncode))

    def _note(self, process: "subprocess.Popen[str] | None", address: str | None) -> None:
        with self._lock:
            self._process, self._address = process, address
