"""One batch a fire, whatever happens to the ticks."""

import threading
from datetime import UTC, datetime, timedelta

import pytest

from shared.domain.batch import BatchItem, BatchState, ItemState
from shared.domain.errors import InvalidInputError, OutreachError, Sentence, UnknownOutcomeError, UpstreamFailedError
from shared.domain.generation import GenerationRequest
from shared.domain.ids import derived_id
from shared.domain.schedule import FireOutcome, Schedule
from tests.builders import owner, product
from tests.fakes import FixedClock
from tests.scheduled import Clockwork, schedule_content

MONDAY = datetime(2027, 3, 15, 8, tzinfo=UTC)  # 09:00 in Madrid
LOST = UnknownOutcomeError(Sentence("¿?", "?"))
DOWN = UpstreamFailedError(Sentence("Caída.", "Down."))


class Demo(Clockwork):
    """The schedules of the demo workspace, with its people."""

    def __init__(self, now: datetime = MONDAY - timedelta(days=1)) -> None:
        clock = FixedClock(now)
        self.product = product(clock=clock)
        super().__init__(self.product.documents, clock)

    def schedule(self, number: int = 0, **fields) -> Schedule:
        return self.save.create(owner(), schedule_content(**fields), derived_id("schedule", str(number)))

    def at(self, moment: datetime) -> None:
        self.clock.advance((moment - self.clock.now()).total_seconds())

    def batches(self):
        return self.workspace.batches.newest(None, None, 100).items

    def fires(self, schedule: Schedule):
        return self.workspace.schedules.fires(schedule.id).latest(None, 200).items

    def outcomes(self, schedule: Schedule) -> list[tuple[str, str]]:
        return [(f"{fire.fire_at:%d %H:%M}", fire.outcome.value) for fire in self.fires(schedule)]

    def people_of(self, batch) -> list[str | None]:
        chunks = self.workspace.batches.chunks(batch.id).find_many([str(number) for number in range(batch.chunks)])
        return [row.prospect_id for chunk in chunks if chunk is not None for row in chunk.rows]


@pytest.fixture
def work() -> Demo:
    return Demo()


def test_nothing_fires_before_its_time(work):
    work.schedule()
    work.at(MONDAY - timedelta(seconds=1))
    assert work.tick() == 0
    assert work.batches() == []


def test_a_fire_starts_a_batch_for_the_people_known_longest_without_such_a_message(work):
    schedule = work.schedule(selection={"role": "operations"}, budget_micros=5_000, language="es")
    people = work.workspace.prospects.unwritten(schedule.format, "operations", None, 100).items
    written_to = people[1]
    request = {"prospect_id": written_to, "format": "email", "language": "es"}
    work.product.services.generate_message(owner(), GenerationRequest.model_validate(request), derived_id("m"))
    work.at(MONDAY)
    assert work.tick() == 1
    (batch,) = work.batches()
    assert work.people_of(batch) == [id_ for id_ in people if id_ != written_to][:20]
    assert (batch.schedule_id, batch.budget_micros, batch.author.id) == (schedule.id, 5_000, "owner")
    assert (batch.wishes.role, batch.wishes.format, batch.wishes.language) == ("operations", "email", "es")
    (fire,) = work.fires(schedule)
    assert (fire.outcome, fire.batch_id, fire.people, fire.fire_at) == (FireOutcome.STARTED, batch.id, 20, MONDAY)
    assert len(work.queue.take()) == 1


def test_repeated_ticks_of_a_minute_make_one_batch(work):
    work.schedule()
    work.at(MONDAY)
    assert [work.tick(), work.tick(), work.tick()] == [1, 0, 0]
    assert len(work.batches()) == 1


