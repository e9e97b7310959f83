"""The Isolation port: programs apart from this process, and what stays of one that misbehaves (nothing)."""

import os
import threading
import time

import pytest

from shared.adapters.child_processes import ChildProcesses
from shared.domain.errors import QuotaExceededError, UpstreamFailedError, UpstreamTimeoutError

HERE = "tests.contract.misbehaving"
MEMORY = 200 * 2**20


@pytest.fixture
def apart() -> ChildProcesses:
    return ChildProcesses(at_a_time=1)


def test_a_program_answers_what_it_makes_of_its_input(apart):
    assert apart.run(HERE, ["echo"], b"\x00Ana\xff", 30) == b"\x00Ana\xff"


def test_a_program_knows_none_of_our_settings(apart, monkeypatch):
    monkeypatch.setenv("APP_GEMINI_API_KEY", "secret")
    assert b"secret" not in apart.run(HERE, ["environment"], b"", 30)


def test_a_program_that_takes_too_long_is_killed(apart):
    begun = time.monotonic()
    with pytest.raises(UpstreamTimeoutError):
        apart.run(HERE, ["sleep"], b"", 1.5)
    assert time.monotonic() - begun < 10
    assert apart.run(HERE, ["echo"], b"again", 30) == b"again"


@pytest.mark.parametrize("deed", ["crash", "abort", "fail"])
def test_a_program_that_breaks_off_is_an_error_of_ours_without_its_words(apart, deed):
    with pytest.raises(UpstreamFailedError) as broken:
        apart.run(HERE, [deed], b"Ana Ruiz", 30)
    assert "Ana" not in str(broken.value)


def test_only_so_many_run_at_a_time(apart, monkeypatch):
    monkeypatch.setattr("shared.adapters.child_processes._WAIT_SECONDS", 0.2)
    first = threading.Thread(target=lambda: apart.run(HERE, ["nap"], b"", 30))
    first.start()
    time.sleep(0.5)
    with pytest.raises(QuotaExceededError):
        apart.run(HERE, ["echo"], b"", 30)
    first.join()
    assert apart.run(HERE, ["echo"], b"now", 30) == b"now"


@pytest.mark.skipif(os.uname().sysname != "Linux", reason="only Linux holds a process to its memory")
def test_a_reader_that_asks_for_more_memory_than_it_may_have_breaks_off(apart):
    with pytest.raises(UpstreamFailedError):
        apart.run(HERE, ["greedy", str(MEMORY)], b"", 30)
