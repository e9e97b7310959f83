"""Files that were asked for and can be fetched once."""

from collections.abc import Mapping

from shared.domain.documents import Delete, IndexedValue, Query
from shared.domain.export import Export
from shared.repositories.aggregate import Aggregate


class Exports(Aggregate[Export]):
    """`workspaces/{w}/exports/{id}`."""

    collection = "exports"
    model = Export

    def _indexed(self, entry: Export, /) -> Mapping[str, IndexedValue]:
        return {"expires_at": entry.expires_at}

    def removal(self, limit: int) -> list[Delete]:
        """The operations that remove some exports, whoever asked for them."""
        found = self._documents.query(Query(self._parent, limit=limit, fields_only=True))
        return [self.deletion(document.id) for document in found]
