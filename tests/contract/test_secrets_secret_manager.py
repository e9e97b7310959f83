"""The Secrets port over Secret Manager: Google's own client against a server of ours."""

import os
import threading
import time
from collections.abc import Iterator

import pytest

from shared.adapters.google.secret_manager import REFRESH_SECONDS, RETRY_SECONDS, SecretManagerSecrets
from shared.domain.errors import StartError, UpstreamFailedError
from tests.fakes import FixedClock
from tests.secret_manager_server import PROJECT, SecretManagerServer

KEY = "cursor-key"


@pytest.fixture
def server() -> Iterator[SecretManagerServer]:
    with SecretManagerServer() as server:
        server.add(KEY, b"first")
        yield server


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def secrets(server: SecretManagerServer, clock: FixedClock) -> SecretManagerSecrets:
    return opened(server, clock)


def opened(server, clock, *needed, deadline_seconds=5.0) -> SecretManagerSecrets:
    return SecretManagerSecrets(PROJECT, clock, needed, deadline_seconds=deadline_seconds, server=server.url)


def test_the_newest_version_is_read(server, secrets):
    server.add(KEY, b"second")
    assert secrets.get(KEY) == b"second"


def test_a_disabled_newest_version_gives_way_to_the_newest_enabled_one(server, secrets):
    server.add(KEY, b"second")
    server.add(KEY, b"third")
    server.add(KEY, b"fourth")
    server.disable(KEY, 3)
    server.disable(KEY, 4, "DESTROYED")
    assert secrets.get(KEY) == b"second"


def test_a_copy_serves_for_five_minutes(server, clock, secrets):
    secrets.get(KEY)
    server.add(KEY, b"second")
    clock.advance(REFRESH_SECONDS - 1)
    assert secrets.get(KEY) == b"first"
    assert server.readings == [KEY]


def test_a_rotated_secret_is_in_use_after_five_minutes_without_a_new_start(server, clock, secrets):
    secrets.get(KEY)
    server.add(KEY, b"second")
    clock.advance(REFRESH_SECONDS)
    assert secrets.get(KEY) == b"second"


def test_one_request_reads_anew_and_the_others_go_on_meanwhile(server, clock, secrets):
    secrets.get(KEY)
    server.add(KEY, b"second")
    clock.advance(REFRESH_SECONDS)
    server.silent.set()
    reader = threading.Thread(target=secrets.get, args=(KEY,), daemon=True)
    reader.start()
    while not secrets._reading.locked():
        time.sleep(0.001)
    before = time.monotonic()
    assert [secrets.get(KEY) for _ in range(20)] == [b"first"] * 20
    assert time.monotonic() - before < 1
    server._released.set()
    reader.join(10)
    assert secrets.get(KEY) == b"second"
    assert server.readings == [KEY, KEY]


def test_forty_first_requests_read_once(server, secrets):
    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.append(secrets.get(KEY))) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [b"first"] * 40
    assert server.readings == [KEY]


def test_an_outage_leaves_the_copy_in_use_and_is_tried_again_soon(server, clock, secrets):
    secrets.get(KEY)
    server.add(KEY, b"second")
    server.fault = 503
    clock.advance(REFRESH_SECONDS)
    assert secrets.get(KEY) == b"first"
    server.fault = None
    assert secrets.get(KEY) == b"first"
    clock.advance(RETRY_SECONDS)
    assert secrets.get(KEY) == b"second"


def test_a_secret_that_is_refused_later_is_not_served_on(server, clock, secrets):
    secrets.get(KEY)
    server.denied.add(KEY)
    clock.advance(REFRESH_SECONDS)
    with pytest.raises(UpstreamFailedError) as raised:
        secrets.get(KEY)
    assert KEY not in raised.value.sentence.en


def test_a_silent_server_is_given_up_at_the_deadline(server, clock):
    server.silent.set()
    before = time.monotonic()
    with pytest.raises(UpstreamFailedError):
        opened(server, clock, deadline_seconds=0.3).get(KEY)
    assert time.monotonic() - before < 3


@pytest.mark.parametrize(
    ("prepare", "reason"),
    [
        (lambda server: server.delete(KEY), "it does not exist or has no version"),
        (lambda server: server.denied.add(KEY), "roles/secretmanager.secretAccessor"),
        (lambda server: server.disable(KEY, 1), "none of its versions is enabled"),
        (lambda server: setattr(server, "fault", 503), "does not answer"),
    ],
)
def test_a_needed_secret_that_cannot_be_read_stops_the_start_and_is_named(server, clock, prepare, reason):
    prepare(server)
    with pytest.raises(StartError) as raised:
        opened(server, clock, KEY)
    assert KEY in raised.value.sentence.en
    assert reason in raised.value.sentence.en
    assert KEY in raised.value.sentence.es


def test_who_may_not_list_versions_still_hears_that_the_newest_is_disabled(server, clock):
    server.disable(KEY, 1)
    server.listing_denied = True
    with pytest.raises(StartError, match="none of its versions is enabled"):
        opened(server, clock, KEY)


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")  # the threads are the server's
def test_a_process_that_was_forked_after_the_first_reading_reads_on_its_own(server, clock, secrets):
    secrets.get(KEY)
    server.add(KEY, b"second")
    clock.advance(REFRESH_SECONDS)
    child = os.fork()
    if child == 0:
        os._exit(0 if secrets.get(KEY) == b"second" else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert secrets.get(KEY) == b"second"
