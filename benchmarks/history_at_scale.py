"""The history of a large workspace: does a page, or a search for a name, cost the same at 1,000,000 messages as at
10,000, and how much memory does an export of 100,000 rows take?

    python -m benchmarks.history_at_scale [--sizes 10000 1000000] [--rounds 100] [--folder DIR] [--export 100000]

Stores are filled once, straight into the embedded store, with messages as the product stores them (all indexed fields
and beginnings of words, a slim payload of about 1.5 KB), and kept in the folder if one is named. What is measured goes
through `ListMessages` as `GET /v1/messages` does, pages of 50, each time with other values; rounds alternate between
the sizes. Bar: p95 at most 1.5 times that of the smallest size, in processor time (which tells less about what else the
machine does). The export runs in a process of its own; bar: under 200 MB at its highest.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.table import percentile, print_table
from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.adapters.system import RandomIds, SystemClock
from shared.domain.documents import Create, IndexedValue, Json, Query
from shared.domain.export import ExportFormat, ExportLayout
from shared.domain.ids import derived_id
from shared.domain.language import Format, Language
from shared.domain.message import Message, MessageStatus, WriterUse
from shared.domain.message_words import company_key, search_words
from shared.domain.principal import Permission, Principal, PrincipalKind, WorkspaceRole
from shared.prompts.demo_company import demo_company
from shared.prompts.demo_prospects import demo_prospects
from shared.repositories.messages import MessageChange, Messages
from shared.repositories.store import DECLARED_INDEXES, Store
from shared.services.export_messages import ExportMessages
from shared.services.list_messages import ListMessages, MessageSelection
from shared.services.read_settings import ReadSettings
from shared.services.record_audit import RecordAudit

WORKSPACE = "w"
START = datetime(2026, 1, 1, tzinfo=UTC)
BAR, EXPORT_BAR_MB = 1.5, 200
WARM_UP = 5
_PER_WRITE = 250
_EXPORT_PAGE = 200
_COMPANIES = 5_000
_OWNER = Principal(WORKSPACE, PrincipalKind.KEY, "owner", WorkspaceRole.OWNER, frozenset(Permission))
_NAMES = [(one.first_name or "", one.last_name or "") for one in demo_prospects()]
_FIRST_NAMES, _SURNAMES = ([pair[place] for pair in _NAMES] for place in (0, 1))
_ROLES = [role.key for role in demo_company().roles]
_STATUSES = ("ready", "ready", "ready", "sent", "sent", "needs_review", "approved", "rejected")
_BODY = "Hola, Lucía: vi que llevas la operación de tres almacenes y quería contarte algo que te puede servir. " * 6

Ask = Callable[[Random], MessageSelection]


def creation_of(messages: Messages) -> Create:
    """One message as the repository writes it; the others differ in what `numbered` changes."""
    known: dict[str, Any] = {
        "id": derived_id("message"),
        "status": MessageStatus.SENT,
        "role": {"key": "operations", "matched_by": "title"},
        "format": Format.EMAIL,
        "language": Language.ES,
        "register": "usted",
        "body": _BODY,
        "limit": 3000,
        "prompt": {"id": derived_id("prompt"), "version": 1},
        "writer": WriterUse(
            provider="offline",
            model="offline-1",
            input_tokens=0,
            output_tokens=0,
            cost_micros=0,
            currency="USD",
            latency_ms=3,
            attempts=1,
        ),
        "prospect": {"id": derived_id("person"), "full_name": "Lucía Ferrer", "company": "Norte"},
        "author": "owner",
        "created_at": START,
        "updated_at": START,
        "created_day": START.date(),
    }
    change = MessageChange(Message.model_validate(known), is_news=False)
    return next(one for one in messages.writing([change], START.date()) if isinstance(one, Create))


def numbered(pattern: Create, folder: str, number: int, chance: Random) -> Create:
    """Another message: of another person, role, format, status, language, author and moment."""
    id_, at = derived_id("message", str(number)), START + timedelta(seconds=number)
    role, format_ = chance.choice(_ROLES), chance.choice(list(Format)).value
    status, language = chance.choice(_STATUSES), chance.choice(("es", "es", "es", "en"))
    name = f"{chance.choice(_FIRST_NAMES)} {chance.choice(_SURNAMES)}"
    author = f"author{chance.randrange(20)}"
    company, person = f"Empresa {chance.randrange(_COMPANIES):04}", derived_id("person", str(number % 50_000))
    fields: dict[str, IndexedValue] = {
        "role": role,
        "format": format_,
        "status": status,
        "language": language,
        "author": author,
        "prospect": person,
        "company_key": company_key(company),
        "words": search_words(name, company),
        "created_at": at,
    }
    payload: dict[str, Json] = {
        "id": id_,
        "role": {"key": role, "matched_by": "title"},
        "format": format_,
        "status": status,
        "language": language,
        "author": author,
        "prospect": {"id": person, "full_name": name, "title": None, "company": company},
        "created_at": at.isoformat(),
    }
    return Create(f"{folder}/{id_}", {**pattern.fields, **fields}, {**pattern.payload, **payload})


def filled(folder: Path, size: int) -> SqliteDocuments:
    """A store of `size` messages, filled as far as it is not yet."""
    documents = SqliteDocuments(folder / f"{size}.sqlite3", DECLARED_INDEXES)
    messages = Messages(documents, WORKSPACE)
    pattern = creation_of(messages)
    inside = messages.path("x").rpartition("/")[0]
    begin = _stored(documents, inside)
    if begin == 0:
        settings = demo_company().settings.model_copy(update={"time_zone": "UTC"})
        documents.write([_store(documents).workspaces.creation(WORKSPACE, settings)])
    before = time.perf_counter()
    for first in range(begin, size, _PER_WRITE):
        chance = Random(first)
        places = range(first, min(first + _PER_WRITE, size))
        documents.write([numbered(pattern, inside, number, chance) for number in places])
    if begin < size:
        spent = (time.perf_counter() - before) / (size - begin)
        on_disk = (folder / f"{size}.sqlite3").stat().st_size / size
        print(f"{size:,} messages: {spent * 1e3:.2f} ms each to write, {on_disk / 1e3:.1f} KB each on disk", flush=True)
    return documents


def _stored(documents: SqliteDocuments, collection: str) -> int:
    return documents.aggregate(Query(collection)).count


def _store(documents: SqliteDocuments) -> Store:
    return Store(documents, b"benchmark")


def _listing(documents: SqliteDocuments) -> ListMessages:
    store = _store(documents)
    return ListMessages(store, ReadSettings(store))


KINDS: dict[str, Ask] = {
    "newest": lambda _: MessageSelection(),
    "one role": lambda chance: MessageSelection(role=chance.choice(_ROLES)),
    "role and format": lambda chance: MessageSelection(role=chance.choice(_ROLES), format=chance.choice(list(Format))),
    "role, format, status": lambda chance: MessageSelection(
        role=chance.choice(_ROLES), format=chance.choice(list(Format)), status=MessageStatus.READY
    ),
    "a surname": lambda chance: MessageSelection(typed=chance.choice(_SURNAMES)),
    "beginning of a name": lambda chance: MessageSelection(typed=chance.choice(_FIRST_NAMES)[:4]),
    "name and surname": lambda chance: MessageSelection(
        typed=f"{chance.choice(_FIRST_NAMES)} {chance.choice(_SURNAMES)}"
    ),
    "a company": lambda chance: MessageSelection(typed=f"Empresa {chance.randrange(_COMPANIES):04}"),
    "a surname in one role": lambda chance: MessageSelection(
        role=chance.choice(_ROLES), typed=chance.choice(_SURNAMES)
    ),
}


def times(stores: dict[int, SqliteDocuments], ask: Ask, rounds: int) -> dict[int, tuple[list[float], int]]:
    """For each size what pages took, in seconds of processor time, and how many messages they had."""
    listings = {size: _listing(documents) for size, documents in stores.items()}
    spent: dict[int, list[float]] = {size: [] for size in stores}
    found = dict.fromkeys(stores, 0)
    for turn in range(rounds + WARM_UP):
        for size, listing in listings.items():
            selection, before = ask(Random(turn)), time.thread_time()
            page = listing(_OWNER, selection, None, 50)
            if turn >= WARM_UP:
                spent[size].append(time.thread_time() - before)
                found[size] += len(page.items)
    return {size: (spent[size], found[size] // rounds) for size in stores}


def report(stores: dict[int, SqliteDocuments], rounds: int) -> bool:
    """Print the table; whether the bar is met by every kind."""
    rows, met = [], True
    for name, ask in KINDS.items():
        measured = list(times(stores, ask, rounds).values())
        first, last = (percentile(one[0], 0.95) for one in (measured[0], measured[-1]))
        met = met and last / first <= BAR
        cells = [
            f"{value}"
            for spent, found in measured
            for value in (f"{statistics.median(spent) * 1e3:.2f}", f"{percentile(spent, 0.95) * 1e3:.2f}", found)
        ]
        rows.append([name, *cells, f"{last / first:.2f}"])
    columns = [f"{size:,} {what}" for size in stores for what in ("p50 ms", "p95 ms", "found")]
    print_table("A page of 50, processor time", ["page", *columns, "ratio p95"], rows)
    return met


def export(path: Path, rows: int) -> int:
    """Write an export of so many rows to nowhere, in this process, and print the most memory that it took."""
    documents = SqliteDocuments(path, DECLARED_INDEXES)
    store, clock = _store(documents), SystemClock()
    audit = RecordAudit(store, clock, RandomIds(), timedelta(days=1))
    exports = ExportMessages(store, _listing(documents), audit, clock)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    asked = exports.ask(_OWNER, MessageSelection(), ExportFormat.CSV, ExportLayout.FULL, RandomIds().new())
    written = sum(
        chunk.count(b"\r\n")
        for chunk in islice(exports.fetch(_OWNER, asked.id, ExportFormat.CSV), rows // _EXPORT_PAGE + 1)
    )
    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    memory = f"{highest:.0f} MB at its highest, {before:.0f} MB before"
    print(f"export of {written - 1:,} rows: {memory} (bar: {EXPORT_BAR_MB} MB)")
    return 0 if highest < EXPORT_BAR_MB else 1


def main() -> int:
    """Fill the stores, measure, print; 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 300_000], help="messages stored")
    parser.add_argument("--rounds", type=int, default=100, help="pages of each kind")
    parser.add_argument("--folder", type=Path, help="where stores are kept for another time")
    parser.add_argument("--export", type=int, default=100_000, help="rows of the export")
    parser.add_argument("--only-export", type=Path, help="export from this store, and nothing else")
    chosen = parser.parse_args()
    if chosen.only_export:
        return export(chosen.only_export, chosen.export)
    with tempfile.TemporaryDirectory() as own:
        folder: Path = chosen.folder or Path(own)
        folder.mkdir(exist_ok=True)
        stores = {size: filled(folder, size) for size in sorted(chosen.sizes)}
        met = report(stores, chosen.rounds)
        for documents in stores.values():
            documents.close()
        largest = folder / f"{max(stores)}.sqlite3"
        command = [sys.executable, "-m", "benchmarks.history_at_scale", "--only-export", str(largest)]
        exported = subprocess.run([*command, "--export", str(chosen.export)], check=False).returncode
    return 0 if met and exported == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
