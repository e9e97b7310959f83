"""JSON as RFC 8259 and RFC 7493 (I-JSON) mean it: what one reader could take otherwise than another is refused.

Python's reader accepts NaN, repeated keys, lone halves of surrogate pairs and numbers of any length. Each of them
would fail later, in the database, the model's SDK or the caller's own reader, or be understood in two ways.
"""

import json
import math
from typing import Any, NoReturn

from shared.api.field_errors import pointer
from shared.domain.documents import Json
from shared.domain.errors import InvalidInputError, MalformedRequestError, Sentence
from shared.domain.lazy_pattern import lazy_pattern

MAXIMUM_DEPTH = 50
_INTEGERS = range(-(2**63), 2**63)
_NOT_A_CHARACTER = lazy_pattern("[\0\ud800-\udfff]")

_NOT_JSON = Sentence("El cuerpo no es JSON válido.", "The body is not valid JSON.")
_NOT_UTF8 = Sentence("El cuerpo no está en UTF-8.", "The body is not UTF-8.")
_REPEATED = Sentence("Un objeto JSON repite una clave.", "A JSON object repeats a key.")
_TOO_DEEP = Sentence(
    f"El JSON anida más de {MAXIMUM_DEPTH} niveles.", f"The JSON is nested deeper than {MAXIMUM_DEPTH} levels."
)
_TOO_LARGE = Sentence("El número es demasiado grande.", "The number is too large.")
NOT_TEXT = Sentence(
    "Contiene un carácter que no es texto (nulo o medio par sustituto).",
    "It contains a character that is not text (NUL or half of a surrogate pair).",
)


def read_json(raw: bytes) -> Json:
    """The value that `raw` states.

    Raises MalformedRequestError where it is not JSON and InvalidInputError, with its pointer, for a value that cannot
    be kept: a number beyond 64 bits, text with NUL or half of a surrogate pair.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MalformedRequestError(_NOT_UTF8) from error
    try:
        value: Json = json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise MalformedRequestError(_TOO_DEEP) from error
    except ValueError as error:  # not JSON, or a number of more digits than Python reads
        raise MalformedRequestError(_NOT_JSON) from error
    _require_sound(value)
    return value


def canonical_bytes(value: Json) -> bytes:
    """The one form of all spellings of `value`, for digests: sorted keys, no spaces, UTF-8."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise MalformedRequestError(_REPEATED)
    return found


def _refuse_constant(_name: str) -> NoReturn:
    raise MalformedRequestError(_NOT_JSON)


def _require_sound(value: Json) -> None:
    """Look at every value once, without recursion."""
    pending: list[tuple[Json, tuple[str | int, ...]]] = [(value, ())]
    while pending:
        current, place = pending.pop()
        if isinstance(current, dict | list):
            if len(place) >= MAXIMUM_DEPTH:
                raise MalformedRequestError(_TOO_DEEP)
            pending.extend(_children(current, place))
        else:
            _require_sound_scalar(current, place)


def _children(
    container: dict[str, Json] | list[Json], place: tuple[str | int, ...]
) -> list[tuple[Json, tuple[str | int, ...]]]:
    if isinstance(container, list):
        return [(item, (*place, index)) for index, item in enumerate(container)]
    if not all(map(is_text, container)):
        raise InvalidInputError(NOT_TEXT)
    return [(item, (*place, key)) for key, item in container.items()]


def _require_sound_scalar(value: Json, place: tuple[str | int, ...]) -> None:
    if isinstance(value, str) and not is_text(value):
        raise InvalidInputError.at(pointer(*place), *NOT_TEXT)
    if isinstance(value, int) and value not in _INTEGERS:
        raise InvalidInputError.at(pointer(*place), *_TOO_LARGE)
    if isinstance(value, float) and not math.isfinite(value):
        raise InvalidInputError.at(pointer(*place), *_TOO_LARGE)


def is_text(text: str) -> bool:
    """Whether all characters can be kept and sent on: no NUL, no half of a surrogate pair."""
    return _NOT_A_CHARACTER.search(text) is None
