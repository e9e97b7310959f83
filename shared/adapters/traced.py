"""Store and writer with a span around each call. In front of the real ones only where traces are on."""

from collections.abc import Sequence

from shared.domain.documents import Aggregate, Document, Operation, Query
from shared.domain.writing import WritingEstimate, WritingRequest, Written
from shared.ports import Documents, MessageWriter
from shared.telemetry.spans import span


class TracedDocuments:
    """A Documents port in front of another one. A span names the collection, never a document."""

    def __init__(self, inner: Documents) -> None:
        self._inner = inner

    def get(self, path: str) -> Document | None:
        """See `shared.ports.Documents.get`."""
        return self.get_many([path])[0]

    def get_many(self, paths: Sequence[str]) -> list[Document | None]:
        """See `shared.ports.Documents.get_many`. For no document there is no call, and so no span."""
        if not paths:
            return []
        with span("store.get") as said:
            said |= {"documents": len(paths), "collections": _collections(paths)}
            return self._inner.get_many(paths)

    def write(self, operations: Sequence[Operation]) -> str:
        """See `shared.ports.Documents.write`."""
        with span("store.write") as said:
            said |= {"documents": len(operations), "collections": _collections([one.path for one in operations])}
            return self._inner.write(operations)

    def query(self, query: Query) -> list[Document]:
        """See `shared.ports.Documents.query`."""
        with span("store.query") as said:
            found = self._inner.query(query)
            said |= {"documents": len(found), "collections": _collections([f"{query.collection}/"])}
            return found

    def aggregate(self, query: Query, sums: Sequence[str] = ()) -> Aggregate:
        """See `shared.ports.Documents.aggregate`."""
        with span("store.aggregate") as said:
            said["collections"] = _collections([f"{query.collection}/"])
            return self._inner.aggregate(query, sums)

    def close(self) -> None:
        """See `shared.ports.Documents.close`."""
        self._inner.close()


class TracedWriter:
    """A MessageWriter in front of another one. Attributes are named by OpenTelemetry's conventions for models
    (https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/).
    """

    def __init__(self, inner: MessageWriter) -> None:
        self._inner = inner

    def write(self, request: WritingRequest) -> Written:
        """See `shared.ports.MessageWriter.write`."""
        with span("model.write") as said:
            written = self._inner.write(request)
            said |= {
                "gen_ai.provider.name": written.provider,
                "gen_ai.request.model": written.model,
                "gen_ai.usage.input_tokens": written.input_tokens,
                "gen_ai.usage.output_tokens": written.output_tokens,
            }
            return written

    def estimate(self, request: WritingRequest) -> WritingEstimate:
        """See `shared.ports.MessageWriter.estimate`."""
        return self._inner.estimate(request)


def _collections(paths: Sequence[str]) -> str:
    return " ".join(sorted({path.split("/")[-2] for path in paths}))
