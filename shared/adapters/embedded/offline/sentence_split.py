"""Where the sentences of a post end: not at the stop of an abbreviation, of a number or of an initial."""

from collections.abc import Iterator
from functools import lru_cache

from shared.domain.lazy_pattern import lazy_pattern

_END = lazy_pattern(r"[.!?…]+[\"»”)]*(?=\s|$)|\n+")
_ABBREVIATION = lazy_pattern(
    r"(?:^|[\s(«“\"'-])(?:"
    r"[^\W\d_](?:\.[^\W\d_])*|Dra?s?|Sra?s?|Srta|Dña|Da|Ing|Lic|Licda|Arq|Prof|Profa|Gral|Cte|Cía|Cia|Dpto|Depto|Av|Avda|Pza"
    r"|n[úu]m|n[ºo]|aprox|máx|mín|pág|págs|art|tel|ej|vs|etc|EE|UU|RR|HH|Sto|Sta|Hnos|S\.A|S\.L|ca|cf|Excmo|Excma|Ilmo|Ilma"
    r"|Mrs?|Ms|Messrs|St|Mt|Rev|Hon|Gen|Col|Capt|Lt|Sgt|Jr|Inc|Ltd|Co|Corp|Dept|No|Nos|approx|est|e\.g|i\.e|p\.m|a\.m"
    r")$"
)
"""What stands before a stop that belongs to it. "etc." and "Inc." may end a sentence too: then what follows decides."""

_MAY_END = lazy_pattern(r"(?:etc|Inc|Ltd|Co|Corp|Jr|S\.A|S\.L|UU|HH|p\.m|a\.m|Cía|Hnos|No|est)$")
_STARTS_ANEW = lazy_pattern(r"\s+[¿¡«“\"]?[A-ZÁÉÍÓÚÑ]")


@lru_cache(maxsize=1024)
def sentences_in(text: str) -> tuple[str, ...]:
    """The text's sentences, with what ends them, in order; a line break ends one too."""
    return tuple(_split(text))


def _split(text: str) -> Iterator[str]:
    start = 0
    for match in _END.finditer(text):
        if match.group().startswith(".") and _belongs_to_a_word(text, match.start(), match.end()):
            continue
        if sentence := text[start : match.end()].strip():
            yield sentence
        start = match.end()
    if rest := text[start:].strip():
        yield rest


def _belongs_to_a_word(text: str, stop: int, end: int) -> bool:
    """Whether the stop at `stop` is an abbreviation's: then no sentence ends with it, unless a new one clearly
    starts.
    """
    before = text[max(0, stop - 12) : stop]
    if not _ABBREVIATION.search(before):
        return False
    return not (_MAY_END.search(before) and (end >= len(text) or _STARTS_ANEW.match(text, end)))
