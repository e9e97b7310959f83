"""npm's oauth2-mock-server, an OpenID Connect issuer that we did not write, for as long as a test needs it.

It is installed once into .cache/peers, as `.ci/run` does; a machine without it skips its tests and says how to get it.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.build_web import node_environment

VERSION = "9.3.0"
FOLDER = Path(__file__).resolve().parents[2] / ".cache" / "peers"
HOW_TO_INSTALL = (
    "npm's oauth2-mock-server is missing. Install it with: "
    f".venv/bin/python -m scripts.npm install --prefix .cache/peers --no-save oauth2-mock-server@{VERSION}"
)
_PROGRAM = """
const {OAuth2Server} = require("oauth2-mock-server");
(async () => {
  const server = new OAuth2Server();
  await server.issuer.keys.generate("RS256");
  await server.start(0, "127.0.0.1");
  console.log(server.issuer.url);
  process.stdin.resume();
  process.stdin.on("end", () => process.exit(0));
})();
"""


def may_be_skipped() -> bool:
    """Whether it is not there; never on CI, which installs it."""
    return not (FOLDER / "node_modules" / "oauth2-mock-server").is_dir() and os.environ.get("CI") != "true"


@contextmanager
def running() -> Iterator[str]:
    """The issuer's address."""
    environment = node_environment()
    node = shutil.which("node", path=environment["PATH"])
    assert node is not None, "node is missing"
    server = subprocess.Popen(
        [node, "-e", _PROGRAM],
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
        server.wait(timeout=10)
        server.stdout.close()
