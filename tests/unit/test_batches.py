"""A batch from its start to its end: items are made, run once each, and nothing is lost or doubled on the way."""

import random

import pytest

from shared.domain.batch import (
    BatchRequest,
    BatchRow,
    BatchState,
    ItemKey,
    ItemState,
    ItemWishes,
    StoppedBy,
)
from shared.domain.errors import (
    ConflictError,
    QuotaExceededError,
    Sentence,
    UnknownOutcomeError,
    UpstreamFailedError,
)
from shared.domain.ids import derived_id
from shared.domain.message import MessageStatus
from shared.domain.plan import MESSAGES_A_MONTH
from shared.domain.tasks import ADVANCE_BATCH_PATH, RUN_ITEM_PATH, Delivery
from shared.domain.webhook import Event
from shared.repositories.message_filter import MessageFilter
from shared.repositories.messages import MessageChange
from shared.repositories.outbox import Outbox
from shared.repositories.store import DECLARED_INDEXES
from shared.services.batch_tasks import item_task
from shared.services.item_request import request_of
from shared.services.manage_suppressions import NewSuppression
from tests.batch_runner import BatchRunner, person
from tests.builders import GOOD_DRAFT, owner, product, prospect
from tests.fakes import ScriptedWriter
from tests.memory_documents import MemoryDocuments

BROKEN = UpstreamFailedError(Sentence("El modelo falló.", "The model failed."))
FULL = QuotaExceededError(Sentence("Sin cuota.", "No quota."), retry_after_seconds=7)
LOST = UnknownOutcomeError(Sentence("¿?", "?"))


def runner(*answers, **kwargs):
    return BatchRunner(product(ScriptedWriter(*(answers or (GOOD_DRAFT,)), **kwargs)))


def test_every_person_of_a_batch_gets_one_message_and_the_batch_is_completed():
    run = runner()
    batch_id = run.start(people=7)
    run.run()

    batch, items = run.batch(batch_id), run.items(batch_id)
    assert (batch.state, batch.stopped_by) == (BatchState.COMPLETED, None)
    assert [item.state for item in items] == [ItemState.DONE] * 7
    assert {item.message_id for item in items} == {item.id for item in items} == {m.id for m in run.messages(batch_id)}
    assert len(run.product.writer.requests) == 7
    assert [item.row for item in items] == list(range(1, 8))


def test_a_completed_batch_tells_it_once_and_is_off_the_clock_s_list():
    run = runner()
    batch_id = run.start()
    run.run()
    run.product.clock.advance(60)

    outbox = Outbox(run.product.documents, owner().workspace_id).page((), None, 100).items
    assert [entry.batch_id for entry in outbox if entry.event is Event.BATCH_COMPLETED] == [batch_id]
    assert run.store.open_batches.before(run.product.clock.now(), 10) == []


def test_every_task_delivered_twice_and_shuffled_changes_nothing_and_costs_nothing():
    run = runner()
    batch_id = run.start(people=60)
    run.run(twice=True, shuffled=random.Random(7))

    assert run.states(batch_id) == {ItemState.DONE: 60}
    assert len(run.product.writer.requests) == len(run.messages(batch_id)) == 60
    assert run.failures == {}


class ReadsOfDocuments(MemoryDocuments):
    """Keeps which documents were read by their paths, in how many calls."""

    def __init__(self) -> None:
        super().__init__(DECLARED_INDEXES)
        self.calls: list[list[str]] = []

    def get_many(self, paths):
        self.calls.append(list(paths))
        return super().get_many(paths)


def test_an_item_reads_no_document_twice_and_a_prompt_s_text_is_read_once_for_all():
    documents = ReadsOfDocuments()
    run = BatchRunner(product(store=documents))
    batch_id = run.start(2)
    run.deliver(run.product.queue.take()[0])  # the pass that makes the items
    first, second = [task for task in run.product.queue.take() if task.path == RUN_ITEM_PATH]
    run.deliver(first)
    documents.calls.clear()

    run.deliver(second)

    read = [path for paths in documents.calls for path in paths]
    assert len(read) == len(set(read))
    collections = [{path.split("/")[-2] for path in paths} for paths in documents.calls if paths]
    assert collections[0] == {"batches", "items"}
    assert {"prompt_heads"} in collections
    assert {"prompts"} not in collections
    assert len(run.messages(batch_id)) == 2