def test_forty_ticks_at_once_make_one_batch(work):
    schedule = work.schedule()
    work.at(MONDAY)
    start = threading.Barrier(40)

    def tick():
        start.wait()
        work.tick()

    threads = [threading.Thread(target=tick) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(work.batches()) == 1
    assert work.outcomes(schedule) == [("15 08:00", "started")]


@pytest.mark.parametrize("good_writes", [0, 1])
def test_a_tick_that_is_killed_before_or_after_the_batch_is_made_good_by_the_next(work, good_writes):
    schedule = work.schedule()
    work.at(MONDAY)
    work.product.documents.fail_writes_after(good_writes, DOWN)
    assert work.tick() == 0
    assert len(work.batches()) == good_writes
    work.product.documents.fail_writes_after(None)
    work.at(MONDAY + timedelta(minutes=1))
    assert work.tick() == 1
    assert len(work.batches()) == 1
    assert work.outcomes(schedule) == [("15 08:00", "started")]


def test_a_batch_that_emptied_the_selection_is_still_the_fire_s_batch(work):
    schedule = work.schedule(limit=2000)
    work.at(MONDAY)
    work.product.documents.fail_writes_after(1, DOWN)
    work.tick()
    work.product.documents.fail_writes_after(None)
    for id_ in work.people_of(work.batches()[0]):
        work.product.documents.write(
            [work.workspace.prospects.marking_written(id_, schedule.format, work.product.clock.now())]
        )
    work.tick()
    (fire,) = work.fires(schedule)
    assert (fire.outcome, fire.batch_id) == (FireOutcome.STARTED, work.batches()[0].id)


def test_a_write_whose_outcome_nobody_knows_makes_no_second_batch(work):
    schedule = work.schedule()
    work.at(MONDAY)
    work.product.documents.fail_after_next_write(LOST)
    work.tick()
    work.tick()
    assert len(work.batches()) == 1
    assert work.outcomes(schedule) == [("15 08:00", "started")]


def test_after_an_outage_the_latest_missed_fire_runs_and_the_others_are_listed(work):
    schedule = work.schedule()
    work.at(MONDAY + timedelta(days=3, hours=1))
    assert work.tick() == 1
    assert work.outcomes(schedule) == [
        ("18 08:00", "started"),
        ("17 08:00", "skipped"),
        ("16 08:00", "skipped"),
        ("15 08:00", "skipped"),
    ]
    assert all("24 hours" in fire.reason.en for fire in work.fires(schedule)[1:])
    assert len(work.batches()) == 1


@pytest.mark.parametrize(
    ("late", "outcome"), [(timedelta(hours=24), "skipped"), (timedelta(hours=23, minutes=59), "started")]
)
def test_a_missed_fire_runs_only_if_it_is_younger_than_a_day(work, late, outcome):
    schedule = work.schedule(cron="0 9 * * MON")
    work.at(MONDAY + late)
    work.tick()
    assert work.outcomes(schedule) == [("15 08:00", outcome)]


def test_a_long_outage_lists_a_hundred_skipped_fires_and_says_that_there_were_more(work):
    schedule = work.schedule(cron="*/5 * * * *")
    work.at(MONDAY + timedelta(days=30))
    work.tick()
    fires = work.fires(schedule)
    assert [fire.outcome for fire in fires] == [FireOutcome.STARTED] + [FireOutcome.SKIPPED] * 100
    assert [fire.and_earlier for fire in fires] == [False] * 100 + [True]


def test_a_fire_that_started_before_the_outage_is_not_called_skipped(work):
    schedule = work.schedule()
    work.at(MONDAY)
    work.product.documents.fail_writes_after(1, DOWN)
    work.tick()
    work.product.documents.fail_writes_after(None)
    work.at(MONDAY + timedelta(days=1))
    work.tick()
    assert work.outcomes(schedule) == [("16 08:00", "started"), ("15 08:00", "started")]
    assert len(work.batches()) == 2


def test_a_paused_or_deleted_schedule_does_not_fire_and_a_resumed_one_makes_up_for_nothing(work):
    paused, deleted = work.schedule(1), work.schedule(2)
    work.save.pause(owner(), paused.id)
    work.save.delete(owner(), deleted.id)
    work.at(MONDAY + timedelta(hours=2))
    assert work.tick() == 0
    work.save.resume(owner(), paused.id)
    assert work.tick() == 0
    assert work.batches() == []
    work.at(MONDAY + timedelta(days=1))
    assert work.tick() == 1


def test_nobody_left_makes_no_batch_and_says_so(work):
    schedule = work.schedule(selection={"role": "operations"})
    for id_ in work.workspace.prospects.unwritten(schedule.format, "operations", None, 1000).items:
        work.product.documents.write(
            [work.workspace.prospects.marking_written(id_, schedule.format, work.product.clock.now())]
        )
    work.at(MONDAY)
    work.tick()
    (fire,) = work.fires(schedule)
    assert (fire.outcome, fire.batch_id, fire.people) == (FireOutcome.EMPTY, None, 0)
    assert "nobody left" in fire.reason.en


def test_people_who_wait_in_an_earlier_fire_s_batch_are_not_selected_again(work):
    work.schedule(limit=3)
    work.at(MONDAY)
    work.tick()
    (first,) = work.batches()
    open_people = work.people_of(first)
    waiting = work.workspace.batches.items(first.id)
    item = BatchItem(id=derived_id("i"), row=1, state=ItemState.RUNNING, prospect_id=open_people[0], created_at=MONDAY)
    work.product.documents.write([waiting.creation(item.id, item)])
    work.at(MONDAY + timedelta(days=1))
    work.tick()
    second = next(batch for batch in work.batches() if batch.id != first.id)
    assert not set(open_people) & set(work.people_of(second))
    ended = first.model_copy(update={"state": BatchState.CANCELLED})
    work.product.documents.write([work.workspace.batches.replacement(first.id, ended)])
    work.at(MONDAY + timedelta(days=2))
    work.tick()
    third = next(batch for batch in work.batches() if batch.id not in (first.id, second.id))
    assert work.people_of(third) == open_people


def test_a_run_by_hand_makes_one_batch_for_each_id_and_leaves_the_clock_alone(work):
    schedule = work.schedule()
    runs = [work.fire.by_hand(owner(), schedule, derived_id("run", number)) for number in "112"]
    assert runs[0] == runs[1]
    assert len(work.batches()) == 2
    assert all(run.by_hand and run.batch_id == run.id for run in runs)
    assert work.workspace.schedules.find(schedule.id).next_fire_at == schedule.next_fire_at


def test_a_schedule_that_cannot_fire_now_stays_due_and_keeps_nobody_waiting(work):
    first, second = work.schedule(1, cron="0 8 * * *"), work.schedule(2)
    broken = work.workspace.schedules.find(first.id).model_copy(update={"cron": "a bug of ours"})
    work.product.documents.write([work.workspace.schedules.replacement(first.id, broken)])
    work.at(MONDAY)
    assert work.tick() == 1
    assert [batch.schedule_id for batch in work.batches()] == [second.id]
    assert [due.schedule_id for due in work.store.due_fires.until(work.clock.now(), None, 10).items] == [first.id]


def test_a_queue_that_is_down_loses_no_fire(work):
    schedule = work.schedule()
    work.at(MONDAY)
    work.queue.fault = DOWN
    assert work.tick() == 0
    work.queue.fault = None
    work.tick()
    assert work.outcomes(schedule) == [("15 08:00", "started")]
    assert len(work.batches()) == 1


def test_a_refusal_is_listed_and_not_tried_again(work, monkeypatch):
    schedule = work.schedule()
    work.at(MONDAY)
    refusal: OutreachError = InvalidInputError.at("/format", "No.", "No.")
    work.queue.fault = refusal
    assert work.tick() == 1
    assert work.outcomes(schedule) == [("15 08:00", "refused")]
    assert work.tick() == 0
