"""Our own work for one message: plan, offline writer, gate and commit to SQLite, with nothing to wait for.

Bar: a median under 8 ms. Processor time stands beside the clock's, which what else runs on the machine lengthens. The
history page at 100,000 messages is in documents_paging.
"""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from benchmarks.example import GENERATION, demo_folder
from benchmarks.table import percentile, print_table
from shared.adapters.system import RandomIds
from shared.bootstrap import build_services
from shared.config import Settings
from shared.domain.generation import GenerationRequest
from shared.domain.message import Draft
from shared.gate.gate import examine

MESSAGES = 500
Result = TypeVar("Result")


class Times(NamedTuple):
    """The milliseconds that one stage took: by the clock, and of the processor."""

    passed: list[float]
    worked: list[float]


def main() -> None:
    """Time each stage over messages to the same person in all formats."""
    with demo_folder() as (folder, key):
        services = build_services(Settings(data_dir=folder, demo_messages=0, log_level="error"))
        principal, ids = services.authenticate(key), RandomIds()
        formats = ("linkedin_note", "linkedin_message", "linkedin_inmail", "email")
        requests = [GenerationRequest.model_validate(GENERATION | {"format": name}) for name in formats]
        stages = {name: Times([], []) for name in ("authenticate", "plan", "write", "gate", "whole message")}
        generate = services.generate_message
        for number in range(MESSAGES):
            request = requests[number % len(requests)]
            _timed(stages["authenticate"], lambda: services.authenticate(key))
            plan = _timed(stages["plan"], lambda: generate._plan(principal, request))  # noqa: B023, SLF001
            written = _timed(stages["write"], lambda: generate._writer.write(plan.writing))  # noqa: B023, SLF001
            draft = Draft(subject=written.draft.subject, body=written.draft.body)
            _timed(stages["gate"], lambda: examine(draft, plan.context, written.claims))  # noqa: B023
            _timed(stages["whole message"], lambda: generate(principal, request, ids.new()))  # noqa: B023
    whole = statistics.median(stages["whole message"].worked)
    rows = [
        [
            name,
            f"{statistics.median(times.passed):.2f}",
            f"{percentile(times.passed, 0.95):.2f}",
            f"{statistics.median(times.worked):.2f}",
            f"{statistics.median(times.worked) / whole:.2f}",
        ]
        for name, times in stages.items()
    ]
    print_table(
        f"Own work per message over {MESSAGES} messages (bar: median under 8 ms)",
        ["stage", "median ms", "p95 ms", "processor ms", "share"],
        rows,
    )


def _timed(times: Times, work: Callable[[], Result]) -> Result:
    started, began = time.perf_counter(), time.process_time()
    result = work()
    times.worked.append((time.process_time() - began) * 1000)
    times.passed.append((time.perf_counter() - started) * 1000)
    return result


if __name__ == "__main__":
    main()
