"""One event as one line: a JSON object with the keys that Cloud Logging understands, or words for a terminal.

Only fields of `log_fields.py` are written; the names of all others are listed under `refused_fields`.
Keys: https://cloud.google.com/logging/docs/structured-logging#special-payload-fields
"""

import json
from collections.abc import Mapping
from typing import Any

from shared.telemetry.exceptions import exception_type, render_exception
from shared.telemetry.log_fields import LOGGABLE_FIELDS, MAXIMUM_LENGTH

Fields = dict[str, Any]

_TRACE = "logging.googleapis.com/trace"
_LABELS = "logging.googleapis.com/labels"
_TRACE_FIELDS = {
    "trace_id": _TRACE,
    "span_id": "logging.googleapis.com/spanId",
    "sampled": "logging.googleapis.com/trace_sampled",
}
_OWN_FIELDS = _TRACE_FIELDS.keys() | {"exception", "stack_trace"}
_COLOURS = {"WARNING": "\033[33m", "ERROR": "\033[31m", "CRITICAL": "\033[31m"}
_PLAIN = "\033[0m"


def allowed_fields(given: Mapping[str, object], error: BaseException | None) -> Fields:
    """What a line may say of the given fields and of the exception that it is about."""
    known = {name: value for name, value in given.items() if name in LOGGABLE_FIELDS or name in _OWN_FIELDS}
    said = {name: _shortened(value) for name, value in known.items() if value is not None}
    if error is not None:
        said |= {"exception": exception_type(error), "stack_trace": render_exception(error)}
    if len(known) < len(given):
        said["refused_fields"] = sorted(given.keys() - known.keys())
    return said


def cloud_line(severity: str, event: str, time: str, fields: Fields, google_project: str | None) -> str:
    """The line as Cloud Logging reads it. It joins a line to its trace only by a name that holds the project."""
    named: Fields = {"severity": severity, "message": event}
    labels = {name: fields.pop(name) for name in ("function", "version") if name in fields}
    if labels:
        named[_LABELS] = labels
    for ours, theirs in _TRACE_FIELDS.items():
        if ours in fields:
            named[theirs] = fields.pop(ours)
    if google_project is not None and _TRACE in named:
        named[_TRACE] = f"projects/{google_project}/traces/{named[_TRACE]}"
    return json.dumps({**named, **fields, "time": time}, ensure_ascii=False)


def terminal_line(severity: str, event: str, time: str, fields: Fields) -> str:
    """The line as people read it, a stack below."""
    stack = fields.pop("stack_trace", None)
    words = " ".join(f"{name}={value}" for name, value in fields.items())
    line = f"{time} {_COLOURS.get(severity, '')}{severity.lower():8}{_PLAIN} {event:20} {words}"
    return line if stack is None else f"{line}\n{stack}"


def _shortened(value: object) -> object:
    return value if isinstance(value, bool | int | float) else str(value)[:MAXIMUM_LENGTH]
