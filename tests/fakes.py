"""Doubles for the ports that no real peer covers in a unit test. Documents have `memory_documents.MemoryDocuments`."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

from shared.domain.documents import Aggregate, Delete, Document, Operation, Query
from shared.domain.errors import OutreachError
from shared.domain.ids import derived_id
from shared.domain.message import Draft
from shared.domain.tasks import Task
from shared.domain.writing import WritingEstimate, WritingRequest, Written, WrittenClaim
from shared.ports import Documents


class FixedClock:
    """Time that stands still until a test moves it."""

    def __init__(self, now: datetime = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)) -> None:
        self._now = now
        self._seconds = 0.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._seconds

    def advance(self, seconds: float) -> None:
        """Move both clocks."""
        self._now += timedelta(seconds=seconds)
        self._seconds += seconds


class NumberedIds:
    """Ids that are well-formed and tell their place: the first, the second …"""

    def __init__(self) -> None:
        self._made = 0

    def new(self) -> str:
        self._made += 1
        return derived_id("numbered", str(self._made))


class FixedSecrets:
    """Secrets that need no file."""

    def get(self, name: str) -> bytes:
        return f"secret of {name}".encode()


Answer = Draft | OutreachError | Callable[[WritingRequest], Draft]


class ScriptedWriter:
    """Answers what the test says in turn, the last for ever, and keeps the requests; `seconds` pass at each call."""

    def __init__(self, *answers: Answer, clock: FixedClock | None = None, seconds: float = 0.0) -> None:
        self.requests: list[WritingRequest] = []
        self._answers = list(answers)
        self._clock = clock
        self._seconds = seconds

    def write(self, request: WritingRequest) -> Written:
        self.requests.append(request)
        if self._clock is not None:
            self._clock.advance(self._seconds)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(answer, OutreachError):
            raise answer
        return written(answer if isinstance(answer, Draft) else answer(request))

    def estimate(self, request: WritingRequest) -> WritingEstimate:
        return WritingEstimate("scripted", "scripted-1", 100, 50, 30, "USD")


def written(draft: Draft, claims: Iterable[WrittenClaim] = ()) -> Written:
    """A writer's answer with fixed tokens and cost."""
    return Written(draft, tuple(claims), "scripted", "scripted-1", 100, 50, 30, "USD")


class RecordingQueue:
    """Keeps what is enqueued, each name once, until the test takes it; a fault, if set, refuses everything."""

    def __init__(self) -> None:
        self.waiting: list[Task] = []
        self.fault: OutreachError | None = None
        self._names: set[str] = set()

    def enqueue(self, tasks: Sequence[Task]) -> None:
        for task in tasks:
            if self.fault is not None:
                raise self.fault
            if task.name not in self._names:
                self._names.add(task.name)
                self.waiting.append(task)

    def take(self, path: str | None = None) -> list[Task]:
        """What is waiting for the path, or all of it, in order; it waits no more."""
        taken = [task for task in self.waiting if path in (None, task.path)]
        self.waiting = [task for task in self.waiting if task not in taken]
        return taken

    def close(self) -> None:
        """Nothing to let go of."""


class FaultyDocuments:
    """A store in front of another one that fails when a test says so; `paths` are the documents that there are."""

    def __init__(self, inner: Documents) -> None:
        self._inner = inner
        self.paths: set[str] = set()
        self._good_writes: int | None = None
        self._fault: OutreachError | None = None
        self._once = False
        self._after_next_write: OutreachError | None = None
        self._good_before = 0

    def fail_writes_after(self, good_writes: int | None, fault: OutreachError | None = None) -> None:
        """Let so many writes pass and fail all later ones, unapplied; None ends the fault."""
        self._good_writes, self._fault = good_writes, fault
        self._once = False

    def fail_one_write_after(self, good_writes: int, fault: OutreachError) -> None:
        """Let so many writes pass, fail the next one, unapplied, and let all later ones pass."""
        self.fail_writes_after(good_writes, fault)
        self._once = True

    def fail_after_next_write(self, fault: OutreachError, good_writes: int = 0) -> None:
        """Let so many writes pass, then apply the next one and report the fault all the same."""
        self._after_next_write, self._good_before = fault, good_writes

    def get(self, path: str) -> Document | None:
        return self._inner.get(path)

    def get_many(self, paths: Sequence[str]) -> list[Document | None]:
        return self._inner.get_many(paths)

    def query(self, query: Query) -> list[Document]:
        return self._inner.query(query)

    def aggregate(self, query: Query, sums: Sequence[str] = ()) -> Aggregate:
        return self._inner.aggregate(query, sums)

    def close(self) -> None:
        self._inner.close()

    def write(self, operations: Sequence[Operation]) -> str:
        self._refuse_if_due()
        version = self._inner.write(operations)
        for operation in operations:
            (self.paths.discard if isinstance(operation, Delete) else self.paths.add)(operation.path)
        fault = self._after_next_write
        if fault is not None and self._good_before == 0:
            self._after_next_write = None
            raise fault
        self._good_before -= 1
        return version

    def _refuse_if_due(self) -> None:
        if self._good_writes is None or self._fault is None:
            return
        if self._good_writes == 0:
            fault = self._fault
            self._fault = None if self._once else fault
            raise fault
        self._good_writes -= 1
