"""Figures whose noun a fact leaves out or tells by a verb: "somos 118; éramos 31 personas", "visits 14 dealers"."""

from collections.abc import Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.folding import fold
from shared.gate.grounding.keys import has_meaning, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import Precision, is_money, is_time, puts, same_noun
from shared.gate.words import tokens_of

_COUNTS_NOTHING = lazy_pattern(r"\s*(?:[.,;:!?)]|$)|\s(?:a|al|to|y|and|en|in|por|for|hoy|ahora|now|today|con|with)\b")
"""What stands behind a figure that leaves out what it counts."""


def leaves_out_its_noun(figure: Figure, other: Figure, precision: Precision) -> bool:
    """Whether a fact has the value without a noun, which it may have beside it: "en 5 días; antes eran 11"."""
    bare = not other.noun and other.unit is Unit.PLAIN and bool(figure.noun)
    return bare and figure.unit is Unit.PLAIN and puts(figure.value, other.value, precision)


def leaves_out_its_sign(figure: Figure, other: Figure, fact: Fact, stated_with: Sequence[Figure]) -> bool:
    """Whether a fact has an amount or a share whose sign only another of its figures bears: "una bomba de 90.000
    dólares, parada por un sello de 40".
    """
    if figure.value != other.value or other.unit is not Unit.PLAIN or not _COUNTS_NOTHING.match(fact.text, other.end):
        return False
    if figure.unit is Unit.PERCENT:
        return any(beside.unit is Unit.PERCENT for beside in stated_with)
    return is_money(figure) and any(is_money(beside) and beside is not other for beside in stated_with)


def has_noun(figure: Figure, stated_with: Sequence[Figure], fact: Fact, known: Known) -> bool:
    """Whether a fact has the noun of a figure, with another of its figures or by itself."""
    return any(same_noun(figure, beside) for beside in stated_with) or (
        not is_time(figure.noun)
        and any(not keys_of(figure.noun).isdisjoint(known.keys_of_fact(one)) for one in _told_with(fact, known))
    )


def _told_with(fact: Fact, known: Known) -> Sequence[Fact]:
    """The facts of the same post, of which each sentence is one; of an "about", which tells of much, the fact alone."""
    return [one for one in known.posts if one.field == fact.field] or [fact]


def is_done_to(figure: Figure, other: Figure, fact: Fact) -> bool:
    """Whether a fact tells by a verb what the text counts: "14 visits" for "visits 14 dealers"."""
    if figure.value != other.value or not figure.noun or figure.unit is not other.unit or is_time(figure.noun):
        return False
    told = fold(fact.text[: other.start]).removesuffix("a ")
    before = tokens_of(told)[-1:]
    if not before or not has_meaning(before[0]) or not told.endswith(f"{before[0]} "):
        return False
    return not keys_of(figure.noun).isdisjoint(keys_of(before[0]))
