"""The history of a large workspace: does a page, a search for a name, or the list of follow-ups that are due cost the
same at 1,000,000 messages as at 10,000, and how much memory does an export of 100,000 rows take?

    python -m benchmarks.history_at_scale [--sizes 10000 1000000] [--rounds 100] [--folder DIR] [--export 100000]

Stores are filled once (`benchmarks.large_history`), with messages as the product stores them (all indexed fields and
beginnings of words, a slim payload of about 1.5 KB), and kept in the folder if one is named. Each covers two years.
What is measured goes through `ListMessages` as `GET /v1/messages` does, and through `ListFollowUps`, pages of 50, each
time with other values; rounds alternate between the sizes. Whoever is asked for by name has a page full of messages in
each store, so that the answers are as long; "any name and surname" asks for whomever, and finds more in a longer
history. Bar: p95 at most 1.5 times that of the smallest size, in processor time (which tells less about what else the
machine does), where the answers are as long. The export runs in a process of its own; bar: under 200 MB at its highest.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.large_history import FIRST_NAMES, PEOPLE, ROLES, START, SURNAMES, WORKSPACE, YEARS, filled, store_of
from benchmarks.table import percentile, print_table
from shared.adapters.embedded.sqlite_documents import SqliteDocuments
from shared.adapters.system import RandomIds, SystemClock
from shared.domain.export import ExportFormat, ExportLayout
from shared.domain.language import Format
from shared.domain.message import MessageStatus
from shared.domain.principal import Permission, Principal, PrincipalKind, WorkspaceRole
from shared.repositories.store import DECLARED_INDEXES
from shared.services.export_messages import ExportMessages
from shared.services.list_follow_ups import FollowUpSelection, ListFollowUps
from shared.services.list_messages import ListMessages, MessageSelection
from shared.services.read_settings import ReadSettings
from shared.services.record_audit import RecordAudit

BAR, EXPORT_BAR_MB = 1.5, 200
WARM_UP = 5
_EXPORT_PAGE = 200
_OWNER = Principal(WORKSPACE, PrincipalKind.KEY, "owner", WorkspaceRole.OWNER, frozenset(Permission))

KINDS: dict[str, Callable[[Random], MessageSelection]] = {
    "newest": lambda _: MessageSelection(),
    "one role": lambda chance: MessageSelection(role=chance.choice(ROLES)),
    "role and format": lambda chance: MessageSelection(role=chance.choice(ROLES), format=chance.choice(list(Format))),
    "role, format, status": lambda chance: MessageSelection(
        role=chance.choice(ROLES), format=chance.choice(list(Format)), status=MessageStatus.READY
    ),
    "a surname": lambda chance: MessageSelection(typed=chance.choice(PEOPLE)[0].split()[-1]),
    "beginning of a name": lambda chance: MessageSelection(typed=chance.choice(PEOPLE)[0][:4]),
    "name and surname": lambda chance: MessageSelection(typed=chance.choice(PEOPLE)[0]),
    "any name and surname": lambda chance: MessageSelection(
        typed=f"{chance.choice(FIRST_NAMES)} {chance.choice(SURNAMES)}"
    ),
    "a company": lambda chance: MessageSelection(typed=chance.choice(PEOPLE)[1]),
    "a surname in one role": lambda chance: MessageSelection(
        role=chance.choice(ROLES), typed=chance.choice(PEOPLE)[0].split()[-1]
    ),
}
"""Pages of the history."""
LATER_KINDS: dict[str, Callable[[Random], FollowUpSelection]] = {
    "follow-ups due": lambda _: FollowUpSelection(),
    "follow-ups due in a format": lambda chance: FollowUpSelection(
        format=chance.choice((Format.EMAIL, Format.LINKEDIN_MESSAGE))
    ),
}
"""Pages of what is due."""


class EndOfHistory(SystemClock):
    """The clock at which the stores' histories end."""

    def now(self) -> datetime:
        """The last moment of the two years."""
        return START + YEARS


def _page(documents: SqliteDocuments, name: str) -> Callable[[Random], int]:
    """Asks the store for a page of the kind, and says how much was on it."""
    store = store_of(documents)
    listing = ListMessages(store, ReadSettings(store))
    due = ListFollowUps(store, ReadSettings(store), EndOfHistory())
    if name in KINDS:
        return lambda chance: len(listing(_OWNER, KINDS[name](chance), None, 50).items)
    return lambda chance: len(due(_OWNER, LATER_KINDS[name](chance), None, 50).items)


def times(stores: dict[int, SqliteDocuments], name: str, rounds: int) -> dict[int, tuple[list[float], int]]:
    """For each size what pages took, in seconds of processor time, and how many entries they had."""
    pages = {size: _page(documents, name) for size, documents in stores.items()}
    spent: dict[int, list[float]] = {size: [] for size in stores}
    found = dict.fromkeys(stores, 0)
    for turn in range(rounds + WARM_UP):
        for size, page in pages.items():
            before = time.thread_time()
            answers = page(Random(turn))
            if turn >= WARM_UP:
                spent[size].append(time.thread_time() - before)
                found[size] += answers
    return {size: (spent[size], found[size] // rounds) for size in stores}


def report(stores: dict[int, SqliteDocuments], rounds: int) -> bool:
    """Print the table; whether the bar is met by every kind."""
    rows, met = [], True
    for name in (*KINDS, *LATER_KINDS):
        measured = list(times(stores, name, rounds).values())
        first, last = (percentile(one[0], 0.95) for one in (measured[0], measured[-1]))
        as_long = measured[0][1] == measured[-1][1]
        met = met and (last / first <= BAR or not as_long)
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
    store, clock = store_of(documents), SystemClock()
    audit = RecordAudit(store, clock, RandomIds(), timedelta(days=1))
    exports = ExportMessages(store, ListMessages(store, ReadSettings(store)), audit, clock)
    before = _highest_mb()
    asked = exports.ask(_OWNER, MessageSelection(), ExportFormat.CSV, ExportLayout.FULL, RandomIds().new())
    written = sum(
        chunk.count(b"\r\n")
        for chunk in islice(exports.fetch(_OWNER, asked.id, ExportFormat.CSV), rows // _EXPORT_PAGE + 1)
    )
    highest = _highest_mb()
    memory = f"{highest:.0f} MB at its highest, {before:.0f} MB before"
    print(f"export of {written - 1:,} rows: {memory} (bar: {EXPORT_BAR_MB} MB)")
    return 0 if highest < EXPORT_BAR_MB else 1


def _highest_mb() -> float:
    """The most memory that this process has had, in MB; a child's rusage begins with that of its parent."""
    (line,) = (one for one in Path("/proc/self/status").read_text("ascii").splitlines() if one.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


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
