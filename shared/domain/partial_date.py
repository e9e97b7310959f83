"""Dates as profiles state them: a month of a year, or a year. Kept as `YYYY-MM` or `YYYY`.

The forms that profiles and exports use are understood in Spanish and English ("mar. 2024", "marzo de 2024",
"12 Mar 2024", "03/2024", "2024-03-15", an RFC 3339 time); a day is dropped. Where day and month cannot be told apart
("03/04/2024") only the year is certain, so only the year is kept. The present is no date: it is null. Anything else
raises a PydanticCustomError of the type "partial_date".
"""

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from shared.domain.lazy_pattern import lazy_pattern

_LONGEST = 40
_FIRST_YEAR, _LAST_YEAR = 1900, 2100

_YEAR = lazy_pattern(r"(?P<year>\d{4})", re.ASCII)
_YEAR_FIRST = lazy_pattern(
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.]\d{1,2}(?:[t ][\d:.]+(?:z|[+-][\d:]+)?)?)?", re.ASCII
)
_MONTH_FIRST = lazy_pattern(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})", re.ASCII)
_DAY_AND_MONTH = lazy_pattern(
    r"(?P<one>\d{1,2})[-/.](?P<two>\d{1,2})[-/.](?P<year>\d{4})(?:[t ,][\d:. apm]*)?", re.ASCII
)
_IN_WORDS = lazy_pattern(
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ -](?:de )?)?"  # 15 de | 12- | 3rd
    r"(?P<word>[a-z]{3,10})\.?,?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?,)?"  # March 15, 2024
    r"[ -](?:de |del )?(?P<year>\d{4})",
    re.ASCII,
)
_MONTHS = (
    ("enero", "ene", "january", "jan"),
    ("febrero", "feb", "february"),
    ("marzo", "mar", "march"),
    ("abril", "abr", "april", "apr"),
    ("mayo", "may"),
    ("junio", "jun", "june"),
    ("julio", "jul", "july"),
    ("agosto", "ago", "august", "aug"),
    ("septiembre", "setiembre", "sep", "sept", "set", "september"),
    ("octubre", "oct", "october"),
    ("noviembre", "nov", "november"),
    ("diciembre", "dic", "december", "dec"),
)
_MONTH_OF_WORD = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words}


def canonical_partial_date(text: str) -> str:
    """The month or year that `text` states; raises PydanticCustomError("partial_date") if it states none."""
    plain = " ".join(text.lower().split()) if len(text) <= _LONGEST else ""
    year, month = _read(plain)
    if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR or (month is not None and not 1 <= month <= 12):
        raise PydanticCustomError("partial_date", "not a month or a year")
    return f"{year:04d}" if month is None else f"{year:04d}-{month:02d}"


PartialDate = Annotated[str, AfterValidator(canonical_partial_date)]
"""A month of a year or a year: `YYYY-MM` or `YYYY`."""


def _read(plain: str) -> tuple[int | None, int | None]:
    """The year and the month, as far as they are stated."""
    if match := _YEAR.fullmatch(plain):
        return int(match["year"]), None
    if match := _YEAR_FIRST.fullmatch(plain) or _MONTH_FIRST.fullmatch(plain):
        return int(match["year"]), int(match["month"])
    if match := _DAY_AND_MONTH.fullmatch(plain):
        return int(match["year"]), _certain_month(int(match["one"]), int(match["two"]))
    if (match := _IN_WORDS.fullmatch(plain)) and match["word"] in _MONTH_OF_WORD:
        return int(match["year"]), _MONTH_OF_WORD[match["word"]]
    return None, None


def _certain_month(one: int, two: int) -> int | None:
    """The month of a date written day/month or month/day, where only one reading is possible."""
    if one == two:
        return one
    if one > 12:
        return two
    return one if two > 12 else None
