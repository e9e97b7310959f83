"""A prompt or template is refused when it is saved, not when it is used."""

from shared.domain.errors import FieldError, InvalidInputError, Sentence
from shared.domain.prompt_text import VARIABLES, unknown_variables

_KNOWN = ", ".join(VARIABLES)


def require_known_variables(text: str, pointer: str) -> None:
    """Raise InvalidInputError, naming each place (UTF-16 offsets), if `text` holds a variable that does not exist."""
    unknown = unknown_variables(text)
    if not unknown:
        return
    errors = tuple(FieldError(pointer, _at(variable.start, variable.end)) for variable in unknown)
    raise InvalidInputError(
        Sentence("El texto usa variables que no existen.", "The text uses variables that do not exist."), errors
    )


def _at(start: int, end: int) -> Sentence:
    return Sentence(
        f"Entre los caracteres {start} y {end} no hay una variable conocida. Las conocidas: {_KNOWN}.",
        f"Between characters {start} and {end} there is no known variable. The known ones: {_KNOWN}.",
    )
