"""What services need from outside, as Protocols. Adapters under `shared/adapters/` keep these promises, and
`shared/bootstrap` alone chooses among them.

Every adapter translates its vendor's exceptions into `shared.domain.errors` at its edge.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from shared.domain.documents import Aggregate, Document, Operation, Query
from shared.domain.identity import Identity
from shared.domain.tasks import Task
from shared.domain.webhook import Sent
from shared.domain.writing import WritingEstimate, WritingRequest, Written


class Documents(Protocol):
    """A store of documents with Firestore's semantics, whatever is behind it.

    Comparison: null < boolean < number < timestamp < string < array; whole numbers and fractions compare by value; a
    comparison matches values of its own type only; strings compare by their UTF-8 bytes, arrays item by item; a
    document without a field is in no result that filters or orders by it; ties end with the id in the direction of
    the last order. A query needs a declared index (`shared.domain.documents.Index`) as
    `shared.domain.query_rules.serving_indexes` says. Datetimes come back in UTC.

    A write of something invalid or too large, and a query that no index serves, is a programming error and raises
    ValueError. A store that cannot be reached raises UpstreamFailedError within seconds; one that does not answer in
    time UpstreamTimeoutError if nothing can have been written, else UnknownOutcomeError.
    """

    def get(self, path: str) -> Document | None:
        """The document at `path`, or None."""

    def get_many(self, paths: Sequence[str]) -> list[Document | None]:
        """The documents at `paths`, in their order, None where there is none.

        Each is as some write left it; together they need not be of one moment (Firestore reads them one by one).
        """

    def write(self, operations: Sequence[Operation]) -> str:
        """Apply all operations at once or none, and return the new version of every document written.

        At most 500 operations and 8 MiB; each document is named once. Raises WriteConflictError if a precondition does
        not hold (then nothing is written) and UnknownOutcomeError if nobody knows. Never retried by an adapter.
        """

    def query(self, query: Query) -> list[Document]:
        """The documents that match, in order; strongly consistent."""

    def aggregate(self, query: Query, sums: Sequence[str] = ()) -> Aggregate:
        """How many documents match, the cursor apart, and the sums of at most four indexed fields.

        A limit ends the counting, so that "more than so many?" costs no more than so many; beside sums it is ignored.
        As in Firestore, a document without one of the summed fields is neither counted nor summed, and the sums need
        the index that ordering by them, ascending, after the query's own order would need.
        """

    def close(self) -> None:
        """Let go of files and connections; no thread may be using the store any more."""


class TaskQueue(Protocol):
    """Delivers tasks to functions/tasks: at least once, possibly twice, possibly out of order, also after a crash.

    A delivery that is not answered with 2xx is made again after an exponential pause, up to a limit of attempts; then
    the task is forgotten, so a handler records its failure on the last attempt. A task's name keeps it from being
    enqueued twice for a while, which saves work; no rule may depend on it.
    """

    def enqueue(self, tasks: Sequence[Task]) -> None:
        """Put the tasks into the queue; one that is there already, or was lately, counts as put.

        Raises UpstreamFailedError or UpstreamTimeoutError if it is not known of each that it is there: enqueueing
        all of them again is safe.
        """

    def close(self) -> None:
        """Let go of connections and threads; what is in the queue stays there."""


class ItemRunner(Protocol):
    """Another process of a laptop that runs items of batches."""

    def expect(self, items: int) -> None:
        """So many more are waiting: it may be worth starting."""

    def address(self) -> str | None:
        """Where it takes them; None while it does not."""


class TaskDelivery(Protocol):
    """The part of a queue that runs inside a laptop's server; Cloud Tasks delivers by itself."""

    def start(self, address: str, second: ItemRunner | None = None) -> None:
        """Deliver from now on, by POST to `address`, first what was being delivered when a process died.

        Most of what is not steering goes to the `second` one, for as long as that has an address.
        """

    def pause(self) -> None:
        """Begin no more deliveries; those under way go on."""


class TaskCallers(Protocol):
    """Knows the queue and the clock, who alone may call functions/tasks."""

    def admit(self, token: str, path: str) -> None:
        """Return if the bearer token is theirs, for this path. Raises NotAuthenticatedError or NotPermittedError."""


class MessageWriter(Protocol):
    """Writes one message.

    Raises QuotaExceededError, UpstreamFailedError or UpstreamTimeoutError; an answer that is blocked, cut or not of the
    asked form is an UpstreamFailedError that says which.
    """

    def write(self, request: WritingRequest) -> Written:
        """Write the message that is asked for, in one call to the model and within the request's deadline."""

    def estimate(self, request: WritingRequest) -> WritingEstimate:
        """What `write` would cost, without calling anything."""


class TokenVerifier(Protocol):
    """Tells whom a token of an issuer that we trust speaks of (OpenID Connect Core 1.0, 3.1.3.7)."""

    def verify(self, token: str) -> Identity:
        """The identity that the token states.

        Raises NotAuthenticatedError, in the same words whatever is wrong, and UpstreamFailedError where the issuer's
        keys cannot be fetched.
        """


class WebhookSender(Protocol):
    """Posts to an address that a customer chose, and to no address inside."""

    def send(self, url: str, headers: Mapping[str, str], body: bytes) -> Sent:
        """How it went, within the deadline. Never raises for what lies on the other side. Follows no redirect; connects
        only to public addresses, judged by what is connected to and not by the name.
        """


class Sealer(Protocol):
    """Encrypts what must be stored and read again: a webhook's secret."""

    def seal(self, plain: bytes, context: str) -> str:
        """The sealed text; opens only in the same context."""

    def open(self, sealed: str, context: str) -> bytes:
        """What was sealed. Raises UpstreamFailedError if it cannot be opened: another context, a key that is gone."""


class Secrets(Protocol):
    """Named secrets, read when needed, never logged."""

    def get(self, name: str) -> bytes:
        """The newest value of the secret. Raises UpstreamFailedError if it is missing or refused."""


class Backups(Protocol):
    """Copies of the store that the platform makes by itself."""

    def newest(self) -> datetime | None:
        """The moment, in UTC, that the newest finished backup is a copy of; None where there is none.

        Raises UpstreamFailedError if the platform does not say.
        """


class Isolation(Protocol):
    """Runs programs of ours apart from this process: they know none of its settings, and what they do to themselves
    is theirs alone.
    """

    def run(self, module: str, arguments: Sequence[str], data: bytes, seconds: float) -> bytes:
        """What `python -m module arguments…` makes of `data`, from standard input to standard output.

        Raises UpstreamTimeoutError if it takes longer than `seconds`, when it is killed, UpstreamFailedError if it
        breaks off, and QuotaExceededError while too many others run.
        """


class Clock(Protocol):
    """Time."""

    def now(self) -> datetime:
        """The present, in UTC, with microseconds."""

    def monotonic(self) -> float:
        """Seconds that never go back, for measuring and for deadlines."""


class Ids(Protocol):
    """Source of new ids."""

    def new(self) -> str:
        """A fresh opaque id (see `shared.domain.ids`)."""
