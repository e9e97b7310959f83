"""shouting: nothing is written in capitals that is not an abbreviation."""

from collections.abc import Iterator

from shared.domain.errors import Sentence
from shared.domain.message import Check, Span
from shared.gate.context import GateContext
from shared.gate.evidence import Evidence
from shared.gate.findings import passed, warned
from shared.gate.reading import Passage, Reading
from shared.gate.words import Word

NAME = "shouting"

_LONGEST_ABBREVIATION = 5
_SHORTEST_RUN = 2
_LOUD = Sentence("Hay palabras en mayúsculas: parece un grito.", "There are words in capitals: it reads as shouting.")


def examine(reading: Reading, _context: GateContext) -> Check:
    """Warn of words in capitals: two in a row, or one longer than abbreviations are. Names of the facts may be so."""
    spans = [span for passage in reading.passages for span in _loud(passage, reading.evidence)]
    return warned(NAME, _LOUD, spans) if spans else passed(NAME)


def _loud(passage: Passage, evidence: Evidence) -> Iterator[Span]:
    run: list[Word] = []
    for word in passage.words:
        if word.capitalised and word.text.isupper() and _is_a_word(word.text) and not evidence.writes(word.text):
            run.append(word)
        elif run:
            yield from _run(passage, run)
            run = []
    yield from _run(passage, run)


def _is_a_word(written: str) -> bool:
    return len(written) > 1 and written.isalpha()


def _run(passage: Passage, run: list[Word]) -> Iterator[Span]:
    longest = max((len(word.text) for word in run), default=0)
    if longest > _LONGEST_ABBREVIATION or (len(run) >= _SHORTEST_RUN and longest >= _LONGEST_ABBREVIATION - 1):
        yield passage.span(run[0].start, run[-1].end)
