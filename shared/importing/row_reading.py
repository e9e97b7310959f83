"""One row of a file to one person, by the mapping of the columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from shared.domain.errors import Sentence
from shared.domain.imports import ColumnMapping, ImportedRow, RowError, SourceRow
from shared.domain.prospect import Prospect
from shared.importing.building import Problem, build_prospect
from shared.importing.cells import as_text, is_blank, value_of
from shared.importing.column_aliases import ALIASES, PARTS
from shared.importing.headings import plain_heading
from shared.importing.message_wishes import READ_WISH, wishes_of
from shared.importing.table_source import Cell

_LISTS = frozenset({"skills", "languages", "posts", "experience", "education"})
_MOST_CUSTOM = 200
_MOST_ERRORS = 100  # of one row: whoever mends those sees the others next time
_LONGEST_NAME = 200
_LAST_RANK = 1_000
_SEPARATORS = {"location": ", ", "last_name": " "}

_NOT_A_WISH: Mapping[str, Sentence] = {
    "role": Sentence("No es la clave de un rol.", "This is not the key of a role."),
    "format": Sentence("No es un formato de mensaje.", "This is not a message format."),
    "language": Sentence("No es un idioma en el que escribimos.", "This is not a language that we write in."),
    "register": Sentence("No es un tratamiento: tú, usted o vos.", "This is not a form of address: tú, usted or vos."),
}


class _Candidate(NamedTuple):
    """A value that a field could take, and the columns that it comes from."""

    columns: tuple[str, ...]
    value: object


_Candidates = Mapping[str, list[_Candidate]]
_CellError = tuple[str, Sentence]


class _FieldColumns(NamedTuple):
    """The columns of one field: whole values in order of preference, and parts in the order in which they join."""

    whole: tuple[int, ...]
    parts: tuple[int, ...]


class RowReader:
    """Reads the rows of one file."""

    def __init__(self, mapping: Sequence[ColumnMapping]) -> None:
        self._headings = tuple(column.column for column in mapping)
        self._fields = _columns_by_field(mapping)
        self._wishes = {field: self._fields.pop(field).whole[0] for field in READ_WISH if field in self._fields}
        self._objects = self._fields.pop("custom", _FieldColumns((), ())).whole
        self._kept = [place for place, column in enumerate(mapping) if column.field is None]

    def __call__(self, row: SourceRow) -> ImportedRow:
        """The person of the row; bad cells are null and errors."""
        if row.error is not None:
            return ImportedRow(row.number, Prospect(), errors=_errors(row, [("", row.error)]))
        cells = [*row.cells, *[None] * (len(self._headings) - len(row.cells))]
        candidates = {field: self._candidates(field, columns, cells) for field, columns in self._fields.items()}
        prospect, problems = _build({field: found for field, found in candidates.items() if found}, self._custom(cells))
        if not self._wishes:
            return ImportedRow(row.number, prospect, errors=_errors(row, problems))
        wishes, unknown = wishes_of(self._wish_texts(cells))
        problems += [(self._headings[self._wishes[field]], _NOT_A_WISH[field]) for field in unknown]
        return ImportedRow(row.number, prospect, *wishes, errors=_errors(row, problems))

    def _wish_texts(self, cells: Sequence[Cell]) -> dict[str, str]:
        return {field: as_text(cells[place]) for field, place in self._wishes.items() if not is_blank(cells[place])}

    def _candidates(self, field: str, columns: _FieldColumns, cells: Sequence[Cell]) -> list[_Candidate]:
        whole = [
            _Candidate((self._headings[place],), value)
            for place in columns.whole
            if (value := value_of(field, cells[place])) is not None
        ]
        if field in _LISTS and len(whole) > 1:
            return [_joined_lists(whole)]
        return [*whole, *self._joined_parts(field, columns, cells)] if columns.parts else whole

    def _joined_parts(self, field: str, columns: _FieldColumns, cells: Sequence[Cell]) -> list[_Candidate]:
        """City, province and country as one location; two surnames as one."""
        texts = {place: str(text) for place in columns.parts if (text := value_of(field, cells[place])) is not None}
        headings = tuple(self._headings[place] for place in texts)
        joined = _SEPARATORS.get(field, " ").join(dict.fromkeys(texts.values()))
        return [_Candidate(headings, joined)] if joined else []

    def _custom(self, cells: Sequence[Cell]) -> dict[str, str]:
        """What no field takes and what is to be kept as it is, by the file's own headings; of an object its entries."""
        kept = {self._headings[place]: cells[place] for place in self._kept}
        for place in self._objects:
            cell = cells[place]
            entries = cell if isinstance(cell, dict) else {self._headings[place]: cell}
            kept |= {name[:_LONGEST_NAME]: entry for name, entry in entries.items() if name.strip()}
        filled = [(name, as_text(cell)) for name, cell in kept.items() if not is_blank(cell)]
        return dict(filled[:_MOST_CUSTOM])


def _errors(row: SourceRow, problems: Iterable[_CellError]) -> tuple[RowError, ...]:
    shown = islice(problems, _MOST_ERRORS)
    return tuple(RowError(row.number, column[:_LONGEST_NAME], detail) for column, detail in shown)


def _columns_by_field(mapping: Sequence[ColumnMapping]) -> dict[str, _FieldColumns]:
    """The columns of each field, those whose heading is most to be trusted first."""
    columns: dict[str, list[tuple[int, int, int]]] = {}
    for place, (heading, field, _) in enumerate(mapping):
        if field is not None:
            plain = plain_heading(heading)
            part = PARTS[plain][1] if PARTS.get(plain, ("", 0))[0] == field else 0
            rank = ALIASES[plain][1] if ALIASES.get(plain, ("", 0))[0] == field else _LAST_RANK
            columns.setdefault(field, []).append((part, rank, place))
    return {
        field: _FieldColumns(
            whole=tuple(place for part, _, place in sorted(found) if not part),
            parts=tuple(place for part, _, place in sorted(found) if part),
        )
        for field, found in columns.items()
    }


def _joined_lists(candidates: Iterable[_Candidate]) -> _Candidate:
    found = list(candidates)
    entries = [entry for candidate in found if isinstance(candidate.value, list) for entry in candidate.value]
    return _Candidate(tuple(column for candidate in found for column in candidate.columns), entries)


def _build(candidates: _Candidates, custom: dict[str, str]) -> tuple[Prospect, list[_CellError]]:
    """The prospect of the first valid candidate of each field, and the errors of the others.

    What other columns say about a field is kept under `custom`, unless it is the same.
    """
    errors: dict[_CellError, None] = {}
    while True:
        fields = {field: found[0].value for field, found in candidates.items()}
        prospect, problems = build_prospect({**fields, "custom": {**dict(_other_values(candidates)), **custom}})
        errors |= dict.fromkeys((_column_of(problem, candidates), problem.detail) for problem in problems)
        wrong = {str(problem.place[0]) for problem in problems}
        replaceable = {field for field, found in candidates.items() if field in wrong and len(found) > 1}
        if not replaceable:
            return prospect, list(errors)
        candidates = {field: found[field in replaceable :] for field, found in candidates.items()}


def _other_values(candidates: _Candidates) -> Iterator[tuple[str, str]]:
    for first, *others in candidates.values():
        for other in others:
            if other.value != first.value:
                yield other.columns[0], as_text(other.value)


def _column_of(problem: Problem, candidates: _Candidates) -> str:
    field = str(problem.place[0])
    if field == "custom":
        return str(problem.place[1]) if len(problem.place) > 1 else ""
    return ", ".join(candidates[field][0].columns) if field in candidates else field
