"""presumption: a follow-up claims that an earlier message was read, or blames the person for not answering it."""

import re

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern, lexicon_patterns
from shared.domain.message import Check
from shared.gate.context import GateContext
from shared.gate.findings import blocked, passed
from shared.gate.lexicon import one_of, table
from shared.gate.reading import Reading

NAME = "presumption"

_SORTS = {
    "read": Sentence(
        "Da por hecho que leyó el mensaje anterior: nadie lo sabe.",
        "It takes for granted that the earlier message was read: nobody knows that.",
    ),
    "blame": Sentence(
        "Le reprocha no haber contestado: quítalo.",
        "It blames the person for not answering: leave it out.",
    ),
}


def examine(reading: Reading, context: GateContext) -> Check:
    """Block either in a follow-up; a first message is not asked."""
    for sort, detail in _SORTS.items() if context.thread else ():
        found = [
            passage.span(*match.span())
            for passage in reading.passages
            for match in _phrases(sort).finditer(passage.folded)
        ]
        if found:
            return blocked(NAME, detail, found)
    return passed(NAME)


@lexicon_patterns(lambda: table("presumption"))
def _phrases(sort: str) -> re.Pattern[str]:
    return lazy_pattern(rf"(?<!\w){one_of('presumption', sort)}(?!\w)")
