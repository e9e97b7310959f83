"""What a message adds to the counters: the one definition behind every figure of the history.

Counters are the sum of `counts_of` over all messages, and a change of a message moves them by the difference between
what it counted before and what it counts after. So a recount can be no other than this function again.

A count is named `{event}:{dimension}={value}`, or `{event}:total`. What happens up to the approval counts on the day
the message was generated, all from sending on on the day it was sent: its cohort (data-model.md, "Counters").
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime

from shared.domain.language import Format
from shared.domain.message import IMPORTED, Approval, Message, MessageStatus
from shared.domain.message_signals import ALL, SignalKey, Stratum, signals_of
from shared.domain.outcome import Sentiment

Counts = Mapping[str, int]
"""Amounts by name; what is not named is zero."""

PAIR = "role,format"
VARIANT = "experiment,variant"
"""A variant is one of its experiment: every experiment has an A."""
SIGNAL = "signal"
SIGNAL_EVENTS = ("sent", "bounced", "positive")
"""What is counted of signals (`message_signals.py`): enough for the positive replies by those delivered."""
SHARES = 10
"""The share of characters that an edit changed is counted in tenths, for the median."""


def counts_of(message: Message) -> dict[date, Counter[str]]:
    """All that the message adds, by the day that it adds it to."""
    counts: dict[date, Counter[str]] = {message.created_day: _named(message, _until_approval(message))}
    for tenth in _changed_tenth(message):
        counts[message.created_day][f"changed_tenth.{tenth}:total"] += 1
    if message.sent_day is not None:
        since_sending = _since_sending(message)
        counts.setdefault(message.sent_day, Counter()).update(_named(message, since_sending))
        counts[message.sent_day].update(_of_signals(message, since_sending))
    return counts


def batch_counts_of(message: Message) -> Counter[str]:
    """All that the message adds to the counters of its batch: the same events, by day."""
    counts = Counter({f"{event}:day={message.created_day}": n for event, n in _until_approval(message).items() if n})
    if message.sent_day is not None:
        counts.update({f"{event}:day={message.sent_day}": n for event, n in _since_sending(message).items() if n})
    return counts


def difference(before: Counts, after: Counts) -> dict[str, int]:
    """The amounts that turn `before` into `after`; nothing that stays."""
    names = sorted(before.keys() | after.keys())
    moves = {name: after.get(name, 0) - before.get(name, 0) for name in names}
    return {name: amount for name, amount in moves.items() if amount}


def _named(message: Message, events: Counts) -> Counter[str]:
    return Counter(
        {
            f"{event}:{dimension}": amount
            for dimension in _dimensions(message)
            for event, amount in events.items()
            if amount
        }
    )


def _dimensions(message: Message) -> list[str]:
    named = {
        "role": message.role.key,
        "format": message.format.value,
        "language": message.language.value,
        "prompt": message.prompt.id,
        VARIANT: variant_value(message.experiment_id, message.prompt.variant),
        "author": message.author,
        PAIR: f"{message.role.key},{message.format.value}",
    }
    return ["total", *(f"{name}={value}" for name, value in named.items() if value is not None)]


def variant_value(experiment_id: str | None, variant: str | None) -> str | None:
    """The value of the dimension VARIANT; None outside an experiment."""
    return None if experiment_id is None or variant is None else f"{experiment_id},{variant}"


def _of_signals(message: Message, events: Counts) -> dict[str, int]:
    stratum = Stratum(message.format, message.language)
    return {
        f"{event}:{SIGNAL}={SignalKey(stratum, signal)}": events[event]
        for signal in (ALL, *sorted(signals_of(message)))
        for event in SIGNAL_EVENTS
        if events[event]
    }


def _until_approval(message: Message) -> dict[str, int]:
    approval = message.approval
    events = {
        "generated": int(message.writer.provider != IMPORTED),
        "needs_review": int(bool(message.review_checks)),
        "rejected": int(message.status is MessageStatus.REJECTED),
        "cost_micros": message.writer.cost_micros,
        **{f"review.{check}": 1 for check in message.review_checks},
    }
    if approval is None:
        return events
    return (
        events
        | _from_import(message, approval)
        | {
            "approved": 1,
            "approved_changed": int(message.changed_share > 0),
            "approval_seconds": max(0, round((approval.at - message.created_at).total_seconds())),
            **{f"override.{check}": 1 for check in approval.overridden},
        }
    )


def _from_import(message: Message, approval: Approval) -> dict[str, int]:
    if message.imported_at is None:
        return {}
    seconds = max(0, round((approval.at - message.imported_at).total_seconds()))
    return {"approved_imported": 1, "import_seconds": seconds}


def _changed_tenth(message: Message) -> list[int]:
    if message.approval is None or not message.changed_share:
        return []
    return [min(SHARES - 1, int(message.changed_share * SHARES))]


def _since_sending(message: Message) -> dict[str, int]:
    reached = message.milestones
    is_invitation, is_email = message.format is Format.LINKEDIN_NOTE, message.format is Format.EMAIL
    replied = _happened(reached.first_reply_at)
    return {
        "sent": 1,
        "follow_ups": int(message.thread.number > 0),
        "invited": int(is_invitation),
        "emailed": int(is_email),
        "accepted": _happened(reached.accepted_at),
        "replied": replied,
        "replied_invited": replied * is_invitation,
        "replied_emailed": replied * is_email,
        "positive": _happened(reached.first_positive_at),
        "neutral": int(reached.first_reply is Sentiment.NEUTRAL),
        "negative": int(reached.first_reply is Sentiment.NEGATIVE),
        "auto_replied": _happened(reached.auto_replied_at),
        "out_of_office": _happened(reached.out_of_office_at),
        "meetings": _happened(reached.meeting_at),
        "won": _happened(reached.won_at),
        "lost": _happened(reached.lost_at),
        "bounced": _happened(reached.bounced_at),
        "unsubscribed": _happened(reached.unsubscribed_at),
    }


def _happened(moment: datetime | None) -> int:
    return int(moment is not None)
