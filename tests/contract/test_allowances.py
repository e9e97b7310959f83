"""What is left of a person's invitations, on every store: counted by who sent, when, and nothing else."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from shared.domain.allowance import Allowance, AllowanceSettings
from shared.domain.language import Format, LinkedinTier
from shared.domain.message import Message, MessageStatus
from shared.domain.outcome import Milestones
from shared.ports import Documents
from shared.repositories.messages import MessageChange
from shared.repositories.store import DECLARED_INDEXES, Store
from shared.services.read_allowances import ReadAllowances
from shared.services.read_settings import ReadSettings
from tests.builders import demo_settings, owner, stored_message
from tests.fakes import FixedClock, NumberedIds

ME = owner("w")


class Sender:
    """A workspace in which people send, and the caller's allowances."""

    def __init__(self, documents: Documents, **settings: object) -> None:
        self.store = Store(documents, b"key")
        self.clock = FixedClock()
        self._ids = NumberedIds()
        documents.write([self.store.workspaces.creation("w", demo_settings(**settings))])
        self._read = ReadAllowances(self.store, ReadSettings(self.store), self.clock)

    def sends(self, ago: timedelta, by: str = ME.id, format_: Format = Format.LINKEDIN_NOTE) -> tuple[Message, str]:
        at = self.clock.now() - ago
        sent = stored_message(
            id=self._ids.new(),
            format=format_,
            status=MessageStatus.SENT,
            milestones=Milestones(sent_at=at, sent_by=by),
            created_at=at,
            sent_day=at.date(),
        )
        messages = self.store.of("w").messages
        self.store.documents.write(messages.writing([MessageChange(sent)], at.date()))
        found = messages.find_versioned(sent.id)
        assert found is not None
        return found

    def takes_back(self, found: tuple[Message, str]) -> None:
        after = found[0].model_copy(update={"status": MessageStatus.APPROVED, "milestones": Milestones()})
        messages = self.store.of("w").messages
        self.store.documents.write(messages.writing([MessageChange(after, found)], self.clock.now().date()))

    @property
    def invitations(self) -> Allowance:
        return self._read(ME)[0]

    @property
    def notes(self) -> Allowance:
        return self._read(ME)[1]


@pytest.fixture
def sender(open_documents: Callable[..., Documents]) -> Sender:
    return Sender(open_documents(*DECLARED_INDEXES), allowances=AllowanceSettings())


def test_invitations_of_the_last_seven_days_are_counted(sender: Sender) -> None:
    for ago in (timedelta(hours=1), timedelta(days=2), timedelta(days=7), timedelta(days=7, seconds=1)):
        sender.sends(ago)
    shown = sender.invitations
    assert (shown.limit, shown.used, shown.used_today, shown.left) == (100, 3, 1, 97)
    assert shown.since == sender.clock.now() - timedelta(days=7)
    assert shown.more_at == sender.clock.now()


def test_only_invitations_of_the_person_count(sender: Sender) -> None:
    sender.sends(timedelta(hours=1), by="somebody-else")
    sender.sends(timedelta(hours=1), format_=Format.EMAIL)
    assert (sender.invitations.used, sender.notes.used, sender.invitations.more_at) == (0, 0, None)


def test_a_sending_that_is_taken_back_is_given_back(sender: Sender) -> None:
    sent = sender.sends(timedelta(hours=1))
    assert sender.invitations.used == 1
    sender.takes_back(sent)
    assert (sender.invitations.used, sender.notes.used) == (0, 0)


def test_notes_begin_anew_with_the_month_of_the_workspace(sender: Sender) -> None:
    sender.sends(timedelta(days=21, hours=9, minutes=30))  # the first moment of November
    sender.sends(timedelta(days=21, hours=9, minutes=30, microseconds=1))
    shown = sender.notes
    assert (shown.limit, shown.used, shown.left, shown.used_today) == (5, 1, 4, 0)
    assert shown.more_at == datetime.fromisoformat("2026-12-01T00:00:00Z")
    sender.clock.advance(timedelta(days=9).total_seconds())
    assert (sender.notes.used, sender.notes.more_at) == (0, None)


def test_more_than_the_limit_leaves_nothing_rather_than_less(open_documents: Callable[..., Documents]) -> None:
    few = AllowanceSettings(invitations_in_7_days=1)
    sender = Sender(open_documents(*DECLARED_INDEXES), allowances=few)
    sender.sends(timedelta(hours=1))
    sender.sends(timedelta(hours=2))
    assert (sender.invitations.used, sender.invitations.left) == (2, 0)


@pytest.mark.parametrize(
    ("own", "tier", "limit"),
    [
        (None, LinkedinTier.FREE, 5),
        (None, LinkedinTier.PREMIUM, None),
        (8, LinkedinTier.FREE, 8),
        (8, LinkedinTier.PREMIUM, 8),
    ],
)
def test_the_tier_says_how_many_notes_unless_the_workspace_does(
    own: int | None, tier: LinkedinTier, limit: int | None
) -> None:
    assert AllowanceSettings(notes_a_month=own).notes_in(tier) == limit
