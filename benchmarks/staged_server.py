"""The local server, with its processor time told apart by stage.

    python -m benchmarks.staged_server       (what scripts.dev_server does, slower by the reading of a clock)

A stage is what runs within one of the functions named below, less what runs within another of them. When the server
ends it writes the seconds of each to the file that STAGES_FILE names; what happened before it was ready is left out.
"""

import json
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from waitress.channel import HTTPChannel  # type: ignore[import-untyped]

from scripts import dev_server
from scripts.graceful_server import GracefulServer
from shared.adapters.embedded.embedded_queue import EmbeddedQueue
from shared.adapters.embedded.queue_delivery import Courier
from shared.adapters.embedded.queue_dispatcher import Dispatcher
from shared.adapters.embedded.queue_token import QueueToken
from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.adapters.google.gemini_writer import GeminiWriter
from shared.services import write_checked_draft
from shared.services.advance_batch import AdvanceBatch
from shared.services.find_similar import FindSimilar
from shared.services.list_batches import ListBatches
from shared.services.plan_generation import PlanGeneration
from shared.services.run_item import RunItem

STAGES: dict[str, list[tuple[Any, str]]] = {
    "queue": [
        (Dispatcher, "_turn"),
        (Courier, "deliver"),
        (EmbeddedQueue, "enqueue"),
    ],
    "token": [(QueueToken, "for_path"), (QueueToken, "admit")],
    "HTTP": [(GracefulServer, "_turn"), (HTTPChannel, "service")],
    "advance": [(AdvanceBatch, "__call__")],
    "plan": [(PlanGeneration, "__call__")],
    "model's client": [(GeminiWriter, "write")],
    "near-duplicates": [(FindSimilar, "__call__")],
    "gate": [(write_checked_draft, "examine")],
    "store": [(SqliteDocuments, name) for name in ("get", "get_many", "query", "aggregate", "write")],
    "progress": [(ListBatches, "one")],
    "rest of the item": [(RunItem, "__call__")],
}
"""Which functions make up which stage. HTTP is the server's side; the queue's own requests are the queue's."""


class StageClock:
    """Sums the processor time of threads by stage."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._thread = threading.local()

    def charging(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time charged to the stage and no longer to the one that calls it."""

        def charged(*args: Any, **kwargs: Any) -> Any:
            before = self._enter(stage)
            try:
                return function(*args, **kwargs)
            finally:
                self._enter(before)

        return charged

    def _enter(self, stage: str | None) -> str | None:
        """Charge what was used since the last change, and go on under the stage; answers the one before."""
        now, thread = time.thread_time(), self._thread
        current: str | None = getattr(thread, "stage", None)
        if current is not None:
            self.seconds[current] += now - thread.since
        thread.stage, thread.since = stage, now
        return current


def main() -> int:
    """Serve until told to end, and write what each stage took."""
    clock = StageClock()
    for stage, functions in STAGES.items():
        for owner, name in functions:
            setattr(owner, name, clock.charging(stage, getattr(owner, name)))
    serve = GracefulServer.serve

    def serve_from_zero(server: GracefulServer) -> bool:
        clock.seconds.clear()
        return serve(server)

    setattr(GracefulServer, "serve", serve_from_zero)  # noqa: B010  a method is not assigned to otherwise
    try:
        return dev_server.main()
    finally:
        Path(os.environ["STAGES_FILE"]).write_text(json.dumps(clock.seconds), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
