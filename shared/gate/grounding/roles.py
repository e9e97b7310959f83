"""What a figure stands for beside another: one of a pair ("from 69 to 81"), the part of a whole ("70 of 640 visits"),
or what its verb or its word says ("apartaron 1.020 y escrituraron 780", "the target was 2").
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.folding import fold
from shared.gate.grounding.keys import Keys, keys_of, meaning_of
from shared.gate.grounding.measures import is_money, is_time, same_noun
from shared.gate.grounding.stated import Pair, Stated
from shared.gate.grounding.statements import Statement
from shared.gate.words import tokens_in

_NEAR = 30
_JOINED = lazy_pattern(
    r"\s?(?:(?!(?:y|e|o|and|or)\s)\w+\s){0,2}?(?:(?:down |up )?(?:to|a|al|hasta)\s(?:l[oa]s?\s|the\s)?|(?:->|→|=>)\s?)"
)
_OUT_OF = lazy_pattern(r"\s(?:(?:out )?of|de)\s(?:(?:the|your|our|their|l[oa]s|sus?|tus?|vuestr[oa]s)\s)?")
_FROM = lazy_pattern(r"\b(?:from|de|del|desde)\s(?:(?:l[oa]s?|un|una|the|about|unos|unas)\s)?$")
_BOUNDARY = lazy_pattern(r"[,.;:()!?\n]|\b(?:y|e|o|and|or|pero|but|cuando|when|que|that|while|mientras)\b")
_LONGEST_ROLE, _FEW = 40, 2
_MOST = 24
"""How many figures of a fact are looked at; a fact with more is a table."""


def proven_beside_others(figure: Figure, statement: Statement, allowed: Stated, rivals: Sequence[Pair]) -> list[Fact]:
    """The facts that have a figure together with another one of the text, by whatever name."""
    return _paired_in(figure, statement, allowed) or _told_with(figure, statement, allowed, rivals)


def _paired_in(figure: Figure, statement: Statement, allowed: Stated) -> list[Fact]:
    """The facts that have both figures of a pair that the text gives, whatever nouns either leaves out."""
    return [
        fact
        for other in _others_of_its_pair(figure, statement)
        for fact, stated in _facts_with(other, allowed)
        if any(one.value == figure.value and _may_be_of_one_kind(figure, one) for one in stated)
    ]


def _told_with(figure: Figure, statement: Statement, allowed: Stated, rivals: Sequence[Pair]) -> list[Fact]:
    """The facts that have the figure, by whatever name, and another one of the clause, and none that contradicts it:
    "eleven stories from 900 customers" for "900 customers, 11 case studies".
    """
    if figure.value <= _FEW:
        return []
    others = statement.passage.figures_between(statement.start, statement.end)
    beside = {fact.id for other in others if other.value != figure.value for fact, _ in _facts_with(other, allowed)}
    beside -= {fact.id for _, fact in rivals}
    stated = allowed.by_value.get(figure.value, ())
    return [fact for other, fact in stated if fact.id in beside and other.unit is figure.unit]


def partners_of(figure: Figure, statement: Statement, allowed: Stated) -> list[Pair]:
    """What the facts have as the other one of a pair that the text gives: 81 for 91 in "de 69 a 91"."""
    return [
        (partner, fact)
        for other in _others_of_its_pair(figure, statement)
        for _, fact in allowed.by_value.get(other.value, ())
        for partner in _partners_in(fact, other, allowed, is_first=other.start < figure.start)
        if _may_be_of_one_kind(figure, partner)
    ]


def _others_of_its_pair(figure: Figure, statement: Statement) -> list[Figure]:
    near = statement.passage.figures_between(figure.start - _NEAR, figure.end + _NEAR)
    return [other for other in near if other.start != figure.start and _are_paired(figure, other, statement)]


def ends_together(figure: Figure, other: Figure, folded: str) -> bool:
    """Whether two figures are where something came from and where it came to."""
    first, last = min(figure, other), max(figure, other)
    return _FROM.search(folded, max(0, first.start - _NEAR), first.start) is not None and _are_joined(
        first, last, folded
    )


def _are_paired(figure: Figure, other: Figure, statement: Statement) -> bool:
    return _are_joined(min(figure, other), max(figure, other), statement.passage.folded)


def _facts_with(figure: Figure, allowed: Stated) -> Iterator[tuple[Fact, Sequence[Figure]]]:
    for _, fact in allowed.by_value.get(figure.value, ()):
        yield fact, allowed.by_fact[fact.id]


def _partners_in(fact: Fact, other: Figure, allowed: Stated, *, is_first: bool) -> Iterator[Figure]:
    """The figures of a fact that stand behind, or in front of, one of the value of `other` as the end of its pair."""
    for one, two in _pairs_of(fact, allowed):
        known, partner = (one, two) if is_first else (two, one)
        if known.value == other.value != partner.value:
            yield partner


def _pairs_of(fact: Fact, allowed: Stated) -> Sequence[tuple[Figure, Figure]]:
    if fact.id not in allowed.pairs:
        folded = fold(fact.text)
        neighbours = pairwise(sorted(allowed.by_fact[fact.id])[:_MOST])
        allowed.pairs[fact.id] = [(one, two) for one, two in neighbours if _are_joined(one, two, folded)]
    return allowed.pairs[fact.id]


def _are_joined(one: Figure, two: Figure, folded: str) -> bool:
    if not _may_be_of_one_kind(one, two):
        return False
    return one.end < two.start <= one.end + _NEAR and _JOINED.fullmatch(folded, one.end, two.start) is not None


def _may_be_of_one_kind(figure: Figure, other: Figure) -> bool:
    if figure.unit is other.unit:
        return same_noun(figure, other) is not False or is_money(figure) is is_money(other)
    bare = figure if figure.unit is Unit.PLAIN else other
    return bare.unit is Unit.PLAIN and not bare.noun


def whole_of(figure: Figure, statement: Statement) -> float | None:
    """The whole that the text says a figure is a part of: 18 for ten in "ten of your 18 reps"."""
    following = next(iter(statement.passage.figures_between(figure.end, figure.end + _NEAR)), None)
    if following is None or _OUT_OF.fullmatch(statement.passage.folded, figure.end, following.start) is None:
        return None
    return following.value if following.value > figure.value else None


def in_the_place_of(figure: Figure, statement: Statement, match: Sequence[Fact], allowed: Stated) -> Fact | None:
    """The fact that has another figure where the text has this one, and this one elsewhere: "apartaron 780" for
    "apartaron 1.020 y escrituraron 780".
    """
    role = role_of(figure, statement.passage.folded) if match else frozenset()
    for fact in match if role else ():
        roles = _roles_in(fact, allowed)
        own = [other for stated, other in roles if stated.value == figure.value]
        if not own or any(not other or other & role for other in own):
            continue
        rest = (stated for stated, other in roles if stated.value != figure.value and other & role)
        if any(_could_be_meant(figure, stated) for stated in rest):
            return fact
    return None


def _roles_in(fact: Fact, allowed: Stated) -> Sequence[tuple[Figure, Keys]]:
    if fact.id not in allowed.roles:
        folded = fold(fact.text)
        allowed.roles[fact.id] = [
            (figure, role_of(figure, folded)) for figure in allowed.by_fact.get(fact.id, [])[:_MOST]
        ]
    return allowed.roles[fact.id]


def of_another_year(figure: Figure, statement: Statement, match: Sequence[Fact], allowed: Stated) -> Fact | None:
    """The fact that has the figure for another year than the clause, and another figure for that one: 93 % of 2025
    where it says "2024: 91 %, 2025: 93 %".
    """
    told = [
        other.value for other in statement.passage.figures_between(statement.start, statement.end) if _is_year(other)
    ]
    for fact in match if len(told) == 1 else ():
        years = _by_year(allowed.by_fact[fact.id][:_MOST], figure)
        if years.get(told[0], figure.value) != figure.value and figure.value in years.values():
            return fact
    return None


def _by_year(stated: Sequence[Figure], figure: Figure) -> dict[float, float]:
    """What a fact states for each of its years, if it names them in front of their figures."""
    ordered = sorted(stated)
    pairs = (pair for pair in pairwise(ordered) if _is_year(pair[0]))
    return {year.value: other.value for year, other in pairs if _could_be_meant(figure, other)}


def _is_year(figure: Figure) -> bool:
    return figure.unit is Unit.YEAR


def _could_be_meant(figure: Figure, other: Figure) -> bool:
    return (
        figure.unit is other.unit
        and is_time(figure.noun) is is_time(other.noun)
        and same_noun(figure, other) is not False
    )


def role_of(figure: Figure, folded: str) -> Keys:
    """What the word says that stands right before a figure, in the same part of the sentence."""
    before = folded[max(0, figure.start - _LONGEST_ROLE) : figure.start]
    words = list(tokens_in(_BOUNDARY.split(before)[-1]))
    if any(word[0].isdigit() for word in words):
        return frozenset()
    meant = [word for word in words if meaning_of(word)]
    return keys_of(meant[-1]) if meant else frozenset()
