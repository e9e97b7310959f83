"""The product over one data folder and a clock that stands still, and who stands in front of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.bootstrap import DEMO_KEY_FILE, Services, build_services
from shared.config import Settings
from tests.api.accounts.people import signed_in
from tests.api.product.caller import Caller
from tests.api.product.conftest import caller_of
from tests.fakes import FixedClock


@pytest.fixture
def data_dir(opened_demo: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own, with the demo workspace open."""
    return Path(shutil.copytree(opened_demo, tmp_path / "data"))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def services(data_dir: Path, clock: FixedClock) -> Iterator[Services]:
    """One instance."""
    made = build_services(Settings(data_dir=data_dir), clock=clock)
    yield made
    made.close()


@pytest.fixture
def elsewhere(data_dir: Path, clock: FixedClock) -> Iterator[Services]:
    """Another instance over the same store."""
    made = build_services(Settings(data_dir=data_dir), clock=clock)
    yield made
    made.close()


@pytest.fixture
def caller(services: Services, data_dir: Path) -> Caller:
    """The demo's API key."""
    return caller_of(services, (data_dir / DEMO_KEY_FILE).read_text().strip())


@pytest.fixture
def owner(services: Services) -> Caller:
    """The demo's owner, signed in."""
    return signed_in(services, "owner")
