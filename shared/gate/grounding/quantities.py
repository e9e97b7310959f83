"""Figures: whether what a text counts is what the facts count, for the same noun and the same owner."""

from collections.abc import Iterator, Sequence

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import ClaimVerdict, Fact
from shared.gate.claims.kinds import kind_of_figure
from shared.gate.evidence import is_ours
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.careers import Lasting, is_career_span
from shared.gate.grounding.claimed import is_claimed, is_of_what_you_do, is_spelled
from shared.gate.grounding.elided import has_noun, is_done_to, leaves_out_its_noun, leaves_out_its_sign
from shared.gate.grounding.figure_details import has_another, said, said_the_other_way, wrong_owner
from shared.gate.grounding.finding import (
    CONTRADICTED,
    UNSUPPORTED,
    VERIFIED,
    Finding,
    ids_of,
    says_of_us_without_proof,
    says_without_proof,
)
from shared.gate.grounding.keys import keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import (
    POINTS,
    Precision,
    is_anybody,
    is_time,
    same_measure,
    same_noun,
)
from shared.gate.grounding.owners import allowed_at
from shared.gate.grounding.precisions import precision_of, precision_of_share
from shared.gate.grounding.reckoning import follows, is_of_each
from shared.gate.grounding.rivals import SURELY, is_of_another, rivals_of, words_about
from shared.gate.grounding.roles import in_the_place_of, proven_beside_others
from shared.gate.grounding.stated import Pair, Stated
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.grounding.years import year_finding

_NEAR = 24
_MANNER_OF_SPEAKING = 12
_PAIRED = frozenset("to from al desde hasta reached".split())
_LONGEST_CAREER = 60
_THOUSAND = 1000
_SAYS_WHERE_TO = lazy_pattern(r"\b(?:a|al|to|hasta|into)\s(?:l[oa]s\s|the\s)?$")
_LEAVES_OUT = lazy_pattern(
    r"[,.]|\s(?:of them|de ell[oa]s|de|as|en|at|in|como|con|with|ya|mas|antes|before|now|over|y pico|y medi[oa]|que"
    r"|\w+(?:ando|iendo|ing))\b"
)
_SENTENCE_END = lazy_pattern(r"[.!?;\n]")


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
            precision = precision_of_share(figure, statement)
            allowed = allowed_at(figure, statement, known)
            if facts := _matching(figure, allowed, precision, known):
                yield _finding(figure, statement, VERIFIED, facts)
                continue
            if follows(figure, statement, known, precision, allowed):
                continue
            surely = [
                pair
                for pair in rivals_of(figure, statement, allowed, known)
                if words_about(pair[1], figure, statement, known) >= SURELY
            ]
            if surely and is_claimed(figure, statement, surely[0][0], surely=True):
                yield from filter(None, [_unproven(figure, statement, known, allowed, surely)])


def _judged(figure: Figure, statement: Statement, known: Known) -> Finding | None:
    if _is_part_of_name(figure, statement, known):
        return None
    if any(ratio.start <= figure.start < ratio.end for ratio in statement.passage.ratios):
        return None
    if figure.unit is Unit.YEAR:
        return year_finding(figure, statement, known)
    figure = _of_elided_years(figure, statement)
    return _counted(figure, statement, known)


def _of_elided_years(figure: Figure, statement: Statement) -> Figure:
    """The figure with the years that its sentence leaves out: "six years at A, four at B", "y doce de gerente"."""
    if (
        figure.unit is not Unit.PLAIN
        or is_time(figure.noun)
        or figure.value > _LONGEST_CAREER
        or not _LEAVES_OUT.match(statement.passage.folded, figure.end)
    ):
        return figure
    earlier = _last_that_counts(figure, statement)
    if earlier is None or not is_career_span(earlier) or not _is_one_sentence(statement, earlier.end, figure.start):
        return figure
    return figure._replace(noun=earlier.noun, nouns=figure.nouns or ("",))


