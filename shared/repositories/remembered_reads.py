"""A Documents port for one question that reads many of the same documents: each is read once."""

from collections.abc import Sequence

from shared.domain.documents import Aggregate, Document, Operation, Query
from shared.ports import Documents


class RememberedReads:
    """In front of another port for as long as one question takes, and in one thread. What was read stays as it was."""

    def __init__(self, inner: Documents) -> None:
        self._inner = inner
        self._documents: dict[str, Document | None] = {}
        self._queries: dict[Query, list[Document]] = {}

    def get(self, path: str) -> Document | None:
        """The document at `path`, or None."""
        if path not in self._documents:
            self._documents[path] = self._inner.get(path)
        return self._documents[path]

    def get_many(self, paths: Sequence[str]) -> list[Document | None]:
        """The documents at `paths`, in their order; those that are not known yet in one read."""
        missing = [path for path in dict.fromkeys(paths) if path not in self._documents]
        if missing:
            self._documents.update(zip(missing, self._inner.get_many(missing), strict=True))
        return [self._documents[path] for path in paths]

    def query(self, query: Query) -> list[Document]:
        """The documents that match."""
        if query not in self._queries:
            self._queries[query] = self._inner.query(query)
        return self._queries[query]

    def aggregate(self, query: Query, sums: Sequence[str] = ()) -> Aggregate:
        """How many documents match."""
        return self._inner.aggregate(query, sums)

    def write(self, operations: Sequence[Operation]) -> str:
        """Apply all operations; everything is read anew after them."""
        self._documents.clear()
        self._queries.clear()
        return self._inner.write(operations)

    def close(self) -> None:
        """Nothing: whoever opened the inner port closes it."""
