"""The key figures against a recount of our own: each definition of the design, said again over plain messages.

Random histories go through the counters (`counts_of`) and through the figures that the API shows; the other side counts
the messages one by one and shares no code with either.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from shared.domain.language import Format
from shared.domain.message import Approval, Message, MessageStatus
from shared.domain.message_counts import counts_of
from shared.domain.metrics import events_of, figures
from shared.domain.outcome import Milestones, Sentiment
from shared.domain.thread import ThreadPlace
from tests.builders import stored_message

TODAY = date(2026, 11, 22)
DAYS = 40
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@st.composite
def messages(draw: st.DrawFn) -> Message:
    """A message at any point of its life, generated in the last 40 days."""
    made = NOW - timedelta(days=draw(st.integers(0, DAYS - 1)), hours=draw(st.integers(0, 11)))
    format_ = draw(st.sampled_from(list(Format)))
    status = draw(
        st.sampled_from(
            [MessageStatus.READY, MessageStatus.REJECTED, *[MessageStatus.APPROVED] * 2, *[MessageStatus.SENT] * 6]
        )
    )
    blocked = draw(st.sampled_from([(), (), ("grounding",), ("grounding", "length")]))
    stored = stored_message(
        format=format_,
        status=status,
        created_at=made,
        updated_at=made,
        review_checks=blocked,
        imported_at=draw(st.sampled_from([None, made - timedelta(days=2)])),
        role={"key": draw(st.sampled_from(["operations", "sales"])), "matched_by": "title"},
    )
    if status not in {MessageStatus.APPROVED, MessageStatus.SENT}:
        return stored
    approved = made + timedelta(seconds=draw(st.integers(0, 3600)))
    approval = Approval(
        by="a", at=approved, fingerprint=stored.fingerprint, overridden=blocked, reason="x" if blocked else None
    )
    stored = stored.model_copy(
        update={"approval": approval, "changed_share": draw(st.sampled_from([0.0, 0.0, 0.2, 1.0]))}
    )
    return stored if status is MessageStatus.APPROVED else draw(sent(stored, approved))


@st.composite
def sent(draw: st.DrawFn, message: Message, after: datetime) -> Message:
    at = min(NOW, after + timedelta(days=draw(st.integers(0, 3))))
    happens = {
        name: at if draw(st.booleans()) else None for name in ("meeting_at", "won_at", "lost_at", "unsubscribed_at")
    }
    is_note, is_mail = message.format is Format.LINKEDIN_NOTE, message.format is Format.EMAIL
    sentiment = draw(st.sampled_from([None, None, *Sentiment]))
    bounced = is_mail and draw(st.booleans())
    replied = at if sentiment is not None and not bounced else None
    reached = Milestones(
        sent_at=at,
        accepted_at=at if is_note and (replied or draw(st.booleans())) else None,
        first_reply_at=replied,
        first_reply=sentiment if replied else None,
        first_positive_at=replied if sentiment is Sentiment.POSITIVE else None,
        auto_replied_at=at if draw(st.booleans()) else None,
        out_of_office_at=at if draw(st.booleans()) else None,
        bounced_at=at if bounced else None,
        **happens,
    )
    place = ThreadPlace(number=draw(st.sampled_from([0, 0, 1])))
    return message.model_copy(update={"milestones": reached, "sent_day": at.date(), "thread": place})


def number(of: Iterable[Message], holds: Callable[[Message], object]) -> int:
    return sum(1 for message in of if holds(message))


def said_again(history: list[Message]) -> dict[str, tuple[int, int]]:
    """Numerator and denominator of each rate, as message-quality.md defines it."""
    out = [m for m in history if m.status is MessageStatus.SENT]
    notes = [m for m in out if m.format is Format.LINKEDIN_NOTE]
    mails = [m for m in out if m.format is Format.EMAIL]
    linkedin = [m for m in out if m.format is not Format.EMAIL]
    delivered = [m for m in out if m.milestones.bounced_at is None]
    contacted = number(out, lambda m: m.thread.number == 0)
    replied = [m for m in out if m.milestones.first_reply_at]
    approved = [m for m in history if m.approval]
    positive = number(out, lambda m: m.milestones.first_positive_at)
    return {
        "acceptance": (number(notes, lambda m: m.milestones.accepted_at), len(notes)),
        "reply_accepted": (
            number(notes, lambda m: m.milestones.first_reply_at), number(notes, lambda m: m.milestones.accepted_at)
        ),
        "reply_linkedin": (number(linkedin, lambda m: m.milestones.first_reply_at), len(linkedin)),
        "reply_email": (
            number(mails, lambda m: m.milestones.first_reply_at), number(mails, lambda m: not m.milestones.bounced_at)
        ),
        "positive": (positive, len(delivered)),
        "positive_of_replies": (positive, len(replied)),
        "meeting": (number(out, lambda m: m.milestones.meeting_at), contacted),
        "win": (number(out, lambda m: m.milestones.won_at), contacted),
        "bounce": (number(mails, lambda m: m.milestones.bounced_at), len(mails)),
        "unsubscribe": (number(out, lambda m: m.milestones.unsubscribed_at), len(delivered)),
        "review": (number(history, lambda m: m.review_checks), len(history)),
        "edit": (number(approved, lambda m: m.changed_share > 0), len(approved)),
    }  # fmt: skip


def counted(history: list[Message]) -> dict[date, Counter[str]]:
    """The counters of the history, by day, all messages together."""
    names: dict[date, Counter[str]] = {}
    for message in history:
        for day, counts in counts_of(message).items():
            names.setdefault(day, Counter()).update(counts)
    return {day: events_of(counts.items(), "role").get("", Counter()) for day, counts in names.items()}


@given(st.lists(messages(), max_size=40))
def test_every_rate_is_what_its_definition_says_of_the_messages(history: list[Message]) -> None:
    shown = figures(counted(history), DAYS, TODAY, "USD")
    assert {name: (rate.numerator, rate.denominator) for name, rate in shown.rates.items()} == said_again(history)
    for rate in shown.rates.values():
        assert (rate.value is None) == (rate.denominator == 0)
        assert rate.value is None or rate.value == round(rate.numerator / rate.denominator, 4)


@given(st.lists(messages(), max_size=40))
def test_costs_throughput_and_checks_are_those_of_the_messages(history: list[Message]) -> None:
    shown = figures(counted(history), DAYS, TODAY, "USD")
    cost = sum(message.writer.cost_micros for message in history)
    positive = number(history, lambda m: m.milestones.first_positive_at)
    approved = [m for m in history if m.approval]
    assert (shown.generated, shown.cost_micros) == (len(history), cost)
    assert shown.cost_per_message_micros == (round(cost / len(history)) if history else None)
    assert shown.cost_per_positive_micros == (round(cost / positive) if positive else None)
    assert shown.generated_per_day == round(len(history) / DAYS, 2)
    waited = [round((m.approval.at - m.created_at).total_seconds()) for m in approved if m.approval]
    assert shown.seconds_to_approval == (round(sum(waited) / len(waited)) if waited else None)
    since = [round((m.approval.at - m.imported_at).total_seconds()) for m in approved if m.approval and m.imported_at]
    assert shown.seconds_from_import == (round(sum(since) / len(since)) if since else None)
    reviewed = Counter(check for message in history for check in message.review_checks)
    overridden = Counter(check for m in approved if m.approval for check in m.approval.overridden)
    assert {check: rate.numerator for check, rate in shown.review_checks.items()} == reviewed
    assert {check: rate.numerator for check, rate in shown.override_checks.items()} == overridden
    assert {rate.denominator for rate in shown.override_checks.values()} <= {len(approved)}


@given(st.lists(messages(), max_size=30), st.sampled_from(["operations", "sales"]))
def test_a_group_has_the_figures_of_its_messages_alone(history: list[Message], role: str) -> None:
    names: dict[date, Counter[str]] = {}
    for message in history:
        for day, counts in counts_of(message).items():
            names.setdefault(day, Counter()).update(counts)
    days = {day: events_of(counts.items(), "role").get(role, Counter()) for day, counts in names.items()}
    shown = figures(days, DAYS, TODAY, "USD")
    own = [message for message in history if message.role.key == role]
    assert {name: (rate.numerator, rate.denominator) for name, rate in shown.rates.items()} == said_again(own)


@given(st.lists(messages(), max_size=40))
def test_a_rate_that_waits_for_answers_is_mature_when_its_youngest_message_is_fourteen_days_old(
    history: list[Message],
) -> None:
    shown = figures(counted(history), DAYS, TODAY, "USD")
    notes = [m.sent_day for m in history if m.sent_day and m.format is Format.LINKEDIN_NOTE]
    youngest = max(notes, default=None)
    assert shown.rates["acceptance"].mature == (youngest is None or TODAY - youngest >= timedelta(days=14))
    assert shown.rates["review"].mature
