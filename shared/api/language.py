"""The language in which an answer speaks to its reader."""

from flask import request
from werkzeug.datastructures import LanguageAccept

INTERFACE_LANGUAGES = ("es", "en")
_FIRST = "es"


def interface_language() -> str:
    """The language of the interface that the current request prefers (Accept-Language): "es" or "en"."""
    return preferred_language(request.accept_languages)


def preferred_language(accepted: LanguageAccept) -> str:
    """The first of these preferences that is a language of ours, whatever its region; Spanish, the product's first
    language, where none is. (Werkzeug's own `best_match` takes "en" before "es-MX" even if "es-MX" is preferred.)
    """
    preferred = (tag.partition("-")[0].lower() for tag, quality in accepted if quality > 0)
    return next((_FIRST if tag == "*" else tag for tag in preferred if tag in ("*", *INTERFACE_LANGUAGES)), _FIRST)
