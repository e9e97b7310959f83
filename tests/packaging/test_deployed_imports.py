"""A deployed function runs on what its zip and its requirements hold, and loads no adapter that was not chosen."""

import re
import subprocess
import sys
from pathlib import Path

from scripts.deployed import ROOT
from tests.packaging.served_function import UnpackedFunction

# functions-framework itself brings google.cloud.functions.
CLOUD = re.compile(r"google\.(?!cloud$|cloud\.functions)|grpc|httpx2|opentelemetry|shared\.adapters\.google")


def test_nothing_is_taken_from_the_source_tree(unpacked: UnpackedFunction) -> None:
    homes = (unpacked.folder, unpacked.interpreter, Path(sys.base_prefix))
    assert not any(home.is_relative_to(unpacked.folder) for home in homes[1:])

    assert unpacked.loaded.files[f"functions.{unpacked.name}.routes"].startswith(str(unpacked.folder))
    assert [file for file in unpacked.loaded.files.values() if not lies_in(file, homes)] == []
    assert [entry for entry in unpacked.loaded.path if lies_in(entry, (ROOT,)) and not lies_in(entry, homes)] == []


def test_no_cloud_library_is_imported_where_none_was_chosen(unpacked: UnpackedFunction) -> None:
    assert [name for name in unpacked.loaded.modules if CLOUD.match(name)] == []


def test_a_zip_has_the_libraries_that_a_setting_may_ask_for(unpacked: UnpackedFunction) -> None:
    modules = "shared.telemetry.open_telemetry, shared.telemetry.sentry, shared.adapters.google.trace_session"
    command = [f"{unpacked.interpreter}/bin/python", "-c", f"import {modules}"]
    done = subprocess.run(command, cwd=unpacked.folder, env=unpacked.environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def lies_in(path: str, homes: tuple[Path, ...]) -> bool:
    return any(Path(path).is_relative_to(home) for home in homes)
