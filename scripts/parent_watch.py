"""End with the process that started us, also when it was killed and could tell nobody."""

import os
import signal
import threading
import time

INTERVAL_SECONDS = 0.25


def end_with_parent() -> None:
    """Send ourselves SIGTERM as soon as the parent is gone, so that no orphan holds the port.

    Polling works on every system; Linux alone could be told by the kernel (PR_SET_PDEATHSIG).
    """
    parent = os.getppid()
    threading.Thread(target=_watch, args=(parent,), name="parent-watch", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(INTERVAL_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)
