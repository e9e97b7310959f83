"""Choose other fields for the columns of an import."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.errors import FieldError, InvalidInputError, Sentence
from shared.domain.imports import ColumnMapping, Import
from shared.domain.principal import Principal
from shared.importing.table import OpenTable, from_the_first_person
from shared.importing.table_source import TableSource
from shared.ports import Ids
from shared.repositories.store import Store
from shared.services.list_imports import ListImports
from shared.services.read_settings import ReadSettings
from shared.services.write_import_rows import writing_import

_NO_SUCH_COLUMN = Sentence("El archivo no tiene esa columna.", "The file has no such column.")
_TWICE = Sentence("Esta columna ya está más arriba.", "This column stands above already.")

ColumnField = Literal[
    "full_name",
    "first_name",
    "last_name",
    "title",
    "headline",
    "company",
    "location",
    "email",
    "linkedin_url",
    "about",
    "skills",
    "languages",
    "posts",
    "experience",
    "education",
    "custom",
    "role",
    "format",
    "language",
    "register",
]
"""What a column can fill: a field of a prospect, or what the row asks for its own message."""


class ColumnChoice(BaseModel):
    """A column, by the file's own heading, and its field; null keeps it under `custom`.

    `confidence` may be sent back as it came; a chosen field has 1.
    """

    model_config = ConfigDict(extra="forbid")

    column: Annotated[str, Field(max_length=300)]
    field: ColumnField | None
    confidence: float | None = None


class MappingChoice(BaseModel):
    """Fields for some or all columns; those that are not named stay as they are."""

    model_config = ConfigDict(extra="forbid")

    mapping: Annotated[list[ColumnChoice], Field(min_length=1, max_length=500)]


class MapImport:
    """PUT /v1/imports/{id}/mapping."""

    def __init__(self, store: Store, list_imports: ListImports, read_settings: ReadSettings, ids: Ids) -> None:
        self._store = store
        self._list_imports = list_imports
        self._read_settings = read_settings
        self._ids = ids

    def __call__(self, principal: Principal, import_id: str, choice: MappingChoice) -> Import:
        """The import with its rows read anew by the mapping; the file is not uploaded again.

        Raises NotFoundError, InvalidInputError for a column that is not there or a mapping by which nobody is in the
        file, and WriteConflictError if somebody else changed it meanwhile; then the import stays as it was.
        """
        import_, version = self._list_imports.versioned(principal, import_id)
        imports = self._store.of(principal.workspace_id).imports
        headings = tuple(column.column for column in import_.mapping)
        source = TableSource(headings, lambda: imports.sources_of(import_))
        return self._read_anew(principal, import_, version, OpenTable(source, _chosen(import_.mapping, choice.mapping)))

    def _read_anew(self, principal: Principal, import_: Import, version: str, table: OpenTable) -> Import:
        store = self._store.of(principal.workspace_id)
        own_icp = self._read_settings(principal).own_icp
        with writing_import(self._store.documents, store, self._ids, import_.id, import_.expires_at) as writer:
            written = writer.write(from_the_first_person(table.rows()), own_icp)
            changed = import_.model_copy(update={**dict(written), "mapping": table.mapping})
            self._store.documents.write([store.imports.change(import_.id, changed, version)])
        return changed


def _chosen(mapping: Sequence[ColumnMapping], choices: Sequence[ColumnChoice]) -> tuple[ColumnMapping, ...]:
    """The mapping with what was chosen in place of what was guessed."""
    known = {column.column for column in mapping}
    chosen: dict[str, ColumnMapping] = {}
    errors = []
    for place, choice in enumerate(choices):
        if choice.column not in known or choice.column in chosen:
            sentence = _TWICE if choice.column in chosen else _NO_SUCH_COLUMN
            errors.append(FieldError(f"/mapping/{place}/column", sentence))
        chosen[choice.column] = ColumnMapping(choice.column, choice.field, 1.0 if choice.field else 0.0)
    if errors:
        raise InvalidInputError(errors[0].sentence, tuple(errors))
    changed = {column.column for column in mapping if chosen.get(column.column, column).field != column.field}
    return tuple(chosen[column.column] if column.column in changed else column for column in mapping)
