"""The Auth emulator of npm's firebase-tools, whose tokens are unsigned, for as long as a test needs it.

The emulator's own server is started, not the command line around it, which wants the network.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import Request, urlopen

from tests.contract import npm_peers
from tests.contract.oauth2_mock_server import VERSION as OTHER_VERSION

VERSION = "15.34.2"
PROJECT = "demo-outreach"
HOW_TO_INSTALL = (
    "npm's firebase-tools is missing. Install it with: "
    ".venv/bin/python -m scripts.npm install --prefix .cache/peers --no-save --ignore-scripts "
    f"oauth2-mock-server@{OTHER_VERSION} firebase-tools@{VERSION}"
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
    """Whether it is not there."""
    return npm_peers.may_be_skipped("firebase-tools")


@contextmanager
def running() -> Iterator[str]:
    """The emulator's address."""
    with npm_peers.running(_PROGRAM, PROJECT) as port:
        yield f"http://127.0.0.1:{port}"


def signed_up(emulator: str, email: str) -> str:
    """The ID token of somebody who has just signed up there."""
    account = {"email": email, "password": "a-password", "returnSecureToken": True}
    address = f"{emulator}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=any"
    request = Request(address, json.dumps(account).encode(), {"Content-Type": "application/json"})
    with urlopen(request) as answer:
        token: str = json.load(answer)["idToken"]
    return token
