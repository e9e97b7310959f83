"""npm's oauth2-mock-server, an OpenID Connect issuer that we did not write, for as long as a test needs it."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.contract import npm_peers

VERSION = "9.3.0"
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
    """Whether it is not there."""
    return npm_peers.may_be_skipped("oauth2-mock-server")


@contextmanager
def running() -> Iterator[str]:
    """The issuer's address."""
    with npm_peers.running(_PROGRAM) as address:
        yield address