def test_a_batch_of_many_is_made_in_parts_and_has_at_most_five_hundred_open():
    run = runner()
    batch_id = run.start(prospect_ids=[derived_id("nobody", str(number)) for number in range(700)])
    most = 0
    for _ in range(100):
        tasks = run.product.queue.take()
        if not tasks:
            break
        for task in [*tasks[:200]]:
            run.deliver(task)
        run.product.queue.waiting += tasks[200:]
        states = run.states(batch_id)
        most = max(most, states[ItemState.PENDING] + states[ItemState.RUNNING])
        run.product.clock.advance(2)
    assert run.batch(batch_id).state is BatchState.COMPLETED
    assert run.states(batch_id) == {ItemState.FAILED: 700}
    assert 250 < most <= 500


def test_the_first_pass_alone_makes_items_and_enqueues_each_of_them():
    run = runner()
    batch_id = run.start(people=5)
    (first,) = run.product.queue.take()
    run.deliver(first)

    items = run.product.queue.take(RUN_ITEM_PATH)
    assert [task.payload["item_id"] for task in items] == [item.id for item in run.items(batch_id)]
    (following,) = run.product.queue.take(ADVANCE_BATCH_PATH)
    assert following.payload["number"] == 1
    assert following.schedule_at > run.product.clock.now()


def test_a_pass_that_died_before_it_enqueued_its_items_is_made_good_by_the_next_one():
    run = runner()
    batch_id = run.start(people=5)
    (first,) = run.product.queue.take()
    run.product.queue.fault = BROKEN
    assert run.deliver(first) is not None
    assert run.states(batch_id) == {ItemState.PENDING: 5}
    assert run.product.queue.take() == []

    run.product.queue.fault = None
    run.product.queue.waiting.append(first)
    run.run()
    assert run.states(batch_id) == {ItemState.DONE: 5}


def test_a_pass_that_was_overtaken_does_nothing():
    run = runner()
    batch_id = run.start(people=2)
    (first,) = run.product.queue.take()
    run.deliver(first)
    run.run()
    ended = run.batch(batch_id)
    run.deliver(first)
    assert run.batch(batch_id) == ended
    assert run.product.queue.take() == []


def test_a_chain_of_passes_that_was_lost_is_begun_again_by_the_clock():
    run = runner()
    batch_id = run.start(people=3)
    run.product.queue.take()
    assert run.services.restart() == 0

    run.product.clock.advance(61)
    assert run.services.restart() == 1
    assert run.services.restart() == 1  # the same minute makes no second task
    assert len(run.product.queue.waiting) == 1
    run.run()
    assert run.batch(batch_id).state is BatchState.COMPLETED
    run.product.clock.advance(61)
    assert run.services.restart() == 0


def test_trouble_with_one_item_is_tried_again_and_the_last_attempt_records_its_reason():
    run = runner(BROKEN)
    batch_id = run.start(people=1)
    run.run()
    (item,) = run.items(batch_id)
    assert (item.state, item.attempts, item.message_id) == (ItemState.FAILED, 8, None)
    assert item.error.sentence == BROKEN.sentence
    assert run.failures == {"upstream-failed": 7}
    assert run.batch(batch_id).state is BatchState.COMPLETED
    assert run.messages(batch_id) == []


def test_an_item_that_comes_through_in_the_end_keeps_no_error():
    run = runner(BROKEN, BROKEN, GOOD_DRAFT)
    batch_id = run.start(people=1)
    run.run()
    (item,) = run.items(batch_id)
    assert (item.state, item.attempts, item.error) == (ItemState.DONE, 3, None)


def test_a_person_without_a_name_fails_at_once_with_that_reason():
    run = runner()
    batch_id = run.start(prospects=[{"email": "nadie@example.com"}, person(1)])
    run.run()
    nameless, named = run.items(batch_id)
    assert (nameless.state, nameless.attempts) == (ItemState.FAILED, 1)
    assert [field.pointer for field in nameless.error.errors] == ["/prospect/full_name"]
    assert named.state is ItemState.DONE
    assert run.failures == {}


