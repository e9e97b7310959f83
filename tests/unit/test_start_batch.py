"""Starting a batch writes the batch and nothing that depends on its size."""

import pytest
from pydantic import ValidationError

from shared.domain.batch import BatchRequest, BatchState
from shared.domain.errors import Sentence, UnknownOutcomeError, UpstreamFailedError
from shared.domain.ids import derived_id
from shared.domain.tasks import ADVANCE_BATCH_PATH
from shared.repositories.store import Store
from tests.builders import owner, product, prospect
from tests.fakes import FixedSecrets

BATCH = derived_id("batch")
LOST = UnknownOutcomeError(Sentence("¿?", "?"))


class Started:
    """The service over doubles."""

    def __init__(self) -> None:
        self.product = product()
        self.queue = self.product.queue
        self.store = Store(self.product.documents, FixedSecrets().get("identity-key"))
        self.start = self.product.services.batches.start

    @property
    def batches(self):
        return self.store.of(owner().workspace_id).batches


def request(**fields):
    known = {"name": "Almacenes", "format": "linkedin_note", "prospects": [prospect()]}
    return BatchRequest.model_validate(known | fields)


def test_a_started_batch_is_queued_and_its_first_pass_is_enqueued():
    started = Started()
    batch = started.start(owner(), request(prospects=[prospect(), prospect(full_name="Ana Ruiz")]), BATCH)
    assert (batch.state, batch.total, batch.progress.created) == (BatchState.QUEUED, 2, 0)
    assert started.batches.find(BATCH) == batch
    (task,) = started.queue.take()
    assert task.path == ADVANCE_BATCH_PATH
    assert task.payload == {"workspace_id": owner().workspace_id, "batch_id": BATCH, "number": 0}


def test_starting_it_twice_makes_one_batch_and_one_task():
    started = Started()
    first = started.start(owner(), request(), BATCH)
    assert started.start(owner(), request(name="Otro nombre"), BATCH) == first
    assert len(started.queue.take()) == 1


def test_a_commit_that_reports_a_time_out_is_looked_up():
    started = Started()
    started.product.documents.fail_after_next_write(LOST)
    batch = started.start(owner(), request(), BATCH)
    assert started.batches.find(BATCH) == batch


def test_a_queue_that_fails_leaves_a_batch_that_the_clock_finds():
    started = Started()
    started.queue.fault = UpstreamFailedError(Sentence("cola", "queue"))
    with pytest.raises(UpstreamFailedError):
        started.start(owner(), request(), BATCH)
    started.product.clock.advance(60)
    (waiting,) = started.store.open_batches.before(started.product.clock.now(), 10)
    assert (waiting.workspace_id, waiting.batch_id) == (owner().workspace_id, BATCH)


def test_many_large_profiles_lie_in_documents_that_fit():
    started = Started()
    people = [prospect(full_name=f"Ana Ruiz {chr(97 + n)}", about="á" * 19_000) for n in range(20)] * 5
    batch = started.start(owner(), request(prospects=people), BATCH)
    chunks = started.batches.chunks(BATCH)
    rows = [row.row for n in range(batch.chunks) for row in chunks.find(str(n)).rows]
    assert batch.chunks > 1
    assert rows == list(range(1, 101))
    assert chunks.find(str(batch.chunks)) is None


def test_stored_people_are_named_by_their_ids():
    started = Started()
    ids = [derived_id("p", str(n)) for n in range(600)]
    batch = started.start(owner(), request(prospects=None, prospect_ids=ids), BATCH)
    found = [row.prospect_id for n in range(batch.chunks) for row in started.batches.chunks(BATCH).find(str(n)).rows]
    assert (batch.total, batch.chunks, found) == (600, 3, ids)


@pytest.mark.parametrize("sources", [{}, {"import_id": derived_id("i"), "prospects": [{"full_name": "Ana Ruiz"}]}])
def test_a_request_names_exactly_one_source(sources):
    with pytest.raises(ValidationError, match="exactly one of import_id, prospects, prospect_ids"):
        BatchRequest.model_validate({"name": "x", "format": "email"} | sources)
