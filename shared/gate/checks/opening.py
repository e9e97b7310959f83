"""opening: the message begins with the reader, not with the writer."""

from shared.domain.errors import Sentence
from shared.domain.message import Check
from shared.gate.context import GateContext
from shared.gate.findings import passed, warned
from shared.gate.greeting import greeting_end
from shared.gate.reading import Reading

NAME = "opening"

_ABOUT_US = frozenset("yo soy i i'm i've i'd we we're nosotros somos".split())
_ABOUT_US_PAIRS = frozenset((("me", "llamo"), ("mi", "nombre"), ("my", "name"), ("mi", "empresa"), ("our", "company")))
_STARTS_WITH_US = Sentence(
    "Empieza hablando de quien escribe: mejor empezar por la persona.",
    "It begins with the writer: better to begin with the person.",
)


def examine(reading: Reading, _context: GateContext) -> Check:
    """Warn if the first words behind the greeting are "Yo", "Me llamo", "I" and the like."""
    body = reading.body
    start = greeting_end(body, reading.evidence.names.has)
    words = [word for word in body.words[:24] if word.start >= start][:2]
    folded = tuple(word.folded for word in words)
    if folded and (folded[0] in _ABOUT_US or folded in _ABOUT_US_PAIRS):
        return warned(NAME, _STARTS_WITH_US, [body.span(words[0].start, words[-1].end)])
    return passed(NAME)
