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
import json
import re
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

PROJECT = "demo-secrets"

_ACCESS = re.compile(rf"/v1/projects/{PROJECT}/secrets/(?P<name>[\w-]+)/versions/(?P<version>\w+):access")
_LIST = re.compile(rf"/v1/projects/{PROJECT}/secrets/(?P<name>[\w-]+)/versions")


@dataclass
class Version:
    """One version of a secret; versions are numbered from 1."""

    value: bytes
    state: str = "ENABLED"


class SecretManagerServer:
    """Keeps secrets, counts readings, and refuses or falls silent when a test says so."""

    def __init__(self) -> None:
        self.readings: list[str] = []
        self.denied: set[str] = set()
        self.listing_denied = False
        self.fault: int | None = None
        self.silent = threading.Event()
        self._secrets: dict[str, list[Version]] = {}
        self._released = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server._answer(self)

            def log_message(self, *_arguments: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._released.set()
        self._server.shutdown()
        self._server.server_close()

    def add(self, name: str, value: bytes) -> None:
        """Add a version."""
        self._secrets.setdefault(name, []).append(Version(value))

    def disable(self, name: str, version: int, state: str = "DISABLED") -> None:
        """Disable or destroy a version."""
        self._secrets[name][version - 1].state = state

    def delete(self, name: str) -> None:
        """Delete the secret with all its versions."""
        del self._secrets[name]

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        if self.silent.is_set():
            self._released.wait(30)
        status, body = self._found(urlsplit(request.path).path, parse_qs(urlsplit(request.path).query))
        content = json.dumps(body).encode()
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    def _found(self, path: str, query: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        if self.fault is not None:
            return _error(self.fault, "UNAVAILABLE")
        if access := _ACCESS.fullmatch(path):
            self.readings.append(access["name"])
            return self._accessed(access["name"], access["version"])
        if listing := _LIST.fullmatch(path):
            return self._listed(listing["name"], query)
        return _error(404, "NOT_FOUND")

    def _accessed(self, name: str, version: str) -> tuple[int, dict[str, Any]]:
        if name in self.denied:
            return _error(403, "PERMISSION_DENIED")
        if not self._secrets.get(name):
            return _error(404, "NOT_FOUND")
        number = len(self._secrets[name]) if version == "latest" else int(version)
        found = self._secrets[name][number - 1]
        if found.state != "ENABLED":
            return _error(400, "FAILED_PRECONDITION")
        data = base64.b64encode(found.value).decode()
        return 200, {"name": _path(name, number), "payload": {"data": data}}

    def _listed(self, name: str, query: dict[str, list[str]]) -> tuple[int, dict[str, Any]]:
        if self.listing_denied:
            return _error(403, "PERMISSION_DENIED")
        (state,) = query.get("filter", ["state:ENABLED"])
        numbered = [(number, one) for number, one in enumerate(self._secrets[name], 1) if state == f"state:{one.state}"]
        return 200, {"versions": [{"name": _path(name, n), "state": one.state} for n, one in reversed(numbered)]}


def _path(name: str, number: int) -> str:
    return f"projects/{PROJECT}/secrets/{name}/versions/{number}"


def _error(code: int, status: str) -> tuple[int, dict[str, Any]]:
    return code, {"error": {"code": code, "message": status, "status": status}}
