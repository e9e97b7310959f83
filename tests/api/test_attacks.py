"""A sample of what `benchmarks/attacks.py` sends in full: no 5xx, no trace, nothing repeated that was sent."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from benchmarks.attack_cases import attacks
from benchmarks.attacks import HOST, HastyClock, attacked
from scripts.dev_server import compose
from scripts.function_apps import all_routes
from scripts.openapi_document import openapi_document
from shared.bootstrap import DEMO_KEY_FILE, build_services
from shared.config import Settings

EVERY = 23
ROUTES = [route for routes in all_routes().values() for route in routes if not route.path.startswith("/v1/tasks/")]


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, str]]:
    folder: Path = tmp_path_factory.mktemp("attacked")
    services = build_services(Settings(data_dir=folder, demo_messages=0), clock=HastyClock())
    yield compose(services, HOST, None), (folder / DEMO_KEY_FILE).read_text().strip()
    services.close()


def test_a_sample_of_every_kind_of_attack_is_answered_well(product: tuple[Any, str]) -> None:
    app, key = product
    sample = list(islice(attacks(ROUTES, openapi_document(ROUTES)), 0, None, EVERY))
    answers = [(attack, *attacked(app, attack, key)) for attack in sample]
    assert len(answers) > 500
    assert [(one.method, one.path, complaint) for one, _, complaint in answers if complaint] == []
    assert {400, 401, 404, 422} <= {status for _, status, _ in answers}


def test_there_are_at_least_ten_thousand_cases() -> None:
    assert sum(1 for _ in attacks(ROUTES, openapi_document(ROUTES))) >= 10_000
