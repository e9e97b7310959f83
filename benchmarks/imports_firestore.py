"""Imports over Firestore, on Google's own emulator: are all rows there, how long does it take, what would be charged?

    python -m benchmarks.imports_firestore [--rows 50000]

The import is made, read back whole and compared, mapped anew without a second upload, and read back again; then a batch
is started from it, as POST /v1/batches does before it answers, and its first pass makes 500 items. Times on the
emulator say nothing about production's; documents written and read are the same there. It is left out, with a
sentence, where the emulator is missing.
"""

import argparse
import os
import threading
import time
import uuid
from collections import Counter
from collections.abc import Sequence

from benchmarks.imports import as_csv, rows_of
from benchmarks.table import print_table
from shared.bootstrap import Services, build_services
from shared.config import Settings
from shared.domain.batch import BatchRequest
from shared.domain.documents import Aggregate, Delete, Document, Operation, Query
from shared.domain.ids import derived_id
from shared.domain.imports import Import
from shared.ports import Documents
from shared.services.map_import import ColumnChoice, MappingChoice
from shared.services.open_people import Upload
from tests.builders import owner
from tests.contract.firestore_emulator import HOW_TO_INSTALL, emulator_host, is_installed
from tests.fakes import FixedSecrets, RecordingQueue


def main() -> None:
    """Measure the rows that the command line asks for, and a tenth of them."""
    parser = argparse.ArgumentParser(description="Measure imports on Firestore's emulator.")
    parser.add_argument("--rows", type=int, default=50_000)
    rows = parser.parse_args().rows
    if not is_installed():
        print(HOW_TO_INSTALL)
        return
    os.environ["FIRESTORE_EMULATOR_HOST"] = emulator_host()
    table = [cells for count in (rows // 10, rows) for cells in _measured(count)]
    columns = ["rows", "step", "seconds", "documents written", "documents read", "rows as they were"]
    print_table("Imports on Firestore's emulator", columns, table)


def _measured(count: int) -> list[list[str]]:
    from shared.adapters.google.firestore_documents import FirestoreDocuments  # noqa: PLC0415  only where it is asked

    documents = CountingDocuments(FirestoreDocuments(f"demo-{uuid.uuid4().hex}", deadline_seconds=20))
    services = build_services(
        Settings(demo=False, log_level="error"), documents=documents, queue=RecordingQueue(), secrets=FixedSecrets()
    )
    services.open_demo(None)
    try:
        return _steps(services, documents, count)
    finally:
        services.close()


def _steps(services: Services, documents: "CountingDocuments", count: int) -> list[list[str]]:
    table = rows_of(count)
    upload = Upload(as_csv(table), "people.csv")
    id_ = derived_id("import", str(count))
    rows: list[list[str]] = []

    def step(name: str, made: Import | None, seconds: float) -> None:
        written, read = documents.charged["writes"], documents.charged["reads"]
        kept = "" if made is None else _as_they_were(services, made, table)
        rows.append([str(count), name, f"{seconds:.2f}", str(written), str(read), kept])
        documents.charged.clear()

    documents.charged.clear()
    started = time.perf_counter()
    made = services.create_import(owner(), upload, id_)
    step("created", made, time.perf_counter() - started)
    choice = MappingChoice(mapping=[ColumnChoice(column="City", field=None)])
    started = time.perf_counter()
    mapped = services.map_import(owner(), id_, choice)
    step("mapped anew", mapped, time.perf_counter() - started)
    started = time.perf_counter()
    batch = services.batches.start(owner(), _request(id_), derived_id("batch", id_))
    step("batch started", None, time.perf_counter() - started)
    started = time.perf_counter()
    services.batches.advance(owner().workspace_id, batch.id, 0)
    step("its first pass", None, time.perf_counter() - started)
    return rows


def _request(import_id: str) -> BatchRequest:
    body = {"name": "bench", "format": "linkedin_note", "language": "es", "register": "usted", "import_id": import_id}
    return BatchRequest.model_validate(body)


def _as_they_were(services: Services, made: Import, table: list[list[str]]) -> str:
    """How many of the rows are stored as the file has them, in its order."""
    imports = services.store.of(owner().workspace_id).imports
    stored = ((row.prospect.email, row.prospect.company) for row in imports.all_rows_of(made))
    wanted = ((row[4], row[3]) for row in table[1:])
    return str(sum(one == other for one, other in zip(stored, wanted, strict=True)))


class CountingDocuments:
    """The Documents port in front of another one; counts as Firestore charges, deletions apart."""

    def __init__(self, inner: Documents) -> None:
        self._inner = inner
        self._charging = threading.Lock()
        self.charged: Counter[str] = Counter()

    def get(self, path: str) -> Document | None:
        return self.get_many([path])[0]

    def get_many(self, paths: Sequence[str]) -> list[Document | None]:
        self._charge("reads", len(set(paths)))
        return self._inner.get_many(paths)

    def query(self, query: Query) -> list[Document]:
        found = self._inner.query(query)
        self._charge("reads", max(1, len(found)))
        return found

    def aggregate(self, query: Query, sums: Sequence[str] = ()) -> Aggregate:
        self._charge("reads", 1)
        return self._inner.aggregate(query, sums)

    def write(self, operations: Sequence[Operation]) -> str:
        self._charge("writes", sum(not isinstance(operation, Delete) for operation in operations))
        return self._inner.write(operations)

    def close(self) -> None:
        self._inner.close()

    def _charge(self, kind: str, count: int) -> None:
        with self._charging:
            self.charged[kind] += count


if __name__ == "__main__":
    main()
