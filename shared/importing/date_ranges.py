"""Ranges of dates as profiles write them: "ene. 2020 - actualidad · 5 años 2 meses"."""

import re
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.partial_date import canonical_partial_date
from shared.domain.text import without_accents

_LONGEST = 120
_PRESENT = frozenset(
    "present|the present|now|current|currently|today"
    "|actualidad|la actualidad|actual|actualmente|presente|hoy|ahora".split("|")
)
_SEPARATOR = lazy_pattern(r"\s+(?:-|–|—|to|a|hasta)\s+|\s*[–—]\s*|(?<=\d{4})-(?=\d{4}|\D)")
_DURATION = lazy_pattern(
    r"\d+\s*(?:anos?|years?|yrs?|mes(?:es)?|months?|mos?|m)\b(?:\s*(?:y|and|,)?\s*\d+\s*(?:mes(?:es)?|months?|mos?|m)\b)?"
    r"|(?:less than a year|menos de un ano)"
)
_BEHIND = lazy_pattern(r"\s*[·•(|].*$", re.DOTALL)


class DateRange(NamedTuple):
    """From a month or year to another, in the forms of `partial_date`; `end` None is the present."""

    start: str | None
    end: str | None


def is_present(text: str) -> bool:
    """Whether the text names the present where a date is due."""
    return without_accents(text).strip(" .") in _PRESENT


def read_range(line: str) -> DateRange | None:
    """The range that the line states, or None if it states none; what stands behind "·" is left out.

    A single year or month is no range: too many lines are one.
    """
    if len(line) > _LONGEST:
        return None
    ends = _SEPARATOR.split(_BEHIND.sub("", line).strip())
    if len(ends) != 2:
        return None
    start = _date(ends[0])
    if start is None:
        return None
    if is_present(ends[1]):
        return DateRange(start, None)
    end = _date(ends[1])
    return DateRange(start, end) if end else None


def is_duration(text: str) -> bool:
    """Whether the text is a length of time and nothing else: "7 años 2 meses"."""
    return len(text) <= _LONGEST and _DURATION.fullmatch(without_accents(text).strip(" .")) is not None


def _date(text: str) -> str | None:
    try:
        return canonical_partial_date(text)
    except PydanticCustomError:
        return None