def _last_that_counts(figure: Figure, statement: Statement) -> Figure | None:
    """The last figure before this one that names what it counts: "four years at A, seven at B, five with …"."""
    earlier = [other for other in statement.passage.figures if other.start < figure.start]
    named = (other for other in reversed(earlier) if other.noun or other.unit is not Unit.PLAIN)
    return next(named, None)


def _is_one_sentence(statement: Statement, start: int, end: int) -> bool:
    return not _SENTENCE_END.search(statement.passage.text, start, end)


def _is_part_of_name(figure: Figure, statement: Statement, known: Known) -> bool:
    """Whether the digits belong to a name that the facts hold: "Logis 2026", "ISO 9001", "Industria 4.0"."""
    text = statement.passage.folded[figure.start : figure.end]
    before = statement.word_before(figure.start)
    if before is None or before.text.islower():
        return False
    return f" {before.folded} {text.replace('.', ' ')} " in known.all_plain


def _counted(figure: Figure, statement: Statement, known: Known) -> Finding | None:
    precision = precision_of(figure, statement)
    allowed = allowed_at(figure, statement, known)
    rivals = rivals_of(figure, statement, allowed, known)
    if is_career_span(figure):
        return _lasting(Lasting(figure, precision, statement, known), allowed, rivals)
    found = _stated(figure, precision, statement, known, allowed, rivals)
    if found is not None or follows(figure, statement, known, precision, allowed):
        return found or _finding(figure, statement, VERIFIED, ())
    return _unproven(figure, statement, known, allowed, rivals) if _is_claim(figure, statement, known, rivals) else None


def _lasting(lasting: Lasting, allowed: Stated, rivals: Sequence[Pair]) -> Finding | None:
    """What is said of a length of time, by what it is tied to; by the figures of the facts; by the whole career."""
    figure, precision, statement, known = lasting.figure, lasting.precision, lasting.statement, lasting.known
    if lasting.proven:
        return lasting.proven
    found = _stated(figure, precision, statement, known, allowed, rivals)
    if found and lasting.may_rest_on(known.theirs_by_id[fact] for fact in found.facts if fact in known.theirs_by_id):
        return found
    if not lasting.is_certain and follows(figure, statement, known, precision, allowed):
        return _finding(figure, statement, VERIFIED, ())
    if told := lasting.told_of_a_career(has_rival=bool(rivals)):
        return told
    if not _is_claim(figure, statement, known, rivals) or (lasting.is_relative and rivals):
        return None
    unproven = _unproven(figure, statement, known, allowed, rivals)
    return unproven._replace(doubtful=lasting.is_vague) if unproven and not rivals else unproven


def _stated(
    figure: Figure,
    precision: Precision,
    statement: Statement,
    known: Known,
    allowed: Stated,
    rivals: Sequence[Pair],
) -> Finding | None:
    """What facts that state the figure prove; None if none does, or if it is of something else than the clause is."""
    match = _matching(figure, allowed, precision, known) or proven_beside_others(figure, statement, allowed, rivals)
    turned = _turned_round(figure, statement, allowed) or in_the_place_of(figure, statement, match, allowed)
    if match and turned:
        return _finding(figure, statement, CONTRADICTED, [turned], said_the_other_way(turned))
    if not match or is_of_another(figure, statement, known, match, rivals):
        return None
    return _finding(figure, statement, VERIFIED, match)


def _is_claim(figure: Figure, statement: Statement, known: Known, rivals: Sequence[Pair]) -> bool:
    if figure.noun and figure.noun not in (figure.nouns or (figure.noun,)):
        return False  # the years that a sentence leaves out are only guessed
    if not rivals:
        return is_claimed(figure, statement, None)
    rival, fact = rivals[0]
    if figure.value == 1 and not _measures_what(fact, figure, statement, known):
        return False
    return is_claimed(figure, statement, rival, surely=words_about(fact, figure, statement, known) >= SURELY)


def _measures_what(fact: Fact, figure: Figure, statement: Statement, known: Known) -> bool:
    """Whether "en un día" stands right behind a word of the fact: "responde en un día", not "lo que en un día pasa"."""
    before = statement.words_before(figure.start, 2)
    return len(before) > 1 and not keys_of(before[0].folded).isdisjoint(known.keys_of_fact(fact))


