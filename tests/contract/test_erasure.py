"""An erasure on every store: in one go, in many small steps, and beside others who work on the same things."""

from collections.abc import Callable
from typing import Any

import pytest

from scripts.export_indexes import repositories
from shared.domain.batch import Batch, BatchRequest, ItemKey
from shared.domain.documents import Document
from shared.domain.erasure import ErasureState
from shared.domain.ids import derived_id
from shared.domain.prospect import Prospect
from shared.domain.tasks import ERASE_PERSON_PATH, RUN_ITEM_PATH, Delivery
from shared.ports import Documents
from shared.repositories.store import DECLARED_INDEXES
from shared.repositories.workspace_contents import WorkspaceContents
from shared.services.erase_traces import TAKEN_OUT
from tests.batch_runner import BatchRunner, person
from tests.builders import owner, product

HERS = "https://www.linkedin.com/in/lucia-ferrer-1"
HOLDING_NOBODY = set(
    """
    api_keys audit batches closed_workspaces counter_proofs counter_shards counters deliveries due_fires experiments
    fires guards
    invitations listeners members open_batches people prompt_heads prompts removed_counts roles rounds schedules
    spend_stops summaries templates usage webhooks
    """.split()
)
"""Collections without anything of a prospect but ids, digests and figures."""


@pytest.fixture
def run(open_documents: Callable[..., Documents]) -> BatchRunner:
    return BatchRunner(product(store=open_documents(*DECLARED_INDEXES)))


def holding(run: BatchRunner, text: str) -> list[str]:
    def holds(document: Document) -> bool:
        return text in f"{dict(document.fields)} {dict(document.payload)}"

    contents = WorkspaceContents(run.product.documents, owner().workspace_id).walk()
    return [document.path for document in contents if holds(document)]


def begin(run: BatchRunner, batch_id: str) -> Batch:
    wishes = {"name": "Otra", "format": "linkedin_note", "language": "es", "on_duplicate": "generate"}
    request = BatchRequest.model_validate(wishes | {"prospects": [person(1)]})
    return run.services.start(owner(), request, batch_id)


def prospect_of(run: BatchRunner, url: str) -> str:
    [found] = run.workspace.prospects.known_ids([Prospect(linkedin_url=url)])
    assert found is not None
    return found


def test_a_batch_is_erased_of_one_person_and_of_nobody_else(run: BatchRunner) -> None:
    batch = run.start(3)
    run.run()
    assert len(holding(run, HERS)) >= 2
    assert run.product.services.erase_person(owner(), prospect_of(run, HERS))
    assert holding(run, HERS) == []
    assert len(run.messages(batch)) == 2
    assert [item.person is None for item in run.items(batch)] == [False, True, False]


def test_an_erasure_goes_on_from_where_the_time_ran_out(run: BatchRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        begin(run, derived_id("lot", str(number)))
        run.run()
    erase = run.product.services.erase_person
    monkeypatch.setattr(erase, "_seconds", 0.0)
    her = prospect_of(run, HERS)
    assert not erase(owner(), her)
    assert run.workspace.prospects.find(her) is None
    places: list[str | None] = []
    for _ in range(20):
        for task in run.product.queue.take(ERASE_PERSON_PATH):
            payload: Any = task.payload
            erase.task(payload["workspace_id"], payload["erasure_id"])
        [erasure] = run.workspace.erasures.newest(None, None, 10).items
        places.append(erasure.place)
        run.product.clock.advance(1)
    assert erasure.state is ErasureState.DONE
    assert len({place for place in places if place is not None}) >= 3
    assert holding(run, HERS) == []


def test_the_night_finishes_what_no_task_did(monkeypatch: pytest.MonkeyPatch) -> None:
    run = BatchRunner()
    run.start(2)
    run.run()
    erase = run.product.services.erase_person
    monkeypatch.setattr(erase, "_seconds", 0.0)
    erase(owner(), prospect_of(run, HERS))
    run.product.queue.take()
    monkeypatch.setattr(erase, "_seconds", 60.0)
    erase.visit(owner().workspace_id)
    [task] = run.product.queue.take(ERASE_PERSON_PATH)
    payload: Any = task.payload
    erase.task(payload["workspace_id"], payload["erasure_id"])
    assert holding(run, HERS) == []
    assert [one.state for one in run.workspace.erasures.newest(None, None, 10).items] == [ErasureState.DONE]


def test_a_message_that_is_being_written_meanwhile_is_never_stored(run: BatchRunner) -> None:
    run.start(2)
    run.run()
    her = prospect_of(run, HERS)
    batch = begin(run, "b" * 26)
    [advance] = run.product.queue.take()
    run.deliver(advance)
    [task] = run.product.queue.take(RUN_ITEM_PATH)
    payload: Any = task.payload
    erase = run.product.services.erase_person
    writer = run.product.writer
    answer = writer._answers[0]

    def erasing_meanwhile(_request: object) -> Any:
        assert erase(owner(), her)
        return answer

    writer._answers[:] = [erasing_meanwhile]
    key = ItemKey(payload["workspace_id"], payload["batch_id"], payload["item_id"])
    run.services.run_item(key, payload["generation"], Delivery(task.name, 1, is_last=False))
    assert run.messages(batch.id) == []
    assert holding(run, HERS) == []


def test_somebody_with_the_same_name_and_another_address_keeps_theirs() -> None:
    run = BatchRunner()
    batch = run.start(2)
    run.run()
    assert run.product.services.erase_person(owner(), prospect_of(run, HERS))
    assert holding(run, "lucia-ferrer-0") != []
    assert [item.person is None for item in run.items(batch)] == [False, True]


def test_it_is_said_of_every_collection_what_becomes_of_a_person_in_it() -> None:
    kept = {repository.collection for repository in repositories()}
    assert kept == TAKEN_OUT.keys() | HOLDING_NOBODY
    assert not TAKEN_OUT.keys() & HOLDING_NOBODY
