"""Retention on every store: what is over goes, with what hangs on it; figures and everything younger stay."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from shared.domain.ids import derived_id
from shared.domain.message import MessageStatus
from shared.domain.outcome import Milestones, Outcome, OutcomeKind
from shared.domain.prospect import StoredProspect
from shared.domain.retention import last_end
from shared.domain.tasks import END_RETENTION_PATH
from shared.domain.thread import ThreadPlace
from shared.ports import Documents
from shared.repositories.messages import MessageChange
from shared.repositories.prospects import KnownPerson
from shared.repositories.store import DECLARED_INDEXES, Store
from shared.services import end_retention
from shared.services.end_retention import EndRetention
from shared.services.recount_counters import RecountCounters
from shared.services.remove_messages import RemoveMessages
from tests.batch_runner import BatchRunner
from tests.builders import demo_settings, owner, prospect, stored_message
from tests.fakes import FixedClock, NumberedIds, RecordingQueue

BATCH = derived_id("batch")


class Keeping:
    """A workspace that keeps things for 30 days."""

    def __init__(self, documents: Documents) -> None:
        self.store = Store(documents, b"key")
        self.workspace = self.store.of("w")
        self.clock, self.queue = FixedClock(), RecordingQueue()
        self.ids = NumberedIds()
        documents.write([self.store.workspaces.creation("w", demo_settings(retention_days=30))])
        self.end = EndRetention(self.store, RemoveMessages(self.store), self.queue, self.clock, self.ids, 60.0)

    def ago(self, days: float) -> datetime:
        return self.clock.now() - timedelta(days=days)

    def person(self, name: str, days: float) -> str:
        at = self.ago(days)
        stored = StoredProspect(
            id=derived_id(name),
            prospect=prospect(full_name=name, linkedin_url=f"https://www.linkedin.com/in/{derived_id(name)}"),
            created_at=at,
            updated_at=at,
        )
        keys = self.workspace.prospects.keys.ids_of(stored.prospect)
        self.store.documents.write(self.workspace.prospects.storing(stored, KnownPerson(None, None, tuple(keys))))
        return stored.id

    def message(self, person: str, days: float, status: MessageStatus = MessageStatus.SENT) -> str:
        at, is_sent = self.ago(days), status is MessageStatus.SENT
        message = stored_message(
            id=self.ids.new(),
            status=status,
            milestones=Milestones(sent_at=at, sent_by="owner") if is_sent else Milestones(),
            created_at=at,
            sent_day=at.date() if is_sent else None,
            batch_id=BATCH,
        )
        message = message.model_copy(update={"prospect": message.prospect.model_copy(update={"id": person})})
        sent = Outcome(
            id=self.ids.new(), message_id=message.id, kind=OutcomeKind.SENT, occurred_at=at, by="owner", recorded_at=at
        )
        messages, outcomes = self.workspace.messages, (sent,) if is_sent else ()
        self.store.documents.write(messages.writing([MessageChange(message, outcomes=outcomes)], at.date()))
        self.store.documents.write([self.workspace.prospects.marking_written(person, message.format, at)])
        return message.id

    def change(self, id_: str, **fields: Any) -> None:
        found = self.workspace.messages.find_versioned(id_)
        assert found is not None
        after = found[0].model_copy(update=fields)
        change = MessageChange(after, found)
        self.store.documents.write(self.workspace.messages.writing([change], self.clock.now().date()))

    def link(self, earlier: str, follow_up: str) -> None:
        """Make one message the follow-up of the other."""
        self.change(earlier, thread=ThreadPlace(followed_by=follow_up))


@pytest.fixture
def keeping(open_documents: Callable[..., Documents]) -> Keeping:
    return Keeping(open_documents(*DECLARED_INDEXES))


def test_a_message_goes_with_its_outcomes_and_its_figures_stay(keeping: Keeping) -> None:
    person = keeping.person("Lucía Ferrer", 40)
    old, young = keeping.message(person, 31), keeping.message(person, 29)
    day = keeping.ago(31).date()
    before = keeping.workspace.counters.days(day, day)[day].counts
    keeping.end("w")
    assert keeping.workspace.messages.find(old) is None
    assert keeping.workspace.messages.outcomes(old).all() == []
    assert keeping.workspace.messages.find(young) is not None
    assert len(keeping.workspace.messages.outcomes(young).all()) == 1
    assert keeping.workspace.counters.days(day, day)[day].counts == before
    recount = RecountCounters(keeping.store)
    assert (recount("w", day, keeping.clock.now().date()).mended, recount.batch("w", BATCH).mended) == ((), ())
    assert keeping.queue.waiting == []


def test_people_go_who_were_not_written_to_since_and_are_new_when_they_come_again(keeping: Keeping) -> None:
    forgotten, kept = keeping.person("Rosa Vidal", 31), keeping.person("Ana Gil", 31)
    keeping.message(kept, 5)
    young = keeping.person("Iker Solana", 29)
    keeping.end("w")
    found = keeping.workspace.prospects.find_many([forgotten, kept, young])
    assert [one is not None for one in found] == [False, True, True]
    assert keeping.workspace.prospects.keys.of_prospect(forgotten) == []
    keeping.person("Rosa Vidal", 0)


def test_what_an_unsent_follow_up_follows_stays_until_it_is_sent_or_given_up(
    keeping: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(end_retention, "_AT_ONCE", 2)
    person, other = keeping.person("Lucía Ferrer", 90), keeping.person("Rosa Vidal", 90)
    first, second = keeping.message(person, 80), keeping.message(person, 60)
    waiting = keeping.message(person, 5, status=MessageStatus.READY)
    alone = keeping.message(other, 70)
    keeping.link(first, second)
    keeping.link(second, waiting)
    keeping.end("w")
    assert [keeping.workspace.messages.find(one) is not None for one in (first, second, alone)] == [True, True, False]
    assert keeping.workspace.prospects.find(person) is not None
    keeping.change(waiting, status=MessageStatus.REJECTED)
    keeping.end("w")
    assert [keeping.workspace.messages.find(one) for one in (first, second)] == [None, None]
    assert keeping.workspace.messages.find(waiting) is not None


def test_an_unsent_follow_up_that_is_over_itself_keeps_nothing_for_longer_than_a_night(keeping: Keeping) -> None:
    person = keeping.person("Lucía Ferrer", 90)
    first, waiting = keeping.message(person, 80), keeping.message(person, 31, status=MessageStatus.READY)
    keeping.link(first, waiting)
    keeping.end("w")
    keeping.end("w")
    assert list(keeping.workspace.messages.of_prospect(person)) == []


def test_what_the_time_does_not_suffice_for_goes_on_in_a_task(keeping: Keeping) -> None:
    person = keeping.person("Lucía Ferrer", 40)
    for _ in range(3):
        keeping.message(person, 31)
    hurried = EndRetention(keeping.store, RemoveMessages(keeping.store), keeping.queue, keeping.clock, keeping.ids, 0.0)
    visits = 0
    hurried("w")
    while keeping.queue.take(END_RETENTION_PATH):
        hurried("w")
        visits += 1
    assert visits >= 1
    assert list(keeping.workspace.messages.of_prospect(person)) == []
    assert keeping.workspace.prospects.find(person) is None


def test_a_finished_batch_goes_once_none_of_its_messages_is_left() -> None:
    run = BatchRunner()
    batch = run.start(2)
    run.run()
    end = run.product.services.end_retention
    run.product.clock.advance(86_400 * 729)
    end(owner().workspace_id)
    assert len(run.items(batch)) == 2
    run.product.clock.advance(86_400 * 2)
    end(owner().workspace_id)
    assert run.workspace.batches.find(batch) is None
    assert run.items(batch) == []
    assert run.messages(batch) == []


def test_the_store_removes_nothing_before_the_longest_retention_is_over(keeping: Keeping) -> None:
    person = keeping.person("Lucía Ferrer", 3)
    message = keeping.message(person, 1)
    paths = [keeping.workspace.messages.path(message), keeping.workspace.prospects.path(person)]
    ends = [document and document.fields["expires_at"] for document in keeping.store.documents.get_many(paths)]
    assert ends == [last_end(keeping.ago(1))] * 2
    assert last_end(keeping.ago(1)) > keeping.ago(1) + timedelta(days=3_650)