def _unproven(
    figure: Figure, statement: Statement, known: Known, allowed: Stated, rivals: Sequence[Pair]
) -> Finding | None:
    """What to say of a figure that no fact states: another one of the same noun, another owner, or nothing at all."""
    if rivals:
        other, fact = rivals[0]
        return _finding(figure, statement, CONTRADICTED, [fact], has_another(figure, statement, other, fact))
    candidates = known.figures.that_may_equal(figure, Precision.EXACT)
    elsewhere = [fact for other, fact in candidates if same_measure(figure, other, Precision.EXACT)]
    if elsewhere and not any(fact in elsewhere for _, fact in allowed):
        return _finding(figure, statement, CONTRADICTED, elsewhere, wrong_owner(figure, statement, elsewhere[0]))
    if elsewhere:
        return None
    plain = figure.unit is Unit.PLAIN and figure.noun not in POINTS
    doubtful = plain and (
        _counts_nothing_certain(figure, statement)
        or (is_spelled(figure, statement) and not statement.marks & (Mark.THEM | Mark.US))
    )
    return _finding(figure, statement, UNSUPPORTED, (), _no_proof(figure, statement))._replace(doubtful=doubtful)


def _counts_nothing_certain(figure: Figure, statement: Statement) -> bool:
    """Whether a figure that no fact holds names nothing that it counts, or is a small one in words: it may be a manner
    of speaking; not if it is one of a pair ("from 412 to 256").
    """
    if is_of_what_you_do(figure, statement) or is_of_each(figure, statement.passage):
        return False
    before = statement.word_before(figure.start)
    if (before is not None and before.folded in _PAIRED) or is_time(figure.noun) or statement.marks & Mark.US:
        return False
    return not figure.noun or (is_spelled(figure, statement) and figure.value <= _MANNER_OF_SPEAKING)


def _turned_round(figure: Figure, statement: Statement, allowed: Stated) -> Fact | None:
    """The fact that has this figure and the next in the opposite order: "del 11 % al 23 %" for "del 23 % al 11 %"."""
    following = next(iter(statement.passage.figures_between(figure.end, figure.end + _NEAR + 1)), None)
    if following is None:
        return None
    if statement.passage.folded[figure.end : following.start].split()[-1:] not in (["a"], ["al"], ["to"]):
        return None
    for _, fact in allowed.by_value.get(figure.value, ()) if figure.value != following.value else ():
        places = {other.value: other for other in allowed.by_fact[fact.id]}
        first, second = places[figure.value], places.get(following.value)
        if second is None or second.start >= first.start:
            continue
        if _SAYS_WHERE_TO.search(fact.text.lower(), second.end, first.start):
            return fact
    return None


def _matching(figure: Figure, allowed: Stated, precision: Precision, known: Known) -> list[Fact]:
    """The facts that state the figure: of the same noun if any does, else those where the noun cannot be told."""
    candidates = allowed.that_may_equal(figure, precision)
    same = [(same_noun(figure, other), fact) for other, fact in candidates if same_measure(figure, other, precision)]
    certain = [
        fact
        for noun, fact in same
        if noun or (noun is None and is_anybody(figure)) or (figure.value >= _THOUSAND and precision is Precision.EXACT)
    ]
    if certain:
        return certain
    left_out = [
        fact
        for other, fact in candidates
        if (leaves_out_its_noun(figure, other, precision) and has_noun(figure, allowed.by_fact[fact.id], fact, known))
        or is_done_to(figure, other, fact)
    ]
    if left_out or is_time(figure.noun):
        return left_out
    counted_otherwise = any(
        other.unit is figure.unit and not same_measure(figure, other, precision) for other, _ in allowed.of_noun(figure)
    )
    return ([] if counted_otherwise else [fact for noun, fact in same if noun is None]) or [
        fact for other, fact in candidates if leaves_out_its_sign(figure, other, fact, allowed.by_fact[fact.id])
    ]


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
