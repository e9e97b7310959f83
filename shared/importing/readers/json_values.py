"""JSON and JSON Lines: a list of people, an object that holds such a list, one person, or one person a line.

Nested objects become columns of their own ("company.name"), so that the same headings are understood as in a table.
Rows are numbered from 1 in a list, and by line in JSON Lines.
"""

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from shared.domain.errors import InvalidInputError, Sentence
from shared.domain.imports import MAX_ROWS, SourceRow
from shared.importing.decoding import TextFile, decode
from shared.importing.headings import unique_headings
from shared.importing.readers.delimited import too_many_columns, too_many_rows
from shared.importing.refusals import empty_file, nobody_in_it, refused
from shared.importing.table_source import MOST_COLUMNS, Cell, TableReader, TableSource

_ENDINGS = (".json", ".jsonl", ".ndjson")
_DEEPEST = 3
_LINES_TO_JUDGE_BY = 10
_WHOLE = frozenset({"custom"})
"""Objects that are one value."""

_NOT_JSON = Sentence("Esta línea no es un objeto JSON.", "This line is not a JSON object.")


_Numbered: TypeAlias = dict[int, dict[str, Cell] | None]
"""The fields of each person by number; None for a line that is no person."""


def read_json(data: bytes) -> TableSource:
    """The people of a JSON or JSON Lines file; raises InvalidInputError if it is neither or has none."""
    file = decode(data)
    numbered = _people(file)
    if len(numbered) > MAX_ROWS:
        raise too_many_rows()
    if not any(numbered.values()):
        raise nobody_in_it()
    names = list(dict.fromkeys(name for person in numbered.values() for name in person or ()))
    if len(names) > MOST_COLUMNS:
        raise too_many_columns()
    return TableSource(
        headings=unique_headings(names),
        rows=lambda: _rows(numbered, names),
        warnings=file.warnings,
    )


def is_json(data: bytes, filename: str) -> bool:
    """Whether the name says so, or the first sign is that of an object or a list."""
    return filename.lower().endswith(_ENDINGS) or decode(data[:400]).text().lstrip("\ufeff \t\r\n")[:1] in ("{", "[")


JSON_VALUES = TableReader(recognizes=is_json, read=read_json)


def flattened(person: dict[str, Any], prefix: str = "", depth: int = 1) -> dict[str, Cell]:
    """The fields of a person, those of nested objects under "outer.inner"; a null and an empty name are no field."""
    fields: dict[str, Cell] = {}
    for name, value in person.items():
        if isinstance(value, dict) and name not in _WHOLE and depth < _DEEPEST:
            fields |= flattened(value, f"{prefix}{name}.", depth + 1)
        elif value is not None and name.strip():
            fields[prefix + name] = value
    return fields


def people_in(value: object) -> list[dict[str, Any]]:
    """The objects of a list, or those of the longest list that an object holds, or the object itself."""
    if isinstance(value, list):
        return [entry for entry in value if isinstance(entry, dict)]
    if not isinstance(value, dict):
        return []
    if len(value) > 1 and any(isinstance(entry, str) for entry in value.values()):
        return [value]
    lists = [entry for entry in value.values() if isinstance(entry, list) and entry and isinstance(entry[0], dict)]
    return people_in(max(lists, key=len)) if lists else [value]


def loaded(text: str) -> object:
    """The value of a JSON text; raises ValueError for everything else, too deep a nesting included."""
    try:
        value: object = json.loads(text.lstrip("\ufeff"))
    except RecursionError:
        raise ValueError from None
    return value


def _people(file: TextFile) -> _Numbered:
    try:
        value = loaded(file.text())
    except ValueError:
        return _people_of_lines(file)
    return {number: flattened(person) for number, person in enumerate(people_in(value), start=1)}


def _people_of_lines(file: TextFile) -> _Numbered:
    """One object a line; a line that is none is an error of its own, as long as other lines are objects."""
    people: _Numbered = {}
    for number, line in enumerate(file.lines(), start=1):
        if not line.strip():
            continue
        person = _object(line)
        people[number] = flattened(person) if person else None
        if number > _LINES_TO_JUDGE_BY and not any(people.values()):
            raise _broken()
    if not any(people.values()):
        raise _broken() if people else empty_file()
    return people


def _object(line: str) -> dict[str, Any] | None:
    try:
        value = loaded(line)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _rows(numbered: _Numbered, names: list[str]) -> Iterator[SourceRow]:
    for number, person in numbered.items():
        if person is None:
            yield SourceRow(number, [], _NOT_JSON)
        else:
            yield SourceRow(number, [person.get(name) for name in names])


def _broken() -> InvalidInputError:
    return refused(
        "El archivo parece JSON, pero está incompleto o tiene un error. Expórtalo otra vez.",
        "The file looks like JSON, but it is incomplete or has a mistake. Export it again.",
    )
