"""When somebody who is away says to be back."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

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
_ISO = re.compile(r"(?<!\d)(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_DAY_MONTH = re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|º|o)?(?: de| of)? {_MONTH}\b\.?{_YEAR}")
_MONTH_DAY = re.compile(rf"\b{_MONTH}\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:){_YEAR}")
_NUMBERS = re.compile(r"(?<![\d./-])(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>20\d\d|\d\d))?(?![\d/])")
_WEEKDAY = re.compile(
    r"(?:until|till|back on|back|return(?:ing)?(?: on)?|hasta el|hasta|vuelvo el|regreso el)"
    r"(?: next| proximo)? (?P<weekday>" + "|".join(_WEEKDAYS) + r")\b"
)
_HALF_A_YEAR = timedelta(days=183)
_INCLUSIVE = re.compile(r"\b(inclusive|incluido|included|ambos inclusive)\b")


def return_date(text: str, received: date) -> date | None:
    """The last date from the day of receipt on that folded text names, or the weekday that it says to be back on.

    Without a year the nearest such date is meant. "Inclusive" means the day after. Numbers are day and month, as in
    Spain and Britain, unless only the other order is a date.
    """
    dates = [found for found in _dates(text, received) if found >= received]
    if dates:
        return max(dates) + timedelta(days=1 if _INCLUSIVE.search(text) else 0)
    match = _WEEKDAY.search(text)
    if match is None:
        return None
    ahead = (_WEEKDAYS[match["weekday"]] - received.weekday() - 1) % 7 + 1
    return received + timedelta(days=ahead)


def _dates(text: str, received: date) -> Iterator[date]:
    for expression in (_ISO, _DAY_MONTH, _MONTH_DAY, _NUMBERS):
        for match in expression.finditer(text):
            month = _MONTHS.get(match["month"]) or int(match["month"])
            found = _date(match["year"], month, int(match["day"]), received)
            found = found or _date(match["year"], int(match["day"]), month, received)
            if found is not None:
                yield found


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
