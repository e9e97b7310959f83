"""The connection to Gemini: one client for all threads, built at start and again only when the key changes."""

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from typing import Any, NamedTuple

import httpx2
from google import genai
from google.auth.credentials import Credentials
from google.genai import types

from shared.adapters.google.gemini_errors import KEY_REFUSED
from shared.domain.errors import OutreachError, UpstreamFailedError

_LIMITS = httpx2.Limits(max_connections=200, max_keepalive_connections=100, keepalive_expiry=60.0)
"""More than the 40 threads of an instance can use, so that no call waits for another's connection."""


class KeyAccess(NamedTuple):
    """By API key. `key` is asked before every call, so that a rotated key needs no restart; it must be cheap.

    `base_url` defaults to Google's.
    """

    key: Callable[[], bytes]
    base_url: str | None = None


class IdentityAccess(NamedTuple):
    """By the identity that this program runs as, on Google Cloud's own endpoint.

    `location` "eu" keeps the processing within the European Union. `credentials` default to the environment's,
    `base_url` to the location's.
    """

    project: str
    location: str = "eu"
    credentials: Credentials | None = None
    base_url: str | None = None


Access = KeyAccess | IdentityAccess


class DeadlineClient(httpx2.Client):
    """An HTTP client whose read timeout bounds the whole answer (unless streamed), not each piece of it.

    Without this, a server that sends a byte a second keeps a thread for as long as it likes. A server that falls
    silent in the middle of the body is given up at the latest after twice the timeout.
    """

    def send(
        self,
        request: httpx2.Request,
        *,
        stream: bool = False,
        auth: Any = httpx2.USE_CLIENT_DEFAULT,
        follow_redirects: Any = httpx2.USE_CLIENT_DEFAULT,
    ) -> httpx2.Response:
        """Send `request` and read the answer within its timeout; raises httpx2.ReadTimeout when that is over."""
        if stream:
            return super().send(request, stream=True, auth=auth, follow_redirects=follow_redirects)
        timeouts = request.extensions["timeout"]
        deadline = time.monotonic() + timeouts["read"]
        response = super().send(request, stream=True, auth=auth, follow_redirects=follow_redirects)
        try:
            # The transport takes up this value when it starts on the body.
            timeouts["read"] = max(deadline - time.monotonic(), 0.001)
            body = b"".join(_until(deadline, response.iter_raw()))
        finally:
            response.close()
        return httpx2.Response(response.status_code, headers=response.headers, content=body, request=request)

    def __del__(self) -> None:
        """Close the sockets of a client that a new key has replaced, once its last call has ended."""
        with suppress(Exception):
            self.close()


class GeminiConnection:
    """Gives out the client. Safe for any number of threads."""

    def __init__(self, access: Access) -> None:
        """Build the client at once: start-up has processor time to spare, a person's request has not.

        A key that cannot be read yet is no reason not to start; the first call will say so.
        """
        self._access = access
        self._lock = threading.Lock()
        self._key: str | None = None
        self._client: genai.Client | None = None
        with suppress(OutreachError):
            self.client()

    @property
    def by_identity(self) -> bool:
        """Whether access is by identity, not by key."""
        return isinstance(self._access, IdentityAccess)

    def client(self) -> genai.Client:
        """The client for the present key. Hold on to it during a call: the SDK's client closes when collected.

        Raises what the key's source raises, and UpstreamFailedError for something that cannot be a key.
        """
        key = _usable(self._access.key()) if isinstance(self._access, KeyAccess) else None
        with self._lock:
            if self._client is None or key != self._key:
                self._client, self._key = self._built(key), key
            return self._client

    def _built(self, key: str | None) -> genai.Client:
        if isinstance(self._access, IdentityAccess):
            return genai.Client(
                vertexai=True,
                project=self._access.project,
                location=self._access.location,
                credentials=self._access.credentials,
                http_options=self._http_options(api_version=None),
            )
        return genai.Client(vertexai=False, api_key=key, http_options=self._http_options(api_version="v1beta"))

    def _http_options(self, api_version: str | None) -> types.HttpOptions:
        tls = _tls()
        return types.HttpOptions(
            base_url=self._access.base_url,
            api_version=api_version,
            httpx_client=DeadlineClient(verify=tls, limits=_LIMITS),
            # The SDK builds its asynchronous clients too, each with certificates of its own unless it is given some.
            async_client_args={"verify": tls, "ssl": tls},
        )


@cache
def _tls() -> ssl.SSLContext:
    """The certificates to trust, read once: that is most of what a client costs to build."""
    return httpx2.create_ssl_context()


def _usable(key: bytes) -> str:
    """The key as text; an empty one would make the SDK look for another in the environment."""
    text = key.strip().decode("ascii", errors="replace")
    if not text or not text.isascii() or not text.isprintable():
        raise UpstreamFailedError(KEY_REFUSED)
    return text


def _until(deadline: float, chunks: Iterator[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        if time.monotonic() > deadline:
            raise httpx2.ReadTimeout("The answer did not end in time")
        yield chunk
