"""The workspace's imports, and the rows of one."""

from itertools import islice

from shared.domain.errors import NotFoundError, Sentence
from shared.domain.imports import LIFETIME, MOST_PREVIEWED, Import, ImportedRow
from shared.domain.principal import Principal
from shared.domain.prospect import Prospect
from shared.ports import Clock
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store

NO_SUCH_IMPORT = Sentence(
    "No hay ninguna importación con ese identificador, o ya ha caducado.", "No import has this id, or it has expired."
)


class ListImports:
    """GET /v1/imports, GET /v1/imports/{id} and GET /v1/imports/{id}/rows."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, principal: Principal, after: Position | None, limit: int) -> Slice[Import]:
        """A page of the imports that have not expired, newest first."""
        return self._store.of(principal.workspace_id).imports.made_since(self._clock.now() - LIFETIME, after, limit)

    def one(self, principal: Principal, import_id: str) -> Import:
        """The import. Raises NotFoundError, also where it has expired."""
        return self.versioned(principal, import_id)[0]

    def versioned(self, principal: Principal, import_id: str) -> tuple[Import, str]:
        """The import and its version, for a change that must not overwrite somebody else's."""
        found = self._store.of(principal.workspace_id).imports.find_versioned(import_id)
        if found is None or found[0].expires_at <= self._clock.now():
            raise NotFoundError(NO_SUCH_IMPORT)
        return found

    def preview(self, principal: Principal, import_: Import) -> list[Prospect]:
        """The people of the first 20 rows."""
        rows = self._store.of(principal.workspace_id).imports.all_rows_of(import_)
        return [row.prospect for row in islice(rows, MOST_PREVIEWED)]

    def rows(self, principal: Principal, import_: Import, after: Position | None, limit: int) -> Slice[ImportedRow]:
        """A page of the rows, in the order of the file. `after` is (chunk, row within it) of the last one seen."""
        imports = self._store.of(principal.workspace_id).imports
        chunk, offset = (int(str(part)) for part in after or (0, -1))
        found: list[tuple[Position, ImportedRow]] = []
        for number in range(chunk, import_.chunks):
            rows = imports.rows_of(import_.id, import_.revision, number)
            found += [((number, place), row) for place, row in enumerate(rows) if (number, place) > (chunk, offset)]
            if len(found) > limit:
                break
        shown = found[:limit]
        return Slice([row for _, row in shown], shown[-1][0] if len(found) > limit else None)
