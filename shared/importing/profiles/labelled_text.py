"""Text with a label on each line: "Nombre: Lucía Ferrer", "Company: Logística Norte".

The labels are the headings that files have, so a form, a note of a CRM or a mail's head is understood the same way.
"""

from collections.abc import Sequence

from shared.domain.imports import ImportedRow, SourceRow
from shared.domain.lazy_pattern import lazy_pattern
from shared.importing.column_aliases import alias_of
from shared.importing.headings import plain_heading
from shared.importing.table import OpenTable, open_source
from shared.importing.table_source import TableSource

_LABEL = lazy_pattern(r"\W{0,3}(?P<label>[^\W\d_][\w áéíóúñ/'’.-]{1,39}?)\W?\s*[:：=]\s*(?P<value>\S.*)?")
_FROM = {"de": "nombre", "from": "name"}
_FEWEST = 2


def read_labelled(lines: Sequence[str]) -> ImportedRow | None:
    """The person whom labelled lines describe, or None if fewer than two labels are known ones.

    A line without a label goes on with the value above it.
    """
    values: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in lines:
        match = _LABEL.fullmatch(line)
        if match and (match["value"] or _is_known(match["label"])) and not line.startswith(("http:", "https:")):
            current = values.setdefault(_FROM.get(match["label"].lower(), match["label"]), [])
            current += [match["value"]] if match["value"] else []
        elif current is not None:
            current.append(line)
    if sum(map(_is_known, values)) < _FEWEST:
        return None
    return next(_table(values).rows(), None)


def _is_known(label: str) -> bool:
    return alias_of(plain_heading(label)) is not None


def _table(values: dict[str, list[str]]) -> OpenTable:
    """The labels as the headings of a table of one row."""
    cells = ["\n".join(lines) for lines in values.values()]
    return open_source(TableSource(tuple(values), lambda: iter([SourceRow(1, cells)])))
