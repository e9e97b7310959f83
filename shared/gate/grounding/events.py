"""What the profile dates besides jobs and studies: "Migrated to GCP in 2024", "hace dos años pasamos a predictivo"."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.folding import fold
from shared.gate.grounding.measures import days_in, months_in
from shared.gate.grounding.months import month_named
from shared.gate.grounding.spans_of_time import Day, Tenure, between
from shared.gate.grounding.stated import Pair
from shared.gate.words import tokens_in

_YEAR = 12
_MOST = 200
"""How many facts that date something are compared; profiles have a few dozen."""
_MORE = frozenset("mas over more than least menos superior".split())
_LESS = frozenset("casi nearly almost under cerca close".split())
_ALMOST = 0.8


class Event(NamedTuple):
    """A fact that dates something or says how long it lasted: the `days` that it names, and what may be told of it, as
    the `spans` from those days until now, from one to another, and those that it states.
    """

    fact: Fact
    days: tuple[Day, ...]
    spans: tuple[Tenure, ...]


def events_of(figures: Iterable[Pair], today: Day) -> tuple[Event, ...]:
    """The events of all facts, given by their figures; dates of jobs and studies are none."""
    by_fact: dict[str, tuple[Fact, list[Figure]]] = {}
    for figure, fact in figures:
        if not fact.field.endswith((".start", ".end")) and (figure.unit is Unit.YEAR or _is_length(figure)):
            by_fact.setdefault(fact.id, (fact, []))[1].append(figure)
    return tuple(_event(fact, stated, today) for fact, stated in list(by_fact.values())[:_MOST])


def _is_length(figure: Figure) -> bool:
    return figure.unit is Unit.PLAIN and days_in(figure.noun) >= 1


def _event(fact: Fact, stated: Sequence[Figure], today: Day) -> Event:
    folded = fold(fact.text)
    days = tuple(_day(figure, folded) for figure in stated if figure.unit is Unit.YEAR)
    days += _last_months(folded, {day.month for day in days}, today)
    spans = [between(day, today) for day in days]
    spans += [between(*sorted(pair, key=_order)) for pair in combinations(days, 2)]
    spans += [_lasted(figure, folded) for figure in stated if _is_length(figure)]
    return Event(fact, days, tuple(spans))


def _last_months(folded: str, dated: Collection[int | None], today: Day) -> tuple[Day, ...]:
    """The last months of the names that a text has without a year: "in March"."""
    named = {month for word in tokens_in(folded) if (month := month_named([word]))}.difference(dated)
    return tuple(Day(today.year - (month > (today.month or 1)), month) for month in sorted(named))


def _order(day: Day) -> tuple[int, int]:
    return day.year, day.month or 1


def _day(year: Figure, folded: str) -> Day:
    return Day(int(year.value), month_named(tokens_in(folded[: year.start])[-2:]))


def _lasted(figure: Figure, folded: str) -> Tenure:
    """What was so long when it was written may be a year longer today; "15+ years" may be more still, "casi diez" are
    less.
    """
    months = months_in(figure)
    if months < _YEAR:
        return Tenure(months, months)
    before = set(tokens_in(folded[: figure.start])[-2:])
    is_open = folded[figure.end : figure.end + 1] == "+" or not _MORE.isdisjoint(before)
    least = months if _LESS.isdisjoint(before) else _ALMOST * months
    return Tenure(least, months + (3 if is_open else 1) * _YEAR)


def gaps(events: Sequence[Event], days: Sequence[Day]) -> Iterator[Tenure]:
    """How long it was from each of `days` to each event, or back."""
    for event in events:
        for one in event.days:
            yield from (between(*sorted((one, other), key=_order)) for other in days)
