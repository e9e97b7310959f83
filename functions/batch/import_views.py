"""Imports as the API shows them (api.md, "POST /v1/imports")."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

from shared.api.file_views import ColumnView, ErrorView
from shared.domain.generation import Id
from shared.domain.imports import Import, ImportedRow, SourceKind
from shared.domain.language import Format, Language, Register
from shared.domain.prospect import Prospect


class ImportPath(BaseModel):
    """Names one import."""

    id: Id


class ImportText(BaseModel):
    """A pasted text: one profile or several, people line by line, or cells copied from a spreadsheet."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(min_length=1, max_length=1_000_000)]


class DuplicatesView(BaseModel):
    """How many rows are about a person of an earlier row, and how many about one that the workspace knows."""

    in_file: int
    known: int


class ImportSummary(BaseModel):
    """An import in a list: how many rows, and what is to be known of them."""

    id: str
    kind: SourceKind
    filename: str | None
    rows: int
    usable: int
    error_count: int
    duplicates: DuplicatesView
    not_icp: int
    suppressed: int
    author: str
    created_at: datetime
    expires_at: datetime

    @classmethod
    def of(cls, import_: Import) -> Self:
        """The import without its contents."""
        return cls.model_validate(_counts(import_))


class ImportView(ImportSummary):
    """A whole import, but for its rows: `preview` has the first 20 people, `errors` the first 100."""

    mapping: list[ColumnView]
    preview: list[Prospect]
    errors: list[ErrorView]
    warnings: list[str]

    @classmethod
    def whole(cls, import_: Import, preview: Sequence[Prospect], interface: str) -> Self:
        """The import with its sentences in the language `interface`."""
        contents = {
            "mapping": [ColumnView.of(column) for column in import_.mapping],
            "preview": preview,
            "errors": [ErrorView.of(error, interface) for error in import_.errors],
            "warnings": [warning.in_language(interface) for warning in import_.warnings],
        }
        return cls.model_validate({**_counts(import_), **contents})


class RowView(BaseModel):
    """One row: the person, what the row asks for its own message, and what is to be known before a batch."""

    model_config = ConfigDict(populate_by_name=True)

    row: int
    prospect: Prospect
    usable: bool
    role: str | None
    format: Format | None
    language: Language | None
    register_: Register | None = Field(alias="register")
    duplicate_of: int | None
    known_as: str | None
    not_icp: bool
    suppressed: bool
    errors: list[ErrorView]

    @classmethod
    def of(cls, row: ImportedRow, interface: str) -> Self:
        """The row with its sentences in the language `interface`."""
        return cls(
            row=row.number,
            prospect=row.prospect,
            usable=row.usable,
            role=row.role,
            format=row.format,
            language=row.language,
            register_=row.register,
            duplicate_of=row.duplicate_of,
            known_as=row.known_as,
            not_icp=row.not_icp,
            suppressed=row.suppressed,
            errors=[ErrorView.of(error, interface) for error in row.errors],
        )


def _counts(import_: Import) -> dict[str, object]:
    shown = ImportSummary.model_fields.keys() - {"duplicates"}
    duplicates = DuplicatesView(in_file=import_.duplicates_in_file, known=import_.duplicates_known)
    return {name: getattr(import_, name) for name in shown} | {"duplicates": duplicates}
