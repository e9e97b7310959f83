"""A client belongs to the process that made it."""

import os

import pytest

from shared.adapters.google.per_process import PerProcess


class Clients:
    """Makes numbered clients and remembers which were closed."""

    def __init__(self) -> None:
        self.made = 0
        self.closed: list[int] = []

    def build(self) -> int:
        self.made += 1
        return self.made


def test_nothing_is_made_before_the_first_call() -> None:
    clients = Clients()
    PerProcess(clients.build).close(clients.closed.append)
    assert (clients.made, clients.closed) == (0, [])


def test_a_process_makes_one_client_and_a_forked_one_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    clients = Clients()
    client = PerProcess(clients.build)
    assert [client(), client()] == [1, 1]
    forked = os.getpid() + 1
    monkeypatch.setattr(os, "getpid", lambda: forked)
    client.close(clients.closed.append)
    assert clients.closed == []
    assert [client(), client()] == [2, 2]
    client.close(clients.closed.append)
    assert clients.closed == [2]
