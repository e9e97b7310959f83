"""What is said to be so many times as much: "habéis duplicado la plantilla", "you'll save twice as much".

A multiple is true if a fact tells of it, or if two figures of one thing are as far apart: of one fact, of the facts
that count the same, or of the text, where each is judged for itself. What we promise of ourselves only a fact of ours
holds.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.folding import fold
from shared.gate.grounding.finding import (
    UNSUPPORTED,
    VERIFIED,
    Finding,
    ids_of,
    says_of_us_without_proof,
    says_without_proof,
)
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import Precision, is_money, is_time, same_noun
from shared.gate.grounding.owners import allowed_at, is_of_ours
from shared.gate.grounding.precisions import precision_of
from shared.gate.grounding.reckoning.given import Given, figures_near
from shared.gate.grounding.reckoning.rounding import is_said
from shared.gate.grounding.reckoning.sums import TIMES
from shared.gate.grounding.roles import ends_together
from shared.gate.grounding.stated import Stated
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.multiples import find_multiples

_SLACK, _MOST = 0.12, 24


def judged_multiples(statement: Statement, known: Known) -> Iterator[Finding]:
    """The multiples of a clause that some fact proves, and those that none does."""
    for multiple in statement.passage.multiples:
        if statement.start <= multiple.start < statement.end:
            figure = Figure(multiple.start, multiple.end, multiple.factor, Unit.PLAIN, "")
            finding = _judged(figure, statement, known)
            if finding is not None:
                yield finding


def _judged(figure: Figure, statement: Statement, known: Known) -> Finding | None:
    about_us = is_of_ours(statement, figure)
    allowed = known.our_figures if about_us else allowed_at(figure, statement, known)
    facts = known.ours if about_us else known.evidence.facts
    kind = "ourselves" if about_us else "number"
    span = (statement.passage, figure.start, figure.end, kind)
    if told := _telling(figure, facts, known):
        return Finding(*span, VERIFIED, ids_of(told))
    if _follows(figure, statement, known, allowed) or not _is_asserted(figure, statement, about_us=about_us):
        return None
    said = statement.passage.text[figure.start : figure.end]
    detail = says_of_us_without_proof(said) if about_us else says_without_proof(said)
    return Finding(*span, UNSUPPORTED, (), detail, doubtful=not (about_us or statement.marks & Mark.THEM))


def _telling(figure: Figure, facts: Sequence[Fact], known: Known) -> list[Fact]:
    """The facts that tell of the same multiple, or count so many times: "revenue grew 3 times"."""
    folds, stated = known.evidence.folds, known.figures.by_fact
    return [
        fact
        for fact in facts
        if any(one.factor == figure.value for one in find_multiples(folds[fact.id]))
        or any(one.value == figure.value and one.noun in TIMES for one in stated.get(fact.id, ()))
    ]


def _follows(figure: Figure, statement: Statement, known: Known, allowed: Stated) -> bool:
    """Whether two figures of one thing are so many times apart, or one is the growth that the multiple says."""
    precision = precision_of(figure, statement)
    near = figures_near(figure, statement.passage)
    told = Given(figure, statement, known, precision, allowed).tales()
    tales = [stated for fact, stated in told if fact.id in allowed.by_fact]
    facts = {fact.id: fold(fact.text) for _, fact in allowed}
    tales += [
        [one, other]
        for number, stated in allowed.by_fact.items()
        for one, other in pairwise(sorted(stated)[:_MOST])
        if ends_together(one, other, facts[number])
    ]
    alike = ([other for other, _ in allowed.of_noun(one)] for one in near if one.noun)
    return any(_are_apart(figure, group, precision) for group in (near, *tales, *alike))


def _are_apart(figure: Figure, group: Sequence[Figure], precision: Precision) -> bool:
    quotients = (
        one.value / other.value
        for one, other in permutations(group, 2)
        if one.value > other.value > 0 and one.unit is other.unit and _count_one_thing(one, other)
    )
    wholes = (1 + one.value / other.value for one, other in permutations(group, 2) if _are_parts(one, other))
    growths = (1 + one.value / 100 for one in group if one.unit is Unit.PERCENT)
    return any(is_said(figure.value, each, precision, _SLACK) for each in (*quotients, *wholes, *growths))


def _are_parts(one: Figure, other: Figure) -> bool:
    """Whether two figures may make up a whole: "95 fijos y 260 en verano"."""
    return one.unit is other.unit is Unit.PLAIN and min(one.value, other.value) > 1 and not is_time(one.noun)


def _count_one_thing(one: Figure, other: Figure) -> bool:
    return same_noun(one, other) is not False or (is_money(one) and is_money(other))


def _is_asserted(figure: Figure, statement: Statement, *, about_us: bool) -> bool:
    """Whether a clause says that it is so; a promise of ours says so in the future, too."""
    if any(cue.marks & (UNREAL | Mark.GUESS | Mark.GENERAL) and cue.start < figure.start for cue in statement.cues):
        return False
    return (about_us and figure.start < statement.question) or statement.asserts_at(figure.start)
