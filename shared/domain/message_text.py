"""The two texts of a message in their one form: a subject is one line, and neither holds what nobody can see.

A line break in a subject would begin a header of its own in the mail that is made of it (RFC 5322, section 2.2), and a
bidirectional override makes a text read otherwise than it is written (Unicode Technical Report 36, section 2.5).
"""

from typing import Annotated

from pydantic import BeforeValidator

from shared.domain.text import normalized

_OVERRIDES = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROLS = (code for code in (*range(0x20), *range(0x7F, 0xA0)) if not chr(code).isspace())
_NEVER_TEXT = dict.fromkeys((*_CONTROLS, *_OVERRIDES))


def subject_text(value: object) -> object:
    """NFC on one line, each run of white space one space; what is no text is left to the type's own error."""
    return " ".join(_visible(value).split()) if isinstance(value, str) else value


def body_text(value: object) -> object:
    """NFC, its lines and spaces as they are; what is no text is left to the type's own error."""
    return _visible(value) if isinstance(value, str) else value


def _visible(text: str) -> str:
    return normalized(text if text.isprintable() else text.translate(_NEVER_TEXT))


SubjectText = Annotated[str, BeforeValidator(subject_text)]
"""A subject: one line without control characters and bidirectional overrides."""

BodyText = Annotated[str, BeforeValidator(body_text)]
"""A body: without control characters, but for white space, and without bidirectional overrides."""
