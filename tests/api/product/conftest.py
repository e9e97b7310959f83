"""The real functions over embedded adapters: an SQLite file, local secrets, the offline writer."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from functions.accounts.routes import add_routes as add_accounts
from functions.batch.routes import add_routes as add_batch
from functions.generate.routes import add_routes as add_generate
from functions.history.routes import add_routes as add_history
from functions.tasks.routes import add_routes as add_tasks
from shared.api.app import create_app
from shared.bootstrap import DEMO_KEY_FILE, Services, build_services
from shared.config import Settings
from tests.api.product.caller import Caller


@pytest.fixture
def data_dir(opened_demo: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own, with the demo workspace open."""
    return Path(shutil.copytree(opened_demo, tmp_path / "data"))


@pytest.fixture
def start(data_dir: Path) -> Iterator[Callable[..., Caller]]:
    """Starts the product over the folder with other settings or adapters."""
    started: list[Services] = []

    def start_with(**adapters: object) -> Caller:
        settings = adapters.pop("settings", None) or Settings(data_dir=data_dir)
        services = build_services(settings, **adapters)  # type: ignore[arg-type]
        started.append(services)
        return caller_of(services, (data_dir / DEMO_KEY_FILE).read_text().strip())

    yield start_with
    for services in started:
        services.close()


@pytest.fixture
def caller(start: Callable[..., Caller]) -> Caller:
    """The demo's owner, in front of all functions."""
    return start()


def caller_of(services: Services, key: str) -> Caller:
    """Somebody with this key, in front of all functions."""
    apps = [
        create_app("batch", add_batch, services),
        create_app("generate", add_generate, services),
        create_app("batch", add_batch, services),
        create_app("history", add_history, services),
        create_app("accounts", add_accounts, services),
        create_app("tasks", add_tasks, services),
    ]
    clients: list[FlaskClient] = [app.test_client() for app in apps]
    return Caller(clients, key, services)
