"""Which messages wait for a follow-up, as each store finds them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from shared.domain.ids import derived_id
from shared.domain.language import Format
from shared.domain.message import Message, MessageStatus, ProspectSummary
from shared.domain.outcome import Milestones
from shared.domain.thread import ThreadPlace
from shared.ports import Documents
from shared.repositories.aggregate import Position
from shared.repositories.messages import MessageChange, Messages
from shared.repositories.store import DECLARED_INDEXES
from shared.repositories.threads import Threads, WaitingFilter
from tests.builders import stored_message

START = datetime(2026, 11, 1, 9, tzinfo=UTC)
ALL = WaitingFilter(Format.EMAIL, (0, 1), date(2026, 11, 1), date(2026, 11, 30))


class History:
    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._messages = Messages(documents, "w")
        self.threads = Threads(documents, "w")

    def add(self, number: int, **fields: Any) -> Message:
        """The message of a day of its own to a person of its own."""
        at = START + timedelta(days=number)
        known: dict[str, Any] = {
            "id": derived_id(str(number)),
            "format": Format.EMAIL,
            "status": MessageStatus.SENT,
            "sent_day": at.date(),
            "milestones": Milestones(sent_at=at),
            "prospect": ProspectSummary(id=derived_id("person", str(number)), full_name="Lucía Ferrer"),
            "created_at": at,
        }
        message = stored_message(**(known | fields))
        self._documents.write(self._messages.writing([MessageChange(message)], START.date()))
        return message

    def waiting(self, filter_: WaitingFilter = ALL) -> list[str]:
        """All pages."""
        found: list[str] = []
        after: Position | None = None
        while page := self.threads.waiting(filter_, after, 2):
            found += [one.message.id for one in page]
            after = page[-1].position
        return found


@pytest.fixture
def history(open_documents: Callable[..., Documents]) -> History:
    return History(open_documents(*DECLARED_INDEXES))


def test_those_that_wait_are_found_by_what_they_are_the_longest_first(history: History) -> None:
    made = [history.add(number) for number in (4, 1, 3, 2, 0)]
    history.add(5, milestones=Milestones(sent_at=START, first_reply_at=START))
    history.add(6, status=MessageStatus.APPROVED)
    history.add(7, thread=ThreadPlace(number=2))
    history.add(8, thread=ThreadPlace(followed_by="x"))
    history.add(9, format=Format.LINKEDIN_MESSAGE)
    oldest_first = sorted(made, key=lambda message: message.created_at)
    assert history.waiting() == [message.id for message in oldest_first]
    assert history.waiting(ALL._replace(first_day=date(2026, 11, 2), last_day=date(2026, 11, 3))) == [
        message.id for message in oldest_first[1:3]
    ]
    assert history.waiting(ALL._replace(role="finance")) == []
    assert history.waiting(ALL._replace(role="operations", author="owner", numbers=(1,))) == []
    assert len(history.waiting(ALL._replace(role="operations", author="owner"))) == 5


def test_whoever_answered_anything_is_known_whatever_was_answered(history: History) -> None:
    silent, answering = history.add(0), history.add(1)
    later = history.add(2, prospect=answering.prospect, milestones=Milestones(sent_at=START, meeting_at=START))
    people = [silent.prospect.id, answering.prospect.id, derived_id("nobody")]
    assert history.threads.answered(people) == {answering.prospect.id}
    assert history.threads.last_sent(people) == {
        silent.prospect.id: "2026-11-01",
        answering.prospect.id: str(later.sent_day),
    }
    assert history.threads.answered([]) == frozenset()


def test_more_people_than_one_query_takes(history: History) -> None:
    made = [history.add(number) for number in range(3)]
    people = [derived_id("nobody", str(number)) for number in range(60)] + [one.prospect.id for one in made]
    assert history.threads.last_sent(people).keys() == {one.prospect.id for one in made}


def test_a_thread_is_read_from_its_beginning(history: History) -> None:
    first = history.add(0)
    second = history.add(1, thread=ThreadPlace(first=first.id, follows=first.id, number=1))
    third = history.add(2, thread=ThreadPlace(first=first.id, follows=second.id, number=2))
    assert [one.id for one in history.threads.before(third)] == [first.id, second.id]
    assert history.threads.before(first) == []
