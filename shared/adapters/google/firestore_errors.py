"""Firestore's errors in our words: what a failed read and a failed write mean to whoever asked."""

from collections.abc import Iterator
from contextlib import contextmanager

from google.api_core import exceptions as api
from google.auth.exceptions import GoogleAuthError

from shared.domain.errors import (
    OutreachError,
    Sentence,
    UnknownOutcomeError,
    UpstreamFailedError,
    UpstreamTimeoutError,
    WriteConflictError,
)

_CONFLICT = Sentence(
    "Los datos cambiaron mientras tanto. Vuelve a cargarlos e inténtalo de nuevo.",
    "The data has changed in the meantime. Load it again and retry.",
)
_FAILED = Sentence("No se pudo acceder a la base de datos.", "The database could not be reached.")
_LATE = Sentence("La base de datos no respondió a tiempo.", "The database did not answer in time.")
_UNKNOWN = Sentence(
    "No se sabe si el cambio llegó a guardarse. Compruébalo antes de repetirlo.",
    "It is not known whether the change was stored. Check before you repeat it.",
)

_PRECONDITIONS = (api.AlreadyExists, api.FailedPrecondition, api.NotFound, api.Aborted)
"""Aborted too: another write held the document, and nothing of ours was applied."""
_REFUSED = (api.PermissionDenied, api.Unauthenticated, api.ResourceExhausted)
"""Answers that Firestore gives before it applies anything."""


@contextmanager
def reading() -> Iterator[None]:
    """Translates what a read raises."""
    try:
        yield
    except api.InvalidArgument as error:
        raise ValueError("Firestore refuses the request as invalid.") from error
    except api.FailedPrecondition as error:
        raise ValueError("Firestore has no index that serves the query: deploy the declared indexes.") from error
    except api.DeadlineExceeded as error:
        raise UpstreamTimeoutError(_LATE) from error
    except (api.GoogleAPICallError, api.RetryError, GoogleAuthError) as error:
        raise UpstreamFailedError(_FAILED) from error


@contextmanager
def writing() -> Iterator[None]:
    """Translates what a commit raises. Whatever may have come after the commit was applied leaves it unknown."""
    try:
        yield
    except api.InvalidArgument as error:
        raise ValueError(
            "Firestore refuses the write: a document is larger than 1 MiB or otherwise invalid."
        ) from error
    except (api.GoogleAPICallError, api.RetryError, GoogleAuthError) as error:
        raise _failed_write(error) from error


def conflict() -> WriteConflictError:
    """A precondition does not hold."""
    return WriteConflictError(_CONFLICT)


def _failed_write(error: Exception) -> OutreachError:
    if isinstance(error, _PRECONDITIONS):
        return conflict()
    if isinstance(error, (*_REFUSED, GoogleAuthError)):
        return UpstreamFailedError(_FAILED)
    return UnknownOutcomeError(_UNKNOWN)
