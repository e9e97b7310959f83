"""Messages a month, on every store: exact, however many instances race and whichever die."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from shared.adapters.system import RandomIds
from shared.domain.documents import Create
from shared.domain.errors import ConflictError, QuotaExceededError
from shared.domain.plan import Plan
from shared.domain.workspace import WorkspaceSettings
from shared.ports import Documents
from shared.repositories.counters import Counters
from shared.repositories.store import Store
from shared.services.reserve_messages import LEASE, MARGIN, ReserveMessages
from tests.fakes import FixedClock
from tests.memory_documents import MemoryDocuments

FREE = WorkspaceSettings(name="w", plan=Plan.FREE)
W = "w" * 26


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def memory() -> Documents:
    """Where it does not matter which store it is."""
    return MemoryDocuments()


def instance(documents: Documents, clock: FixedClock) -> ReserveMessages:
    return ReserveMessages(Store(documents, b"key"), clock, RandomIds())


def write(documents: Documents, block: str | None) -> None:
    assert block is not None
    documents.write([Create(f"workspaces/{W}/messages/{RandomIds().new()}", {"usage_block": block})])


def taken_until_refused(reserve: ReserveMessages, documents: Documents) -> int:
    taken = 0
    while True:
        try:
            block = reserve.take(W, FREE)
        except QuotaExceededError:
            return taken
        except ConflictError:
            continue  # lost eight times against the others: the caller tries again
        write(documents, block)
        taken += 1


def test_forty_racing_instances_never_overspend_and_use_it_up(documents, clock):
    instances = [instance(documents, clock) for _ in range(40)]
    with ThreadPoolExecutor(40) as pool:
        taken = list(pool.map(lambda one: taken_until_refused(one, documents), instances))
    assert sum(taken) == 100
    assert instance(documents, clock).read(W, FREE).used == 100


def test_what_a_dead_instance_did_not_write_is_free_after_its_lease(documents, clock):
    dying = instance(documents, clock)
    for _ in range(3):
        write(documents, dying.take(W, FREE))
    dying.take(W, FREE)  # and dies before it writes
    clock.advance(LEASE.total_seconds())
    assert taken_until_refused(instance(documents, clock), documents) == 97


def test_what_was_given_back_is_used(memory, clock):
    reserve = instance(memory, clock)
    for _ in range(300):
        reserve.give_back(W, reserve.take(W, FREE))
    assert taken_until_refused(reserve, memory) == 100


def test_nothing_is_taken_from_a_block_that_is_about_to_be_counted(memory, clock):
    reserve = instance(memory, clock)
    first = reserve.take(W, FREE)
    clock.advance((LEASE - MARGIN).total_seconds())
    assert reserve.take(W, FREE) != first


def test_a_refusal_says_when_more_may_be_free(memory, clock):
    assert taken_until_refused(instance(memory, clock), memory) == 100
    with pytest.raises(QuotaExceededError) as raised:
        instance(memory, clock).take(W, FREE)
    assert raised.value.retry_after_seconds == LEASE.total_seconds()
    clock.advance(LEASE.total_seconds())
    with pytest.raises(QuotaExceededError) as raised:
        instance(memory, clock).take(W, FREE)
    assert raised.value.retry_after_seconds == pytest.approx(8.5 * 24 * 3600, abs=24 * 3600)


def test_a_new_month_begins_in_the_workspaces_time_zone(memory, clock):
    tokyo = FREE.model_copy(update={"time_zone": "Asia/Tokyo"})
    reserve = instance(memory, clock)
    assert taken_until_refused(reserve, memory) == 100
    clock.advance(8 * 24 * 3600 + 6 * 3600)  # 30 November, 15:30 UTC
    with pytest.raises(QuotaExceededError):
        reserve.take(W, FREE)
    assert reserve.read(W, tokyo).month == "2026-12"
    assert reserve.take(W, tokyo) is not None


def test_a_plan_without_a_limit_reserves_nothing(memory, clock):
    enterprise = FREE.model_copy(update={"plan": Plan.ENTERPRISE})
    assert instance(memory, clock).take(W, enterprise) is None
    assert memory.get(f"workspaces/{W}/usage/2026-11") is None


def test_a_plan_without_a_limit_says_all_the_same_how_many_messages_the_month_has_had(memory, clock):
    enterprise = FREE.model_copy(update={"plan": Plan.ENTERPRISE})
    today, counters = clock.now().date(), Counters(memory, W)
    for day, amount in ((today, 3), (today.replace(day=1), 40), (today.replace(day=1) - timedelta(days=1), 500)):
        message = RandomIds().new()
        counted = counters.day_increment(day, today, message, {"generated:total": amount})
        memory.write([Create(f"workspaces/{W}/messages/{message}", {}), counted])
    read = instance(memory, clock).read(W, enterprise)
    assert (read.limit, read.used) == (None, 43)
