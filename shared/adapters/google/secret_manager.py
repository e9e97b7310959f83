"""Secrets in Google Secret Manager, read again inside the request that finds its copy too old.

So a rotated secret needs no deployment: its new version is in use within five minutes. A function has no processor
between requests, so nothing refreshes in the background.
"""

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import requests
from google.api_core import exceptions as api
from google.auth.exceptions import GoogleAuthError
from google.cloud.secretmanager_v1 import SecretManagerServiceClient
from google.cloud.secretmanager_v1.services.secret_manager_service.transports import SecretManagerServiceRestTransport

from shared.adapters.google.rest_client import rest_client
from shared.domain.errors import Sentence, StartError, UpstreamFailedError
from shared.ports import Clock
from shared.telemetry.logs import get_logger

_log = get_logger()

REFRESH_SECONDS = 300.0
"""How old a copy may become before a request reads it again."""
RETRY_SECONDS = 15.0
"""How long the old copy serves on while Secret Manager cannot be reached."""

_UNREADABLE = Sentence("No se puede leer un secreto del servicio.", "A secret of the service cannot be read.")
_GOOGLE = "https://secretmanager.googleapis.com"


@dataclass(frozen=True)
class _Copy:
    value: bytes
    due: float


class SecretManagerSecrets:
    """The Secrets port over one project. Any thread may use it.

    It speaks REST: what is read at start, before the server forks its worker, must leave no gRPC in the parent.
    """

    def __init__(
        self,
        project: str,
        clock: Clock,
        needed: Iterable[str] = (),
        *,
        deadline_seconds: float = 5.0,
        server: str | None = None,
    ) -> None:
        """Read the `needed` secrets at once. Raises StartError, naming the one that is missing or refused.

        Each call ends within `deadline_seconds`. `server` is another address that speaks the same API, to which no
        credentials are sent.
        """
        self._project = project
        self._clock = clock
        self._call: dict[str, Any] = {"timeout": deadline_seconds, "retry": None}
        self._client = rest_client(SecretManagerServiceClient, SecretManagerServiceRestTransport, _GOOGLE, server)
        self._copies: dict[str, _Copy] = {}
        self._reading = threading.Lock()
        for name in needed:
            self._read_at_start(name)

    def get(self, name: str) -> bytes:
        """See `shared.ports.Secrets.get`: the value of the newest enabled version.

        One request reads it anew; the others go on with the copy meanwhile, and so does everybody while Secret
        Manager cannot be reached. A secret that was deleted or is refused is an error at the next reading.
        """
        copy = self._copies.get(name)
        if copy is not None and self._clock.monotonic() < copy.due:
            return copy.value
        if not self._reading.acquire(blocking=copy is None):
            return self._copies[name].value
        try:
            return self._renewed(name)
        finally:
            self._reading.release()

    def _renewed(self, name: str) -> bytes:
        copy = self._copies.get(name)
        now = self._clock.monotonic()
        if copy is not None and now < copy.due:  # another thread was first
            return copy.value
        try:
            value, due = self._read(name), now + REFRESH_SECONDS
        except _REFUSALS as error:
            raise _unreadable(name, error) from error
        except _OUTAGES as error:
            if copy is None:
                raise _unreadable(name, error) from error
            _log.warning("secret_not_refreshed", secret=name, reason=type(error).__name__)
            value, due = copy.value, now + RETRY_SECONDS
        self._copies[name] = _Copy(value, due)
        return value

    def _read_at_start(self, name: str) -> None:
        try:
            self.get(name)
        except UpstreamFailedError as error:
            raise StartError(_why_not(name, self._project, error.__cause__)) from error

    def _read(self, name: str) -> bytes:
        """`latest` is the newest version whatever its state; where that one is disabled or destroyed, the newest
        enabled one is looked for.
        """
        secret = f"projects/{self._project}/secrets/{name}"
        try:
            return self._value(f"{secret}/versions/latest")
        except api.BadRequest:  # FAILED_PRECONDITION, which REST answers as 400
            newest = self._newest_enabled(secret)
            if newest is None:
                raise
            return self._value(newest)

    def _newest_enabled(self, secret: str) -> str | None:
        """The version's name; None where none is enabled, or where we may not look."""
        question = {"parent": secret, "filter": "state:ENABLED", "page_size": 1}
        try:
            enabled = next(iter(self._client().list_secret_versions(question, **self._call)), None)
        except api.Forbidden:
            return None
        return None if enabled is None else enabled.name

    def _value(self, version: str) -> bytes:
        answer = self._client().access_secret_version(name=version, **self._call)
        return bytes(answer.payload.data)


_REFUSALS = (api.NotFound, api.Forbidden, api.Unauthorized, api.BadRequest)
_OUTAGES = (api.GoogleAPICallError, GoogleAuthError, requests.RequestException)


def _unreadable(name: str, error: Exception) -> UpstreamFailedError:
    _log.error("secret_unreadable", secret=name, reason=type(error).__name__)
    return UpstreamFailedError(_UNREADABLE)


def _why_not(name: str, project: str, error: BaseException | None) -> Sentence:
    es, en = _reason(error)
    return Sentence(
        f"El secreto {name} del proyecto {project} no se puede leer: {es}.",
        f"The secret {name} of the project {project} cannot be read: {en}.",
    )


def _reason(error: BaseException | None) -> tuple[str, str]:
    if isinstance(error, api.NotFound):
        return ("no existe o no tiene ninguna versión", "it does not exist or has no version")
    if isinstance(error, api.Forbidden | api.Unauthorized):
        return (
            "falta el permiso (roles/secretmanager.secretAccessor)",
            "permission is missing (roles/secretmanager.secretAccessor)",
        )
    if isinstance(error, api.BadRequest):
        return ("ninguna de sus versiones está habilitada", "none of its versions is enabled")
    return ("Secret Manager no responde", "Secret Manager does not answer")
