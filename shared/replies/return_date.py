"""When somebody who is away says to be back."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from shared.domain.lazy_pattern import lazy_pattern
from shared.replies.relative_date import relative_date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "enero ene january jan",
            "febrero feb february",
            "marzo march mar",
            "abril abr april apr",
            "mayo may",
            "junio june jun",
            "julio july jul",
            "agosto ago august aug",
            "septiembre setiembre sept september sep",
            "octubre oct october",
            "noviembre nov november",
            "diciembre dic december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "lunes monday",
            "martes tuesday",
            "miercoles wednesday",
            "jueves thursday",
            "viernes friday",
            "sabado saturday",
            "domingo sunday",
        )
    )
    for name in names.split()
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")"
_YEAR = r"(?:,? (?:de |del )?(?P<year>20\d\d))?"
_ISO = lazy_pattern(r"(?<!\d)(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_DAY_MONTH = lazy_pattern(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|º|o)?(?: de| of)? {_MONTH}\b\.?{_YEAR}")
_MONTH_DAY = lazy_pattern(rf"\b{_MONTH}\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:){_YEAR}")
_NUMBERS = lazy_pattern(r"(?<![\d./-])(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>20\d\d|\d\d))?(?![\d/])")
_WEEKDAY = lazy_pattern(
    r"(?:until|till|through|back on|back|return(?:ing)?(?: on)?|hasta el|hasta|(?:vuelv|volv|regres)\w+ el)"
    r"(?: next| proximo)? (?P<weekday>" + "|".join(_WEEKDAYS) + r")\b"
)
_WEEKDAY_AND_DAY = lazy_pattern(
    r"\b(?P<weekday>" + "|".join(_WEEKDAYS) + r"),?(?: (?:the|dia))? (?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?![:/.-]\d)"
)
_DAY_ALONE = (
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?! ?(?:de|of|/|-|:|\.\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_BACK_ON_DAY = lazy_pattern(
    r"\b(?:vuelv|volv|regres|reincorpor|incorpor|retom|reabr|back|return|reopen)\w*(?: \w+){0,2}? "
    r"(?:el|el dia|on the|the) "
    rf"{_DAY_ALONE}"
)
_UNTIL_DAY = lazy_pattern(rf"\b(?:until the|till the|hasta el(?: dia)?) {_DAY_ALONE}")
_FIRST_OF_RANGE = lazy_pattern(rf"(?<![\d/.-])\d{{1,2}} ?[-–] ?(?=\d{{1,2}}(?:st|nd|rd|th)?(?: de| of)? {_MONTH})")
_RANGE_IN_MONTH = lazy_pattern(rf"\b(?P<named>{_MONTH}\.?) \d{{1,2}}(?:st|nd|rd|th)? ?[-–] ?(?=\d{{1,2}}\b(?![/.-]\d))")
_TWO_MONTHS = 62
_HALF_A_YEAR = timedelta(days=183)
_INCLUSIVE = lazy_pattern(r"\b(inclusive|incluido|included|ambos inclusive)\b")


def return_date(text: str, received: date) -> date | None:
    """The last date from the day of receipt on that folded text names, or the weekday that it says to be back on, or
    the day at the distance that it tells.

    Without a year the nearest such date is meant. "Inclusive" means the day after. Numbers are day and month or month
    and day, whichever is the nearer day to come: nobody is away for most of a year.
    """
    text = _RANGE_IN_MONTH.sub(r"\g<named> ", _FIRST_OF_RANGE.sub("", text))
    dates = [found for found in _dates(text, received) if found >= received]
    if (back := _BACK_ON_DAY.search(text)) is not None:
        return _next_of_number(back, max(dates, default=received))
    if dates:
        return max(dates) + timedelta(days=1 if _INCLUSIVE.search(text) else 0)
    if (until := _UNTIL_DAY.search(text)) is not None:
        return _next_of_number(until, received)
    if (weekday := _WEEKDAY.search(text)) is not None:
        ahead = (_WEEKDAYS[weekday["weekday"]] - received.weekday() - 1) % 7 + 1
        return received + timedelta(days=ahead)
    return relative_date(text, received)


def _next_of_number(match: re.Match[str], first: date) -> date | None:
    """The next day from `first` on that has the number in its month."""
    return next((day for day in _days(first) if day.day == int(match["day"])), None)


def _dates(text: str, received: date) -> Iterator[date]:
    for expression in (_ISO, _DAY_MONTH, _MONTH_DAY, _NUMBERS):
        for match in expression.finditer(text):
            yield from _meant(match, received, in_either_order=expression is _NUMBERS)
    for match in _WEEKDAY_AND_DAY.finditer(text):
        yield from _day_of_month(match, received)


def _meant(match: re.Match[str], received: date, *, in_either_order: bool) -> list[date]:
    """The day that a match names: of figures in either order the nearer one that is not over."""
    named = _MONTHS.get(match["month"])
    month, day = named or int(match["month"]), int(match["day"])
    read = [_date(match["year"], month, day, received)]
    if in_either_order:
        read.append(_date(match["year"], day, month, received))
    found = [one for one in read if one is not None]
    return sorted(found, key=lambda one: (one < received, abs((one - received).days)))[:1]


def _day_of_month(match: re.Match[str], received: date) -> list[date]:
    """The next day of that number, if it is that weekday: what is meant by “Monday 30”."""
    wanted = (int(match["day"]), _WEEKDAYS[match["weekday"]])
    return [day for day in _days(received) if (day.day, day.weekday()) == wanted][:1]


def _days(first: date) -> Iterator[date]:
    return (first + timedelta(days=ahead) for ahead in range(_TWO_MONTHS))


def _date(year: str | None, month: int, day: int, received: date) -> date | None:
    """The date; without a year the nearest one, so that the begin of an absence lies behind. None if there is none."""
    try:
        if year is not None:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        this_year = date(received.year, month, day)
        is_long_over = received - this_year > _HALF_A_YEAR
        return date(received.year + 1, month, day) if is_long_over else this_year
    except ValueError:
        return None
