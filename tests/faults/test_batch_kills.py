"""The whole server, killed with -9 again and again while a batch runs, against a model that fails in every way it can.

Small here; `make bench-faults` runs it with 2,000 items and ten kills.
"""

import json
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from shared.bootstrap import build_services
from tests.builders import owner, prospect
from tests.chaos_queue import check_batch, scaled_settings
from tests.gemini_stub import GeminiStub, Reply, StubRequest, empty, error, message, raw, slow
from tests.served_product import Server, start_server

ITEMS = int(os.environ.get("FAULT_ITEMS", "80"))
KILLS = int(os.environ.get("FAULT_KILLS", "3"))
SCALE = float(os.environ.get("FAULT_SCALE", "0.05"))
SEED = 5
PART = 500

BODY = "Hola, Lucía: dirige Operaciones en Logística Norte. ¿Qué le quita más tiempo al preparar cada ruta?"
GOOD = message(BODY)


class Model:
    """What the model answers, and for whom and when it was asked; `faulty` is the share of calls that fail."""

    def __init__(self, faulty: float) -> None:
        self.calls: list[tuple[str, float]] = []
        self._faulty = faulty
        self._random = random.Random(SEED)

    def __call__(self, request: StubRequest) -> Reply:
        self.calls.append((address_in(request.contents), time.time()))
        if self._random.random() >= self._faulty:
            return GOOD
        late = slow(GOOD, seconds=12 * SCALE * 1.5)
        return self._random.choice([error(429, retry_after="1"), error(500), late, empty(), raw(b"{not json")])


def address_in(contents: str) -> str:
    """Which of the batch's people a request to the model is about: each has a skill of their own."""
    number = contents.partition("peculiaridad-")[2].partition("-")[0]
    return f"https://www.linkedin.com/in/lucia-ferrer-{number}"


def people(count: int) -> list[dict[str, Any]]:
    return [
        prospect(
            linkedin_url=f"https://www.linkedin.com/in/lucia-ferrer-{number}", skills=[f"peculiaridad-{number}-propia"]
        ).model_dump()
        for number in range(count)
    ]


class Site:
    """A server over one data folder, started again after each kill on the same port."""

    def __init__(self, data: Path, stub: GeminiStub) -> None:
        scaled = scaled_settings(SCALE)
        seconds = {
            f"APP_{name.upper()}": str(getattr(scaled, name))
            for name in type(scaled).model_fields
            if name.endswith("_seconds")
        }
        self._data = data
        self._variables = {
            **seconds,
            "APP_GEMINI_API_KEY": "a-key",
            "APP_GEMINI_BASE_URL": stub.url,
            "APP_LOG_LEVEL": "error",
        }
        self.server = self._start()

    def _start(self, **variables: str) -> Server:
        server = start_server(self._data, **self._variables, **variables)
        server.wait_until_ready()
        return server

    def kill(self) -> None:
        port = self.server.address.rpartition(":")[2]
        self.end()
        self.server = self._start(PORT=port)

    def end(self) -> None:
        """Kill the server."""
        self.server.process.kill()
        self.server.output()

    def ask(self, path: str, body: object = None) -> dict[str, Any]:
        status, text = self.server.get(path, (self._data / "demo-key").read_text().strip(), body)
        assert status in (200, 202), text
        answer: dict[str, Any] = json.loads(text)
        return answer

    def start_batches(self) -> list[tuple[str, int]]:
        """Batches of at most 500 people each, and how many."""
        everybody, made = people(ITEMS), []
        for start in range(0, ITEMS, PART):
            part = everybody[start : start + PART]
            body = {"name": "x", "format": "linkedin_note", "language": "es", "register": "usted", "prospects": part}
            made.append((str(self.ask("/v1/batches", body)["id"]), len(part)))
        return made

    def wait(self, batches: list[tuple[str, int]], seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while any(self.ask(f"/v1/batches/{id_}")["state"] != "completed" for id_, _ in batches):
            assert time.monotonic() < deadline, [self.ask(f"/v1/batches/{id_}") for id_, _ in batches]
            time.sleep(0.2)


@contextmanager
def site(data: Path, model: Model) -> Iterator[Site]:
    with GeminiStub(model, latency=0.02) as stub:
        opened = Site(data, stub)
        try:
            yield opened
        finally:
            opened.end()


def check(data: Path, batches: list[tuple[str, int]], model: Model) -> list[dict[str, int]]:
    services = build_services(scaled_settings(SCALE, data_dir=data))
    try:
        workspace = services.store.of(owner().workspace_id)
        return [dict(check_batch(services, workspace, id_, count, model.calls)) for id_, count in batches]
    finally:
        services.close()


def test_kill_9_at_random_moments_loses_nothing_and_doubles_nothing(tmp_path):
    model, chance = Model(faulty=0.0), random.Random(SEED)
    with site(tmp_path / "data", model) as running:
        batches = running.start_batches()
        for _ in range(KILLS):
            time.sleep(chance.uniform(0.1, 0.8))
            running.kill()
        running.wait(batches, 60 + ITEMS * 0.4)
    assert {address for address, _ in model.calls} == {person["linkedin_url"] for person in people(ITEMS)}
    assert check(tmp_path / "data", batches, model) == [{"done": count} for _, count in batches]


def test_a_model_that_fails_in_every_way_at_three_calls_of_ten(tmp_path):
    model = Model(faulty=0.3)
    with site(tmp_path / "data", model) as running:
        batches = running.start_batches()
        running.wait(batches, 60 + ITEMS * 0.6)
    for states, (_, count) in zip(check(tmp_path / "data", batches, model), batches, strict=True):
        assert states["done"] >= count * 0.95
