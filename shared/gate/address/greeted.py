"""Whether a name is the reader's own, in the greeting."""

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.reading import Passage
from shared.gate.words import Word

_END_OF_GREETING = lazy_pattern(r"(?:\s(?:[A-ZÁÉÍÓÚÑ]\S*|de|del|la|y|i))*?\s?[,:.!]")
_LONGEST_GREETING = 40


def is_greeted(passage: Passage, word: Word) -> bool:
    """Whether the word is the reader's own name in a greeting: "Hola, Lucía: vi su charla"."""
    if passage.text[: word.start].rstrip().endswith((" de", " del", " en")):
        return False
    return word.start < _LONGEST_GREETING and _END_OF_GREETING.match(passage.text, word.end) is not None
