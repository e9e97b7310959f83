"""Rates with their denominators, intervals and maturity; and how little is read for them."""

import random
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.documents import Document, Query
from shared.domain.errors import InvalidInputError
from shared.domain.ids import derived_id
from shared.domain.language import Format
from shared.domain.message import Approval, Message, MessageStatus, RoleMatch
from shared.domain.metrics import figures, wilson
from shared.domain.outcome import Milestones, Sentiment
from shared.repositories.messages import MessageChange
from shared.repositories.store import Store
from shared.services.read_metrics import GroupBy, Period
from tests.builders import Product, product, stored_message

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"),
    # statsmodels 0.14: proportion_confint(n, d, method="wilson")
    [(31, 100, 0.2278, 0.4063), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (1, 1, 0.2065, 1.0)],
)
def test_intervals_are_those_of_wilson(numerator: int, denominator: int, low: float, high: float) -> None:
    assert wilson(numerator, denominator) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 10_000), st.data())
def test_a_rate_lies_in_its_interval(denominator: int, data: st.DataObject) -> None:
    numerator = data.draw(st.integers(0, denominator))
    low, high = wilson(numerator, denominator)
    assert 0 <= low <= numerator / denominator + 1e-12
    assert numerator / denominator - 1e-12 <= high <= 1


def test_a_rate_is_immature_while_its_newest_message_is_younger_than_two_weeks() -> None:
    old = {TODAY - timedelta(days=14): Counter({"invited": 10, "accepted": 4})}
    assert figures(old, 30, TODAY, "USD").rates["acceptance"].mature
    both = old | {TODAY - timedelta(days=13): Counter({"invited": 1})}
    rate = figures(both, 30, TODAY, "USD").rates["acceptance"]
    assert (rate.mature, rate.numerator, rate.denominator) == (False, 4, 11)


def test_nothing_sent_gives_no_value_and_no_division() -> None:
    empty = figures({}, 30, TODAY, "USD")
    assert {rate.value for rate in empty.rates.values()} == {None}
    assert (empty.generated, empty.cost_per_positive_micros, empty.changed_share_median) == (0, None, None)


def sent_message(number: int, day: date, **fields: object) -> Message:
    """A message of the history, approved, sent, and answered as the number has it."""
    chance = random.Random(number)
    made = stored_message(
        id=derived_id("message", str(number)),
        format=chance.choice([Format.LINKEDIN_NOTE, Format.EMAIL]),
        role=RoleMatch(key=chance.choice(["sales", "operations"]), matched_by="title"),
        created_at=datetime.combine(day, time(9), UTC),
        created_day=day,
        **fields,
    )
    moment = made.created_at
    replied = chance.random() < 0.3
    positive = replied and chance.random() < 0.5
    reached = Milestones(
        sent_at=moment,
        accepted_at=moment if made.format is Format.LINKEDIN_NOTE and (replied or chance.random() < 0.3) else None,
        first_reply_at=moment if replied else None,
        first_reply=Sentiment.POSITIVE if positive else Sentiment.NEUTRAL if replied else None,
        first_positive_at=moment if positive else None,
    )
    approval = Approval(by="owner", at=moment, fingerprint=made.fingerprint)
    sent = {"status": MessageStatus.SENT, "approval": approval, "milestones": reached, "sent_day": day}
    return made.model_copy(update=sent)


def store_messages(made: Product, messages: list[Message], today: date) -> None:
    history = Store(made.documents, b"").of(made.principal.workspace_id).messages
    for start in range(0, len(messages), 20):
        changes = [MessageChange(message) for message in messages[start : start + 20]]
        made.documents.write(history.writing(changes, today))


@pytest.fixture(scope="module")
def ninety_days() -> tuple[Product, list[Message]]:
    """A product with four messages a day over the 90 days to today."""
    made = product()
    days = [TODAY - timedelta(days=number) for number in range(90)]
    messages = [sent_message(4 * number + place, day) for number, day in enumerate(days) for place in range(4)]
    store_messages(made, messages, TODAY)
    return made, messages


@pytest.mark.parametrize("group_by", [GroupBy.ROLE, GroupBy.FORMAT, GroupBy.DAY, GroupBy.ROLE_AND_FORMAT])
def test_figures_are_what_counting_the_messages_gives(
    ninety_days: tuple[Product, list[Message]], group_by: GroupBy
) -> None:
    made, messages = ninety_days
    keys = {
        GroupBy.ROLE: lambda message: message.role.key,
        GroupBy.FORMAT: lambda message: message.format.value,
        GroupBy.DAY: lambda message: str(message.created_day),
        GroupBy.ROLE_AND_FORMAT: lambda message: f"{message.role.key},{message.format.value}",
    }
    report = made.services.read_metrics(made.principal, Period(TODAY - timedelta(days=89), TODAY), group_by)
    by_key = {key: [one for one in messages if keys[group_by](one) == key] for key in report.groups}
    assert sum(map(len, by_key.values())) == len(messages)
    for key, shown in report.groups.items():
        own = by_key[key]
        notes = [one for one in own if one.format is Format.LINKEDIN_NOTE]
        assert (shown.generated, shown.sent) == (len(own), len(own))
        assert shown.positive == sum(one.milestones.first_positive_at is not None for one in own)
        rate = shown.rates["acceptance"]
        accepted = sum(one.milestones.accepted_at is not None for one in notes)
        assert (rate.numerator, rate.denominator) == (accepted, len(notes))
    assert report.totals.generated == len(messages)
    assert report.totals.cost_micros == 30 * len(messages)


def test_ninety_days_are_read_in_a_hundred_and_six_documents(
    ninety_days: tuple[Product, list[Message]], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, messages = ninety_days
    read: list[int] = []
    get_many, query = made.documents.get_many, made.documents.query

    def counted_get_many(paths: Sequence[str]) -> list[Document | None]:
        read.append(len(paths))
        return get_many(paths)

    def counted_query(asked: Query) -> list[Document]:
        assert "messages" not in asked.collection
        found = query(asked)
        read.append(len(found))
        return found

    monkeypatch.setattr(made.documents, "get_many", counted_get_many)
    monkeypatch.setattr(made.documents, "query", counted_query)
    made.services.read_metrics(made.principal, Period(TODAY - timedelta(days=89), TODAY), GroupBy.ROLE)
    assert 90 < sum(read) <= 106
    assert len(messages) == 360


@pytest.mark.parametrize(
    ("first", "last", "pointer"),
    [(TODAY, TODAY - timedelta(days=1), "/query/to"), (TODAY - timedelta(days=366), TODAY, "/query/from")],
)
def test_a_period_that_cannot_be_shown_is_refused(first: date, last: date, pointer: str) -> None:
    made = product()
    with pytest.raises(InvalidInputError) as raised:
        made.services.read_metrics.period(made.principal, first, last)
    assert [error.pointer for error in raised.value.errors] == [pointer]


def test_the_period_before_has_the_same_length_and_ends_the_day_before() -> None:
    assert Period(date(2026, 11, 1), date(2026, 11, 30)).before == Period(date(2026, 10, 2), date(2026, 10, 31))
