"""Posts that pass on what somebody else wrote or said, or that praise it: the words are not the person's own."""

from collections.abc import Set
from functools import cache

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.folding import fold
from shared.gate.grounding.places import is_place
from shared.gate.lexicon import table

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*"
_NAME = rf"(?P<name>{_CAPITAL}(?:\s(?:de\s|del\s|de la\s|van\s|von\s)?{_CAPITAL})+)"
_TEXT = (
    r"(?:textos?|art[ií]culos?|columnas?|nota|reflexi[oó]n|frase|historia|relato|ensayo|hilo|libro|carta|idea|consejo"
    r"|articles?|pieces?|essays?|columns?|lines?|thread|story|book|letter|advice|words|piece|write-up|report|informe)"
)
_FROM = lazy_pattern(rf"(?:From|De|V[ií]a|Via|Palabras de|Words from|Frase de)\s{_NAME}(?=[,:;.])")
_TEXT_OF = lazy_pattern(rf"\b{_TEXT}\s(?:\w+\s)?(?:de|by|from|of)\s(?:nuestr[oa]\s\w+,?\s|our\s\w+,?\s)?{_NAME}")
_NAMES_TEXT = lazy_pattern(rf"{_NAME}['’]s\s(?:\w+\s){{0,2}}{_TEXT}\b")
_PRAISES = lazy_pattern(
    r"(?:enhorabuena|felicidades|felicit\w+|congrat\w*|kudos|bravo|gracias|thanks|thank you|well done|hats off|proud of"
    rf"|orgullos[oa] de|aplausos?|chapeau)\b[^.!?\n]*\b(?:por|for|on|with)\s"
    rf"(?:su|his|her|their)\s(?:\w+\s){{0,2}}{_TEXT}\b"
)
_WROTE = lazy_pattern(
    r"(?:(?:mi|my|our|nuestr[oa])\s[^.!?\n]{3,60}\s|(?P<name>[A-ZÀ-ÖØ-Þ][\w'’-]+(?:\s[A-ZÀ-ÖØ-Þ][\w'’-]+)+),?\s)"
    r"(?:escribió|ha escrito|publicó|ha publicado|wrote|has written|penned|has published|published)\b"
)
_SHORTEST = 2


def other_author(text: str) -> str | None:
    """The folded name of whoever wrote what a post passes on or praises; "" if unnamed, None if it is theirs."""
    for pattern in (_FROM, _WROTE):
        if found := pattern.match(text):
            return fold(found["name"] or "")
    if _PRAISES.match(text.lower()):
        return ""
    found = _TEXT_OF.search(text) or _NAMES_TEXT.search(text)
    name = fold(found["name"]) if found else ""
    return name if name and not is_place(name) else None


def is_authored(word: str) -> bool:
    """Whether a folded noun is of what has one author: a text or a line, and not the post that passes it on."""
    return word in _authored()


@cache
def _authored() -> frozenset[str]:
    return frozenset(table("posts")["authored"].split())


def is_named_in(author: str, words: Set[str]) -> bool:
    """Whether a clause of these folded words names the author."""
    return any(part in words for part in author.split() if len(part) > _SHORTEST)
