"""Headings of columns: how they are compared, made unique, and told from the rows around them."""

import re
from collections.abc import Iterable, Sequence
from itertools import count

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import normalized, without_accents
from shared.importing.column_aliases import is_known_heading

_LONGEST = 200
_CAMEL = lazy_pattern(r"(?<=[a-z0-9])(?=[A-Z])")
_NO_WORD = lazy_pattern(r"[^a-z0-9]+")
_AN_ADDRESS = lazy_pattern(r"\S@\S+\.\S|linkedin\.com/", re.IGNORECASE)


def plain_heading(heading: str) -> str:
    """The heading as words in lower case without accents or signs: "firstName" and "First_Name" are "first name"."""
    words = _NO_WORD.sub(" ", without_accents(_CAMEL.sub(" ", heading))).strip()
    return words.replace("linked in", "linkedin")


def unique_headings(cells: Iterable[str]) -> tuple[str, ...]:
    """The headings as the file has them; a repeated one gets " (2)", an empty one is called by its place."""
    taken: set[str] = set()
    headings = []
    for place, cell in enumerate(cells, start=1):
        heading = " ".join(normalized(cell.strip("\ufeff")).split())[:_LONGEST].strip() or f"Columna {place}"
        headings.append(_free(heading, taken))
        taken.add(headings[-1])
    return tuple(headings)


def heading_row(first_rows: Sequence[Sequence[str]]) -> int | None:
    """The place of the row that holds the headings, or None if the file has none.

    It is the row with the most known headings. If no heading is known, it is the first row that is not empty, unless
    that row has an address, as only a person's row has.
    """
    known = [sum(is_known_heading(plain_heading(cell)) for cell in row) for row in first_rows]
    if any(known):
        return known.index(max(known))
    filled = [place for place, row in enumerate(first_rows) if any(cell.strip() for cell in row)]
    if not filled or any(_AN_ADDRESS.search(cell) for cell in first_rows[filled[0]]):
        return None
    return filled[0]


def _free(heading: str, taken: set[str]) -> str:
    if heading not in taken:
        return heading
    return next(name for number in count(2) if (name := f"{heading[: _LONGEST - 8]} ({number})") not in taken)
