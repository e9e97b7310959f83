"""What a line of pasted text is by its form: a name, a place, a button of the page."""

import re

from pydantic_core import PydanticCustomError

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.name_parts import is_given_name
from shared.domain.name_words import CONJUNCTIONS, PARTICLES
from shared.domain.person_name import canonical_person_name
from shared.domain.text import without_accents
from shared.importing.profiles.job_phrase import names_a_job

_LONGEST = 80
_MOST_WORDS = 7
_MOST_LOWER_WORDS = 4
_SMALL_WORDS = PARTICLES | CONJUNCTIONS | {"and", "of", "d", "l"}
_PLACE = lazy_pattern(r"[^\W\d_][\w'’.()-]*(?: [\w'’.()-]+){0,5}(?:, [\w'’.()-]+(?: [\w'’.()-]+){0,5}){1,3}")
_AREA = lazy_pattern(r"(?:greater .+|.+ metropolitan area|área metropolitana de .+|.+ y alrededores)", re.IGNORECASE)

NAVIGATION = frozenset(
    "home|my network|jobs|messaging|notifications|me|for business|try premium|skip to search|"
    "skip to main content|search|inicio|mi red|empleos|mensajes|notificaciones|yo|para negocios|"
    "prueba premium|ir al contenido principal|buscar|message|mensaje|connect|conectar|follow|seguir|"
    "more|mas|pending|pendiente|open to|add profile section|verified|anadir seccion|enviar mensaje|"
    "open to work|background image|foto de fondo|imagen de fondo|profile photo|foto de perfil|linkedin|"
    "premium|status is online|status is reachable|view my verifications|save in sales navigator|"
    "guardar en sales navigator|contact info|informacion de contacto|save to pdf|guardar en pdf|save|"
    "guardar|perfil|profile|contactar|unirse|iniciar sesion|join now|sign in|te presento a".split("|")
)
"""Links and buttons of LinkedIn's page, in lower case without accents."""


def looks_like_a_name(line: str) -> bool:
    """Whether the line is a person's name and nothing else, as far as its form can tell."""
    if len(line) > _LONGEST or line.endswith((":", "?", "!")) or without_accents(line).strip(" .") in NAVIGATION:
        return False
    try:
        words = canonical_person_name(line).split()
    except PydanticCustomError:
        return False
    if len(words) > _MOST_WORDS or any(character.isdigit() for word in words for character in word):
        return False
    if is_given_name(words[0]):
        return is_capitalised(line) or (line.islower() and 1 < len(words) <= _MOST_LOWER_WORDS)
    return len(words) > 1 and is_capitalised(line) and not names_a_job(line)


def looks_like_a_place(line: str) -> bool:
    """Whether the line is a town with its province or country, or a metropolitan area, as far as its form can tell."""
    if len(line) > _LONGEST or names_a_job(line):
        return False
    return bool(_AREA.fullmatch(line)) or (bool(_PLACE.fullmatch(line)) and is_capitalised(line))


def is_capitalised(line: str) -> bool:
    """Whether all words but particles begin with a capital, as in names of people, companies and places."""
    words = re.findall(r"\w+", re.sub(r"\([^()]*\)", "", line))
    return any(words) and all(not word[0].islower() or without_accents(word) in _SMALL_WORDS for word in words)
