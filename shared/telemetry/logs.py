"""Logs: one line an event on standard error.

    log = get_logger()
    log.info("message_generated", message_id=message.id, duration_ms=12)

Events are past-tense snake_case; `log_lines.py` says what a line looks like and `log_fields.py` what it may hold.
Standard output stays free: it belongs to what a command prints. Why no logging library:
docs/decisions/0011-own-logs-and-settings.md.
"""

import logging
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import NamedTuple

from shared.telemetry.log_lines import allowed_fields, cloud_line, terminal_line

Report = Callable[[BaseException, Mapping[str, object]], None]
"""Takes an exception and the fields of its line somewhere else. It must not fail."""


class _Form(NamedTuple):
    """How this process writes its lines."""

    level: int = logging.INFO
    google_project: str | None = None
    for_terminal: bool = False
    report: Report | None = None


class _Process:
    """The form that `configure_logging` chose; None before."""

    form: _Form | None = None


_bound: ContextVar[Mapping[str, object] | None] = ContextVar("bound_log_fields", default=None)


def configure_logging(
    level: str = "info",
    *,
    google_project: str | None = None,
    for_terminal: bool | None = None,
    report: Report | None = None,
) -> None:
    """Set up logs for this process; further calls change nothing.

    `level` is the least severe that is written. Cloud Logging joins a line to its trace only by a name that holds
    the `google_project`. `for_terminal` chooses coloured lines in place of JSON; left out, that is so where standard
    error is a terminal. `report` is told of every exception that is written as an error.
    """
    if _Process.form is not None:
        return
    pretty = sys.stderr.isatty() if for_terminal is None else for_terminal
    _Process.form = _Form(logging.getLevelNamesMapping()[level.upper()], google_project, pretty, report)
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    root.addHandler(_LibraryLines())


def bind_fields(**fields: object) -> None:
    """Have every further line of this thread carry these fields, and none that were bound before."""
    _bound.set(fields)


def bound_fields() -> Mapping[str, object]:
    """What the lines of this thread carry."""
    return _bound.get() or {}


class Log:
    """Writes events. A line that cannot be written (a full disk, a closed terminal) is lost: it must not fail what
    it tells of.
    """

    def debug(self, event: str, **fields: object) -> None:
        """Write what only a developer asks for."""
        _write(logging.DEBUG, event, None, fields)

    def info(self, event: str, **fields: object) -> None:
        """Write what happened."""
        _write(logging.INFO, event, None, fields)

    def warning(self, event: str, **fields: object) -> None:
        """Write what somebody should look at."""
        _write(logging.WARNING, event, None, fields)

    def error(self, event: str, *, exc_info: BaseException | None = None, **fields: object) -> None:
        """Write what failed; with `exc_info`, its type and its stack."""
        _write(logging.ERROR, event, exc_info, fields)

    def exception(self, event: str, **fields: object) -> None:
        """Write what failed, with the exception that is being handled."""
        _write(logging.ERROR, event, sys.exc_info()[1], fields)


def get_logger() -> Log:
    """The log of this process."""
    return Log()


def _write(level: int, event: str, error: BaseException | None, fields: Mapping[str, object]) -> None:
    form = _Process.form or _Form()
    if level < form.level:
        return
    said = allowed_fields({**(_bound.get() or {}), **fields}, error)
    time = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    severity = logging.getLevelName(level)
    if form.for_terminal:
        line = terminal_line(severity, event, time, dict(said))
    else:
        line = cloud_line(severity, event, time, dict(said), form.google_project)
    with suppress(OSError, ValueError):
        sys.stderr.write(line + "\n")  # with one call, so that lines of several threads never mix
    if form.report is not None and error is not None and level >= logging.ERROR:
        form.report(error, said)


class _LibraryLines(logging.Handler):
    """What libraries say through the standard `logging`, in the same form.

    Their text is left out, since it may quote a request: the logger's name and the place in its code must do.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line for the library's record."""
        error = record.exc_info[1] if record.exc_info else None
        place = f"{record.module}:{record.lineno}"
        _write(record.levelno, "library_reported", error, {"logger": record.name, "operation": place})
