"""sentence_length: sentences that can be read aloud in one breath."""

from shared.domain.errors import Sentence
from shared.domain.message import Check
from shared.gate.context import GateContext
from shared.gate.findings import passed, warned
from shared.gate.reading import Reading

NAME = "sentence_length"

_MOST_WORDS = 35
_TOO_LONG = Sentence(
    f"Hay una frase de más de {_MOST_WORDS} palabras: mejor partirla.",
    f"A sentence has more than {_MOST_WORDS} words: better to split it.",
)


def examine(reading: Reading, _context: GateContext) -> Check:
    """Warn of sentences of more than 35 words in the body."""
    body = reading.body
    long = [stretch for stretch in body.sentences if len(body.words_between(*stretch)) > _MOST_WORDS]
    return warned(NAME, _TOO_LONG, [body.span(*stretch) for stretch in long]) if long else passed(NAME)
