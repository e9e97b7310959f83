"""How a figure is meant: exactly, or as the words beside it round it."""

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.measures import Precision
from shared.gate.grounding.statements import Mark, Statement

_AND_MORE = (
    *("+", "y pico", "largo", "larga", "y tant", "-odd", "odd", "-plus", "plus", "and change", "or more", "o mas"),
    *("o algo mas", "and counting", "and a bit", "y algo"),
)
_NOT_QUITE = (
    "casi",
    "escaso",
    "escasa",
    "mal contad",
    "o algo menos",
    "or fewer",
    "or less",
    "o menos",
    "at most",
    "como mucho",
)
_ROUND_NAMES = ("docena", "decena", "veintena", "treintena", "cincuentena", "centenar", "millar", "dozen")
"""Names of numbers that people use for about so many."""

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
    if behind.startswith(_NOT_QUITE):
        return Precision.LESS
    is_about = behind.startswith(("o asi", "or so", "mas o menos")) or _is_loose(figure, statement)
    return Precision.ABOUT if is_about else Precision.EXACT


def _is_loose(figure: Figure, statement: Statement) -> bool:
    """Whether a figure is one of those that stand for about so many: "una docena", the ends of "four to five"."""
    folded = statement.passage.folded
    if folded[figure.start : figure.end].endswith(_ROUND_NAMES) or folded[: figure.start].rstrip()[-1:] in _SIGNS:
        return True
    near = statement.passage.figures_between(figure.start - _NEXT_TO, figure.end + _NEXT_TO)
    return any(
        _is_range(min(figure, other), max(figure, other), folded) for other in near if other.start != figure.start
    )


def _is_range(one: Figure, other: Figure, folded: str) -> bool:
    """Whether two figures are the ends of one guess: "cuatro o cinco", "entre siete y ocho", not "from 4 to 5"."""
    if not one.value < other.value <= _WIDEST * one.value or one.noun not in ("", other.noun, "to"):
        return False
    before = folded[max(0, one.start - _NEXT_TO) : one.start].split()[-1:]
    joined = _OR.fullmatch(folded, one.end, other.start)
    return joined is not None and (before != ["from"] and before not in (["de"], ["desde"], ["del"]))


_SIGNS = ("~", "≈")
_WIDEST, _NEXT_TO = 1.5, 9
_OR = lazy_pattern(r"\s(?:a|o|u|to|or|y)\s|\s?[-–]\s?")


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