def test_a_person_who_must_not_be_written_to_fails_without_a_call_to_the_model():
    run = runner()
    address = "https://www.linkedin.com/in/lucia-ferrer-1"
    run.product.services.manage_suppressions.add(owner(), NewSuppression(linkedin_url=address))
    batch_id = run.start(prospects=[person(1), person(2)])
    run.run()
    suppressed, other = run.items(batch_id)
    assert (suppressed.state, suppressed.error.status) == (ItemState.FAILED, 409)
    assert other.state is ItemState.DONE
    assert len(run.product.writer.requests) == 1


def test_a_used_up_quota_asks_the_queue_to_slow_down_and_at_last_stops_the_batch():
    run = runner(FULL)
    batch_id = run.start(people=1)
    run.run()
    batch, (item,) = run.batch(batch_id), run.items(batch_id)
    assert (batch.state, batch.stopped_by) == (BatchState.PAUSED, StoppedBy.QUOTA)
    assert item.state is ItemState.PENDING
    assert run.failures == {"quota-exceeded": 7}


def test_a_batch_that_stopped_at_the_quota_goes_on_where_it_stopped():
    run = runner(*[FULL] * 8, GOOD_DRAFT)
    batch_id = run.start(people=3)
    run.run()
    assert run.batch(batch_id).stopped_by is StoppedBy.QUOTA
    run.services.change.resume(owner(), batch_id, None)
    run.run()
    assert run.states(batch_id) == {ItemState.DONE: 3}
    assert run.batch(batch_id).stopped_by is None


def test_a_used_up_allowance_stops_the_batch_without_slowing_the_queue(monkeypatch):
    run = runner()
    settings, version = run.store.workspaces.settings(owner().workspace_id)
    customer = settings.model_copy(update={"demo": False})
    run.product.documents.write([run.store.workspaces.change(owner().workspace_id, customer, version)])
    monkeypatch.setitem(MESSAGES_A_MONTH, settings.plan, 2)
    batch_id = run.start(people=4)
    run.run()
    assert run.states(batch_id) == {ItemState.DONE: 2, ItemState.PENDING: 2}
    assert run.batch(batch_id).stopped_by is StoppedBy.QUOTA
    assert run.failures == {}
    assert len(run.product.writer.requests) == 2


def test_a_paused_batch_begins_nothing_and_resumes_with_every_item():
    run = runner()
    batch_id = run.start(people=4)
    (first,) = run.product.queue.take()
    run.deliver(first)
    run.services.change.pause(owner(), batch_id)
    run.run()
    assert run.product.writer.requests == []
    assert run.states(batch_id) == {ItemState.PENDING: 4}
    assert run.services.restart() == 0

    run.services.change.resume(owner(), batch_id, None)
    run.run()
    assert run.states(batch_id) == {ItemState.DONE: 4}
    assert run.batch(batch_id).state is BatchState.COMPLETED


def test_a_cancelled_batch_keeps_what_is_done_and_cancels_the_rest():
    run = runner()
    batch_id = run.start(people=4)
    (first,) = run.product.queue.take()
    run.deliver(first)
    run.deliver(run.product.queue.take(RUN_ITEM_PATH)[0])
    run.services.change.cancel(owner(), batch_id)
    run.run()
    assert run.states(batch_id) == {ItemState.DONE: 1, ItemState.CANCELLED: 3}
    batch = run.batch(batch_id)
    assert batch.state is BatchState.CANCELLED
    assert batch.final.counts.cancelled == 3


def test_a_batch_that_was_cancelled_at_once_counts_everybody_as_cancelled():
    run = runner()
    batch_id = run.start(people=4)
    run.services.change.cancel(owner(), batch_id)
    run.run()
    assert run.batch(batch_id).final.counts.model_dump() == {
        "pending": 0, "running": 0, "done": 0, "failed": 0, "cancelled": 4, "skipped": 0
    }  # fmt: skip


def test_failed_items_are_tried_again_when_a_person_says_so_and_only_they():
    run = runner(*[BROKEN] * 8, GOOD_DRAFT)
    batch_id = run.start(people=3)
    run.run()
    assert run.states(batch_id) == {ItemState.FAILED: 1, ItemState.DONE: 2}

    run.product.clock.advance(5)
    run.services.change.retry_failed(owner(), batch_id)
    run.run()
    assert run.states(batch_id) == {ItemState.DONE: 3}
    assert run.batch(batch_id).state is BatchState.COMPLETED
    assert len(run.product.writer.requests) == 11


