"""Figures: whether what a text counts is what the facts count, for the same noun and the same owner."""

from collections.abc import Iterator, Sequence

from shared.domain.errors import Sentence
from shared.domain.message import ClaimVerdict, Fact, Part
from shared.gate.claims.kinds import kind_of_figure
from shared.gate.evidence import is_ours
from shared.gate.figures import Figure, Unit
from shared.gate.grounding.careers import career_verdict, is_career_span
from shared.gate.grounding.figure_details import said, said_the_other_way, stated, wrong_owner
from shared.gate.grounding.finding import (
    CONTRADICTED,
    UNSUPPORTED,
    VERIFIED,
    Finding,
    ids_of,
    says_instead,
    says_of_us_without_proof,
    says_without_proof,
)
from shared.gate.grounding.keys import has_meaning, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import (
    POINTS,
    Precision,
    follows,
    is_light,
    is_time,
    same_measure,
    same_noun,
)
from shared.gate.grounding.stated import Stated
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.grounding.uncounted import counts_nothing
from shared.gate.grounding.years import year_finding

_OWN = frozenset("tu tus su sus vuestro vuestra vuestros vuestras your".split())
_DEFINITE = _OWN | frozenset("los las the esos esas estos estas these those".split())
_UNIT = 3
_REACH = 4
_HAS = frozenset("de con of with tiene tenga has having".split())
_ANY = frozenset("un una a an any cualquier alguien somebody someone anybody quien whoever otro otra another".split())
_NEAR = 24
_MINUTES = frozenset("minuto minutos minute minutes min mins segundo segundos second seconds rato".split())
_SMALL = 3
_SMALL_IN_SUBJECT = 12
_FEW = 2
_FAR = 10


