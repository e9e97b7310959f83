"""A server that answers like Firestore's admin REST interface, as far as backups are listed.

    with FirestoreAdminServer() as server:
        server.add(moment)
        ... point the adapter at server.url ...

Path, answer and errors are those of Google's reference:
https://cloud.google.com/firestore/docs/reference/rest/v1/projects.locations.backups/list
"""

import json
import threading
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

PROJECT = "demo-backups"
DATABASE = "outreach"

_LIST = f"/v1/projects/{PROJECT}/locations/-/backups"


class FirestoreAdminServer:
    """Keeps backups, and refuses, or cannot reach a location, when a test says so."""

    def __init__(self) -> None:
        self.denied = False
        self.unreachable: list[str] = []
        self._backups: list[dict[str, Any]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
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
        self._server.shutdown()
        self._server.server_close()

    def add(self, moment: datetime, *, state: str = "READY", database: str = DATABASE) -> None:
        """Add a backup of `database` as it was at `moment`."""
        self._backups.append(
            {
                "name": f"projects/{PROJECT}/locations/eur3/backups/{len(self._backups)}",
                "database": f"projects/{PROJECT}/databases/{database}",
                "snapshotTime": moment.isoformat().replace("+00:00", "Z"),
                "state": state,
            }
        )

    def _answer(self, request: BaseHTTPRequestHandler) -> None:
        status, body = self._found(request.path.partition("?")[0])
        content = json.dumps(body).encode()
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    def _found(self, path: str) -> tuple[int, dict[str, Any]]:
        if self.denied or path != _LIST:
            code, name = (403, "PERMISSION_DENIED") if self.denied else (404, "NOT_FOUND")
            return code, {"error": {"code": code, "message": name, "status": name}}
        return 200, {"backups": self._backups, "unreachable": self.unreachable}
