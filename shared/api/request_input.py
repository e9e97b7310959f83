"""What a request says, as the models that its route reads. Order: size, presence, type, JSON, schema."""

import codecs
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from flask import Request
from pydantic import BaseModel, ValidationError

from shared.api.field_errors import field_errors, pointer
from shared.api.http_errors import ENCODED, NOT_A_FILE, NOT_JSON, NOTHING_THERE, UnsupportedMediaTypeError
from shared.api.route import Route
from shared.api.strict_json import NOT_TEXT, canonical_bytes, is_text, read_json
from shared.api.uploads import ENVELOPE_BYTES, MULTIPART, UploadedFile, read_upload, too_large_file
from shared.domain.documents import Json
from shared.domain.errors import (
    FieldError,
    InvalidInputError,
    MalformedRequestError,
    NotFoundError,
    Sentence,
    TooLargeError,
)
from shared.domain.lazy_pattern import lazy_pattern

_EMPTY = Sentence("Falta el cuerpo de la petición.", "The request has no body.")
_INVALID = Sentence("Hay datos que no son válidos.", "Some of the input is not valid.")
_ONCE = Sentence("Este parámetro va una sola vez.", "This parameter may appear only once.")
_UNKNOWN = Sentence("Este parámetro no existe.", "There is no such parameter.")
_UNPRINTABLE = lazy_pattern("[\0-\x1f\x7f\ud800-\udfff\ufffd]")


@dataclass
class RequestInput:
    """The inputs of one request by the names under which its handler takes them, and all that is wrong with them.

    `canonical_body` is the one form of all spellings of the same body, for digests; empty where none is read.
    """

    values: dict[str, BaseModel | UploadedFile | None] = field(default_factory=dict)
    errors: list[FieldError] = field(default_factory=list)
    canonical_body: bytes = b""

    def take(self, name: str, document: Json, place: tuple[str, ...], validate: Callable[[], BaseModel]) -> None:
        """Keep what `validate` makes of `document`, or what is wrong with it, at pointers that begin with `place`."""
        try:
            self.values[name] = validate()
        except ValidationError as failure:
            self.errors.extend(field_errors(failure, document, place))


def read_request(route: Route, request: Request) -> RequestInput:
    """All inputs of the request.

    Raises TooLargeError, MalformedRequestError, UnsupportedMediaTypeError, InvalidInputError with every wrong field,
    or NotFoundError for a path that cannot name anything.
    """
    found = RequestInput()
    raw = _bounded_body(request, route)
    if request.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
        raise UnsupportedMediaTypeError(ENCODED)
    if route.takes_file:
        _take_file(found, route, request, raw)
    elif body := route.model("body"):
        _take_body(found, body, request, raw)
    _take_query(found, route.model("query"), request)
    if path := route.model("path"):
        _take_path(found, path, request.view_args or {})
    if found.errors:
        raise InvalidInputError(_INVALID, tuple(found.errors))
    return found


def _bounded_body(request: Request, route: Route) -> bytes:
    """The body. Refused by its stated length before it is read, and without one as soon as it is over the limit."""
    limit = route.max_body_bytes
    too_large = TooLargeError(
        Sentence(f"El cuerpo supera el máximo de {limit} bytes.", f"The body is over the maximum of {limit} bytes.")
    )
    if route.takes_file:
        too_large, limit = too_large_file(limit), limit + ENVELOPE_BYTES
    if (request.content_length or 0) > limit:
        raise too_large
    raw = request.stream.read(limit + 1)
    if len(raw) > limit:
        raise too_large
    return raw


def _take_file(found: RequestInput, route: Route, request: Request, raw: bytes) -> None:
    """A file, or the JSON body that the route takes in its place."""
    body = route.model("body")
    if request.mimetype == MULTIPART:
        upload = read_upload(request, raw, route.max_body_bytes)
        found.values |= {"file": upload} if body is None else {"file": upload, "body": None}
        found.canonical_body = upload.canonical
    elif body is None or (raw and request.mimetype != "application/json"):
        raise UnsupportedMediaTypeError(NOT_A_FILE)
    else:
        found.values["file"] = None
        _take_body(found, body, request, raw)


def _take_body(found: RequestInput, model: type[BaseModel], request: Request, raw: bytes) -> None:
    """Strict, since JSON has types of its own ("5" is no number), and from the bytes, where a date is a string."""
    if not raw.strip():
        if is_optional(model):
            found.take("body", {}, (), model)  # a rule over several fields may still want one of them
            return
        raise MalformedRequestError(_EMPTY)
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if request.mimetype != "application/json" or charset != "utf-8":
        raise UnsupportedMediaTypeError(NOT_JSON)
    document = read_json(raw)
    found.canonical_body = canonical_bytes(document)
    text = raw.removeprefix(codecs.BOM_UTF8)
    found.take("body", document, (), lambda: model.model_validate_json(text, strict=True))


def is_optional(model: type[BaseModel]) -> bool:
    """Whether a body of this model may be left out: an empty object is one."""
    try:
        model.model_validate({})
    except ValidationError:
        return False
    return True


def _take_query(found: RequestInput, model: type[BaseModel] | None, request: Request) -> None:
    """Each parameter once; a route without a query model takes none."""
    known = {field.alias or name for name, field in model.model_fields.items()} if model else set()
    document: dict[str, Json] = {}
    for name, values in request.args.lists():
        complaint = _complaint_about(name, values) or (None if name in known else _UNKNOWN)
        if complaint:
            found.errors.append(FieldError(pointer("query", name), complaint))
        if name in known:
            document[name] = values[0]
    if model is not None:
        found.take("query", document, ("query",), lambda: model.model_validate(document))


def _complaint_about(name: str, values: list[str]) -> Sentence | None:
    if len(values) > 1:
        return _ONCE
    return None if is_text(name + values[0]) else NOT_TEXT


def _take_path(found: RequestInput, model: type[BaseModel], parameters: Mapping[str, str]) -> None:
    if any(_UNPRINTABLE.search(value) for value in parameters.values()):
        raise NotFoundError(NOTHING_THERE)
    found.take("path", dict(parameters), ("path",), lambda: model.model_validate(parameters))
