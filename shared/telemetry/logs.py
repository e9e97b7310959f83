"""Logs: one JSON object a line on standard error, with the keys that Cloud Logging understands.

    log = structlog.get_logger()
    log.info("message_generated", message_id=message.id, duration_ms=12)

Events are past-tense snake_case. Only fields of `log_fields.py` are written; the names of all others are listed under
`refused_fields`. Keys: https://cloud.google.com/logging/docs/structured-logging#special-payload-fields
Standard output stays free: it belongs to what a command prints.
"""

import logging
import sys
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from typing import Any

import structlog

from shared.telemetry.exceptions import exception_type, render_exception
from shared.telemetry.log_fields import LOGGABLE_FIELDS, MAXIMUM_LENGTH

Fields = MutableMapping[str, Any]

_SEVERITIES = {"debug": "DEBUG", "info": "INFO", "warning": "WARNING", "error": "ERROR", "critical": "CRITICAL"}
_TRACE = "logging.googleapis.com/trace"
_TRACE_FIELDS = {
    "trace_id": _TRACE,
    "span_id": "logging.googleapis.com/spanId",
    "sampled": "logging.googleapis.com/trace_sampled",
}
_OWN_KEYS = frozenset("event level time exception stack_trace trace_id span_id sampled".split())


def configure_logging(
    level: str = "info", *, google_project: str | None = None, for_terminal: bool | None = None
) -> None:
    """Set up logs for this process; further calls change nothing.

    `level` is the least severe that is written. Cloud Logging joins a line to its trace only by a name that holds
    the `google_project`. `for_terminal` chooses coloured lines in place of JSON; left out, that is so where standard
    error is a terminal.
    """
    if structlog.is_configured():
        return
    pretty = sys.stderr.isatty() if for_terminal is None else for_terminal
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
            _describe_exception,
            _refuse_unlisted_fields,
            *(_terminal() if pretty else _cloud_logging(google_project)),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=_StandardError,
        cache_logger_on_first_use=True,
    )
    _adopt_libraries()


class _StandardError:
    """Writes each line with one call, so that lines of several threads never mix.

    A line that cannot be written (a full disk, a closed terminal) is lost: it must not fail what it tells of.
    """

    def __init__(self, *_names: object) -> None:
        pass

    def msg(self, line: str) -> None:
        """Write one line to what is standard error now."""
        with suppress(OSError, ValueError):
            sys.stderr.write(line + "\n")

    debug = info = warning = error = critical = msg


class _LibraryLines(logging.Handler):
    """What libraries say through the standard `logging`, in the same form.

    Their text is left out, since it may quote a request: the logger's name and the place in its code must do.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line for the library's record."""
        error = record.exc_info[1] if record.exc_info else None
        log = structlog.get_logger()
        place = f"{record.module}:{record.lineno}"
        log.log(record.levelno, "library_reported", logger=record.name, operation=place, exc_info=error)


def _adopt_libraries() -> None:
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    root.addHandler(_LibraryLines())


def _terminal() -> list[Callable[..., Any]]:
    return [_put_stack_last, structlog.dev.ConsoleRenderer(timestamp_key="time")]


def _cloud_logging(google_project: str | None) -> list[Callable[..., Any]]:
    def name_fields(_logger: object, _method: str, fields: Fields) -> Fields:
        return _named_for_cloud_logging(fields, google_project)

    return [name_fields, structlog.processors.JSONRenderer(ensure_ascii=False)]


def _describe_exception(_logger: object, _method: str, fields: Fields) -> Fields:
    given = fields.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given
    if isinstance(error, BaseException):
        fields["exception"] = exception_type(error)
        fields["stack_trace"] = render_exception(error)
    return fields


def _refuse_unlisted_fields(_logger: object, _method: str, fields: Fields) -> Fields:
    refused = sorted(name for name in fields if name not in LOGGABLE_FIELDS | _OWN_KEYS)
    said = {name: value for name, value in fields.items() if name not in refused and value is not None}
    kept = {name: _shortened(name, value) for name, value in said.items()}
    return {**kept, "refused_fields": refused} if refused else kept


def _shortened(name: str, value: object) -> object:
    if name == "stack_trace" or isinstance(value, bool | int | float):
        return value
    return str(value)[:MAXIMUM_LENGTH]


def _put_stack_last(_logger: object, _method: str, fields: Fields) -> Fields:
    """A terminal shows a stack below its line, where the renderer finds it under `exception`."""
    stack = fields.pop("stack_trace", None)
    return fields if stack is None else {**fields, "exception": stack}


def _named_for_cloud_logging(fields: Fields, google_project: str | None) -> Fields:
    named = {"severity": _SEVERITIES.get(fields.pop("level"), "DEFAULT"), "message": fields.pop("event")}
    labels = {key: fields.pop(key) for key in ("function", "version") if key in fields}
    if labels:
        named["logging.googleapis.com/labels"] = labels
    for ours, theirs in _TRACE_FIELDS.items():
        if ours in fields:
            named[theirs] = fields.pop(ours)
    if google_project is not None and _TRACE in named:
        named[_TRACE] = f"projects/{google_project}/traces/{named[_TRACE]}"
    return {**named, **fields}