def test_what_fails_again_after_a_second_try_stays_failed():
    run = runner(BROKEN)
    batch_id = run.start(people=2)
    run.run()
    run.product.clock.advance(5)
    run.services.change.retry_failed(owner(), batch_id)
    run.run()
    assert run.states(batch_id) == {ItemState.FAILED: 2}
    assert run.batch(batch_id).state is BatchState.COMPLETED


@pytest.mark.parametrize("change", ["pause", "cancel"])
def test_a_completed_batch_is_not_changed_any_more(change):
    run = runner()
    batch_id = run.start(people=1)
    run.run()
    with pytest.raises(ConflictError):
        getattr(run.services.change, change)(owner(), batch_id)


def test_without_failures_there_is_nothing_to_try_again():
    run = runner()
    batch_id = run.start(people=1)
    run.run()
    with pytest.raises(ConflictError, match="Nothing in this batch has failed"):
        run.services.change.retry_failed(owner(), batch_id)


def test_a_budget_stops_the_batch_before_it_is_passed_and_a_larger_one_lets_it_go_on():
    run = runner()  # each message costs 30
    batch_id = run.start(people=10, budget_micros=100)
    run.run()
    batch = run.batch(batch_id)
    assert (batch.state, batch.stopped_by) == (BatchState.PAUSED, StoppedBy.BUDGET)
    assert run.states(batch_id)[ItemState.DONE] == 3
    assert run.workspace.batches.items(batch_id).cost_micros() == 90

    with pytest.raises(ConflictError, match="budget"):
        run.services.change.resume(owner(), batch_id, None)
    run.services.change.resume(owner(), batch_id, 1000)
    run.run()
    assert run.batch(batch_id).state is BatchState.COMPLETED
    assert run.batch(batch_id).final.cost_micros == 300


def test_generation_that_the_workspace_has_paused_waits_and_goes_on():
    run = runner()
    batch_id = run.start(people=3)
    settings, version = run.store.workspaces.settings(owner().workspace_id)
    paused = settings.model_copy(update={"generation_paused": True})
    (first,) = run.product.queue.take()
    run.deliver(first)
    run.product.documents.write([run.store.workspaces.change(owner().workspace_id, paused, version)])
    for task in run.product.queue.take():
        run.deliver(task)
    assert run.product.writer.requests == []
    assert run.batch(batch_id).state is BatchState.RUNNING

    _, version = run.store.workspaces.settings(owner().workspace_id)
    run.product.documents.write([run.store.workspaces.change(owner().workspace_id, settings, version)])
    run.run()
    assert run.states(batch_id) == {ItemState.DONE: 3}


def test_the_same_person_twice_in_a_batch_gets_one_message():
    run = runner()
    batch_id = run.start(prospects=[person(1), person(1)])
    run.run()
    assert run.states(batch_id) == {ItemState.DONE: 1, ItemState.SKIPPED: 1}
    assert len(run.messages(batch_id)) == 1


@pytest.mark.parametrize(("on_duplicate", "states"), [("skip", "skipped"), ("update", "skipped"), ("generate", "done")])
def test_a_person_who_has_a_message_in_the_format_is_treated_as_asked(on_duplicate, states):
    run = runner()
    first = run.start(prospects=[person(1)])
    run.run()
    again = {**person(1), "company": "Logística Norte", "about": "Nuevo"}
    second = run.services.start(owner(), request_for([again], on_duplicate=on_duplicate), "b" * 26).id
    run.run()
    (item,) = run.items(second)
    assert item.state == states
    (kept,) = {message.prospect.id for message in run.messages(first)}
    about = run.workspace.prospects.find(kept).prospect.about
    assert about == (None if on_duplicate == "skip" else "Nuevo")


def request_for(people, **fields):
    known = {"name": "x", "format": "linkedin_note", "language": "es", "register": "usted", "prospects": people}
    return BatchRequest.model_validate(known | fields)


def test_a_rejected_message_is_no_reason_to_skip():
    run = runner()
    run.start(prospects=[person(1)])
    run.run()
    (message,) = run.workspace.messages.newest(MessageFilter(), None, 10).items
    reject(run, message)
    second = run.services.start(owner(), request_for([person(1)]), "b" * 26).id
    run.run()
    assert run.states(second) == {ItemState.DONE: 1}


def reject(run, message):
    found = run.workspace.messages.find_versioned(message.id)
    rejected = found[0].model_copy(update={"status": MessageStatus.REJECTED})
    run.product.documents.write(run.workspace.messages.writing([MessageChange(rejected, found)], message.created_day))


