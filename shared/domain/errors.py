"""Every error that the product raises on purpose, as one tree.

    OutreachError                   base; never raised itself
    ├── MalformedRequestError   400  the request cannot be read (no JSON where JSON is due)
    ├── NotAuthenticatedError   401  no credential, or one that does not hold
    ├── NotPermittedError       403  a known caller who may not do this
    ├── NotFoundError           404  no such thing in the caller's workspace
    ├── ConflictError           409  the thing is in another state than the request supposes
    │   └── WriteConflictError       a precondition of a store's write did not hold; nothing was written
    ├── PreconditionFailedError 412  If-Match is missing or names another version
    ├── TooLargeError           413  the request is larger than it may be
    ├── InvalidInputError       422  readable, but wrong; names each wrong field by JSON Pointer
    ├── QuotaExceededError      429  a limit is reached; says when to come back
    ├── UpstreamFailedError     502  a system that we rely on (model, database) failed
    │   └── UnknownOutcomeError      a write whose outcome nobody knows: read the guarded document
    ├── UpstreamTimeoutError    504  such a system did not answer in time
    └── StartError               -   the product cannot start as it is set up; never the answer to a request

The status is kept here, beside the fact, so that `shared/api/problems.py` needs no second table. Sentences are
bilingual, for people; they never repeat a value that the caller sent (it may be personal data or a secret).
"""

from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple


class Sentence(NamedTuple):
    """One sentence for people, in the two languages of the interface."""

    es: str
    en: str

    def in_language(self, language: str) -> str:
        """The sentence in `language` ("es" or "en"); Spanish, the product's first language, for any other."""
        return self.en if language == "en" else self.es


class FieldError(NamedTuple):
    """What is wrong with one field of a request.

    `pointer` is a JSON Pointer (RFC 6901) into the body ("/prospect/full_name"), or "/query/<name>" or
    "/path/<name>" or "/headers/<name>" for what lies outside the body.
    """

    pointer: str
    sentence: Sentence


@dataclass(eq=False)
class OutreachError(Exception):
    """Base of the tree: `status` is the HTTP status, `code` the stable last segment of the problem's type URI."""

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal"
    title: ClassVar[Sentence] = Sentence("Error interno", "Internal error")

    sentence: Sentence

    def __str__(self) -> str:
        return self.sentence.en


class MalformedRequestError(OutreachError):
    """The request cannot be read at all."""

    status = 400
    code = "malformed-request"
    title = Sentence("Petición ilegible", "Malformed request")


class NotAuthenticatedError(OutreachError):
    """The credential is missing, unknown, expired or revoked. The sentence never says which."""

    status = 401
    code = "not-authenticated"
    title = Sentence("Sin identificar", "Not authenticated")


class NotPermittedError(OutreachError):
    """The caller is known and may not do this."""

    status = 403
    code = "not-permitted"
    title = Sentence("Sin permiso", "Not permitted")


class NotFoundError(OutreachError):
    """Nothing by that name in the caller's workspace; says the same for what exists in another one."""

    status = 404
    code = "not-found"
    title = Sentence("No existe", "Not found")


@dataclass(eq=False)
class ConflictError(OutreachError):
    """The thing is in another state than the request supposes, a precondition of a write included.

    `retry_after_seconds` is set where the same request may succeed later (a running idempotent request).
    """

    status = 409
    code = "conflict"
    title = Sentence("Conflicto", "Conflict")

    retry_after_seconds: int | None = None


class WriteConflictError(ConflictError):
    """A precondition of a write to the store did not hold: the document exists, is missing, or has another version.

    Nothing was written. Whoever changes what they read does so again; after several losses the caller sees it.
    """


class PreconditionFailedError(OutreachError):
    """If-Match is missing or names another version than the stored one."""

    status = 412
    code = "precondition-failed"
    title = Sentence("La versión no coincide", "Precondition failed")


class TooLargeError(OutreachError):
    """The request body is larger than the route accepts."""

    status = 413
    code = "too-large"
    title = Sentence("Demasiado grande", "Too large")


@dataclass(eq=False)
class InvalidInputError(OutreachError):
    """Readable but wrong. `errors` names every wrong field; at least one where a field is to blame."""

    status = 422
    code = "invalid-input"
    title = Sentence("Datos no válidos", "Invalid input")

    errors: tuple[FieldError, ...] = field(default=())

    @classmethod
    def at(cls, pointer: str, es: str, en: str) -> "InvalidInputError":
        """An error about the single field at `pointer`; its sentence is the whole error's sentence too."""
        sentence = Sentence(es, en)
        return cls(sentence, (FieldError(pointer, sentence),))


@dataclass(eq=False)
class QuotaExceededError(OutreachError):
    """A limit is reached, ours or a provider's; `retry_after_seconds` says when trying again makes sense."""

    status = 429
    code = "quota-exceeded"
    title = Sentence("Límite alcanzado", "Quota exceeded")

    retry_after_seconds: int = 60


class UpstreamFailedError(OutreachError):
    """A system that we rely on failed: the model, the database, a full disk."""

    status = 502
    code = "upstream-failed"
    title = Sentence("Falló un servicio del que dependemos", "Upstream failed")


class UnknownOutcomeError(UpstreamFailedError):
    """A write was sent and nobody knows whether it was applied.

    The caller reads the document that the write creates or guards by version to learn whether it won; adapters
    never repeat a write by themselves.
    """

    code = "unknown-outcome"


class UpstreamTimeoutError(OutreachError):
    """A system that we rely on did not answer within its deadline."""

    status = 504
    code = "upstream-timeout"
    title = Sentence("Un servicio no respondió a tiempo", "Upstream timeout")


class StartError(OutreachError):
    """The product cannot start as it is set up: a setting is missing, a folder is read-only, a file is broken.

    Raised by `shared/bootstrap` and by adapters when they are built; the sentence names what to change.
    """

    code = "cannot-start"
    title = Sentence("No se puede arrancar", "Cannot start")
