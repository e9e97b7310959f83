"""Gemini's failures in the product's own errors.

google-genai raises `ClientError` for 4xx and `ServerError` for 5xx, lets the HTTP client's own errors through, and
raises whatever its converters stumble over for a 200 that is not of the documented form. All of these carry parts of
the exchange in their messages; none of it may reach a log, so what is raised instead never chains them.
"""

import math
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2
from google.auth.exceptions import GoogleAuthError
from google.genai import errors as genai_errors

from shared.domain.errors import (
    OutreachError,
    QuotaExceededError,
    Sentence,
    UpstreamFailedError,
    UpstreamTimeoutError,
)

FAILURES = (
    genai_errors.APIError,
    httpx2.RequestError,
    httpx2.StreamError,
    GoogleAuthError,
    # A 200 whose body is no JSON, or JSON of another form: the SDK's converters assume what they read.
    RuntimeError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
)
"""What a call through google-genai may raise for reasons outside this program."""

KEY_REFUSED = Sentence(
    "Gemini no acepta la clave configurada. Revisa el ajuste APP_GEMINI_API_KEY.",
    "Gemini does not accept the configured key. Check the setting APP_GEMINI_API_KEY.",
)
IDENTITY_REFUSED = Sentence(
    "Este servicio no tiene una identidad que Gemini acepte. Revisa que su cuenta tenga permiso para usar Gemini en "
    "el proyecto del ajuste APP_GOOGLE_PROJECT.",
    "This service has no identity that Gemini accepts. Check that its account may use Gemini in the project of the "
    "setting APP_GOOGLE_PROJECT.",
)
MODEL_UNKNOWN = Sentence(
    "Gemini no conoce el modelo configurado. Revisa el ajuste APP_MODEL.",
    "Gemini does not know the configured model. Check the setting APP_MODEL.",
)
REQUEST_REFUSED = Sentence(
    "Gemini ha rechazado la petición. Revisa que el modelo del ajuste APP_MODEL siga disponible.",
    "Gemini refused the request. Check that the model in the setting APP_MODEL is still available.",
)
UNAVAILABLE = Sentence(
    "Gemini no está disponible en este momento. Vuelve a intentarlo en un minuto.",
    "Gemini is not available at the moment. Try again in a minute.",
)
UNREACHABLE = Sentence(
    "No hemos podido conectar con Gemini. Vuelve a intentarlo en un minuto.",
    "We could not connect to Gemini. Try again in a minute.",
)
UNREADABLE = Sentence(
    "Gemini ha respondido algo que no se puede leer. Vuelve a intentarlo.",
    "Gemini answered something that cannot be read. Try again.",
)
TIMED_OUT = Sentence(
    "Gemini no ha respondido a tiempo. Vuelve a intentarlo.",
    "Gemini did not answer in time. Try again.",
)
QUOTA = Sentence(
    "Se ha alcanzado el límite de uso de Gemini. Vuelve a intentarlo más tarde.",
    "The usage limit of Gemini is reached. Try again later.",
)

_DEFAULT_RETRY_SECONDS = 60
_LONGEST_RETRY_SECONDS = 24 * 60 * 60
_TIMEOUT_STATUSES = {408, 504}


@dataclass(eq=False)
class CallFailedError(Exception):
    """A failed call on its way through the retries: what it means for the caller, and whether to try again.

    `transient`: the same call may well succeed a moment later (429, 500, 503, a lost or refused connection).
    `retry_after_seconds`: when the provider wants to be asked again, if it says so.
    """

    error: OutreachError
    transient: bool
    retry_after_seconds: int | None


def call_failed(failure: Exception, by_identity: bool) -> CallFailedError:
    """What `failure`, one of FAILURES, means; `by_identity` says which credential was used."""
    return CallFailedError(_translated(failure, by_identity), _is_transient(failure), _retry_after_seconds(failure))


def _translated(failure: Exception, by_identity: bool) -> OutreachError:
    if isinstance(failure, genai_errors.APIError):
        return _of_status(failure, IDENTITY_REFUSED if by_identity else KEY_REFUSED)
    if isinstance(failure, httpx2.TimeoutException):
        return UpstreamTimeoutError(TIMED_OUT)
    if isinstance(failure, GoogleAuthError):
        return UpstreamFailedError(IDENTITY_REFUSED)
    if isinstance(failure, httpx2.TransportError):
        return UpstreamFailedError(UNREACHABLE)
    return UpstreamFailedError(UNREADABLE)


def _is_transient(failure: Exception) -> bool:
    if isinstance(failure, genai_errors.APIError):
        return failure.code in (429, 500, 503)
    return isinstance(failure, httpx2.NetworkError | httpx2.RemoteProtocolError)


def _retry_after_seconds(failure: Exception) -> int | None:
    """From the header `Retry-After` or the detail google.rpc.RetryInfo."""
    if not isinstance(failure, genai_errors.APIError):
        return None
    seconds = _from_header(failure)
    if seconds is None:
        seconds = _from_details(failure)
    if seconds is None:
        return None
    return min(max(math.ceil(seconds), 1), _LONGEST_RETRY_SECONDS)


def _of_status(failure: genai_errors.APIError, refused: Sentence) -> OutreachError:
    status = failure.code
    if status == 429:
        return QuotaExceededError(QUOTA, _retry_after_seconds(failure) or _DEFAULT_RETRY_SECONDS)
    if status in _TIMEOUT_STATUSES:
        return UpstreamTimeoutError(TIMED_OUT)
    if status in (401, 403) or _is_about_the_key(failure):
        return UpstreamFailedError(refused)
    if status == 404:
        return UpstreamFailedError(MODEL_UNKNOWN)
    return UpstreamFailedError(REQUEST_REFUSED if 400 <= status < 500 else UNAVAILABLE)


def _is_about_the_key(failure: genai_errors.APIError) -> bool:
    """A wrong key is a 400 with the reason API_KEY_INVALID."""
    return any(detail.get("reason") == "API_KEY_INVALID" for detail in _details(failure))


def _from_header(failure: genai_errors.APIError) -> float | None:
    headers = getattr(failure.response, "headers", None) or {}
    value = str(headers.get("retry-after", "")).strip()
    if value.isdecimal():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds()


def _from_details(failure: genai_errors.APIError) -> float | None:
    for detail in _details(failure):
        delay = str(detail.get("retryDelay", ""))
        try:
            return float(delay.removesuffix("s"))
        except ValueError:
            continue
    return None


def _details(failure: genai_errors.APIError) -> list[dict[str, object]]:
    body = failure.details if isinstance(failure.details, dict) else {}
    error = body.get("error", body)
    details = error.get("details") if isinstance(error, dict) else None
    return [detail for detail in details if isinstance(detail, dict)] if isinstance(details, list) else []
