"""When somebody who is away says to be back without naming a date: "tomorrow", "in three days", "por dos semanas"."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from shared.domain.lazy_pattern import lazy_pattern

_AMOUNTS = {
    name: amount
    for amount, names in enumerate(
        (
            "un una a an one",
            "dos two",
            "tres three",
            "cuatro four",
            "cinco five",
            "seis six",
            "siete seven",
            "ocho eight",
            "nueve nine",
            "diez ten",
        ),
        start=1,
    )
    for name in names.split()
}
_BACK = r"(?:vuelv|volv|regres|retorn|reincorpor|incorpor|retom|vuelta|back|return)\w*"
_GONE = (
    r"(?:out|away|off|offline|leave|vacation|holidays?|pto|office|unavailable|fuera|ausente|vacaciones|baja|permiso|"
    r"viaje|oficina|desconectad\w)"
)
_SPAN = (
    rf"(?P<amount>\d{{1,2}}|{'|'.join(_AMOUNTS)}) (?P<unit>days?|weeks?|months?|dias?|semanas?|mes(?:es)?)\b"
    r"(?! (?:ago|after|despues))"
)
_AFTER = lazy_pattern(rf"\b{_BACK}(?: \w+){{0,3}}? (?:in|within|en|dentro de) {_SPAN}")
_FOR = lazy_pattern(
    rf"\b{_GONE}(?: \w+){{0,3}}? (?:for|por|durante|the next|los proximos|las proximas) (?:the next )?{_SPAN}"
)
_TOMORROW = lazy_pattern(rf"\b{_BACK}(?: \w+){{0,3}}? (?:tomorrow|manana)\b(?! (?:por|y|morning and))")
_NEXT_WEEK = lazy_pattern(
    rf"\b{_BACK}(?: \w+){{0,3}}? (?:next week|(?:la )?(?:proxima semana|semana (?:que viene|proxima|siguiente)))\b"
)


def relative_date(text: str, received: date) -> date | None:
    """The day that folded text says by its distance from the day of receipt; next week begins on its Monday."""
    readings: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], date]], ...] = (
        (_TOMORROW, lambda _: received + timedelta(days=1)),
        (_AFTER, lambda match: _later(match, received)),
        (_FOR, lambda match: _later(match, received)),
        (_NEXT_WEEK, lambda _: received + timedelta(days=7 - received.weekday())),
    )
    found = (read(match) for expression, read in readings if (match := expression.search(text)) is not None)
    return next(found, None)


def _later(match: re.Match[str], received: date) -> date:
    named = match["amount"]
    amount = int(named) if named.isdigit() else _AMOUNTS[named]
    unit = match["unit"][0]
    if unit == "m":
        return _months_later(received, amount)
    return received + timedelta(days=amount * (7 if unit in "ws" else 1))


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
