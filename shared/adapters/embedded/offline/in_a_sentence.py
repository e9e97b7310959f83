"""Titles, companies and clauses as they are written inside a sentence.

A profile writes "DIRECTORA DE OPERACIONES | Logística" and "LOGÍSTICA NORTE, S.A."; a person writes "directora de
operaciones" and "Logística Norte".
"""

import re

from shared.adapters.embedded.offline import title_vocabulary as vocabulary
from shared.adapters.embedded.offline.abbreviated_title import spelled_out
from shared.domain.inert_text import one_line
from shared.domain.language import Language
from shared.domain.lazy_pattern import lazy_pattern

LONGEST_TITLE = 100
LONGEST_COMPANY = 100

_BREAK = lazy_pattern(r"\s*[|•·;\n\u2022\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]+\s*")
_ASIDE = lazy_pattern(r"\s*\([^()]*\)|\s+[-–—]\s+.*|\s*/\s+.*|,\s.*")
_WORD = lazy_pattern(r"[\w&+./'’-]+")
_LEGAL_FORMS = (
    "SA SL SLU SAU SLP SAS SAC SRL SC SCOOP EIRL LTDA LTD LIMITED PVT PRIVATE LLC LLP INC CORP GMBH AG PLC BV NV PTY"
    " SAdeCV SdeRL SdeRLdeCV"
).split()
_SPELLED = "|".join("".join(f"{letter}[. ]{{0,2}}" for letter in form) for form in _LEGAL_FORMS)
_LEGAL_FORM = lazy_pattern(rf"[\s,]+(?:{_SPELLED})$", re.IGNORECASE)
"""A legal form at a company's end, with or without stops and spaces: "S.A.", "SL", "S. de R.L. de C.V."."""

_FUNCTION_WORDS = frozenset(
    "un una unos unas el la los las lo en con de del al a dos tres cuatro cinco seis más menos nuestros nuestras"
    " nuestro nuestra cada todo toda todos todas no ningún ninguna quien hay se es"
    " the an our one two three four five six each every all in with from more less".split()
)


def title_in_words(title: str, language: Language, company: str | None) -> str | None:
    """The title as a sentence of the language holds it ("directora de operaciones"), or None if none can.

    Only the first of several titles is kept, and the employer that it repeats is left out.
    """
    first = _first_part(title)
    if vocabulary.UNSAYABLE.search(first):
        return None
    bare = spelled_out(_without_employer(first, company).strip(" ,/-–—"), language)
    if bare is not None and _is_foreign(bare, language):
        return None
    if bare is None:
        return None
    bare = bare.strip(" .")
    if len(bare) > LONGEST_TITLE:
        bare = _ASIDE.sub("", bare).strip(" ,.-")
    if not 2 <= len(bare) <= LONGEST_TITLE or not any(character.isalpha() for character in bare):
        return None
    return _with_preposition(_cased(bare, language), language)


def company_in_words(company: str) -> str | None:
    """The company as people call it, without its legal form and without capitals throughout; None if too long."""
    bare = _first_part(company).strip(" ,")
    while (shorter := _LEGAL_FORM.sub("", bare).strip(" ,")) != bare and shorter:
        bare = shorter
    if not 1 < len(bare) <= LONGEST_COMPANY or re.search(r"[{}\[\]<>!?¡¿]", bare):
        return None
    return _calm(bare) if _shouts(bare) else bare


def clause(text: str) -> str:
    """The text without its closing full stop, to stand inside a sentence."""
    return text.strip().rstrip(".").rstrip()


def uncapitalized(text: str) -> str:
    """The text as it goes on after a colon: small initial, unless its first word is an acronym."""
    first = text.split(maxsplit=1)[0]
    return text if first in vocabulary.ACRONYMS or _is_acronym(first) or first == "I" else text[0].lower() + text[1:]


