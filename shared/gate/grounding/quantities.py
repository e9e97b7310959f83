"""Figures: whether what a text counts is what the facts count, for the same noun and the same owner."""

from collections.abc import Iterator, Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.evidence import is_ours
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.careers import Lasting, is_career_span
from shared.gate.grounding.claimed import (
    is_claimed,
    is_our_pace,
)
from shared.gate.grounding.figure_details import said_the_other_way
from shared.gate.grounding.finding import (
    CONTRADICTED,
    VERIFIED,
    Finding,
)
from shared.gate.grounding.keys import keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.matching import matching
from shared.gate.grounding.measures import (
    Precision,
    days_in,
    is_time,
    puts,
)
from shared.gate.grounding.owners import allowed_at
from shared.gate.grounding.precisions import precision_of
from shared.gate.grounding.proposed import is_of_somebody
from shared.gate.grounding.reckoning import follows
from shared.gate.grounding.rivals import SURELY, is_of_another, rivals_of, words_about
from shared.gate.grounding.roles import in_the_place_of, of_another_year, proven_beside_others
from shared.gate.grounding.shares_in_words import judged_shares
from shared.gate.grounding.stated import Pair, Stated
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.grounding.unproven import finding_on, has_strayed, unproven
from shared.gate.grounding.years import year_finding

_NEAR = 24
_LONGEST_CAREER = 60
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
    yield from judged_shares(statement, known)


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
    told = is_of_somebody(figure, statement)
    rivals = () if told else _rivals(figure, statement, allowed, known)
    if allowed is known.our_figures and (
        facts := _since(figure, precision, known) or _within(figure, statement, known)
    ):
        return finding_on(figure, statement, VERIFIED, facts)
    if is_career_span(figure) and allowed is not known.our_figures:
        return _lasting(Lasting(figure, precision, statement, known), allowed, rivals)
    found = _stated(figure, precision, statement, known, allowed, rivals)
    if found is not None or follows(figure, statement, known, precision, allowed):
        return found or finding_on(figure, statement, VERIFIED, ())
    if not _is_claim(figure, statement, known, rivals):
        return None
    found = unproven(figure, statement, known, allowed, rivals)
    return found._replace(doubtful=True) if found and told else found


def _rivals(figure: Figure, statement: Statement, allowed: Stated, known: Known) -> Sequence[Pair]:
    """What contradicts a figure; nothing of ours does if a fact of theirs states it and the clause is not of us."""
    rivals = rivals_of(figure, statement, allowed, known) or _strayed(figure, allowed, known)
    if statement.marks & Mark.US or is_time(figure.noun) or figure.value not in known.their_figures.by_value:
        return rivals
    return [pair for pair in rivals if not is_ours(pair[1])]


def _within(figure: Figure, statement: Statement, known: Known) -> list[Fact]:
    """The facts of ours with a length of time that the text only bounds: "in under a month" for ten working days."""
    if not is_our_pace(figure, statement) or not _BOUNDS.search(statement.passage.folded, 0, figure.start):
        return []
    most = figure.value * days_in(figure.noun)
    lengths = ((other.value * days_in(other.noun), fact) for other, fact in known.our_figures)
    return [fact for days, fact in lengths if _LEAST_OF_BOUND * most <= days <= most]


_BOUNDS = lazy_pattern(r"\b(?:within|under|less than|menos de|inside|a lo sumo|como mucho|at most)\s$")
_LEAST_OF_BOUND = 0.25


def _since(figure: Figure, precision: Precision, known: Known) -> list[Fact]:
    """The facts of ours with a year that is so many years ago: "desde 2015" for eleven years."""
    if days_in(figure.noun) != days_in("year"):
        return []
    lengths = (
        (known.today.year - year.value - unfinished, fact)
        for year, fact in known.our_figures
        if year.unit is Unit.YEAR
        for unfinished in (0, 1)
    )
    return [fact for length, fact in lengths if puts(figure.value, length, precision)]


def _strayed(figure: Figure, allowed: Stated, known: Known) -> list[Pair]:
    """The same figure of the same things, of a job that they have left, where the text is of the present."""
    if not known.figures_of_former_jobs or not known.figures_of_former_jobs.isdisjoint(allowed.by_fact):
        return []
    stated = () if allowed is known.our_figures else known.figures.by_value.get(figure.value, ())
    return [pair for pair in stated if pair[1].id in known.figures_of_former_jobs and has_strayed(figure, pair)]


def _lasting(lasting: Lasting, allowed: Stated, rivals: Sequence[Pair]) -> Finding | None:
    """What is said of a length of time, by what it is tied to; by the figures of the facts; by the whole career."""
    figure, precision, statement, known = lasting.figure, lasting.precision, lasting.statement, lasting.known
    if lasting.proven:
        return lasting.proven
    found = _stated(figure, precision, statement, known, allowed, rivals)
    if found and lasting.may_rest_on(known.theirs_by_id[fact] for fact in found.facts if fact in known.theirs_by_id):
        return found
    if not lasting.is_certain and follows(figure, statement, known, precision, allowed):
        return finding_on(figure, statement, VERIFIED, ())
    if told := lasting.told_of_a_career(has_rival=bool(rivals)):
        return told
    if not _is_claim(figure, statement, known, rivals) or (lasting.is_relative and rivals):
        return None
    found = unproven(figure, statement, known, allowed, rivals)
    is_vague = lasting.is_vague or is_of_somebody(figure, statement)
    return found._replace(doubtful=is_vague) if found and not rivals else found


def _stated(
    figure: Figure,
    precision: Precision,
    statement: Statement,
    known: Known,
    allowed: Stated,
    rivals: Sequence[Pair],
) -> Finding | None:
    """What facts that state the figure prove; None if none does, or if it is of something else than the clause is."""
    match = matching(figure, allowed, precision, known) or proven_beside_others(figure, statement, allowed, rivals)
    turned = _turned_round(figure, statement, allowed) or in_the_place_of(figure, statement, match, allowed)
    if match and (fact := of_another_year(figure, statement, match, allowed)):
        return finding_on(figure, statement, CONTRADICTED, [fact], said_the_other_way(fact))
    if match and turned:
        return finding_on(figure, statement, CONTRADICTED, [turned], said_the_other_way(turned))
    if not match or is_of_another(figure, statement, known, match, rivals):
        return None
    return finding_on(figure, statement, VERIFIED, match)


def _is_claim(figure: Figure, statement: Statement, known: Known, rivals: Sequence[Pair]) -> bool:
    if figure.noun and figure.noun not in (figure.nouns or (figure.noun,)):
        return False  # the years that a sentence leaves out are only guessed
    if not rivals:
        return is_claimed(figure, statement, None)
    rival, fact = rivals[0]
    is_told = _measures_what(fact, figure, statement, known) or is_our_pace(figure, statement)
    if figure.value == 1 and not is_told:
        return False
    return is_claimed(figure, statement, rival, surely=words_about(fact, figure, statement, known) >= SURELY)


def _measures_what(fact: Fact, figure: Figure, statement: Statement, known: Known) -> bool:
    """Whether "en un día" stands right behind a word of the fact: "responde en un día", not "lo que en un día pasa"."""
    before = statement.words_before(figure.start, 2)
    return len(before) > 1 and not keys_of(before[0].folded).isdisjoint(known.keys_of_fact(fact))


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
