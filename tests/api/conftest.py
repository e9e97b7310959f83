"""Fixtures of the tests of the HTTP layer."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.api.small_app import SmallServices, small_app


@pytest.fixture
def services() -> SmallServices:
    return SmallServices()


@pytest.fixture
def client(services: SmallServices) -> FlaskClient:
    return small_app(services).test_client()


@pytest.fixture
def log_lines(capsys: pytest.CaptureFixture[str]) -> Callable[[], list[dict[str, Any]]]:
    """Reads what was logged since the last call."""
    return lambda: [json.loads(line) for line in capsys.readouterr().err.splitlines()]
