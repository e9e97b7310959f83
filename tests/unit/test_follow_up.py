"""When a message is to be followed up."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from shared.domain.follow_up import FollowUpRules, waiting_since
from shared.domain.language import Format
from shared.domain.message import Message, MessageStatus
from shared.domain.outcome import Milestones, Outcome, OutcomeKind, milestones_of
from shared.domain.thread import ThreadPlace
from tests.builders import stored_message

SENT_DAY = date(2026, 11, 10)
AT = datetime(2026, 11, 10, 9, tzinfo=UTC)


def sent(format_: Format = Format.EMAIL, **fields: Any) -> Message:
    known = {
        "format": format_,
        "status": MessageStatus.SENT,
        "sent_day": SENT_DAY,
        "milestones": Milestones(sent_at=AT),
    }
    return stored_message(**(known | fields))


def test_a_message_is_due_after_the_days_of_its_format():
    rules = FollowUpRules()
    assert rules.due_on(sent(Format.EMAIL)) == date(2026, 11, 14)
    assert rules.due_on(sent(Format.LINKEDIN_MESSAGE)) == date(2026, 11, 15)
    assert rules.due_on(sent(Format.LINKEDIN_INMAIL)) is None


def test_an_invitation_waits_from_the_day_it_was_accepted():
    accepted = Milestones(sent_at=AT, accepted_at=datetime(2026, 11, 20, 9, tzinfo=UTC))
    assert waiting_since(sent(Format.LINKEDIN_NOTE)) is None
    assert waiting_since(sent(Format.LINKEDIN_NOTE, milestones=accepted)) == date(2026, 11, 20)


@pytest.mark.parametrize("name", ["first_reply_at", "unsubscribed_at", "bounced_at", "meeting_at", "won_at", "lost_at"])
def test_any_human_answer_an_unsubscription_and_a_bounce_end_the_wait(name):
    assert waiting_since(sent(milestones=Milestones(sent_at=AT, **{name: AT}))) is None


@pytest.mark.parametrize("name", ["auto_replied_at", "out_of_office_at"])
def test_a_machine_s_answer_does_not(name):
    assert waiting_since(sent(milestones=Milestones(sent_at=AT, **{name: AT}))) == SENT_DAY


def test_whoever_is_away_is_waited_for_from_the_day_they_are_back():
    away = [
        Outcome(
            id=str(number),
            message_id="m",
            kind=OutcomeKind.OUT_OF_OFFICE,
            occurred_at=AT,
            return_date=back,
            by="owner",
            recorded_at=AT,
        )
        for number, back in enumerate([date(2026, 11, 16), date(2026, 11, 30)])
    ]
    reached = milestones_of(away, is_invitation=False)
    assert waiting_since(sent(milestones=reached)) == date(2026, 11, 30)
    assert FollowUpRules().due_on(sent(milestones=reached)) == date(2026, 12, 4)


def test_a_thread_has_at_most_so_many_follow_ups():
    rules = FollowUpRules(at_most=2)
    dues = [rules.due_on(sent(thread=ThreadPlace(number=number))) for number in range(4)]
    assert [due is not None for due in dues] == [True, True, False, False]


@pytest.mark.parametrize("place", [ThreadPlace(followed_by="x"), ThreadPlace(is_stopped=True)])
def test_what_was_followed_up_or_given_up_waits_no_more(place):
    assert waiting_since(sent(thread=place)) is None


@pytest.mark.parametrize("status", [status for status in MessageStatus if status is not MessageStatus.SENT])
def test_only_what_was_sent_waits(status):
    assert waiting_since(sent(status=status)) is None
