"""Dates and times as exports and people write them.

ISO 8601 in all its common forms, "12 Mar 2024", "12 de marzo de 2024", and dates in figures, whose order (day or month
first) the whole column decides: a figure over 12 settles it, and without one the day comes first, as in Spain.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents

_MONTHS = {
    month[:3]: number
    for months in (
        "january february march april may june july august september october november december",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    )
    for number, month in enumerate(months.split(), start=1)
} | {"set": 9}
_ZONE = lazy_pattern(r"\s*(?:utc|gmt|z)$")
_CLOCK = lazy_pattern(r"[ ,t]+(?:a las )?(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap])?\.?\s*m?\.?$")
_FIGURES = lazy_pattern(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_YEAR_FIRST = lazy_pattern(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_DAY_OF_MONTH = lazy_pattern(
    r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th|o)?[ -](?:de |of )?([a-z]{3,})\.?[ ,-]+(?:de |del )?(\d{4})"
)
_MONTH_DAY = lazy_pattern(r"(?:[a-z]+,? )?([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_LONGEST = 60


def month_comes_first(texts: Iterable[str]) -> bool:
    """Whether the dates in figures of a column begin with the month."""
    pairs = [(int(match[1]), int(match[2])) for text in texts if (match := _FIGURES.match(text.strip()))]
    return any(second > 12 for _, second in pairs) and not any(first > 12 for first, _ in pairs)


def read_moment(text: str, zone: tzinfo, *, month_first: bool) -> datetime | None:
    """The moment in UTC, or None if the text is none. Without a zone of its own it is the clock of `zone`; a day alone
    is its noon, which no zone takes into another day.
    """
    plain = " ".join(without_accents(text).split())
    if not plain or len(plain) > _LONGEST:
        return None
    try:
        return _iso(plain, zone) or _spelled(plain, zone, month_first=month_first)
    except (ValueError, OverflowError):
        return None


def _iso(plain: str, zone: tzinfo) -> datetime | None:
    if not plain[:4].isdigit():
        return None
    stated = _ZONE.sub("+00:00", plain) if ":" in plain else plain
    try:
        moment = datetime.fromisoformat(stated.upper())
    except ValueError:
        return None
    if len(plain) <= len("2024-03-12"):
        moment = moment.replace(hour=12)
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def _spelled(plain: str, zone: tzinfo, *, month_first: bool) -> datetime | None:
    is_utc = bool(_ZONE.search(plain))
    plain = _ZONE.sub("", plain)
    clock = _CLOCK.search(plain)
    day = _day(plain[: clock.start()] if clock else plain, month_first=month_first)
    if day is None:
        return None
    hour, minute, second = _time(clock.groups()) if clock else (12, 0, 0)
    return datetime(*day, hour, minute, second, tzinfo=UTC if is_utc else zone).astimezone(UTC)


def _time(parts: tuple[str | None, ...]) -> tuple[int, int, int]:
    hour, minute, second = int(parts[0] or 0), int(parts[1] or 0), int(parts[2] or 0)
    if parts[3]:
        hour = hour % 12 + (12 if parts[3] == "p" else 0)
    return hour, minute, second


def _day(plain: str, *, month_first: bool) -> tuple[int, int, int] | None:
    plain = plain.strip(" ,.")
    if match := _YEAR_FIRST.fullmatch(plain):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _FIGURES.fullmatch(plain):
        day, month = (match[2], match[1]) if month_first else (match[1], match[2])
        return _whole_year(match[3]), int(month), int(day)
    if match := _DAY_OF_MONTH.fullmatch(plain):
        day, name, year = match.groups()
    elif match := _MONTH_DAY.fullmatch(plain):
        name, day, year = match.groups()
    else:
        return None
    return (int(year), _MONTHS[name[:3]], int(day)) if name[:3] in _MONTHS else None


def _whole_year(figures: str) -> int:
    return int(figures) if len(figures) > 2 else 2000 + int(figures)
