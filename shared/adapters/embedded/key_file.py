"""The demo owner's API key, in a file that only the laptop's user may read."""

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shared.domain.errors import Sentence, StartError

_CANNOT_WRITE = Sentence(
    "No se puede escribir en la carpeta de datos: elige otra con APP_DATA_DIR o cambia sus permisos.",
    "The data folder cannot be written to: choose another one with APP_DATA_DIR or change its permissions.",
)


class KeyFile:
    """One key in one file, mode 600; replaced as a whole, so that nobody reads half a key."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> str | None:
        """The key, or None where there is no file."""
        try:
            return self._path.read_text().strip()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StartError(_CANNOT_WRITE) from error

    def write(self, key: str) -> None:
        """Keep the key in place of any other. Raises StartError where the folder cannot be written to."""
        draft = self._path.with_name(f".{self._path.name}.{secrets.token_hex(8)}")
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(f"{key}\n")
            draft.replace(self._path)
        except OSError as error:
            raise StartError(_CANNOT_WRITE) from error


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Only one process at a time is inside. The kernel frees the lock when its holder ends, however it ends."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StartError(_CANNOT_WRITE) from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
