"""Every refusal and failure as `application/problem+json` (RFC 9457). No other place renders an error.

`type` is a relative reference that stays the same for ever ("/problems/invalid-input"). Sentences are in the reader's
language. Nothing that the caller sent is repeated but the path and the names of fields; stack traces stay in the log.
"""

from typing import Final
from urllib.parse import quote

from flask import Response
from pydantic import BaseModel, ConfigDict
from werkzeug.exceptions import BadRequest, HTTPException, MethodNotAllowed, NotFound, RequestEntityTooLarge

from shared.api.http_errors import (
    NOT_JSON,
    NOTHING_THERE,
    UNFORESEEN,
    UNREADABLE,
    WRONG_METHOD,
    InternalError,
    MethodNotAllowedError,
    UnsupportedMediaTypeError,
)
from shared.domain.errors import (
    ConflictError,
    FieldError,
    InvalidInputError,
    MalformedRequestError,
    NotAuthenticatedError,
    NotFoundError,
    OutreachError,
    QuotaExceededError,
    Sentence,
    TooLargeError,
)

MEDIA_TYPE: Final = "application/problem+json"
_MOST_ERRORS = 100
_TOO_LARGE = Sentence("La petición es demasiado grande.", "The request is too large.")


class ProblemField(BaseModel, defer_build=True):
    """What is wrong with one field: where, as a JSON Pointer (RFC 6901), and why."""

    model_config = ConfigDict(frozen=True)

    pointer: str
    detail: str


class Problem(BaseModel, defer_build=True):
    """A problem as RFC 9457 describes it. `errors` names the fields to blame, at most 100, and
    is empty where none is; `detail` says how many more there are.
    """

    model_config = ConfigDict(frozen=True)

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: tuple[ProblemField, ...]
    request_id: str


def problem_of(error: OutreachError, language: str, path: str, request_id: str) -> Problem:
    """The problem that tells `error` to a reader of `language` ("es" or "en"); `path` is the request's, decoded."""
    blamed = error.errors if isinstance(error, InvalidInputError) else ()
    return Problem(
        type=f"/problems/{error.code}",
        title=error.title.in_language(language),
        status=error.status,
        detail=_detail(error.sentence, len(blamed) - _MOST_ERRORS).in_language(language),
        instance=quote(path),
        errors=tuple(_field(field, language) for field in blamed[:_MOST_ERRORS]),
        request_id=request_id,
    )


def _detail(sentence: Sentence, more: int) -> Sentence:
    """The sentence, and how many errors are left out of the list."""
    if more <= 0:
        return sentence
    return Sentence(
        f"{sentence.es} Aquí constan {_MOST_ERRORS} errores; hay {more} más.",
        f"{sentence.en} {_MOST_ERRORS} errors are listed here; there are {more} more.",
    )


def problem_response(error: OutreachError, language: str, path: str, request_id: str) -> Response:
    """The answer to a request that ended with `error`."""
    problem = problem_of(error, language, path, request_id)
    response = Response(problem.model_dump_json(), error.status, content_type=MEDIA_TYPE)
    response.headers["Content-Language"] = language
    response.headers.extend(_headers(error))
    return response


def error_of(failure: Exception) -> OutreachError:
    """The error of our tree that says what `failure` is: itself, the HTTP framework's own refusal, or InternalError."""
    if isinstance(failure, OutreachError):
        return InternalError(UNFORESEEN) if failure.status == InternalError.status else failure
    if isinstance(failure, HTTPException):
        return _of_framework(failure)
    return InternalError(UNFORESEEN)


def _of_framework(failure: HTTPException) -> OutreachError:
    match failure:
        case NotFound():
            return NotFoundError(NOTHING_THERE)
        case MethodNotAllowed():
            return MethodNotAllowedError(WRONG_METHOD, tuple(sorted(failure.valid_methods or ())))
        case RequestEntityTooLarge():
            return TooLargeError(_TOO_LARGE)
        case BadRequest():
            return MalformedRequestError(UNREADABLE)
        case _ if failure.code == UnsupportedMediaTypeError.status:
            return UnsupportedMediaTypeError(NOT_JSON)
    return InternalError(UNFORESEEN)


def _headers(error: OutreachError) -> dict[str, str]:
    match error:
        case NotAuthenticatedError():
            return {"WWW-Authenticate": "Bearer"}
        case MethodNotAllowedError():
            return {"Allow": ", ".join(error.allowed)}
        case QuotaExceededError():
            return {"Retry-After": str(error.retry_after_seconds)}
        case ConflictError() if error.retry_after_seconds is not None:
            return {"Retry-After": str(error.retry_after_seconds)}
    return {}


def _field(error: FieldError, language: str) -> ProblemField:
    return ProblemField(pointer=error.pointer, detail=error.sentence.in_language(language))
