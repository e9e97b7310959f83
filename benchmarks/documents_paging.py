"""A page of 50 messages from the embedded store: does it cost the same however many messages are stored?

    python -m benchmarks.documents_paging [--sizes 1000 100000] [--rounds 200]

Prints the time of each kind of page at each size, and the ratio of the largest size to the smallest (bar: at most 1.5
for a page with one filter). The ratio is of processor time, which tells less about what else the machine does; rounds
alternate between the sizes. Where fewer than 50 messages are found at one size, the ratio compares unlike pages.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.table import percentile, print_table
from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.domain.documents import (
    Bound,
    Compare,
    Contains,
    Create,
    Equal,
    In,
    Index,
    IndexedValue,
    IndexMode,
    Json,
    Order,
    Query,
)
from shared.ports import Documents

COLLECTION = "workspaces/w/messages"
FILTERS = ("role", "format", "status", "language", "batch", "author")
LATEST = ("created_at", IndexMode.DESCENDING)
INDEXES = (
    *(Index("messages", ((name, IndexMode.ASCENDING), LATEST)) for name in FILTERS),
    Index("messages", (("words", IndexMode.CONTAINS), LATEST)),
)
NEWEST = (Order("created_at", descending=True),)
START = datetime(2026, 1, 1, tzinfo=UTC)
ROLES = ("general", "sales", "marketing", "operations", "people", "technology", "finance", "procurement")
STATUSES = ("ready", "ready", "ready", "sent", "sent", "needs_review", "approved", "rejected")
BODY = "Hola, Lucía: vi que llevas la operación de tres almacenes y quería contarte algo que te puede servir. " * 8
PER_WRITE = 250
WARM_UP = 5


def message(number: int, rng: random.Random) -> Create:
    """One message as the product stores it: twelve indexed fields, a dozen words, some 5 KB of payload."""
    fields: dict[str, IndexedValue] = {
        "role": rng.choice(ROLES),
        "format": rng.choice(("linkedin_note", "linkedin_message", "linkedin_inmail", "email")),
        "status": rng.choice(STATUSES),
        "language": rng.choice(("es", "es", "es", "en")),
        "batch": f"batch{number // 500}",
        "author": f"author{rng.randrange(20)}",
        "variant": rng.choice("AB"),
        "company_key": f"company{rng.randrange(5000)}",
        "words": tuple({f"name{rng.randrange(12)}", f"surname{rng.randrange(900)}", f"firm{rng.randrange(5000)}"}),
        "created_at": START + timedelta(seconds=number),
        "sent_day": None,
    }
    payload: dict[str, Json] = {
        "body": BODY,
        "claims": [{"text": BODY[:60], "start": n, "end": n + 60} for n in range(8)],
        "n": number,
    }
    return Create(f"{COLLECTION}/{rng.getrandbits(128):032x}", fields, payload)


def filled(folder: Path, size: int) -> tuple[SqliteDocuments, float]:
    """A store of `size` messages, and the seconds that one of them took to write."""
    documents = SqliteDocuments(folder / f"{size}.sqlite3", INDEXES)
    rng = random.Random(size)
    before = time.perf_counter()
    for first in range(0, size, PER_WRITE):
        documents.write([message(number, rng) for number in range(first, min(first + PER_WRITE, size))])
    return documents, (time.perf_counter() - before) / size


def pages(size: int) -> dict[str, Callable[[random.Random], Query]]:
    """What people ask for, each time with other values."""

    def page(*where, after=None) -> Query:
        return Query(COLLECTION, where, NEWEST, after, limit=50)

    def role(rng: random.Random) -> Equal:
        return Equal("role", rng.choice(ROLES))

    def middle(rng: random.Random) -> tuple:
        return START + timedelta(seconds=rng.randrange(size // 3, size)), "m"

    def month(rng: random.Random) -> tuple[Compare, Compare]:
        begin = START + timedelta(seconds=rng.randrange(size // 2))
        upper = begin + timedelta(seconds=size // 2)
        return Compare("created_at", Bound.AT_LEAST, begin), Compare("created_at", Bound.BELOW, upper)

    return {
        "newest": lambda _: page(),
        "one filter": lambda rng: page(role(rng)),
        "one filter, a later page": lambda rng: page(role(rng), after=middle(rng)),
        "one filter, a range of dates": lambda rng: page(role(rng), *month(rng)),
        "two filters": lambda rng: page(role(rng), Equal("language", "es")),
        "three filters": lambda rng: page(role(rng), Equal("status", "ready"), Equal("language", "es")),
        "one of three states": lambda _: page(In("status", ("sent", "approved", "rejected"))),
        "role, one of three states": lambda rng: page(role(rng), In("status", ("sent", "approved", "rejected"))),
        "name": lambda rng: page(Contains("words", f"name{rng.randrange(12)}")),
        "name and role": lambda rng: page(Contains("words", f"name{rng.randrange(12)}"), role(rng)),
        "one old batch and role": lambda rng: page(Equal("batch", "batch0"), role(rng)),
        "an author and a firm": lambda rng: page(
            Equal("author", "author1"), Contains("words", f"firm{rng.randrange(5000)}")
        ),
        "nothing in common": lambda _: page(Equal("batch", "batch0"), Contains("words", "nobody")),
    }


@dataclass
class Samples:
    """What pages of one kind took at one size."""

    processor: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    found: list[int] = field(default_factory=list)

    def time(self, documents: Documents, query: Query) -> None:
        """Ask once more."""
        wall, processor = time.perf_counter(), time.thread_time()
        page = documents.query(query)
        self.processor.append(time.thread_time() - processor)
        self.wall.append(time.perf_counter() - wall)
        self.found.append(len(page))

    def cells(self) -> list[str]:
        """Medians of processor and wall time, the tail of processor time, and the messages found."""
        times = (statistics.median(self.processor), percentile(self.processor, 0.95), statistics.median(self.wall))
        return [*(f"{seconds * 1e3:.2f}" for seconds in times), f"{statistics.mean(self.found):.0f}"]


def measured(stores: dict[int, Documents], rounds: int) -> Iterator[tuple[str, list[Samples]]]:
    """For each kind of page, what it took at each size."""
    kinds = {size: pages(size) for size in stores}
    for name in next(iter(kinds.values())):
        samples = {size: Samples() for size in stores}
        for turn in range(rounds + WARM_UP):
            for size, documents in stores.items():
                into = samples[size] if turn >= WARM_UP else Samples()
                into.time(documents, kinds[size][name](random.Random(turn)))
        yield name, list(samples.values())


def report(stores: dict[int, Documents], rounds: int) -> None:
    """Print the table."""
    columns = ["page of 50"]
    columns += [f"{size:,} {what}" for size in stores for what in ("cpu p50 ms", "cpu p95", "wall p50", "found")]
    rows = []
    for name, samples in measured(stores, rounds):
        first, last = samples[0].processor, samples[-1].processor
        medians = statistics.median(last) / statistics.median(first)
        tails = percentile(last, 0.95) / percentile(first, 0.95)
        rows.append([name, *(cell for one in samples for cell in one.cells()), f"{medians:.2f}", f"{tails:.2f}"])
    print_table("History page, embedded store", [*columns, "ratio p50", "ratio p95"], rows)


def main() -> None:
    """Fill the stores, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000], help="messages stored")
    parser.add_argument("--rounds", type=int, default=200, help="pages of each kind")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stores: dict[int, Documents] = {}
        for size in chosen.sizes:
            stores[size], seconds = filled(Path(folder), size)
            megabytes = (Path(folder) / f"{size}.sqlite3").stat().st_size / 1e6
            print(
                f"{size:,} messages: {seconds * 1e3:.2f} ms each to write, {megabytes * 1e3 / size:.1f} KB each on disk"
            )
        report(stores, chosen.rounds)


if __name__ == "__main__":
    main()
