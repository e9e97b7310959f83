"""The public keys of one issuer (RFC 7517), fetched when first needed and kept.

Issuers rotate their keys: a token that names a key that we do not know has the set fetched again, at most twice a
minute, so that made-up key ids cannot make us hammer the issuer. Known keys serve on while it cannot be reached.
"""

import json
import threading
from collections.abc import Callable, Mapping
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import jwt

from shared.domain.errors import Sentence, StartError, UpstreamFailedError
from shared.ports import Clock
from shared.telemetry.logs import get_logger

_FRESH_SECONDS = 3600.0
_PAUSE_SECONDS = 30.0
_FETCH_SECONDS = 3.0
_MOST_BYTES = 1_000_000
_log = get_logger()


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_parts: Any) -> None:
        return None


_opener = build_opener(_NoRedirects)


def fetch_json(url: str) -> Mapping[str, Any]:
    """The JSON object at `url`. Raises UpstreamFailedError."""
    try:
        request = Request(url, headers={"Accept": "application/json"})  # noqa: S310  checked by `require_safe`
        with _opener.open(request, timeout=_FETCH_SECONDS) as answer:
            found = json.loads(answer.read(_MOST_BYTES))
    except (URLError, OSError, ValueError) as error:
        raise _unreachable() from error
    if not isinstance(found, dict):
        raise _unreachable()
    return found


def require_safe(url: str) -> None:
    """Raise StartError unless keys from `url` can be trusted: HTTPS, or a server on this machine."""
    parts = urlsplit(url)
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1", "::1"):
        return
    raise StartError(
        Sentence(
            "La dirección de un emisor de APP_SIGN_IN_ISSUERS tiene que ser https.",
            "The address of an issuer in APP_SIGN_IN_ISSUERS must be https.",
        )
    )


class IssuerKeys:
    """Signing keys by their id. `address` tells where the set is; it may ask the issuer's own description."""

    def __init__(self, address: Callable[[], str], clock: Clock) -> None:
        self._address = address
        self._clock = clock
        self._keys: dict[str, jwt.PyJWK] = {}
        self._fetched = float("-inf")
        self._tried = float("-inf")
        self._lock = threading.Lock()

    def get(self, key_id: str) -> jwt.PyJWK | None:
        """The key, or None if the issuer has none by that id. Raises UpstreamFailedError before the first fetch that
        succeeds.
        """
        now = self._clock.monotonic()
        if now - self._fetched > _FRESH_SECONDS or key_id not in self._keys:
            with self._lock:
                self._refresh(key_id, now)
        return self._keys.get(key_id)

    def _refresh(self, key_id: str, now: float) -> None:
        known = key_id in self._keys and now - self._fetched <= _FRESH_SECONDS
        if known or (self._keys and now - self._tried < _PAUSE_SECONDS):
            return
        self._tried = now
        try:
            self._keys, self._fetched = _signing_keys(fetch_json(self._address())), now
        except UpstreamFailedError:
            if not self._keys:
                raise
            _log.warning("issuer_keys_not_fetched", exc_info=True)


def _signing_keys(found: Mapping[str, Any]) -> dict[str, jwt.PyJWK]:
    """Keys that are there to sign; one that we cannot read (another algorithm) is left out."""
    listed = found.get("keys")
    keys: dict[str, jwt.PyJWK] = {}
    for one in listed if isinstance(listed, list) else []:
        if not isinstance(one, dict) or one.get("use", "sig") != "sig" or not isinstance(one.get("kid"), str):
            continue
        try:
            keys[one["kid"]] = jwt.PyJWK(one)
        except jwt.PyJWTError:
            continue
    if not keys:
        raise _unreachable()
    return keys


def _unreachable() -> UpstreamFailedError:
    return UpstreamFailedError(
        Sentence("El emisor de identidades no responde.", "The identity issuer does not answer.")
    )
