"""The sum of an indexed field as Firestore computes it."""

import math
from collections.abc import Iterable

from shared.domain.document_rules import MAX_INTEGER, MIN_INTEGER
from shared.domain.documents import IndexedValue


def total(values: Iterable[IndexedValue]) -> int | float:
    """The sum of the numbers among `values`: whole if all of them are and it fits 64 bits."""
    numbers = [value for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
    if any(isinstance(number, float) for number in numbers):
        return math.fsum(numbers)
    whole = sum(int(number) for number in numbers)
    return whole if MIN_INTEGER <= whole <= MAX_INTEGER else float(whole)
