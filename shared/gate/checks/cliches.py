"""cliches: no phrases of advertising, no flattery, none of the openers that every second message has."""

import re

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern, lexicon_patterns
from shared.domain.message import Check
from shared.gate.beginnings import groups_begun
from shared.gate.context import GateContext
from shared.gate.findings import passed, warned
from shared.gate.lexicon import one_of, table
from shared.gate.quoted import quoted_stretches
from shared.gate.reading import Passage, Reading

NAME = "cliches"

_SORTS = {
    "spam": Sentence(
        "Suena a publicidad: estas palabras hacen que se borre sin leer.",
        "It sounds like advertising: these words get it deleted unread.",
    ),
    "flattery": Sentence(
        "Halaga en lugar de decir algo concreto: mejor un hecho de esta persona.",
        "It flatters instead of saying something concrete: better a fact about this person.",
    ),
    "stock": Sentence(
        "Usa una frase hecha que abre o cierra miles de mensajes: quítala.",
        "It uses a stock phrase that opens or closes thousands of messages: leave it out.",
    ),
}


def examine(reading: Reading, _context: GateContext) -> Check:
    """Warn of the first sort that is found; what the facts say so, or a quotation holds, is none of ours."""
    known = reading.evidence.folded
    for sort, detail in _SORTS.items():
        found = [
            passage.span(*match.span())
            for passage in reading.passages
            if sort in groups_begun("cliches", passage.runs)
            for match in _phrases(sort).finditer(passage.folded)
            if match[0] not in known and not _is_quoted(passage, match.start())
        ]
        if found:
            return warned(NAME, detail, found)
    return passed(NAME)


def _is_quoted(passage: Passage, place: int) -> bool:
    return any(start <= place < end for start, end in quoted_stretches(passage))


@lexicon_patterns(lambda: table("cliches"))
def _phrases(sort: str) -> re.Pattern[str]:
    return lazy_pattern(rf"(?<!\w){one_of('cliches', sort)}(?!\w)")