def opens_commonly(text: str) -> bool:
    """Whether the text's first word is a figure or a function word, so that it can go on after a colon: another might
    be a name.
    """
    first = text.split(maxsplit=1)[0].lower()
    return first in _FUNCTION_WORDS or first[0].isdigit()


def capitalized(text: str) -> str:
    """The text with a capital initial, the rest as it is."""
    return text[:1].upper() + text[1:]


def _first_part(text: str) -> str:
    """The text up to its first bar, bullet or emoji, on one line."""
    return next((one_line(part) for part in _BREAK.split(text) if any(map(str.isalnum, part))), "")


def _without_employer(title: str, company: str | None) -> str:
    """The title up to "en", "at" or "@" and the employer."""
    shown = company_in_words(company) if company else None
    if shown is None:
        return title
    return re.sub(rf"\s+(?:en|at|@|de|-|–|—|,)\s+{re.escape(shown)}\b.*$", "", title, flags=re.IGNORECASE)


def _cased(title: str, language: Language) -> str:
    shouted = _shouts(title)
    if is_english(title):
        return _in_title_case(title) if shouted else title
    if language is Language.EN:
        return _in_title_case(title) if shouted else title
    first, *rest = _WORD.sub(lambda match: _spanish_word(match.group(), shouted), title).split(" ")
    return " ".join([first if first.upper() in vocabulary.ACRONYMS else _profession(first), *rest])


def _profession(word: str) -> str:
    """The first word of a Spanish title, which names what somebody is: never a name itself."""
    return word.lower() if word.istitle() else word


def is_english(title: str) -> bool:
    """Whether the title is worded in English, as many are in Spanish companies."""
    words = [word.lower() for word in _WORD.findall(title)]
    if {"de", "del", "y"} & set(words):
        return False
    names_area_first = len(words) > 1 and words[-1] == "director" and words[0] not in vocabulary.SPANISH
    return names_area_first or bool(vocabulary.ENGLISH & set(words))


def _is_foreign(title: str, language: Language) -> bool:
    """Whether the title is in a language that the message's sentences cannot hold."""
    words = {word.lower() for word in _WORD.findall(title)}
    if words & vocabulary.NEIGHBOURS:
        return True
    return (
        language is Language.EN
        and not is_english(title)
        and bool(words & (vocabulary.SPANISH - vocabulary.ALSO_ENGLISH))
    )


def _with_preposition(title: str, language: Language) -> str:
    """The title with the "de" that forms leave out: "responsable RRHH"."""
    if language is not Language.ES or is_english(title):
        return title
    rank, _, area = title.partition(" ")
    if rank in vocabulary.RANKS and area.split(" ")[0] in vocabulary.AREAS:
        return f"{rank} de {area}"
    return title


def _spanish_word(word: str, shouted: bool) -> str:
    if word.upper() in vocabulary.ACRONYMS and (shouted or word.isupper()):
        return word.upper()
    small = word.lower()
    if small in vocabulary.SPANISH or vocabulary.SPANISH_ENDING.fullmatch(small):
        return small
    return capitalized(small) if shouted else word


def _in_title_case(title: str) -> str:
    return _WORD.sub(lambda match: _title_case_word(match.group()), title)


def _title_case_word(word: str) -> str:
    if word.upper() in vocabulary.ACRONYMS:
        return word.upper()
    small = word.lower()
    return small if small in vocabulary.SMALL else capitalized(small)


def _shouts(text: str) -> bool:
    """Whether a text of several words, or a long one, is in capitals throughout."""
    return text.isupper() and (" " in text or len(text) > 6) and text not in vocabulary.ACRONYMS


def _calm(company: str) -> str:
    words = company.split(" ")
    return " ".join(word if _may_be_initials(word) else _title_case_word(word) for word in words)


def _may_be_initials(word: str) -> bool:
    return len(word) <= 3 and word.lower() not in vocabulary.SMALL


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word[:2].isupper()
