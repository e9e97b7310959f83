"""What holds for every test; the rest of pytest's configuration is in pyproject.toml.

Sockets beyond loopback are blocked there (--allow-hosts), warnings are errors, the order is random.
"""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from shared.bootstrap import build_services
from shared.config import Settings

# No deadline: the examples share two cores with other test processes, and how long one takes proves nothing here.
settings.register_profile("laptop", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("laptop"), max_examples=2_000)


@pytest.fixture(scope="session")
def opened_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which the demo workspace is open; copied, never written to."""
    folder = tmp_path_factory.mktemp("demo")
    build_services(Settings(data_dir=folder, demo_messages=0)).close()
    return folder
