"""What the facts state of the things that a figure counts: where another figure stands, the text contradicts it."""

from collections.abc import Sequence

from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.keys import Keys, has_meaning, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import days_in, is_money, is_points, is_time, same_noun
from shared.gate.grounding.roles import partners_of, whole_of
from shared.gate.grounding.stated import Pair, Stated
from shared.gate.grounding.statements import Statement

SURELY = 2
"""How many words around a figure leave no doubt of what it is about."""
_WITHOUT_A_NOUN = 3
_AROUND = 70
_STEM = 5
_SAME_SHARE = 10
_FAR_APART = 8
_MILLION = 1e6


def rivals_of(figure: Figure, statement: Statement, allowed: Stated, known: Known) -> list[Pair]:
    """The other ones of the pairs that the text gives, else the stated figures of the same noun; of shares, amounts and
    lengths of time those told of in the same words. What a figure is said to be a part of is no rival of it.
    """
    if partners := partners_of(figure, statement, allowed):
        return partners
    whole = whole_of(figure, statement)
    return [pair for pair in _alike(figure, statement, allowed, known) if pair[0].value != whole]


def _alike(figure: Figure, statement: Statement, allowed: Stated, known: Known) -> list[Pair]:
    if figure.unit is Unit.PLAIN and not is_time(figure.noun) and not is_points(figure):
        same = [pair for pair in allowed.of_noun(figure) if pair[0].unit is Unit.PLAIN]
        if same or (figure.noun and figure.value < _MILLION):
            return same
        least = 1 if figure.value >= _MILLION else _WITHOUT_A_NOUN
        return _told_of(figure, statement, known.figures, known, least)
    told = _told_of(figure, statement, allowed, known, 1) or _told_of(figure, statement, known.figures, known, SURELY)
    return told or (_bare_shares(figure, statement, allowed, known) if figure.unit is Unit.PERCENT else [])


def _bare_shares(figure: Figure, statement: Statement, allowed: Stated, known: Known) -> list[Pair]:
    """The figures without a sign or a noun that may be shares, in facts that surely speak of the same: "Pick accuracy
    98.9 -> 99.7".
    """
    return [
        (other, fact)
        for other, fact in allowed
        if other.unit is Unit.PLAIN
        and not other.noun
        and abs(other.value - figure.value) <= _SAME_SHARE
        and words_about(fact, figure, statement, known) >= SURELY
    ]


def _told_of(figure: Figure, statement: Statement, allowed: Stated, known: Known, least: int) -> list[Pair]:
    """The figures of one kind with it in facts that have at least so many of the words around it."""
    alike = allowed.of_kinds(figure, _is_of_one_kind)
    around = _words_around(figure, statement, known) if alike else []
    return [
        (other, fact)
        for other, fact in alike
        if _shared(around, known.keys_of_fact(fact)) >= (max(least, SURELY) if _is_far(figure, other) else least)
    ]


def _is_far(figure: Figure, other: Figure) -> bool:
    """Whether two lengths of time are of units so far apart that they hardly measure the same: 30 minutes and 8 weeks;
    "three hours" for three days is a mistake often made.
    """
    one, two = days_in(figure.noun), days_in(other.noun)
    return bool(one and two) and figure.value != other.value and max(one, two) > _FAR_APART * min(one, two)


def _is_of_one_kind(figure: Figure, other: Figure) -> bool:
    if is_money(figure) or is_money(other):
        return is_money(other) and same_noun(figure, other) is None
    return figure.unit is other.unit and (figure.unit is not Unit.PLAIN or is_time(figure.noun) is is_time(other.noun))


def is_of_another(
    figure: Figure, statement: Statement, known: Known, match: Sequence[Fact], rivals: Sequence[Pair]
) -> bool:
    """Whether a share or a length of time is stated, but of something else than the clause is about."""
    if figure.unit is not Unit.PERCENT and not is_time(figure.noun):
        return False
    if any(words_about(fact, figure, statement, known) for fact in match):
        return False
    return any(words_about(fact, figure, statement, known) >= SURELY for _, fact in rivals)


def words_about(fact: Fact, figure: Figure, statement: Statement, known: Known) -> int:
    """How many different words around a figure a fact has too, in whatever form, besides names and units of time."""
    return _shared(_words_around(figure, statement, known), known.keys_of_fact(fact))


def _words_around(figure: Figure, statement: Statement, known: Known) -> list[tuple[str, Keys]]:
    """The words around a figure that tell what it is about: the stem of each, and what it means."""
    first, last = figure.start - _AROUND, figure.start + _AROUND
    their_names = known.their_names
    return [
        (word.folded[:_STEM], keys_of(word.folded))
        for word in statement.words
        if first < word.start < last
        and has_meaning(word.folded)
        and not is_time(word.folded)
        and word.folded not in their_names
    ]


def _shared(around: Sequence[tuple[str, Keys]], keys: Keys) -> int:
    return len({stem for stem, of_word in around if not of_word.isdisjoint(keys)})
