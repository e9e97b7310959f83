"""Building a prospect out of what was found, without losing the person over one bad value."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from shared.domain.errors import Sentence
from shared.domain.prospect import Prospect

_MOST_TRIES = 20

_IDENTITY = frozenset("full_name first_name last_name title company location email linkedin_url".split())
"""What is kept of a person with too many bad values."""

_GENERAL = Sentence("El valor no es válido.", "The value is not valid.")
_SENTENCES: Mapping[str, Sentence] = {
    "linkedin_url": Sentence(
        "No es la dirección de un perfil de LinkedIn.", "This is not the address of a LinkedIn profile."
    ),
    "email_address": Sentence("No es una dirección de correo.", "This is not an e-mail address."),
    "disguised_name": Sentence(
        "Hay letras de alfabetos distintos en una misma palabra; vuelve a escribir el nombre.",
        "Letters of different alphabets stand in one word; type the name again.",
    ),
    "person_name": Sentence("No es el nombre de una persona.", "This is not a person's name."),
    "partial_date": Sentence("No es un mes o un año.", "This is not a month or a year."),
    "string_too_long": Sentence("El texto es demasiado largo.", "The text is too long."),
    "too_long": Sentence("Hay demasiados valores.", "There are too many values."),
    "prospect_size": Sentence("La fila es demasiado grande.", "The row is too large."),
    "string_unicode": Sentence("El texto tiene signos ilegibles.", "The text has unreadable signs."),
}


class Problem(NamedTuple):
    """A value that was left out: where it stood among the fields, and why."""

    place: tuple[str | int, ...]
    detail: Sentence


def build_prospect(fields: Mapping[str, Any]) -> tuple[Prospect, list[Problem]]:
    """The prospect of all values that are valid, and the problems of the others, which are left out."""
    problems: list[Problem] = []
    for _ in range(_MOST_TRIES):
        try:
            return Prospect.model_validate(fields), problems
        except ValidationError as error:
            wrong = error.errors(include_input=False, include_url=False)
        found = [(problem["loc"] or _largest(fields), problem["type"]) for problem in wrong]
        problems += [Problem(place, _SENTENCES.get(kind, _GENERAL)) for place, kind in found]
        # The last entry of a list goes first, so that the places of the others stay true.
        for place, _kind in reversed(found):
            fields = without_value(fields, place)
    if identity := {name: value for name, value in fields.items() if name in _IDENTITY}:
        prospect, more = build_prospect(identity) if len(identity) < len(fields) else (Prospect(), [])
        return prospect, [*problems, *more]
    return Prospect(), problems


def without_value(fields: Mapping[str, Any], place: tuple[str | int, ...]) -> dict[str, Any]:
    """The fields without the value at `place`, the given ones unchanged."""
    first, *inner = place
    if not inner or not isinstance(fields.get(str(first)), dict | list):
        return {name: value for name, value in fields.items() if name != first}
    return {**fields, str(first): _without(fields[str(first)], tuple(inner))}


def _largest(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """The place of the field that takes most, or of its largest entry if it is an object: a whole that is too large
    loses that.
    """
    name = max(fields, key=lambda field: len(str(fields[field])))
    return (name, *_largest(fields[name])) if isinstance(fields[name], dict) and fields[name] else (name,)


def _without(value: Any, place: tuple[str | int, ...]) -> Any:
    first, *inner = place
    if isinstance(value, list) and isinstance(first, int):
        rest = [] if not inner else [_without(value[first], tuple(inner))]
        return [*value[:first], *rest, *value[first + 1 :]]
    if isinstance(value, dict):
        return without_value(value, place)
    return None
