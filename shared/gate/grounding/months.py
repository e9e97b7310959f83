"""The months of the calendar by their names, in full and short."""

from collections.abc import Sequence
from typing import Final

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "enero january jan ene",
            "febrero february feb",
            "marzo march mar",
            "abril april apr abr",
            "mayo may",
            "junio june jun",
            "julio july jul",
            "agosto august aug ago",
            "septiembre setiembre september sept sep",
            "octubre october oct",
            "noviembre november nov",
            "diciembre december dec dic",
        ),
        start=1,
    )
    for name in names.split()
}
"""The number of each month by its folded names."""


def is_month(word: str) -> bool:
    """Whether a folded word is a month, in full or short."""
    return word in MONTHS


def month_named(words: Sequence[str]) -> int | None:
    """The number of the last month among folded words; None if none is one."""
    return next((MONTHS[word] for word in reversed(words) if word in MONTHS), None)
