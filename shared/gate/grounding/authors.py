"""Posts that pass on what somebody else wrote, said or won, or that praise it: it is not the person's own."""

import re
from collections.abc import Set
from functools import cache, lru_cache

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.folding import fold
from shared.gate.grounding.places import is_place
from shared.gate.lexicon import one_of, table

_CAPITAL = r"[@A-ZÀ-ÖØ-Þ][\w'’.-]*"
_NAME = rf"(?P<name>{_CAPITAL}(?:\s(?:de\s|del\s|de la\s|van\s|von\s)?{_CAPITAL})+|@\w+)"
_MINE = r"\b(?:[Mm]is?|[Mm]y|[Nn]uestr[oa]s?|[Oo]ur)\s"
_MINE_FOLDED = r"(?:mis?|my|nuestr[oa]s?|our)\s"
_TEXT, _DEED = one_of("authors", "text"), one_of("authors", "deed")
_WROTE, _TELLS = one_of("authors", "wrote"), one_of("authors", "tells")
_COLLEAGUE = rf"{_MINE}(?:[\w-]+\s)?{one_of('authors', 'person')}\b"
_RELATION = rf"{_MINE}(?!(?:{_TEXT}|{_DEED})\b)(?:[\w-]+\s){{0,3}}?[\w-]+"
_SOMEBODY = rf"(?:(?:{_RELATION},?\s)?{_NAME}|{_COLLEAGUE})"
_ADJECTIVE = r"(?:(?:gran|great|admirad[oa]|querid[oa]|brillante|brilliant|wonderful|siempre)\s(?:\w+\s)?)?"
_PASSED_ON = (
    lazy_pattern(rf"(?:From|Del?|V[ií]a|Palabras de|Words from|Frase de)\s{_ADJECTIVE}{_NAME}(?=[,:;.])"),
    lazy_pattern(rf"\bfrom\s{_RELATION},?\s{_NAME}(?=[,:])"),
)
_DONE = (
    lazy_pattern(rf"(?:^|(?<=[.!?:]\s)){_SOMEBODY}\s?[^.!?\n:]{{0,60}}?\s?\b{_WROTE}\b"),
    lazy_pattern(rf"(?:^|(?<=[.!?:]\s)){_SOMEBODY},?\s{_TELLS}\b[^.!?\n]*\b(?:en su|in (?:his|her|their))\b"),
    lazy_pattern(rf"\b{_TELLS}\s{_ADJECTIVE}{_SOMEBODY}"),
)
_TEXT_OF = lazy_pattern(rf"\b(?i:{_TEXT})\s(?:\w+\s)?(?:de|del|by|from|of)\s{_ADJECTIVE}{_SOMEBODY}")
_NAMES_TEXT = lazy_pattern(rf"(?:{_NAME}|{_COLLEAGUE})['’]s\s(?:\w+\s){{0,2}}(?i:{_TEXT})\b")
_PRAISES = lazy_pattern(
    r"(?:enhorabuena|felicidades|felicit\w+|congrat\w*|kudos|bravo|gracias|thanks|thank you|well done|hats off|proud of"
    rf"|orgullos[oa] de|aplausos?|chapeau|shout-?out|menci[oó]n|props)\b[^.!?\n]*\b(?:por|for|on|with)\s"
    rf"(?:su|his|her|their)\s(?:\w+\s){{0,2}}(?:{_TEXT}|{_DEED})\b"
)
_SENTENCE = lazy_pattern(r"[^.!?\n]+")
_OF_ANOTHER = lazy_pattern(
    rf"(?<!\b[Cc]on )(?<!\b[Ww]ith )(?<!\bto )(?<!\btold )"
    rf"(?:{_MINE}(?:[\w-]+\s)?[\w-]+,?\s{_NAME}|{_COLLEAGUE}"
    rf"|\b(?i:{one_of('authors', 'links')})\s{_NAME.replace('name', 'linked')})"
)
_OF_WORK = lazy_pattern(rf"(?i:\b(?:{_TEXT}|{_DEED}|{_WROTE}|{_TELLS}|{one_of('authors', 'passes_on')})\b)")
_OWN_WORK = lazy_pattern(rf"(?i:\b(?:{_MINE_FOLDED}(?:\w+\s)?(?:{_TEXT}|{_DEED})|{one_of('authors', 'mine')})\b)")
_SHORTEST = 2


@lru_cache(maxsize=4096)
def other_author(text: str) -> str | None:
    """The folded name of whoever wrote or did what a post passes on or praises; "" if unnamed, None if it is theirs."""
    for pattern in (_PASSED_ON[0].match, _PASSED_ON[1].search, *(pattern.search for pattern in _DONE)):
        if found := pattern(text):
            return _named(found.groupdict())
    if _PRAISES.match(text.lower()):
        return ""
    found = _TEXT_OF.search(text) or _NAMES_TEXT.search(text) or _other_at_work(text)
    name = _named(found.groupdict()) if found else None
    return None if name is None or is_place(name) else name


def _other_at_work(text: str) -> re.Match[str] | None:
    """Somebody else in a sentence that tells of a text or a talk and not of one of the person's own."""
    for sentence in _SENTENCE.finditer(text):
        of_another = _OF_WORK.search(text, *sentence.span()) and not _OWN_WORK.search(text, *sentence.span())
        if of_another and (found := _OF_ANOTHER.search(text, *sentence.span())):
            return found
    return None


def _named(groups: dict[str, str | None]) -> str:
    """The folded name without the word that praises or passes on: "Loved Vikram Sethi's article"."""
    first, _, rest = fold(groups.get("name") or groups.get("linked") or "").partition(" ")
    return rest if first in _openers() else f"{first} {rest}".strip()


def is_authored(word: str) -> bool:
    """Whether a folded noun is of what has one author: a text or a line, and not the post that passes it on."""
    return word in _authored()


@cache
def _openers() -> frozenset[str]:
    return frozenset(table("authors")["openers"])


@cache
def _authored() -> frozenset[str]:
    return frozenset(table("posts")["authored"].split())


def is_named_in(author: str, words: Set[str]) -> bool:
    """Whether a clause of these folded words names the author."""
    return any(part in words for part in author.split() if len(part) > _SHORTEST)
