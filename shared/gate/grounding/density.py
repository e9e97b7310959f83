"""How much of a text grounding judges: more than any message has, and not so much that a request never ends.

What lies behind is not passed over: where the judging stops there is a finding that blocks. Both bounds are a multiple
of what 3,000 characters hold, the longest that any format allows.
"""

from shared.domain.errors import Sentence
from shared.gate.figure import Figure
from shared.gate.grounding.finding import UNSUPPORTED, Finding
from shared.gate.reading import Passage

_MOST_WORDS = 1_200
_MOST_FIGURES = 120
_TOO_DENSE = Sentence(
    "El texto tiene demasiadas palabras o cifras para comprobarlo entero: desde aquí no se ha comprobado.",
    "The text has too many words or figures to be checked whole: from here on it was not checked.",
)


def judged_part(passage: Passage) -> Passage:
    """The passage itself, or its beginning if it is too dense to be judged whole; offsets stay the same."""
    end = _end_of_judging(passage)
    return passage if end is None else Passage(passage.part, passage.text[:end])


def unjudged(passage: Passage) -> Finding | None:
    """The finding that blocks where judging stopped, at the first word or figure behind; None if all was judged."""
    end = _end_of_judging(passage)
    if end is None:
        return None
    last = next((word.end for word in passage.words if word.start >= end), len(passage.text))
    return Finding(passage, end, last, "number", UNSUPPORTED, (), _TOO_DENSE)


def _end_of_judging(passage: Passage) -> int | None:
    ends = [passage.words[_MOST_WORDS].start] if len(passage.words) > _MOST_WORDS else []
    figures: tuple[Figure, ...] = passage.figures
    ends += [figures[_MOST_FIGURES].start] if len(figures) > _MOST_FIGURES else []
    return min(ends, default=None)
