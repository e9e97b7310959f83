"""AES-256-GCM under a key of the secrets (NIST SP 800-38D), with a fresh nonce each time and the context as
authenticated data.

The secret may hold several keys, one a line, the newest first: the first seals, and each sealed text names the one that
opens it. So a key is rotated by adding a line, and leaves when nothing is sealed under it any more.
"""

import base64
import hashlib
import secrets
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.domain.errors import Sentence, UpstreamFailedError

_FORM = "v1"
_NONCE_BYTES = 12
_CANNOT_OPEN = Sentence("Un secreto guardado no se puede abrir.", "A stored secret cannot be opened.")


class AesSealer:
    """A Sealer. `keys` is read at each use, so that a rotated key needs no restart."""

    def __init__(self, keys: Callable[[], bytes]) -> None:
        self._keys = keys

    def seal(self, plain: bytes, context: str) -> str:
        """The sealed text."""
        name, key = next(iter(self._named_keys().items()))
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = nonce + AESGCM(key).encrypt(nonce, plain, context.encode())
        return f"{_FORM}.{name}.{base64.urlsafe_b64encode(sealed).decode()}"

    def open(self, sealed: str, context: str) -> bytes:
        """What was sealed. Raises UpstreamFailedError."""
        try:
            form, name, text = sealed.split(".")
            raw = base64.urlsafe_b64decode(text)
            if form != _FORM:
                raise KeyError(form)
            return AESGCM(self._named_keys()[name]).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], context.encode())
        except (KeyError, ValueError, InvalidTag) as error:
            raise UpstreamFailedError(_CANNOT_OPEN) from error

    def _named_keys(self) -> dict[str, bytes]:
        """Each line's key, under a name that tells nothing of it."""
        keys = [
            hashlib.sha256(b"sealing:" + line.strip()).digest() for line in self._keys().split(b"\n") if line.strip()
        ]
        return {hashlib.sha256(b"name:" + key).hexdigest()[:8]: key for key in keys}
