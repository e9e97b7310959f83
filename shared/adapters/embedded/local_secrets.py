"""Secrets of a laptop: files that only their owner may read, made at first use."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from shared.domain.errors import Sentence, StartError, UpstreamFailedError

_KEY_BYTES = 32
_NOT_IN_THE_CLOUD = Sentence(
    "Los secretos locales son para un portátil: en Cloud Run hace falta Secret Manager.",
    "Local secrets are for a laptop: on Cloud Run Secret Manager is needed.",
)


class LocalSecrets:
    """Keys of the product's own are random files under `folder`; `given` are those that settings bring.

    A key that exists is never replaced: what it protects could not be read any more.
    """

    def __init__(self, folder: Path, given: Mapping[str, bytes]) -> None:
        """Raises StartError on Cloud Run, where a key made on one instance would mean nothing to the next one."""
        if "K_SERVICE" in os.environ:
            raise StartError(_NOT_IN_THE_CLOUD)
        self._folder = folder
        self._given = dict(given)
        self._read: dict[str, bytes] = {}

    def get(self, name: str) -> bytes:
        """The secret; a key that was never used is made now. Raises UpstreamFailedError if it cannot be kept."""
        if name in self._given:
            return self._given[name]
        if name not in self._read:
            self._read[name] = self._kept(name)
        return self._read[name]

    def _kept(self, name: str) -> bytes:
        path = self._folder / name
        try:
            if not path.exists():
                _make(path)
            return path.read_bytes()
        except OSError as error:
            raise UpstreamFailedError(
                Sentence(
                    "No se puede leer o guardar una clave en la carpeta de datos.",
                    "A key in the data folder can be neither read nor kept.",
                )
            ) from error


def _make(path: Path) -> None:
    """Write a new key beside `path` and link it there: a reader sees a whole key or none, and the first one stays."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_hex(_KEY_BYTES).encode())
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
