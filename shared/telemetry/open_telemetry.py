"""Spans by OpenTelemetry's library, sent over OTLP: to Cloud Trace, or to whatever collector speaks it.

Whether a trace is recorded is decided where it begins (https://www.w3.org/TR/trace-context/#sampled-flag); Cloud Run
records at most one in ten seconds for each instance (https://cloud.google.com/run/docs/trace). A request without a
trace is recorded. The spans of a request are sent together when it ends and not by a thread beside it: a function has
no processor between requests.
"""

from collections.abc import Mapping

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SpanExporter
from opentelemetry.sdk.trace.sampling import ALWAYS_ON, ParentBased
from opentelemetry.trace import (
    NonRecordingSpan,
    Span,
    SpanContext,
    SpanKind,
    Status,
    StatusCode,
    TraceFlags,
    set_span_in_context,
)
from opentelemetry.trace import Tracer as OpenTelemetryTracer
from requests import Session

from shared.telemetry.spans import Attributes, RequestSpans, Tracer
from shared.telemetry.trace import Trace

EXPORT_SECONDS = 1.0


def otlp_tracer(url: str, resource: Mapping[str, str], session: Session | None = None) -> Tracer:
    """Sends spans to `url` by HTTP, in `session` if given; `resource` says whose they are.

    A receiver that does not answer delays a recorded request by a second, and a line in the log says so.
    """
    return tracer_to(OTLPSpanExporter(url, timeout=EXPORT_SECONDS, session=session), resource)


def tracer_to(exporter: SpanExporter, resource: Mapping[str, str]) -> Tracer:
    """Gives spans to an exporter of OpenTelemetry's."""
    provider = TracerProvider(ParentBased(ALWAYS_ON), Resource(dict(resource)), shutdown_on_exit=False)
    tracer = provider.get_tracer("outreach")

    def begin(name: str, trace: Trace | None) -> RequestSpans | None:
        span = tracer.start_span(name, _context(trace), SpanKind.SERVER)
        return _RequestSpans(tracer, exporter, span) if span.is_recording() else None

    return begin


class _RequestSpans:
    """See `shared.telemetry.spans.RequestSpans`."""

    def __init__(self, tracer: OpenTelemetryTracer, exporter: SpanExporter, first: Span) -> None:
        self._tracer = tracer
        self._exporter = exporter
        self._open = [first]
        self._ended: list[ReadableSpan] = []

    @property
    def trace(self) -> Trace:
        context = self._open[-1].get_span_context()
        return Trace(f"{context.trace_id:032x}", f"{context.span_id:016x}", context.trace_flags.sampled)

    def begin(self, name: str) -> None:
        self._open.append(self._tracer.start_span(name, set_span_in_context(self._open[-1], Context())))

    def end(self, said: Attributes, error: str | None = None) -> None:
        span = self._open.pop()
        span.set_attributes(said)
        if error is not None:  # its type; its message may hold what a caller sent
            span.set_attribute("error.type", error)
            span.set_status(Status(StatusCode.ERROR))
        span.end()
        if isinstance(span, ReadableSpan):
            self._ended.append(span)
        if not self._open:
            self._exporter.export(self._ended)


def _context(trace: Trace | None) -> Context:
    """The context of a caller elsewhere; empty where there is none."""
    if trace is None or trace.span_id is None:
        return Context()
    flags = TraceFlags(TraceFlags.SAMPLED if trace.sampled else TraceFlags.DEFAULT)
    caller = SpanContext(int(trace.trace_id, 16), int(trace.span_id, 16), is_remote=True, trace_flags=flags)
    return set_span_in_context(NonRecordingSpan(caller), Context())
