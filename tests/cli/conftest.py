"""The command line over a data folder of the test's own."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def opened_demo_copy(opened_demo: Path, tmp_path: Path) -> Path:
    """A data folder with the demo workspace open."""
    return Path(shutil.copytree(opened_demo, tmp_path / "data"))
