"""The deployed zips, unpacked beside interpreters that have their requirements only."""

import zipfile
from pathlib import Path

from scripts.build_function import build
from tests.packaging.clean_interpreters import interpreter_with
from tests.packaging.served_function import UnpackedFunction


def unpacked(name: str, folder: Path) -> UnpackedFunction:
    """The zip of the function, built and unpacked in a folder of its own below `folder`."""
    home = folder / name
    home.mkdir()
    with zipfile.ZipFile(build(name, home)) as archive:
        archive.extractall(home / "unpacked")
    return UnpackedFunction(
        name, home / "unpacked", interpreter_with(home / "unpacked" / "requirements.txt"), home / "data"
    )
