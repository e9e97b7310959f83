"""How long the parts of a request take: a span each, where a tracer is configured; else nothing, at no cost.

    with span("gate") as said:
        ...
        said["findings"] = 2

Which library records and sends them is not known here (`open_telemetry.py`): it is imported only if it is used.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from typing import Protocol

from shared.telemetry.exceptions import exception_type
from shared.telemetry.trace import Trace

Attributes = dict[str, str | int]
"""Ids, counts and names of our own things, as in a log line; never text of people."""


class RequestSpans(Protocol):
    """The spans of one request, of one thread: each is within the one that was begun last."""

    @property
    def trace(self) -> Trace:
        """Where what the request causes elsewhere stands."""

    def begin(self, name: str) -> None:
        """A part begins."""

    def end(self, said: Attributes, error: str | None = None) -> None:
        """The part that was begun last ends, with what is said of it. `error` is the type of what ended it. With the
        first one, the request itself, all are sent; that takes a second at most and never fails.
        """


Tracer = Callable[[str, Trace | None], RequestSpans | None]
"""Begins a request by its name, in the trace that it came with; None where that trace is not recorded."""


class _Process:
    """What `configure_tracer` chose."""

    tracer: Tracer | None = None


_current: ContextVar[RequestSpans | None] = ContextVar("spans_of_request", default=None)


def configure_tracer(tracer: Tracer | None) -> None:
    """Have the requests of this process traced from now on."""
    _Process.tracer = tracer


def begin_request(name: str, trace: Trace | None) -> Trace | None:
    """Begin a request that came with `trace`, and return the trace in which it stands from here on."""
    spans = None if _Process.tracer is None else _Process.tracer(name, trace)
    _current.set(spans)
    return trace if spans is None else spans.trace


def end_request(said: Attributes, error: str | None = None) -> None:
    """End the request of this thread, and send its spans."""
    spans = _current.get()
    if spans is not None:
        _current.set(None)
        spans.end(said, error)


def span(name: str) -> AbstractContextManager[Attributes]:
    """A part of this thread's request; what is put into the yielded dictionary is said of it."""
    spans = _current.get()
    return nullcontext({}) if spans is None else _part(spans, name)


@contextmanager
def _part(spans: RequestSpans, name: str) -> Iterator[Attributes]:
    said: Attributes = {}
    spans.begin(name)
    try:
        yield said
    except BaseException as error:
        spans.end(said, exception_type(error))
        raise
    spans.end(said)
