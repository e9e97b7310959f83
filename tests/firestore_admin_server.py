"""A server that answers like Firestore's admin REST interface, as far as backups are listed.

    with FirestoreAdminServer() as server:
        server.add(moment)
        ... point the adapter at server.url ...

Path, answer and errors are those of Google's reference:
https://cloud.google.com/firestore/docs/reference/rest/v1/projects.locations.backups/list
"""

from datetime import datetime
from typing import Any

from tests.google_rest_server import GoogleRestServer, Query, refusal

PROJECT = "demo-backups"
DATABASE = "outreach"

_LIST = f"/v1/projects/{PROJECT}/locations/-/backups"


class FirestoreAdminServer(GoogleRestServer):
    """Keeps backups, and refuses, or cannot reach a location, when a test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.denied = False
        self.unreachable: list[str] = []
        self._backups: list[dict[str, Any]] = []

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

    def found(self, path: str, _query: Query) -> tuple[int, dict[str, Any]]:
        """The backups, or why not."""
        if self.denied:
            return refusal(403, "PERMISSION_DENIED")
        if path != _LIST:
            return refusal(404, "NOT_FOUND")
        return 200, {"backups": self._backups, "unreachable": self.unreachable}
