"""What a row may ask for its own message: role, format, language and register, in the words people write."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from shared.domain.language import Format, Language, Register
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents


class MessageWishes(NamedTuple):
    """What a row asks for; None leaves it to the batch."""

    role: str | None
    format: Format | None
    language: Language | None
    register: Register | None


_ROLE_KEY = lazy_pattern(r"[a-z][a-z0-9_]{0,39}")

_FORMATS = {
    "linkedin note": Format.LINKEDIN_NOTE,
    "note": Format.LINKEDIN_NOTE,
    "nota": Format.LINKEDIN_NOTE,
    "nota de linkedin": Format.LINKEDIN_NOTE,
    "connection note": Format.LINKEDIN_NOTE,
    "invitation": Format.LINKEDIN_NOTE,
    "invitacion": Format.LINKEDIN_NOTE,
    "linkedin message": Format.LINKEDIN_MESSAGE,
    "message": Format.LINKEDIN_MESSAGE,
    "mensaje": Format.LINKEDIN_MESSAGE,
    "mensaje de linkedin": Format.LINKEDIN_MESSAGE,
    "linkedin inmail": Format.LINKEDIN_INMAIL,
    "inmail": Format.LINKEDIN_INMAIL,
    "email": Format.EMAIL,
    "e mail": Format.EMAIL,
    "correo": Format.EMAIL,
    "correo electronico": Format.EMAIL,
}
_LANGUAGES = {
    "es": Language.ES,
    "spa": Language.ES,
    "espanol": Language.ES,
    "castellano": Language.ES,
    "spanish": Language.ES,
    "en": Language.EN,
    "eng": Language.EN,
    "ingles": Language.EN,
    "english": Language.EN,
}
_REGISTERS = {"tu": Register.TU, "usted": Register.USTED, "vos": Register.VOS}


def _role(text: str) -> str | None:
    key = text.strip().lower()
    return key if _ROLE_KEY.fullmatch(key) else None


def _format(text: str) -> Format | None:
    return _FORMATS.get(_words(text))


def _language(text: str) -> Language | None:
    words = _words(text)
    return _LANGUAGES.get(words) or _LANGUAGES.get(words[:2] if re.fullmatch(r"(es|en) [a-z]{2}", words) else "")


def _register(text: str) -> Register | None:
    return _REGISTERS.get(_words(text))


READ_WISH: Mapping[str, Callable[[str], str | None]] = {
    "role": _role,
    "format": _format,
    "language": _language,
    "register": _register,
}
"""How each of the four is read; None for what is none."""


def wishes_of(texts: Mapping[str, str]) -> tuple[MessageWishes, list[str]]:
    """The wishes that `texts` state, by field, and the fields whose text is none."""
    wishes = MessageWishes(
        role=_role(texts.get("role", "")),
        format=_format(texts.get("format", "")),
        language=_language(texts.get("language", "")),
        register=_register(texts.get("register", "")),
    )
    return wishes, [field for field in texts if getattr(wishes, field) is None]


def _words(text: str) -> str:
    return " ".join(re.split(r"[\W_]+", without_accents(text))).strip()
