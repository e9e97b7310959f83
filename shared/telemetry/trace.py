"""Which request a log line belongs to: bound once when the request comes in, part of every line until it is answered.

A trace is named by the W3C header `traceparent` (https://www.w3.org/TR/trace-context/#traceparent-header) or by
Google's older `X-Cloud-Trace-Context: TRACE_ID/SPAN_ID;o=OPTIONS`.
"""

from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.telemetry.logs import bind_fields, bound_fields

_W3C = lazy_pattern(r"[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})")
_GOOGLE = lazy_pattern(r"([0-9a-f]{32})(?:/([0-9]{1,20}))?(?:;o=([0-9]))?")


class Trace(NamedTuple):
    """Where a request stands in a trace: 32 and 16 hexadecimal digits, and whether the trace is recorded."""

    trace_id: str
    span_id: str | None
    sampled: bool


def read_trace(traceparent: str | None, cloud_context: str | None) -> Trace | None:
    """The trace that a request's two headers name, the W3C one first; None if neither is well formed."""
    if match := _W3C.fullmatch(traceparent or ""):
        return Trace(match[1], match[2], sampled=bool(int(match[3], 16) & 1))
    if match := _GOOGLE.fullmatch(cloud_context or ""):
        return Trace(match[1], None if match[2] is None else f"{int(match[2]):016x}", sampled=match[3] == "1")
    return None


def bind_request(request_id: str, function: str, version: str, trace: Trace | None) -> None:
    """Begin a request: from here on every line of this thread carries these values, and nothing of an earlier one."""
    named = {} if trace is None else trace._asdict()
    bind_fields(request_id=request_id, function=function, version=version, **named)


def current_traceparent() -> str | None:
    """The `traceparent` header that carries the trace of this request on; None outside a trace."""
    known = bound_fields()
    if known.get("trace_id") is None or known.get("span_id") is None:
        return None
    return f"00-{known['trace_id']}-{known['span_id']}-{int(bool(known.get('sampled'))):02x}"
