"""A server that answers like Secret Manager's REST interface, as far as secrets are read.

    with SecretManagerServer() as server:
        server.add("cursor-key", b"first")
        server.add("cursor-key", b"second")
        server.disable("cursor-key", 2)
        ... point the adapter at server.url ...

Paths, answers and errors are those of Google's reference:
https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets.versions
"""

import base64
import re
import threading
from dataclasses import dataclass
from typing import Any

from tests.google_rest_server import GoogleRestServer, Query, refusal

PROJECT = "demo-secrets"

_ACCESS = re.compile(rf"/v1/projects/{PROJECT}/secrets/(?P<name>[\w-]+)/versions/(?P<version>\w+):access")
_LIST = re.compile(rf"/v1/projects/{PROJECT}/secrets/(?P<name>[\w-]+)/versions")


@dataclass
class Version:
    """One version of a secret; versions are numbered from 1."""

    value: bytes
    state: str = "ENABLED"


class SecretManagerServer(GoogleRestServer):
    """Keeps secrets, counts readings, and refuses or falls silent when a test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.readings: list[str] = []
        self.denied: set[str] = set()
        self.listing_denied = False
        self.fault: int | None = None
        self.silent = threading.Event()
        self._secrets: dict[str, list[Version]] = {}
        self._released = threading.Event()

    def __exit__(self, *_error: object) -> None:
        self._released.set()
        super().__exit__(*_error)

    def add(self, name: str, value: bytes) -> None:
        """Add a version."""
        self._secrets.setdefault(name, []).append(Version(value))

    def disable(self, name: str, version: int, state: str = "DISABLED") -> None:
        """Disable or destroy a version."""
        self._secrets[name][version - 1].state = state

    def delete(self, name: str) -> None:
        """Delete the secret with all its versions."""
        del self._secrets[name]

    def found(self, path: str, query: Query) -> tuple[int, dict[str, Any]]:
        """A value or a list of versions, or why not; late where a test says so."""
        if self.silent.is_set():
            self._released.wait(30)
        if self.fault is not None:
            return refusal(self.fault, "UNAVAILABLE")
        if access := _ACCESS.fullmatch(path):
            self.readings.append(access["name"])
            return self._accessed(access["name"], access["version"])
        if listing := _LIST.fullmatch(path):
            return self._listed(listing["name"], query)
        return refusal(404, "NOT_FOUND")

    def _accessed(self, name: str, version: str) -> tuple[int, dict[str, Any]]:
        if name in self.denied:
            return refusal(403, "PERMISSION_DENIED")
        if not self._secrets.get(name):
            return refusal(404, "NOT_FOUND")
        number = len(self._secrets[name]) if version == "latest" else int(version)
        found = self._secrets[name][number - 1]
        if found.state != "ENABLED":
            return refusal(400, "FAILED_PRECONDITION")
        data = base64.b64encode(found.value).decode()
        return 200, {"name": _path(name, number), "payload": {"data": data}}

    def _listed(self, name: str, query: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        if self.listing_denied:
            return refusal(403, "PERMISSION_DENIED")
        (state,) = query.get("filter", ["state:ENABLED"])
        numbered = [(number, one) for number, one in enumerate(self._secrets[name], 1) if state == f"state:{one.state}"]
        return 200, {"versions": [{"name": _path(name, n), "state": one.state} for n, one in reversed(numbered)]}


def _path(name: str, number: int) -> str:
    return f"projects/{PROJECT}/secrets/{name}/versions/{number}"
