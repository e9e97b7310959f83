"""questions: the message asks one thing."""

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Check
from shared.gate.context import GateContext
from shared.gate.findings import passed, warned
from shared.gate.reading import Passage, Reading
from shared.gate.sentences import Stretch

NAME = "questions"

_GREETS = lazy_pattern(
    r"(?:hola|hi|hello|hey|buenas)?\W*"
    r"(?:que tal(?: estas?| todo)?|como (?:estas?|va(?: todo)?)|how are you(?: doing)?)\W*"
)


def examine(reading: Reading, _context: GateContext) -> Check:
    """Warn of more than one question in the body; "¿qué tal?" is a greeting."""
    body = reading.body
    asked = [stretch for stretch in body.sentences if _asks(body, stretch)]
    if len(asked) <= 1:
        return passed(NAME)
    return warned(NAME, _several(len(asked)), [body.span(*stretch) for stretch in asked[1:]])


def _asks(body: Passage, stretch: Stretch) -> bool:
    sentence = body.folded[stretch.start : stretch.end]
    return "?" in sentence and not _GREETS.fullmatch(sentence)


def _several(count: int) -> Sentence:
    return Sentence(
        f"Hace {count} preguntas: una sola se contesta más.",
        f"It asks {count} questions: a single one is answered more.",
    )
