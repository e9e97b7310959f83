"""The Auth emulator of npm's firebase-tools, whose tokens are unsigned, for as long as a test needs it.

It is installed once into .cache/peers, as `.ci/run` does; a machine without it skips its tests and says how to get it.
The emulator's own server is started, not the command line around it, which wants the network.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import Request, urlopen

from scripts.build_web import node_environment
from tests.contract.oauth2_mock_server import FOLDER

VERSION = "15.34.2"
PROJECT = "demo-outreach"
HOW_TO_INSTALL = (
    "npm's firebase-tools is missing. Install it with: "
    ".venv/bin/python -m scripts.npm install --prefix .cache/peers --no-save --ignore-scripts "
    f"oauth2-mock-server@9.3.0 firebase-tools@{VERSION}"
)
_PROGRAM = """
const { createApp } = require("firebase-tools/lib/emulator/auth/server");
(async () => {
  const app = await createApp(process.argv[1]);
  const server = app.listen(0, "127.0.0.1", () => console.log(server.address().port));
  process.stdin.resume();
  process.stdin.on("end", () => process.exit(0));
})();
"""


def may_be_skipped() -> bool:
    """Whether it is not there; never on CI, which installs it."""
    return not (FOLDER / "node_modules" / "firebase-tools").is_dir() and os.environ.get("CI") != "true"


@contextmanager
def running() -> Iterator[str]:
    """The emulator's address."""
    environment = node_environment()
    node = shutil.which("node", path=environment["PATH"])
    assert node is not None, "node is missing"
    server = subprocess.Popen(
        [node, "-e", _PROGRAM, PROJECT],
        cwd=FOLDER,
        env=environment | {"NODE_PATH": str(FOLDER / "node_modules")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    try:
        yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
    finally:
        server.stdin.close()
        server.wait(timeout=30)
        server.stdout.close()


def signed_up(emulator: str, email: str) -> str:
    """The ID token of somebody who has just signed up there."""
    account = {"email": email, "password": "a-password", "returnSecureToken": True}
    address = f"{emulator}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=any"
    request = Request(address, json.dumps(account).encode(), {"Content-Type": "application/json"})
    with urlopen(request) as answer:
        token: str = json.load(answer)["idToken"]
    return token