def judged_figures(statement: Statement, known: Known, taken: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    """What the facts say to each figure of a clause. `taken` are the stretches that others have judged."""
    for figure in statement.passage.figures_between(statement.start, statement.end):
        if any(start < figure.end and figure.start < end for start, end in taken):
            continue
        finding = _judged(figure, statement, known)
        if finding is not None:
            yield finding
    yield from _shares(statement, known)


def _shares(statement: Statement, known: Known) -> Iterator[Finding]:
    """The shares in words that a percentage of the facts proves; others are a manner of speaking."""
    for ratio in statement.passage.ratios:
        if statement.start <= ratio.start < statement.end:
            figure = Figure(ratio.start, ratio.end, ratio.percent, Unit.PERCENT, "")
            precision = _precision(figure, statement)
            precision = Precision.ABOUT if precision is Precision.EXACT else precision
            if facts := _matching(figure, _allowed(figure, statement, known), precision):
                yield _finding(figure, statement, VERIFIED, facts)


def _judged(figure: Figure, statement: Statement, known: Known) -> Finding | None:
    if _is_part_of_name(figure, statement, known):
        return None
    if any(ratio.start <= figure.start < ratio.end for ratio in statement.passage.ratios):
        return None
    if figure.unit is Unit.YEAR:
        return year_finding(figure, statement, known)
    if is_career_span(figure):
        precision = _precision(figure, statement)
        if matching := _matching(figure, _allowed(figure, statement, known), precision):
            return _finding(figure, statement, VERIFIED, matching)
        verdict = career_verdict(figure, _precision(figure, statement), statement, known)
        if verdict is not None:
            return verdict
    return _counted(figure, statement, known)


def _is_part_of_name(figure: Figure, statement: Statement, known: Known) -> bool:
    """Whether the digits belong to a name that the facts hold: "Logis 2026", "ISO 9001", "Industria 4.0"."""
    text = statement.passage.folded[figure.start : figure.end]
    before = statement.word_before(figure.start)
    if before is None or before.text.islower():
        return False
    return f" {before.folded} {text.replace('.', ' ')} " in known.all_plain


def _counted(figure: Figure, statement: Statement, known: Known) -> Finding | None:
    precision = _precision(figure, statement)
    allowed = _allowed(figure, statement, known)
    match = _matching(figure, allowed, precision)
    if match:
        if turned := _turned_round(figure, statement, allowed):
            return _finding(figure, statement, CONTRADICTED, [turned], said_the_other_way(turned))
        return _finding(figure, statement, VERIFIED, match)
    counted = any(
        _counts_the_same(figure, other) and not _is_far_fewer(figure, other, statement)
        for other, _ in allowed.of_noun(figure)
    )
    if not _is_claim(figure, statement, counted=counted and bool(statement.marks & (Mark.THEM | Mark.US))):
        return None
    if _is_derived(figure, allowed, precision):
        return _finding(figure, statement, VERIFIED, ())
    return _unproven(figure, statement, known, allowed)


def _unproven(figure: Figure, statement: Statement, known: Known, allowed: Stated) -> Finding | None:
    """What to say of a figure that no fact states: another one of the same noun, another owner, or nothing at all."""
    swapped = [pair for pair in allowed.of_noun(figure) if pair[0].unit is figure.unit]
    if any((figure.value, figure.unit) == (other.value, other.unit) for other, _ in allowed) and not swapped:
        return None
    if is_time(figure.noun):
        swapped = [pair for pair in swapped if _is_about(pair[1], statement, known)]
    if swapped:
        other, fact = swapped[0]
        return _finding(
            figure, statement, CONTRADICTED, [fact], says_instead(said(figure, statement), stated(other, fact))
        )
    candidates = known.figures.that_may_equal(figure, Precision.EXACT)
    elsewhere = [fact for other, fact in candidates if same_measure(figure, other, Precision.EXACT)]
    if elsewhere and not any(fact in elsewhere for _, fact in allowed):
        return _finding(figure, statement, CONTRADICTED, elsewhere, wrong_owner(figure, statement, elsewhere[0]))
    plain = figure.unit is Unit.PLAIN and figure.noun not in POINTS
    spelled = plain and not statement.passage.text[figure.start : figure.end].strip("€$£ ")[:1].isdigit()
    doubtful = (spelled and not statement.marks & (Mark.THEM | Mark.US)) or _is_of_anybody(figure, statement)
    return _finding(figure, statement, UNSUPPORTED, (), _no_proof(figure, statement))._replace(doubtful=doubtful)


def _is_of_anybody(figure: Figure, statement: Statement) -> bool:
    """Whether the figure describes no certain thing: "un almacén con veinte muelles", "a team of forty"."""
    before = [word.folded for word in statement.words_before(figure.start, _REACH)]
    if not before or before[-1] not in _HAS:
        return False
    return not _ANY.isdisjoint(before[:-1]) and not statement.marks & Mark.US


def _is_about(fact: Fact, statement: Statement, known: Known) -> bool:
    """Whether a clause speaks of what a fact tells, besides the figure."""
    keys = known.keys_of_fact(fact)
    return any(
        has_meaning(word.folded) and not is_time(word.folded) and not keys_of(word.folded).isdisjoint(keys)
        for word in statement.words
    )


def _turned_round(figure: Figure, statement: Statement, allowed: Stated) -> Fact | None:
    """The fact that has this figure and the next in the opposite order: "del 11 % al 23 %" for "del 23 % al 11 %"."""
    following = next(iter(statement.passage.figures_between(figure.end, figure.end + _NEAR + 1)), None)
    if following is None:
        return None
    if statement.passage.folded[figure.end : following.start].split()[-1:] not in (["a"], ["al"], ["to"]):
        return None
    places = {(fact.id, other.value): other.start for other, fact in allowed}
    for _, fact in allowed:
        first, second = places.get((fact.id, figure.value)), places.get((fact.id, following.value))
        if first is not None and second is not None and second < first and figure.value != following.value:
            return fact
    return None


def _allowed(figure: Figure, statement: Statement, known: Known) -> Stated:
    """The figures that may stand here: the person's where it is about them, ours where it is about us."""
    marks = statement.marks
    theirs, ours = bool(marks & Mark.THEM), bool(marks & Mark.US)
    if _follows(figure, statement, _OWN):
        theirs, ours = True, False
    if theirs is ours:
        return known.figures
    return known.our_figures if ours else known.their_figures


def _matching(figure: Figure, allowed: Stated, precision: Precision) -> list[Fact]:
    """The facts that state the figure: of the same noun if any does, else those where the noun cannot be told."""
    candidates = allowed.that_may_equal(figure, precision)
    same = [(same_noun(figure, other), fact) for other, fact in candidates if same_measure(figure, other, precision)]
    certain = [fact for noun, fact in same if noun]
    if certain:
        return certain
    if precision is not Precision.EXACT and figure.unit is Unit.PLAIN and figure.noun:
        return [fact for noun, fact in same if noun is None]
    counted_otherwise = any(
        other.unit is figure.unit and not same_measure(figure, other, precision) for other, _ in allowed.of_noun(figure)
    )
    return [] if counted_otherwise else [fact for noun, fact in same if noun is None]


def _is_derived(figure: Figure, allowed: Stated, precision: Precision) -> bool:
    alike = [other for other, _ in allowed.of_noun(figure)]
    groups = (*allowed.by_fact.values(), alike)
    return figure.value > _FEW and any(follows(figure, stated, precision) for stated in groups)


def _counts_the_same(figure: Figure, other: Figure) -> bool:
    """Whether a fact that counts the same noun does so in the same unit, of time too."""
    if other.unit is not figure.unit:
        return False
    return not is_time(figure.noun) or figure.noun[:_UNIT] == other.noun[:_UNIT]


def _is_far_fewer(figure: Figure, other: Figure, statement: Statement) -> bool:
    """Whether a small number in words is too small to mean what the facts count: "three people talking at once"."""
    if statement.passage.text[figure.start].isdigit() or figure.value > _SMALL or is_time(figure.noun):
        return False
    return other.value > _FAR * figure.value and not _follows(figure, statement, _OWN)


def _is_claim(figure: Figure, statement: Statement, *, counted: bool) -> bool:
    """Whether the figure says how something is, and is no proposal, example or manner of speaking; `counted` if the
    facts count the same things.
    """
    if counts_nothing(figure, statement, counted=counted) or (is_light(figure.noun) and not counted):
        return False
    if figure.noun in _MINUTES and not counted and not statement.marks & Mark.US:
        return False
    spelled = not statement.passage.text[figure.start].isdigit()
    if spelled and not figure.noun and figure.unit is Unit.PLAIN:
        return False
    if spelled and figure.value <= _smallest(statement) and figure.unit is Unit.PLAIN and not counted:
        return False
    asserted = statement.asserts_at(figure.start)
    if _follows(figure, statement, _DEFINITE if asserted else _OWN):
        return bool(statement.sentence & (Mark.THEM | Mark.US)) or counted
    return asserted and not (is_time(figure.noun) and statement.sentence & (Mark.OFFER | Mark.HYPOTHESIS))


def _smallest(statement: Statement) -> int:
    """Up to which number in words nothing is counted: "las dos cosas", "seven squads, one invoice" as a subject."""
    return _SMALL_IN_SUBJECT if statement.passage.part is Part.SUBJECT else _SMALL


def _follows(figure: Figure, statement: Statement, words: frozenset[str]) -> bool:
    """Whether one of `words` stands right before the figure, or before the word that rounds it."""
    before = [word.folded for word in statement.words_before(figure.start, _FEW)]
    return bool(before) and (before[-1] in words or (len(before) > 1 and before[0] in words and before[1] in _ROUNDERS))


_ROUNDERS = frozenset("mas casi over nearly almost some more unos unas".split())


def _precision(figure: Figure, statement: Statement) -> Precision:
    for mark, precision in (
        (Mark.APPROXIMATE_MORE, Precision.MORE),
        (Mark.APPROXIMATE_LESS, Precision.LESS),
        (Mark.APPROXIMATE, Precision.ABOUT),
    ):
        if statement.cues_before(figure.start, mark):
            return precision
    behind = statement.passage.folded[figure.end : figure.end + 12].lstrip()
    if behind.startswith(("+", "y pico", "largos", "largas", "y tantos", "-odd", "odd", "plus")):
        return Precision.MORE
    return Precision.ABOUT if behind.startswith(("o asi", "or so", "mas o menos")) else Precision.EXACT


def _no_proof(figure: Figure, statement: Statement) -> Sentence:
    about_us = statement.marks & Mark.US and not statement.marks & Mark.THEM
    return (says_of_us_without_proof if about_us else says_without_proof)(said(figure, statement))


def _finding(
    figure: Figure, statement: Statement, verdict: ClaimVerdict, facts: Sequence[Fact], detail: Sentence | None = None
) -> Finding:
    about_us = statement.marks & Mark.US and not statement.marks & Mark.THEM
    kind = "ourselves" if (facts and all(map(is_ours, facts))) or about_us else kind_of_figure(figure)
    return Finding(
        statement.passage,
        figure.start,
        figure.end,
        kind,
        verdict,
        ids_of(facts),
        detail,
    )
