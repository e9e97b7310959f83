"""Lengths of time that name no number, or two: "una década", "half a century", "a dozen years", "six years and two
months".
"""

from collections.abc import Iterator, Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import Figure, Unit
from shared.gate.lexicon import table

_UNITS = "decadas?|decades?|lustros?|siglos?|century|centuries|trienios?|bienios?|quinquenios?|sexenios?|cuatrienios?"
_SIGNS_OF_PERIODS = "decad lustro siglo centur ienio enio".split()
_PERIODS = lazy_pattern(
    rf"\b(?:(?P<many>tres|three) )?(?:(?:un|una|a|one|the best part of a|the) )?"
    rf"(?P<part>half an?|half|media|medio|cuartos? de|quarters? of an?|quarter)?[ -]?(?P<unit>{_UNITS})\b"
    rf"(?P<more> y medi[oa]| and a half)?"
)
_DOZENS = lazy_pattern(
    r"\b(?:(?:un|una|a) )?(?:(?P<half>media|half a) )?(?P<many>docena|decena|veintena|treintena|quincena|dozen|score"
    r"|par|couple)(?: de| of)? (?P<unit>anos|years|meses|months|decadas|decades|lustros)\b"
)
_AND_A_HALF = lazy_pattern(r"\b(?:(?:un|a|one) )?(?P<unit>ano|mes|year|month) (?:y medio|and a half)\b")
_PARTS = {"half": 0.5, "medi": 0.5, "cuar": 0.25, "quar": 0.25}
_MANY = {
    "docena": 12, "dozen": 12, "decena": 10, "veintena": 20, "score": 20, "treintena": 30, "quincena": 15, "par": 2,
    "couple": 2,
}  # fmt: skip
ROUND_WORDS = frozenset(table("counted")["round"].split())
"""The folded words without which no text has such a length."""


def round_lengths(folded: str) -> Iterator[Figure]:
    """The lengths of time of a folded text that its words name without a number."""
    for match in _PERIODS.finditer(folded) if any(sign in folded for sign in _SIGNS_OF_PERIODS) else ():
        if match[0][0].isspace() or match.start("unit") == match.start():
            continue  # "décadas" alone, or behind a number that is read with it
        part = _PARTS.get((match["part"] or "")[:4], 1.0) * (3 if match["many"] else 1)
        if match["many"] and not match["part"]:
            continue
        yield _length(match.span(), part + (0.5 if match["more"] else 0), match["unit"])
    for match in _DOZENS.finditer(folded) if any(many in folded for many in _MANY) else ():
        yield _length(match.span(), _MANY[match["many"]] * (0.5 if match["half"] else 1), match["unit"])
    for match in _AND_A_HALF.finditer(folded) if " y medio" in folded or " and a half" in folded else ():
        yield _length(match.span(), 1.5, match["unit"])


def _length(span: tuple[int, int], value: float, unit: str) -> Figure:
    return Figure(*span, value, Unit.PLAIN, unit, (unit,))


def with_their_months(figures: Sequence[Figure], folded: str) -> Iterator[Figure]:
    """The figures, years and the months behind them as one length of time in months: "dos años y ocho meses"."""
    left = list(figures)
    while left:
        figure = left.pop(0)
        if left and figure.noun in _YEARS and _is_followed(figure, left[0], folded):
            months = left.pop(0)
            figure = months._replace(start=figure.start, value=_MONTHS_OF_A_YEAR * figure.value + months.value)
        yield figure


def _is_followed(years: Figure, other: Figure, folded: str) -> bool:
    return other.noun in _MONTHS and _YEARS_AND.fullmatch(folded, years.end, other.start) is not None


_YEARS, _MONTHS = frozenset("ano anos year years".split()), frozenset("mes meses month months".split())
_MONTHS_OF_A_YEAR = 12
_YEARS_AND = lazy_pattern(r" (?:anos?|years?)(?: y| and| con|,|, y|, and)? ")
