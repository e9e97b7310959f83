"""Files that were asked for and can be fetched once."""

from collections.abc import Mapping

from shared.domain.documents import IndexedValue
from shared.domain.export import Export
from shared.repositories.aggregate import Aggregate


class Exports(Aggregate[Export]):
    """`workspaces/{w}/exports/{id}`."""

    collection = "exports"
    model = Export

    def _indexed(self, entry: Export, /) -> Mapping[str, IndexedValue]:
        return {"expires_at": entry.expires_at}
