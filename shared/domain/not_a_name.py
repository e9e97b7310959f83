"""What stands where a name should be and plainly is none: blanks of templates, words for nothing, companies."""

import re

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.name_parts import is_given_name
from shared.domain.text import without_accents

_BLANK = lazy_pattern(
    r"\{\{|\}\}|\$\{|\{%|\*\||\|\*|%[A-Za-z_]{3,}%|<\s*[/!]?\s*[A-Za-z]|^\W*\[[^\[\]]*\]\W*$|^#(?:N/|REF|NOM|NAME)"
)
_COMPANY = lazy_pattern(
    r"""
      [\s,](?: S\.\s?L\.(?:\s?[UPL]\.)? | S\.\s?A\.(?:\s?U\.)? | S\.?A\.?\s+de\s+C\.?V\.? | S\.\s?R\.\s?L\. | B\.V\.
      | (?i:gmbh | ltd | ltda | inc | llc | llp | plc | corp | s\.\s?coop | limited)\.? | SLU? | SAU | SRL)$
    """,
    re.VERBOSE,
)
_COMPANY_UNLESS_SURNAME = lazy_pattern(r"(?<![A-ZÀ-Þ])[\s,]+(?:SA|AG)$")
_WORDS = frozenset(
    "null undefined none nil void empty vacio test testing prueba pruebas ejemplo asdf asdfg qwerty foo bar tbd tba"
    " unknown desconocido desconocida anonimo anonima anonymous pendiente nombre apellido apellidos firstname lastname"
    " fullname username usuario user contacto cliente".split()
)
_PHRASES = frozenset(
    "n a|n d|s n|sin nombre|sin apellido|sin apellidos|sin datos|sin nombre ni apellidos|no name|no consta"
    "|no disponible"
    "|not available|not applicable|no aplica|por confirmar|por definir|linkedin member|linkedin user|member linkedin"
    "|miembro de linkedin|usuario de linkedin|usuaria de linkedin|membre de linkedin|first name|last name|full name"
    "|first|last|name|your name|my name|first last|nombre completo|nombre de pila|primer nombre|segundo apellido"
    "|primer apellido|tu nombre|su nombre|nombre y apellidos|nombre y apellido|usuario de prueba|cliente de prueba"
    "|test user|user test|john doe test|foo bar|lorem ipsum".split("|")
)
_NOT_A_NUMBER = ("nan", "NaN")  # and Nan is a given name
_NOT_LETTERS = lazy_pattern(r"[\W\d_]+")


def is_plainly_no_name(text: str) -> bool:
    """Whether `text` is a blank that was to be filled, a word for nothing ("NULL", "Sin nombre") or a company.

    A word of the list beside one that is none ("Jennifer Null") may be somebody's surname and passes.
    """
    bare = text.strip()
    if bare in _NOT_A_NUMBER or _BLANK.search(bare) or _is_company(bare):
        return True
    plain = _NOT_LETTERS.sub(" ", without_accents(text)).strip()
    return plain in _PHRASES or (bool(plain) and _WORDS.issuperset(plain.split()))


def _is_company(text: str) -> bool:
    """Whether a legal form ends `text`; SA behind a given name is the surname Sá ("João SA")."""
    if _COMPANY.search(text):
        return True
    return bool(_COMPANY_UNLESS_SURNAME.search(text)) and not is_given_name(text.split(maxsplit=1)[0])
