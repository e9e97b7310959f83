"""A collector of traces: takes what OpenTelemetry's exporter posts, in the wire format of OTLP."""

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import NamedTuple, Self

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest


class CollectedSpan(NamedTuple):
    """A span as it came; ids in hexadecimal, `parent` empty where there is none."""

    name: str
    trace: str
    id: str
    parent: str
    attributes: dict[str, str]
    failed: bool


class TraceCollector:
    """Listens at `url`; `exports` holds the spans of each post, `bytes` all that came."""

    def __init__(self) -> None:
        self.exports: list[list[CollectedSpan]] = []
        self.resources: list[dict[str, str]] = []
        self.bytes = b""
        collector = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                collector.take(gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body)
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_arguments: object) -> None: ...

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1/traces"

    def take(self, body: bytes) -> None:
        """Keep what one post holds."""
        self.bytes += body
        for part in ExportTraceServiceRequest.FromString(body).resource_spans:
            self.resources.append({one.key: one.value.string_value for one in part.resource.attributes})
            self.exports.append([_collected(span) for scope in part.scope_spans for span in scope.spans])

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()


def _collected(span) -> CollectedSpan:
    values = {one.key: str(getattr(one.value, one.value.WhichOneof("value"))) for one in span.attributes}
    return CollectedSpan(
        span.name, span.trace_id.hex(), span.span_id.hex(), span.parent_span_id.hex(), values, span.status.code == 2
    )
