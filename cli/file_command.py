"""`outreach batch`: one message for each row of a file."""

import hashlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from cli.batch import RowRequest, code_of_run, outcomes
from cli.exit_codes import ExitCode
from cli.message_rows import CsvRows, JsonRows, RowWriter
from cli.options import interface, message_options, request_of
from cli.session import open_session

_ERRORS_SHOWN = 20


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write, .csv or .jsonl; left out: JSONL on standard output.",
)
@click.option("--parallel", type=click.IntRange(1, 40), default=4, show_default=True, help="Messages at a time.")
@click.option("--again", is_flag=True, help="Write anew; otherwise the same file and wishes answer what was written.")
@message_options
def batch(
    file: Path,
    output: Path | None,
    parallel: int,
    again: bool,
    format_: str,
    language: str | None,
    register: str | None,
    role: str,
    wish: str | None,
) -> ExitCode:
    """Write one message for each person of FILE: CSV, Excel, LinkedIn PDF, JSON or JSONL.

    Columns are recognised by their headings in Spanish and English, whatever tool exported them; columns named role,
    format, language and register win over the options. Rows come out in order and whole, so that an interrupted run
    keeps what it had; running it again costs nothing for what was written.
    """
    # The person is put in row by row; anybody stands for them while the other wishes are checked.
    wishes = request_of(
        {"prospect": {}},
        {"format": format_, "language": language, "register": register, "role": role, "instructions": wish},
    )
    _require_writable(output, file)
    session = open_session()
    data = file.read_bytes()
    table = session.services.read_import(session.principal, data, file.name)
    rows = [
        RowRequest(
            row.number,
            row.prospect,
            row.role,
            row.format,
            row.language,
            row.register,
            row.duplicate_of,
            tuple(f"{error.column}: {error.detail.in_language(interface())}" for error in row.errors),
        )
        for row in table.rows
    ]
    for warning in table.warnings:
        click.echo(warning.in_language(interface()), err=True)
    for error in table.errors[:_ERRORS_SHOWN]:
        click.echo(f"{error.row} · {error.column}: {error.detail.in_language(interface())}", err=True)
    run = session.services.ids.new() if again else hashlib.sha256(wishes.model_dump_json().encode() + data).hexdigest()
    statuses: Counter[str] = Counter()
    with _writer(output) as writer, _progress(len(rows)) as progress:
        for row in outcomes(session, rows, wishes, run, parallel, interface()):
            writer.write(row)
            statuses[str(row["status"])] += 1
            progress()
    click.echo(", ".join(f"{status}: {count}" for status, count in sorted(statuses.items())), err=True)
    return code_of_run(statuses)


def _require_writable(output: Path | None, source: Path) -> None:
    """Refuse an output that would destroy the input, or that cannot be, before anything is written or paid."""
    if output is None:
        return
    if output.exists() and output.samefile(source):
        raise click.UsageError("--output is the file that is read: choose another one.")
    if not output.absolute().parent.is_dir():
        raise click.UsageError("--output lies in a folder that does not exist.")


@contextmanager
def _writer(output: Path | None) -> Iterator[RowWriter]:
    if output is None:
        yield JsonRows(sys.stdout)
        return
    spreadsheet = output.suffix.lower() == ".csv"
    with output.open("w", encoding="utf-8-sig" if spreadsheet else "utf-8", newline="") as file:
        yield _rows_of(file, spreadsheet=spreadsheet)


def _rows_of(file: TextIO, *, spreadsheet: bool) -> RowWriter:
    return CsvRows(file) if spreadsheet else JsonRows(file)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error where a person looks at it, silence where a script does."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)
