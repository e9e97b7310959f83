"""The words of the API's description, and what is the same in all operations."""

from http import HTTPStatus
from typing import Any

from shared.api.idempotency import HEADER, KEY_PATTERN, REPLAY_HEADER
from shared.api.problems import MEDIA_TYPE
from shared.api.uploads import MULTIPART, PART

TITLE = "Reteki Outreach"

DESCRIPTION = """
Personal outreach messages in Spanish and English whose every claim is checked against the prospect's facts.

**Who.** `Authorization: Bearer rtk_…`, an API key. It belongs to one workspace, which is all that it can see.
On a laptop the first start writes one to `demo-key` in the data folder, `.data` unless `APP_DATA_DIR` says otherwise.

**Errors** are `application/problem+json` (RFC 9457). `errors` names each wrong field by JSON Pointer; sentences are in
Spanish or English as `Accept-Language` prefers. Values that were sent are never repeated. Unknown fields and unknown
parameters are refused.

**Repeating.** POST requests that create something take an `Idempotency-Key`: the same key with the same body answers
what was created, as it stands now, with `Idempotent-Replay: true`.

**Lists** come in pages: `next_cursor` leads to the next one and is null at the end. Every field of an answer is always
there; what is absent is null.
""".strip()

SECURITY: dict[str, Any] = {
    "bearer": {"type": "http", "scheme": "bearer", "description": "An API key: `rtk_<workspace>_<id>_<secret>`."}
}

PARAMETERS: dict[str, Any] = {
    "IdempotencyKey": {
        "name": HEADER,
        "in": "header",
        "required": False,
        "description": "1 to 255 visible ASCII characters of your choice; remembered for 24 hours.",
        "schema": {"type": "string", "minLength": 1, "maxLength": 255, "pattern": f"^{KEY_PATTERN}$"},
    },
    "IfMatch": {
        "name": "If-Match",
        "in": "header",
        "required": False,
        "description": "The fingerprint of the text that is to be changed, quoted, as ETag shows it; 412 without it.",
        "schema": {"type": "string"},
    },
}

_LUCIA = {
    "full_name": "Lucía Ferrer",
    "title": "Directora de Operaciones",
    "company": "Logística Norte",
    "location": "Bilbao",
}

FILE: dict[str, Any] = {
    MULTIPART: {
        "schema": {
            "type": "object",
            "properties": {PART: {"type": "string", "contentMediaType": "application/octet-stream"}},
            "required": [PART],
            "additionalProperties": False,
        }
    }
}
"""A form with a file, as the body of a request."""

EXAMPLES: dict[str, Any] = {
    "create_generation": {"prospect": _LUCIA, "role": "auto", "format": "linkedin_note", "language": "es"},
    "create_check": {
        "prospect": _LUCIA,
        "format": "linkedin_note",
        "language": "es",
        "register": "usted",
        "body": "Hola, Lucía: veo que es directora de operaciones en Logística Norte. ¿Le interesaría conversar?",
    },
}
"""Bodies to begin with, by operation id."""

_PROBLEMS = {
    400: "The body is missing or is not JSON.",
    401: "The credential is missing or does not hold.",
    403: "The credential does not allow this.",
    404: "No such thing in the workspace.",
    409: "The thing is in another state than the request supposes.",
    412: "If-Match is missing, or names another text than the one that is stored.",
    413: "The body is too large.",
    415: "The body is not of a type that is read here.",
    422: "Readable but wrong; `errors` names each wrong field.",
    429: "A limit is reached; `Retry-After` says when to come back.",
    500: "Something failed on our side.",
    502: "A service that we rely on failed.",
    504: "A service that we rely on did not answer in time.",
}

_PROBLEM_HEADERS: dict[int, dict[str, str]] = {
    401: {"WWW-Authenticate": "How to authenticate: `Bearer`."},
    409: {"Retry-After": "Seconds, where the same request may succeed later."},
    429: {"Retry-After": "Seconds until trying again makes sense."},
}


def problem_answers() -> dict[str, Any]:
    """The answers that operations refer to by their status."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        str(status): {
            "description": f"{HTTPStatus(status).phrase}. {text}",
            "headers": _headers(_PROBLEM_HEADERS.get(status, {})),
            "content": content,
        }
        for status, text in _PROBLEMS.items()
    }


def answer_headers(*, repeats: bool) -> dict[str, Any]:
    """The headers of a success."""
    return _headers({REPLAY_HEADER: "`true` where an earlier request created what is answered."} if repeats else {})


def _headers(described: dict[str, str]) -> dict[str, Any]:
    every = {"X-Request-Id": "Names this request in our logs.", **described}
    return {name: {"description": text, "schema": {"type": "string"}} for name, text in every.items()}
