"""How a figure is meant: exactly, or as the words beside it round it."""

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.measures import Precision
from shared.gate.grounding.statements import Mark, Statement

_AND_MORE = ("+", "y pico", "largos", "largas", "y tantos", "y tantas", "-odd", "odd", "-plus", "plus", "and change")

_OF_TEN = lazy_pattern(r"\b(?:de cada|por cada|(?:out )?of every|in every)\s(?:diez|ten|10)\b[^.!?;:\n%]{1,50}$")

_ROUNDED = (
    (Mark.APPROXIMATE_MORE, Precision.MORE),
    (Mark.APPROXIMATE_LESS, Precision.LESS),
    (Mark.APPROXIMATE, Precision.ABOUT),
)


def precision_of(figure: Figure, statement: Statement) -> Precision:
    """How a figure in a clause is meant."""
    for mark, precision in _ROUNDED:
        if statement.marks & mark and statement.cues_before(figure.start, mark):
            return precision
    if figure.unit is Unit.PERCENT and _OF_TEN.search(statement.passage.folded, statement.start, figure.start):
        return Precision.ABOUT
    behind = statement.passage.folded[figure.end : figure.end + 12].lstrip()
    behind_noun = statement.passage.folded[figure.end : figure.end + 24].partition(figure.noun or " ")[2].lstrip()
    if behind.startswith(_AND_MORE) or behind_noun.startswith(_AND_MORE):
        return Precision.MORE
    return Precision.ABOUT if behind.startswith(("o asi", "or so", "mas o menos")) else Precision.EXACT


def precision_of_share(figure: Figure, statement: Statement) -> Precision:
    """How a share in words is meant, which may begin with the word that rounds it: "over half"."""
    first = statement.passage.folded[figure.start : figure.end].split()[0]
    precision = precision_of(figure, statement)
    if precision is Precision.EXACT:
        precision = _ROUNDING.get(first, Precision.ABOUT)
    return precision


_ROUNDING = {
    "over": Precision.MORE,
    "than": Precision.MORE,
    "under": Precision.LESS,
    "nearly": Precision.LESS,
    "almost": Precision.LESS,
}
