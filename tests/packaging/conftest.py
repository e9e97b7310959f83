"""The zips, each built, unpacked beside an interpreter with only its requirements, and started once in a process."""

import functools
import zipfile
from collections.abc import Callable

import pytest

from scripts.build_function import build
from scripts.deployed import FUNCTIONS
from tests.packaging.clean_interpreters import interpreter_with
from tests.packaging.served_function import UnpackedFunction


@pytest.fixture(scope="session")
def unpack(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], UnpackedFunction]:
    """Unpacks the function of a name; the same folder when asked again."""

    @functools.cache
    def unpack(name: str) -> UnpackedFunction:
        base = tmp_path_factory.mktemp(name)
        with zipfile.ZipFile(build(name, base)) as archive:
            archive.extractall(base / "unpacked")
        interpreter = interpreter_with(base / "unpacked" / "requirements.txt")
        return UnpackedFunction(name, base / "unpacked", interpreter, base / "data")

    return unpack


@pytest.fixture(params=FUNCTIONS)
def unpacked(request: pytest.FixtureRequest, unpack: Callable[[str], UnpackedFunction]) -> UnpackedFunction:
    """Each function in turn."""
    return unpack(request.param)
