"""Servers of npm that we did not write, each in a process of its own for as long as a test needs it.

They are installed once into .cache/peers, as `.ci/run` does; a machine without one skips its tests and says how to get
it.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.build_web import node_environment

FOLDER = Path(__file__).resolve().parents[2] / ".cache" / "peers"
_SECONDS_TO_END = 30


def may_be_skipped(package: str) -> bool:
    """Whether the package is not there; never on CI, which installs it."""
    return not (FOLDER / "node_modules" / package).is_dir() and os.environ.get("CI") != "true"


@contextmanager
def running(program: str, *arguments: str) -> Iterator[str]:
    """The first line that the program prints: where it listens. It ends when its standard input does."""
    environment = node_environment()
    node = shutil.which("node", path=environment["PATH"])
    assert node is not None, "node is missing"
    server = subprocess.Popen(
        [node, "-e", program, *arguments],
        cwd=FOLDER,
        env=environment | {"NODE_PATH": str(FOLDER / "node_modules")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    try:
        yield server.stdout.readline().strip()
    finally:
        server.stdin.close()
        server.wait(timeout=_SECONDS_TO_END)
        server.stdout.close()
