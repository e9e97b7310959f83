"""How job titles are written in Spanish and English: what `role_match.py` knows about their words.

Words are compared folded: in lower case and without accents.
"""

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents

_WITHIN = frozenset("de del la el los las of the".split())
_BESIDE = frozenset("y e and & + , / ( ) – —".split())

_RANK = lazy_pattern(
    r"(?:dir|ceo|dg|vp|svp|evp|vice|co|pais|gral|(?:director|direccion|subdirector|gerent|gerencia|manager|managing|executive"
    r"|ejecutiv|officer|chief|general|president|vicepresident|chair|founder|cofounder|fundador|cofundador|owner|propietari"
    r"|duen|soci|partner|administrador|unic|solidari|apoderad|consejer|delegad|empresari|entrepreneur|emprendedor|board"
    r"|member|country|regional|territorial)[a-z]{0,3})\*?"
)
_APEX = lazy_pattern(r"ceo|chief|delegad[ao]?\*?")

ENGLISH_RANKS = frozenset(
    "manager director lead leader head officer specialist analyst executive coordinator supervisor partner consultant"
    " associate advisor administrator engineer expert professional".split()
)
_JOB_NOUN = lazy_pattern(
    r"jef[ae]|responsable|director[a]?|dir|tecnic[oa]|encargad[oa]|coordinador[a]?|gerent[ea]|lider|analista|consultor[a]?"
    r"|ingenier[oa]|especialista|experto|experta|departamento|dpto|area"
)
ENGLISH_AGENTS = frozenset("buyer recruiter controller accountant auditor developer trainer planner".split())
VAGUE_AREAS = frozenset("operations ops project program planning process quality systems data digital training".split())
"""Areas that another one narrows: "IT operations manager" works in IT."""

SUPPORT = lazy_pattern(
    r"\b(?:asistent[ea]s?|secretari[ao](?! general)|becari[ao]|auxiliar|administrativ[ao] de|intern|trainee|secretary"
    r"(?! general)|pa to|ea to|assistant(?! (?:general|managing|vice|director|manager))|adjunt[ao] (?:a|al|a la) "
    r"(?:direccion|director|directora|gerencia|gerente|presidencia|ceo))\b"
)
"""Titles of people who support somebody: they work in their boss's area but do not have the boss's rank."""

_GENDERED_TAIL = lazy_pattern(r"(?<=[a-z])(?:/-?(?:a|o|as|os|ra|ora)\b|\((?:a|o|as|os|ra)\)|@(?=\s|$))", re.IGNORECASE)
_INITIALS = lazy_pattern(r"\b(?:[a-z]\.){2,}(?:[a-z]\b)?", re.IGNORECASE)
_FORMER = lazy_pattern(
    r"\b(?:ex|former|formerly|previously|past|antigu[ao]|anterior|anteriormente|retired|jubilad[ao])\b"
    r"[^,|;·•/()]*?(?=\b(?:now|ahora|actual|currently|hoy)\b|[,|;·•/()\n]|$)",
    re.IGNORECASE,
)
_AUDIENCE = lazy_pattern(
    r"\b(?:ayud(?:o|amos|ando)|helps|helping|(?:i|we) help|acompan(?:o|amos|ando))\b[^|;·•\n]*", re.IGNORECASE
)
_EMPLOYER = lazy_pattern(r"(?:@|\bat\b)[^|;·•,()\n]*", re.IGNORECASE)
_OUTER_BREAK = lazy_pattern(r"[|;·•\n\u2022\u2600-\u27bf\U0001f000-\U0001faff]+")
_PLACE = lazy_pattern(r"\b(?:en|in|para|for)\b.*", re.IGNORECASE)
_TITLE_TOKEN = lazy_pattern(r"[A-Za-z0-9]+|[&+,/()–—]")
_PATTERN_TOKEN = lazy_pattern(r"[A-Za-z0-9]+\*?|[&+,/()–—]")


class Link(IntEnum):
    """What stands between a word and the one before it."""

    NONE = 0
    WITHIN = 1
    """A preposition or an article: "jefe de compras" means what "jefe compras" means."""
    BESIDE = 2
    """A comma, "y", "&": the two belong to different things, unless a pattern says otherwise."""


class Word(NamedTuple):
    """One word of a title, folded; `capitals` if it was written in capitals."""

    text: str
    capitals: bool
    link: Link


def segments(title: str) -> list[str]:
    """The parts of a title that stand side by side ("CEO | Speaker"), without accents, and without what is past
    ("ex-CFO"), whom somebody helps ("helping sales teams") and the employer ("at Logistics North").
    """
    plain = _GENDERED_TAIL.sub("", _plain(title))
    plain = _INITIALS.sub(lambda match: match.group().replace(".", ""), plain)
    for noise in (_AUDIENCE, _FORMER, _EMPLOYER):
        plain = noise.sub(" ", plain)
    return [part for part in _OUTER_BREAK.split(plain) if part.strip()]


def without_place(segment: str) -> str:
    """The segment up to "en", "in", "para" or "for": what follows is most often an employer or a market."""
    return _PLACE.sub("", segment)


def words(segment: str) -> list[Word]:
    """The words of one of a title's segments, without those that only link."""
    return _words(_TITLE_TOKEN.findall(segment))


def pattern_words(pattern: str) -> list[Word]:
    """The words of a title pattern; a closing `*` stays on its word."""
    return _words(_PATTERN_TOKEN.findall(_plain(pattern)))


def names_a_job(word: Word) -> bool:
    """Whether the word says that somebody does or leads something: "jefa", "manager"."""
    return word.text in ENGLISH_RANKS or _JOB_NOUN.fullmatch(word.text) is not None


def is_rank(pattern: Sequence[Word]) -> bool:
    """Whether the pattern names a rank without an area ("managing director"): an area beside it decides."""
    return all(_RANK.fullmatch(word.text) for word in pattern)


def is_apex(pattern: Sequence[Word]) -> bool:
    """Whether the pattern names the chief executive, a rank that no area beside it takes away."""
    return is_rank(pattern) and any(_APEX.fullmatch(word.text) for word in pattern)


def _words(tokens: list[str]) -> list[Word]:
    found: list[Word] = []
    link = Link.NONE
    for token in tokens:
        folded = token.lower()
        if folded in _BESIDE:
            link = Link.BESIDE
        elif folded in _WITHIN:
            link = max(link, Link.WITHIN)
        else:
            found.append(Word(folded, token.isupper(), link))
            link = Link.NONE
    return found


def _plain(text: str) -> str:
    """`text` without accents, capitals kept."""
    if text.isascii():
        return text
    return "".join(character if character.isascii() else _bare(character) for character in text)


@cache
def _bare(character: str) -> str:
    folded = without_accents(character)
    return folded.upper() if character.isupper() else folded
