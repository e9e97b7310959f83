"""pydantic's errors as the fields to blame, each named by a JSON Pointer (RFC 6901)."""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from shared.api.input_sentences import sentence_of
from shared.domain.documents import Json
from shared.domain.errors import FieldError

_LONGEST_NAME = 100


def pointer(*names: str | int) -> str:
    """The JSON Pointer along `names`: "~" and "/" inside one are escaped; what is too long to be a name is cut."""
    return "".join(f"/{str(name)[:_LONGEST_NAME].replace('~', '~0').replace('/', '~1')}" for name in names)


def field_errors(failure: ValidationError, document: Json, root: tuple[str, ...] = ()) -> list[FieldError]:
    """The wrong fields of `document`, each once; pointers begin with `root` ("query").

    Never repeats a value: sentences come from our own table, names from the document's keys.
    """
    found: dict[str, FieldError] = {}
    for error in failure.errors(include_url=False, include_input=False):
        place = pointer(*root, *_place(error["loc"], document, is_missing=error["type"] == "missing"))
        found.setdefault(place, FieldError(place, sentence_of(error["type"], _context(error))))
    return list(found.values())


def _context(error: Any) -> dict[str, Any]:
    context: dict[str, Any] = error.get("ctx", {})
    return context


def _place(location: Sequence[str | int], document: Json, *, is_missing: bool) -> Iterator[str | int]:
    """The steps of pydantic's location that the document has; of a missing field the last step is its name.

    The others are pydantic's own: the branches of a union, "[key]" for a wrong key.
    """
    current = document
    for step in location[:-1] if is_missing else location:
        match current, step:
            case dict(), str() if step in current:
                current = current[step]
            case list(), int() if step < len(current):
                current = current[step]
            case _:
                continue
        yield step
    if is_missing:
        yield location[-1]
