"""Key figures as sales teams read them: counts, and rates that state what they are rates of.

Definitions: message-quality.md, "KPI definitions". Intervals are Wilson's, at 95 % (E. B. Wilson, 1927; recommended for
proportions by Brown, Cai and DasGupta, 2001). What happens after sending counts on the day of sending, so a rate is
immature while some of its messages were sent less than 14 days ago: more answers may come.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from math import sqrt
from typing import NamedTuple

from pydantic import BaseModel

from shared.domain.message_counts import SHARES

MATURITY = timedelta(days=14)
_Z = 1.959963984540054
"""The 97.5 % quantile of the normal distribution."""

Days = Mapping[date, Counter[str]]
"""Events by the day that they count on."""


class Rate(BaseModel):
    """A share of something. `of` names the denominator; `low` and `high` bound the 95 % interval.

    `value`, `low` and `high` are null only where the denominator is 0. Below 30 observations a rate says little.
    """

    value: float | None
    numerator: int
    denominator: int
    of: str
    low: float | None
    high: float | None
    mature: bool


class _Definition(NamedTuple):
    """A rate: how much of what, and whether answers to what was sent may still change it."""

    of: str
    numerator: Callable[[Mapping[str, int]], int]
    denominator: Callable[[Mapping[str, int]], int]
    waits_for_answers: bool = True


def _event(name: str) -> Callable[[Mapping[str, int]], int]:
    return lambda events: events.get(name, 0)


def _less(name: str, other: str) -> Callable[[Mapping[str, int]], int]:
    return lambda events: events.get(name, 0) - events.get(other, 0)


RATES: Mapping[str, _Definition] = {
    "acceptance": _Definition("invitations sent", _event("accepted"), _event("invited")),
    "reply_accepted": _Definition("invitations accepted", _event("replied_invited"), _event("accepted")),
    "reply_linkedin": _Definition(
        "LinkedIn messages sent", _less("replied", "replied_emailed"), _less("sent", "emailed")
    ),
    "reply_email": _Definition("e-mails delivered", _event("replied_emailed"), _less("emailed", "bounced")),
    "positive": _Definition("messages delivered", _event("positive"), _less("sent", "bounced")),
    "positive_of_replies": _Definition("replies", _event("positive"), _event("replied")),
    "meeting": _Definition("people contacted", _event("meetings"), _less("sent", "follow_ups")),
    "win": _Definition("people contacted", _event("won"), _less("sent", "follow_ups")),
    "bounce": _Definition("e-mails sent", _event("bounced"), _event("emailed")),
    "unsubscribe": _Definition("messages delivered", _event("unsubscribed"), _less("sent", "bounced")),
    "review": _Definition("messages generated", _event("needs_review"), _event("generated"), waits_for_answers=False),
    "edit": _Definition("messages approved", _event("approved_changed"), _event("approved"), waits_for_answers=False),
}
"""Every rate by its name."""

COUNTS = (
    "generated",
    "needs_review",
    "approved",
    "rejected",
    "sent",
    "follow_ups",
    "invited",
    "accepted",
    "replied",
    "positive",
    "neutral",
    "negative",
    "auto_replied",
    "out_of_office",
    "meetings",
    "won",
    "lost",
    "bounced",
    "unsubscribed",
    "cost_micros",
)
"""Every count by its name, which is that of its event."""


class Figures(BaseModel):
    """The figures of one group of messages, or of all.

    `follow_ups` are those of the sent messages that follow another one to the same person; the others are the people
    contacted. `seconds_to_approval` is the mean time from the draft to its approval, `seconds_from_import` that from
    the file which the person came with, of messages that came of a file. Money is in millionths of the currency. What
    costs are a share of is null where there is none. `review_checks` and `override_checks` say how many messages each
    check blocked, and was overridden in; `changed_share_median` is the middle of the tenth in which the median edit
    lies, of all messages together and null for a group.
    """

    generated: int
    needs_review: int
    approved: int
    rejected: int
    sent: int
    follow_ups: int
    invited: int
    accepted: int
    replied: int
    positive: int
    neutral: int
    negative: int
    auto_replied: int
    out_of_office: int
    meetings: int
    won: int
    lost: int
    bounced: int
    unsubscribed: int
    cost_micros: int
    currency: str
    cost_per_message_micros: int | None
    cost_per_positive_micros: int | None
    cost_per_meeting_micros: int | None
    seconds_to_approval: int | None
    seconds_from_import: int | None
    generated_per_day: float
    changed_share_median: float | None
    review_checks: dict[str, Rate]
    override_checks: dict[str, Rate]
    rates: dict[str, Rate]


def figures(days: Days, shown: int, today: date, currency: str) -> Figures:
    """The figures of the events of so many days."""
    events: Counter[str] = Counter()
    for counts in days.values():
        events.update(counts)
    return Figures(
        **{name: events[name] for name in COUNTS},
        currency=currency,
        cost_per_message_micros=_each(events["cost_micros"], events["generated"]),
        cost_per_positive_micros=_each(events["cost_micros"], events["positive"]),
        cost_per_meeting_micros=_each(events["cost_micros"], events["meetings"]),
        seconds_to_approval=_each(events["approval_seconds"], events["approved"]),
        seconds_from_import=_each(events["import_seconds"], events["approved_imported"]),
        generated_per_day=round(events["generated"] / shown, 2),
        changed_share_median=_median_tenth(events),
        review_checks=_by_check(events, "review", "generated", "messages generated"),
        override_checks=_by_check(events, "override", "approved", "messages approved"),
        rates={name: _rate(definition, days, events, today) for name, definition in RATES.items()},
    )


def wilson(numerator: int, denominator: int) -> tuple[float, float]:
    """The 95 % interval of a proportion; `denominator` is positive."""
    share, weight = numerator / denominator, _Z**2 / denominator
    centre = (share + weight / 2) / (1 + weight)
    half = _Z / (1 + weight) * sqrt(share * (1 - share) / denominator + weight / (4 * denominator))
    return max(0.0, centre - half), min(1.0, centre + half)


def _rate(definition: _Definition, days: Days, events: Mapping[str, int], today: date) -> Rate:
    counted_on = [day for day, counts in days.items() if definition.denominator(counts) > 0]
    mature = not definition.waits_for_answers or all(today - day >= MATURITY for day in counted_on)
    return share(definition.numerator(events), definition.denominator(events), definition.of, mature=mature)


def share(numerator: int, denominator: int, of: str, *, mature: bool) -> Rate:
    """So many of so many, with the interval."""
    if denominator <= 0:
        return Rate(value=None, numerator=numerator, denominator=denominator, of=of, low=None, high=None, mature=mature)
    low, high = wilson(min(numerator, denominator), denominator)
    return Rate(
        value=round(numerator / denominator, 4),
        numerator=numerator,
        denominator=denominator,
        of=of,
        low=round(low, 4),
        high=round(high, 4),
        mature=mature,
    )


def _by_check(events: Mapping[str, int], event: str, denominator: str, of: str) -> dict[str, Rate]:
    found = {name.partition(".")[2]: amount for name, amount in events.items() if name.startswith(f"{event}.")}
    whole = events.get(denominator, 0)
    return {check: share(amount, whole, of, mature=True) for check, amount in sorted(found.items()) if amount}


def _each(amount: int, number: int) -> int | None:
    return round(amount / number) if number > 0 else None


def _median_tenth(events: Mapping[str, int]) -> float | None:
    tenths = [events.get(f"changed_tenth.{tenth}", 0) for tenth in range(SHARES)]
    half, below = sum(tenths) / 2, 0
    for tenth, amount in enumerate(tenths):
        below += amount
        if amount and below >= half:
            return round((tenth + 0.5) / SHARES, 2)
    return None


def events_of(names: Iterable[tuple[str, int]], dimension: str) -> dict[str, Counter[str]]:
    """The events of one day by the dimension's values ("" for all together), from counts by name."""
    found: dict[str, Counter[str]] = {}
    for name, amount in names:
        event, _, of = name.partition(":")
        if of == "total":
            found.setdefault("", Counter())[event] += amount
        elif of.startswith(f"{dimension}="):
            found.setdefault(of.removeprefix(f"{dimension}="), Counter())[event] += amount
    return found
