"""The backups that Firestore's schedules make of the database: https://cloud.google.com/firestore/docs/backups"""

from datetime import UTC, datetime

import requests
from google.api_core.exceptions import GoogleAPICallError
from google.auth.exceptions import GoogleAuthError
from google.cloud.firestore_admin_v1 import FirestoreAdminClient
from google.cloud.firestore_admin_v1.services.firestore_admin.transports import FirestoreAdminRestTransport
from google.cloud.firestore_admin_v1.types import Backup

from shared.adapters.google.rest_client import rest_client
from shared.domain.errors import Sentence, UpstreamFailedError

_UNKNOWN = Sentence(
    "No se sabe qué copias de seguridad hay: Firestore no las enumera.",
    "It is not known which backups there are: Firestore does not list them.",
)
_GOOGLE = "https://firestore.googleapis.com"


class FirestoreBackups:
    """The Backups port over one database of a project. It asks once an hour and speaks REST, as secrets do."""

    def __init__(self, project: str, database: str, deadline_seconds: float, server: str | None = None) -> None:
        """`server` is another address that speaks the same API, to which no credentials are sent."""
        self._project = f"projects/{project}"
        self._database = f"{self._project}/databases/{database}"
        self._deadline_seconds = deadline_seconds
        self._client = rest_client(FirestoreAdminClient, FirestoreAdminRestTransport, _GOOGLE, server)

    def newest(self) -> datetime | None:
        """See `shared.ports.Backups.newest`. Without an answer of every location it is not known."""
        try:
            answer = self._client().list_backups(
                parent=f"{self._project}/locations/-", timeout=self._deadline_seconds, retry=None
            )
        except (GoogleAPICallError, GoogleAuthError, requests.RequestException) as error:
            raise UpstreamFailedError(_UNKNOWN) from error
        if answer.unreachable:
            raise UpstreamFailedError(_UNKNOWN)
        return max((_moment(backup) for backup in answer.backups if self._is_finished(backup)), default=None)

    def _is_finished(self, backup: Backup) -> bool:
        return backup.database == self._database and backup.state is Backup.State.READY


def _moment(backup: Backup) -> datetime:
    return datetime.fromtimestamp(backup.snapshot_time.timestamp(), UTC)
