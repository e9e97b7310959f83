"""Cells to the values of a prospect's fields: text, lists in one cell, jobs and studies of JSON files."""

import json
import re
from collections.abc import Callable, Mapping

from shared.domain.lazy_pattern import lazy_pattern
from shared.importing.date_ranges import is_present
from shared.importing.headings import plain_heading
from shared.importing.table_source import Cell

_PLACEHOLDERS = frozenset("-|--|—|.|n/a|#n/a|n.a.|n/d|null|none|nan|undefined|(blank)|sin datos|#ref!".split("|"))
_LONGEST_PLACEHOLDER = max(map(len, _PLACEHOLDERS))
_INVISIBLE = str.maketrans("", "", "\ufeff\u200b\u200e\u200f\u202a\u202c\u2060")
_LIST_SEPARATOR = lazy_pattern(r"\s*[;|\n·•]\s*")
_COMMA = lazy_pattern(r"\s*,\s*")
_ADDRESS_SEPARATOR = lazy_pattern(r"[;,|\s]+")
_PATH_ONLY = lazy_pattern(r"/?(?:in|pub)/\S+", re.ASCII)

_LABELS = ("name", "title", "text", "value", "content", "nombre", "texto")
"""Where the word stands in an entry of a list of objects: {"name": "SAP"}."""

_JOB_HEADINGS = {
    "title": "title|position|role|job title|cargo|puesto",
    "company": "company|company name|employer|organization|organisation|empresa|organizacion",
    "start": "start|start date|from|since|started on|starts at|desde|inicio",
    "end": "end|end date|to|until|finished on|ends at|hasta|fin",
    "location": "location|ubicacion|lugar",
    "description": "description|summary|descripcion|resumen",
}
_STUDY_HEADINGS = {
    "school": "school|school name|university|institution|universidad|centro|escuela",
    "degree": "degree|degree name|title|field of study|titulo|titulacion|carrera",
    "start": _JOB_HEADINGS["start"],
    "end": _JOB_HEADINGS["end"],
}
_DATES = frozenset({"start", "end"})


def is_blank(cell: Cell) -> bool:
    """Whether there is nothing in the cell."""
    if isinstance(cell, str):
        return not cell or cell.isspace()
    return cell is None or cell in ([], {})


def as_text(cell: Cell) -> str:
    """The cell as text; what is neither text nor a number is written as JSON."""
    if isinstance(cell, str):
        return (cell if cell.isprintable() else cell.translate(_INVISIBLE)).strip()
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return str(cell)
    return json.dumps(cell, ensure_ascii=False)


def value_of(field: str, cell: Cell) -> object:
    """The cell as a value that the field of a prospect may take; None if it says that there is none ("n/a", "-")."""
    if isinstance(cell, str):
        cell = as_text(cell)
        if not cell or (len(cell) <= _LONGEST_PLACEHOLDER and cell.lower() in _PLACEHOLDERS):
            return None
    elif is_blank(cell):
        return None
    read = _READERS.get(field)
    return read(cell) if read else as_text(cell)


def _email(cell: Cell) -> str:
    """The first of several addresses in one cell; a name before <…> may have spaces."""
    text = as_text(cell)
    if text.count("@") < 2 and "<" in text:
        return text
    return next((part for part in _ADDRESS_SEPARATOR.split(text) if "@" in part), text)


def _linkedin_url(cell: Cell) -> str:
    """Some exports leave the host out."""
    text = as_text(cell)
    return f"linkedin.com/{text.lstrip('/')}" if _PATH_ONLY.fullmatch(text) else text


def _words(cell: Cell) -> list[str]:
    """Skills or languages: a list, or one cell with separators."""
    if isinstance(cell, list):
        return [word for entry in cell if (word := _label(entry))]
    text = as_text(cell)
    parts = _LIST_SEPARATOR.split(text)
    return [part for part in (parts if len(parts) > 1 else _COMMA.split(text)) if part]


def _posts(cell: Cell) -> list[str]:
    return [text for entry in (cell if isinstance(cell, list) else [cell]) if (text := _label(entry))]


def _label(entry: Cell) -> str:
    if isinstance(entry, dict):
        entry = next((entry[name] for name in _LABELS if not is_blank(entry.get(name))), None)
    return "" if is_blank(entry) else as_text(entry)


def _entries(headings: Mapping[str, str]) -> Callable[[Cell], list[dict[str, str | None]]]:
    """A reader of a list of jobs or studies whose keys are any of the headings."""
    fields = {heading: field for field, names in headings.items() for heading in names.split("|")}

    def read(cell: Cell) -> list[dict[str, str | None]]:
        entries = cell if isinstance(cell, list) else [cell]
        return [made for entry in entries if isinstance(entry, dict) and (made := _entry(entry, fields))]

    return read


def _entry(entry: Mapping[str, Cell], fields: Mapping[str, str]) -> dict[str, str | None]:
    made: dict[str, str | None] = {}
    for name, value in entry.items():
        field = fields.get(plain_heading(name))
        if field in _DATES:
            made[field] = made.get(field) or _date(value)
        elif field and (text := _label(value)):
            made[field] = f"{made[field]}, {text}" if made.get(field) else text
    return made


def _date(cell: Cell) -> str | None:
    """A date as text; scrapers write {"year": 2020, "month": 3}; the present is no date."""
    if isinstance(cell, dict):
        year, month = cell.get("year"), cell.get("month")
        cell = f"{year}-{month:02d}" if isinstance(month, int) and month else year
    text = "" if is_blank(cell) else as_text(cell)
    return None if not text or is_present(text) else text


_READERS: Mapping[str, Callable[[Cell], object]] = {
    "email": _email,
    "linkedin_url": _linkedin_url,
    "skills": _words,
    "languages": _words,
    "posts": _posts,
    "experience": _entries(_JOB_HEADINGS),
    "education": _entries(_STUDY_HEADINGS),
}
