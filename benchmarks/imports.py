"""Import of 50,000 rows: the whole request in a fresh process, from the bytes of the form to the answer, the store
included.

    python -m benchmarks.imports [--rows 50000] [--runs 3]

Bars: CSV under 10 s and under 300 MB, XLSX under 20 s. Beside the time on the clock stands the processor's, which tells
less about what else the machine does, and what the same rows cost bare: read by csv or calamine, each row made JSON,
and 250 at a time written to SQLite. Memory is the most that the process held; a workbook's reader is a process of its
own, whose memory stands behind the plus sign. `flat` is the same import with a fifth of the rows: what grows is the
file itself and the addresses by which duplicates are found.
"""

import argparse
import csv
import io
import json
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import xlsxwriter

from benchmarks.table import print_table

HEADINGS = (
    "First Name,Last Name,Title,Company,Email,Person Linkedin Url,City,Country,Industry,# Employees,Keywords".split(",")
)
FIRST = ("Lucía", "Ana", "Jorge", "Marta", "Iñaki", "Pedro", "Sarah", "Owen")
LAST = ("Ferrer", "García López", "Sánchez", "Müller", "Smith", "de la Fuente", "Kerr")
TITLES = ("Directora de Operaciones", "CFO", "Sales Manager", "Responsable de Compras", "Head of People")
PER_WRITE = 250


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure imports.")
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--one", nargs=2, metavar=("WHAT", "FILE"), help="measure one, in this process")
    arguments = parser.parse_args()
    if arguments.one:
        what, file = arguments.one
        print(json.dumps(_measured(what, Path(file))))
        return
    with tempfile.TemporaryDirectory() as folder:
        _compare(Path(folder), arguments.rows, arguments.runs)


def _compare(folder: Path, rows: int, runs: int) -> None:
    many, few = rows_of(rows), rows_of(rows // 5)
    files = {"csv": folder / "people.csv", "xlsx": folder / "people.xlsx"}
    files["csv"].write_bytes(as_csv(many))
    files["xlsx"].write_bytes(as_xlsx(many))
    (folder / "few.csv").write_bytes(as_csv(few))
    table = []
    for kind, file in files.items():
        whole = [_in_fresh_process("request", file) for _ in range(runs)]
        bare = [_in_fresh_process("bare", file) for _ in range(runs)]
        table.append(_row(f"{kind}, {rows:,} rows", whole, bare))
    flat = [_in_fresh_process("request", folder / "few.csv") for _ in range(runs)]
    bare = [_in_fresh_process("bare", folder / "few.csv") for _ in range(runs)]
    table.append(_row(f"flat: csv, {rows // 5:,} rows", flat, bare))
    columns = ("file", "seconds", "processor s", "bare processor s", "ratio", "MB")
    print_table(f"POST /v1/imports on SQLite, median of {runs} fresh processes", columns, table)


def _row(name: str, whole: list[dict[str, Any]], bare: list[dict[str, Any]]) -> tuple[object, ...]:
    def middle(runs: list[dict[str, Any]], what: str) -> float:
        return float(statistics.median(run[what] for run in runs))

    cpu, bare_cpu = middle(whole, "cpu"), middle(bare, "cpu")
    children = middle(whole, "children_mb")
    memory = f"{middle(whole, 'mb'):.0f}" + (f" + {children:.0f}" if children else "")
    return name, f"{middle(whole, 'seconds'):.1f}", f"{cpu:.1f}", f"{bare_cpu:.1f}", f"{cpu / bare_cpu:.1f}", memory


def _in_fresh_process(what: str, file: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.imports", "--one", what, str(file)]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    measured: dict[str, Any] = json.loads(finished.stdout.splitlines()[-1])
    return measured


def _measured(what: str, file: Path) -> dict[str, float]:
    work = {"request": _request, "bare": _bare}[what]
    with tempfile.TemporaryDirectory() as folder:
        begin = work(file, Path(folder))
        started, used = time.perf_counter(), _processor()
        begin()
        seconds, cpu = time.perf_counter() - started, _processor() - used
    own, children = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"seconds": seconds, "cpu": cpu, "mb": own / 1024, "children_mb": children / 1024}


def _request(file: Path, folder: Path) -> Any:
    from functions.batch.routes import add_routes  # noqa: PLC0415  the bare reading must not pay for it
    from shared.api.app import create_app  # noqa: PLC0415
    from shared.bootstrap import DEMO_KEY_FILE, build_services  # noqa: PLC0415
    from shared.config import Settings  # noqa: PLC0415

    app = create_app("batch", add_routes, build_services(Settings(data_dir=folder, log_level="error")))
    client, key = app.test_client(), (folder / DEMO_KEY_FILE).read_text().strip()
    head = f'--b\r\nContent-Disposition: form-data; name="file"; filename="{file.name}"\r\n\r\n'.encode()
    body = head + file.read_bytes() + b"\r\n--b--\r\n"

    def send() -> None:
        answer = client.post(
            "/v1/imports",
            data=body,
            content_type="multipart/form-data; boundary=b",
            headers={"Authorization": f"Bearer {key}"},
        )
        assert answer.status_code == 201, answer.get_data(as_text=True)[:500]

    return send


def _bare(file: Path, folder: Path) -> Any:
    def send() -> None:
        store = sqlite3.connect(folder / "bare.sqlite3")
        store.execute("CREATE TABLE chunks (id INTEGER PRIMARY KEY, rows TEXT)")
        headings, *rows = _cells(file)
        people = [json.dumps(dict(zip(headings, row, strict=True)), ensure_ascii=False) for row in rows]
        for start in range(0, len(people), PER_WRITE):
            with store:
                store.execute("INSERT INTO chunks (rows) VALUES (?)", ["\n".join(people[start : start + PER_WRITE])])
        store.close()

    return send


def _cells(file: Path) -> list[list[Any]]:
    if file.suffix == ".csv":
        return list(csv.reader(io.StringIO(file.read_text())))
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    return CalamineWorkbook.from_path(str(file)).get_sheet_by_index(0).to_python()


def _processor() -> float:
    times = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in times)


def rows_of(number: int) -> list[list[str]]:
    """People as Apollo exports them, every one with both addresses, so that each costs two look-ups."""
    return [HEADINGS] + [
        [
            FIRST[row % len(FIRST)],
            LAST[row % len(LAST)],
            TITLES[row % len(TITLES)],
            f"Empresa {row % 900} S.L.",
            f"persona{row}@empresa{row % 900}.example",
            f"https://www.linkedin.com/in/persona-{row}",
            "Bilbao",
            "Spain",
            "Logistics",
            str(row % 997),
            "saas, b2b, logistics, crm",
        ]
        for row in range(number)
    ]


def as_csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def as_xlsx(rows: list[list[str]]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Personas")
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                sheet.write_string(number, place, cell)
    return file.getvalue()


if __name__ == "__main__":
    main()