def test_another_item_that_wrote_to_the_person_meanwhile_makes_this_one_skip():
    run = runner()
    batch_id = run.start(prospects=[person(1), person(1)])
    (first,) = run.product.queue.take()
    run.deliver(first)
    one, other = run.product.queue.take(RUN_ITEM_PATH)
    # While the first item's draft is written, the second one is delivered and ends.
    run.product.writer._answers = [lambda _request: run.deliver(other) or GOOD_DRAFT, GOOD_DRAFT]
    run.deliver(one)
    run.run()
    assert run.states(batch_id) == {ItemState.DONE: 1, ItemState.SKIPPED: 1}
    assert len(run.messages(batch_id)) == 1
    assert run.workspace.batches.items(batch_id).cost_micros() == 60  # both drafts were paid for


def test_a_run_that_ended_without_a_word_is_claimed_again_once_its_lease_has_ended():
    run = runner()
    batch_id = run.start(people=1)
    (first,) = run.product.queue.take()
    run.deliver(first)
    (task,) = run.product.queue.take(RUN_ITEM_PATH)
    killed = claimed(run, task)
    assert killed is not None
    assert run.deliver(task) is None  # a second delivery: somebody runs it
    assert run.product.writer.requests == []

    run.product.clock.advance(91)
    run.run()
    (item,) = run.items(batch_id)
    assert (item.state, item.generation, item.attempts) == (ItemState.DONE, 2, 2)


def test_the_queue_s_next_attempt_need_not_wait_for_the_lease():
    run = runner()
    batch_id = run.start(people=1)
    (first,) = run.product.queue.take()
    run.deliver(first)
    (task,) = run.product.queue.take(RUN_ITEM_PATH)
    claimed(run, task)
    run.deliver(task, attempt=2)
    assert run.states(batch_id) == {ItemState.DONE: 1}


def test_a_run_whose_item_was_given_to_another_one_stores_nothing():
    run = runner()
    batch_id = run.start(people=1)
    (first,) = run.product.queue.take()
    run.deliver(first)
    (task,) = run.product.queue.take(RUN_ITEM_PATH)
    slow = claimed(run, task)
    run.product.clock.advance(91)
    run.run()
    run.services.run_item._write(slow)
    assert len(run.messages(batch_id)) == 1
    (item,) = run.items(batch_id)
    assert item.attempts == 2


def test_a_pass_that_notes_a_task_while_it_is_delivered_does_not_spend_it(monkeypatch):
    run = runner()
    batch_id = run.start(people=1)
    (first,) = run.product.queue.take()
    run.deliver(first)
    (task,) = run.product.queue.take(RUN_ITEM_PATH)
    claimed(run, task)
    run.product.clock.advance(91)
    (second,) = run.product.queue.take(ADVANCE_BATCH_PATH)
    write = run.product.documents.write

    def overtaken(operations):
        """The pass enqueued the task, the delivery has read the item, now the pass notes what it enqueued."""
        monkeypatch.setattr(run.product.documents, "write", write)
        run.deliver(second)
        return write(operations)

    monkeypatch.setattr(run.product.documents, "write", overtaken)
    assert run.deliver(item_task(owner().workspace_id, batch_id, run.items(batch_id)[0].id, 2)) is None
    (item,) = run.items(batch_id)
    assert (item.state, item.generation, item.attempts) == (ItemState.DONE, 2, 2)


def test_an_attempt_that_ends_late_and_puts_the_item_back_costs_the_next_one_nothing(monkeypatch):
    run = runner()
    batch_id = run.start(people=1)
    (first,) = run.product.queue.take()
    run.deliver(first)
    (task,) = run.product.queue.take(RUN_ITEM_PATH)
    late, write = claimed(run, task), run.product.documents.write

    def overtaken(operations):
        monkeypatch.setattr(run.product.documents, "write", write)
        run.services.run_item._settle.released(late, UpstreamFailedError(Sentence("Tarde.", "Late.")))
        return write(operations)

    monkeypatch.setattr(run.product.documents, "write", overtaken)
    assert run.deliver(task, attempt=2) is None
    assert run.states(batch_id) == {ItemState.DONE: 1}


