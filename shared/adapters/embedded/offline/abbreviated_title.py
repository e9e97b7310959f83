"""Titles as forms and databases hold them ("Gte. Gral", "Cto/cfo"), spelled out as people say them."""

from shared.domain.language import Language
from shared.domain.lazy_pattern import lazy_pattern

_SPELLED_OUT = {
    "gte": "gerente",
    "gcia": "gerencia",
    "gral": "general",
    "resp": "responsable",
    "dpto": "departamento",
    "depto": "departamento",
    "dep": "departamento",
    "vtas": "ventas",
    "cial": "comercial",
    "admon": "administración",
    "adm": "administración",
    "prod": "producción",
    "rrhh": "RRHH",
    "dtor": "director",
    "dtora": "directora",
    "nac": "nacional",
    "reg": "regional",
    "tec": "técnico",
    "mgr": "Manager",
    "mktg": "Marketing",
    "mfg": "Manufacturing",
    "asst": "Assistant",
    "sr": "Senior",
    "jr": "Junior",
}
"""Only what stands for one word, whoever holds the title: "Dir." may be a man, a woman or their department."""

_ALWAYS_SHORT = frozenset("gte gcia gral dpto depto vtas cial admon dtor dtora mgr mktg mfg asst".split())
"""What is an abbreviation without its stop too."""

_INITIALS = frozenset("ceo cfo cto coo cmo cio ciso chro cro cco cpo cdo kam hrbp rrhh".split())
_WORD = lazy_pattern(r"[^\W\d_]+\.?")
_CUT_SHORT = lazy_pattern(r"(?<![^\W\d_.])[^\W\d_]{2,5}\.(?=\s|$)")
_STOPPED_INITIALS = lazy_pattern(r"(?:rr|hh|ee|uu|tt)\.", 2)
_SLASH = lazy_pattern(r"(?<=[^\W\d_]{2})\s*/\s*(?=([^\W\d_]{2}\w*))")


def spelled_out(title: str, language: Language) -> str | None:
    """The title without abbreviations and slashes; None where that is beyond these rules."""
    words = _WORD.sub(lambda match: _whole(match.group()), title)
    if any(not _STOPPED_INITIALS.fullmatch(cut) for cut in _CUT_SHORT.findall(words)) or _names_both_genders(words):
        return None
    return _SLASH.sub(lambda match: _and(match[1], language), words)


def _whole(word: str) -> str:
    bare = word.rstrip(".").lower().replace("ó", "o").replace("é", "e")
    if bare in _INITIALS:
        return bare.upper()
    if bare in _SPELLED_OUT and (word.endswith(".") or bare in _ALWAYS_SHORT):
        return _SPELLED_OUT[bare]
    return word


def _names_both_genders(title: str) -> bool:
    """Whether a slash stands between two forms of one word: "Jefe/Jefa", "Director / Directora"."""
    places = [match.start() for match in _SLASH.finditer(title)]
    sides = [(title[:place].rsplit(maxsplit=1)[-1], title[place:].lstrip(" /").split()[0]) for place in places]
    return any(one[:3].lower() == other[:3].lower() for one, other in sides)


def _and(following: str, language: Language) -> str:
    if language is Language.EN:
        return " and "
    return " e " if following.lower().startswith(("i", "hi")) and not following.isupper() else " y "
