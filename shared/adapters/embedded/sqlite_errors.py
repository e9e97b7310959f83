"""What goes wrong with the SQLite file, in our words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from shared.domain.errors import OutreachError, Sentence, UpstreamFailedError, UpstreamTimeoutError

_PRIMARY = 0xFF
"""The part of SQLite's extended codes that names the kind (https://www.sqlite.org/rescode.html)."""

_FULL = Sentence(
    "El disco está lleno y no se ha guardado nada. Libera espacio y vuelve a intentarlo.",
    "The disk is full and nothing was stored. Free some space and try again.",
)
BUSY = Sentence(
    "La base de datos estuvo ocupada demasiado tiempo y no se ha guardado nada. Vuelve a intentarlo.",
    "The database was busy for too long and nothing was stored. Try again.",
)
DAMAGED = Sentence(
    "El archivo de la base de datos está dañado. Restaura una copia de seguridad o elige otra carpeta de datos.",
    "The database file is damaged. Restore a backup or choose another data folder.",
)
NOT_WRITABLE = Sentence(
    "No se puede escribir en la carpeta de datos. Da permiso de escritura sobre ella o elige otra.",
    "The data folder cannot be written to. Allow writing to it or choose another one.",
)
_FAILED = Sentence("Falló el acceso a la base de datos.", "The database could not be read or written.")
UNKNOWN = Sentence(
    "No se sabe si el cambio llegó a guardarse. Compruébalo antes de repetirlo.",
    "It is not known whether the change was stored. Check before you repeat it.",
)
NEWER = Sentence(
    "El archivo de la base de datos es de una versión más nueva del programa. Actualiza el programa o elige otra "
    "carpeta de datos.",
    "The database file was made by a newer version of the program. Update the program or choose another data folder.",
)
FOREIGN = Sentence(
    "El archivo de la base de datos es de otro programa. Elige otra carpeta de datos.",
    "The database file belongs to another program. Choose another data folder.",
)
IN_CLOUD = Sentence(
    "La base de datos embebida no guarda nada en Cloud Run (K_SERVICE está definida). Elige Firestore con "
    "APP_STORE=firestore.",
    "The embedded database keeps nothing on Cloud Run (K_SERVICE is set). Choose Firestore with APP_STORE=firestore.",
)


@contextmanager
def translated() -> Iterator[None]:
    """Raise what SQLite raises within as an error of ours, but for a wrong use of it, which is a bug."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        raise _in_our_words(error) from error


def _in_our_words(error: sqlite3.Error) -> OutreachError:
    if error.sqlite_errorcode == sqlite3.SQLITE_IOERR_SHMSIZE:  # no room for the log's index
        return UpstreamFailedError(_FULL)
    match error.sqlite_errorcode & _PRIMARY:
        case sqlite3.SQLITE_FULL:
            return UpstreamFailedError(_FULL)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return UpstreamTimeoutError(BUSY)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return UpstreamFailedError(DAMAGED)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return UpstreamFailedError(NOT_WRITABLE)
        case _:
            return UpstreamFailedError(_FAILED)


def is_kind(error: sqlite3.Error, *codes: int) -> bool:
    """Whether it is of one of these kinds: SQLITE_BUSY of all that are busy."""
    return error.sqlite_errorcode & _PRIMARY in codes