def claimed(run, task):
    """The item, claimed by a process that is then killed."""
    payload = task.payload
    key = ItemKey(payload["workspace_id"], payload["batch_id"], payload["item_id"])
    return run.services.run_item._claim(key, payload["generation"], Delivery(task.name, 1, is_last=False))


def test_an_item_whose_runs_are_killed_again_and_again_is_given_up_with_a_reason():
    run = runner()
    batch_id = run.start(people=1)
    for _ in range(60):
        for task in run.product.queue.take():
            claimed(run, task) if task.path == RUN_ITEM_PATH else run.deliver(task)
        run.product.clock.advance(91)
    (item,) = run.items(batch_id)
    assert (item.state, item.attempts) == (ItemState.FAILED, 20)
    assert "interrupted" in item.error.sentence.en
    assert run.batch(batch_id).state is BatchState.COMPLETED


def test_a_task_that_was_lost_is_made_again_after_a_while():
    run = runner()
    batch_id = run.start(people=2)
    (first,) = run.product.queue.take()
    run.deliver(first)
    run.product.queue.take(RUN_ITEM_PATH)
    run.product.clock.advance(601)
    run.run()
    assert run.states(batch_id) == {ItemState.DONE: 2}


@pytest.mark.parametrize("good", range(4))
def test_a_commit_that_reports_a_time_out_is_looked_up_whichever_it_is(good):
    run = runner()
    batch_id = run.start(people=2)
    documents = run.product.documents
    write = documents.write
    count = iter(range(1000))

    def losing(operations):
        version = write(operations)
        if next(count) % 4 == good:
            raise LOST
        return version

    documents.write = losing
    run.run()
    assert run.states(batch_id) == {ItemState.DONE: 2}
    assert len(run.messages(batch_id)) == len(run.product.writer.requests) == 2


def test_what_a_row_asks_for_wins_over_the_batch():
    run = runner()
    batch_id = run.start(people=1)
    batch = run.batch(batch_id)
    row = BatchRow(row=1, prospect=prospect(), wishes=ItemWishes(role="sales", register="tu"))
    request = request_of(batch.wishes, row)
    assert (request.role, request.register_, request.format, request.language) == (
        "sales", "tu", batch.wishes.format, batch.wishes.language
    )  # fmt: skip


def test_before_a_batch_is_started_nothing_is_read_twice_and_its_people_are_read_at_once(monkeypatch):
    run, calls = runner(), []

    def counted(name):
        call = getattr(run.product.documents, name)

        def count(*arguments):
            calls.append((name, str(arguments)))
            return call(*arguments)

        monkeypatch.setattr(run.product.documents, name, count)

    for name in ("get", "get_many", "query", "write"):
        counted(name)
    run.start(people=30)
    assert len(set(calls)) == len(calls)
    assert len(calls) <= 13


def test_an_estimate_finds_the_stored_people_whom_it_is_about():
    run = runner()
    stored = run.start(people=2)
    run.run()
    ids = [item.person.id for item in run.items(stored)]
    body = {"name": "x", "format": "email", "language": "es", "register": "usted", "prospect_ids": ids}
    found = run.services.start.estimate(owner(), BatchRequest.model_validate(body))
    assert (found.sampled, found.failing) == (2, 0)


def with_a_changed_role(run: BatchRunner) -> str:
    """Write the first item of a batch and give its role another tone, which is answered; the other items wait."""
    run.start(people=3)
    run.deliver(run.product.queue.take(ADVANCE_BATCH_PATH)[0])
    run.deliver(run.product.queue.waiting.pop(0))
    roles = run.store.of(owner().workspace_id).roles
    role = run.product.writer.requests[0].role
    run.product.documents.write([roles.replacement(role.key, role.model_copy(update={"tone": "Muy breve."}))])
    return "Muy breve."


def test_items_of_a_batch_share_their_roles_for_five_seconds():
    run = runner()
    changed = with_a_changed_role(run)
    for task in run.product.queue.take(RUN_ITEM_PATH):
        run.deliver(task)
        run.product.clock.advance(5)

    assert [request.role.tone == changed for request in run.product.writer.requests] == [False, False, True]


def test_a_batch_begins_with_the_roles_that_hold_when_it_begins():
    run = runner()
    changed = with_a_changed_role(run)
    run.product.queue.take()
    run.product.clock.advance(2)
    run.start(prospects=[person(7)])
    run.run()

    assert run.product.writer.requests[-1].role.tone == changed
