"""Idempotency-Key across instances: keys that race, and an instance that dies in the middle."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from shared.bootstrap import DEMO_KEY_FILE, Services, build_services
from shared.config import Settings
from shared.domain.message import Draft
from shared.domain.writing import WritingRequest
from tests.api.product.caller import GENERATION, Caller
from tests.api.product.conftest import caller_of
from tests.fakes import ScriptedWriter

KEY = {"Idempotency-Key": "one"}


@pytest.fixture
def instances(services: Services, elsewhere: Services, data_dir) -> list[Caller]:
    key = (data_dir / DEMO_KEY_FILE).read_text().strip()
    return [caller_of(one, key) for one in (services, elsewhere)]


def messages(caller: Caller) -> int:
    return len(caller.get("/v1/messages?limit=200&role=operations").get_json()["items"])


def test_keys_that_race_on_two_instances_create_one_thing(instances):
    before = messages(instances[0])
    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(lambda number: instances[number % 2].post("/v1/generations", GENERATION, headers=KEY), range(16))
        )
    created = {answer.get_json()["id"] for answer in answers if answer.status_code == 201}
    assert len(created) == 1
    assert {answer.status_code for answer in answers} <= {201, 409}
    assert all("Retry-After" in answer.headers for answer in answers if answer.status_code == 409)
    assert messages(instances[1]) == before + 1


class KilledError(BaseException):
    """Ends the thread as nothing else does: no handler of ours sees it."""


def killed(_request: WritingRequest) -> Draft:
    raise KilledError


@pytest.fixture
def dying(data_dir, clock) -> Iterator[Caller]:
    made = build_services(Settings(data_dir=data_dir), clock=clock, writer=ScriptedWriter(killed))
    yield caller_of(made, (data_dir / DEMO_KEY_FILE).read_text().strip())
    made.close()


def test_what_a_dead_instance_began_another_finishes_once(dying, instances, clock):
    living = instances[1]
    before = messages(living)
    with pytest.raises(KilledError):
        dying.post("/v1/generations", GENERATION, headers=KEY)
    running = living.post("/v1/generations", GENERATION, headers=KEY)
    assert running.status_code == 409
    clock.advance(int(running.headers["Retry-After"]) + 1)
    finished = living.post("/v1/generations", GENERATION, headers=KEY)
    again = living.post("/v1/generations", GENERATION, headers=KEY)
    assert (finished.status_code, again.status_code) == (201, 201)
    assert finished.get_json()["id"] == again.get_json()["id"]
    assert messages(living) == before + 1
