"""What is said of a figure that no fact states: another of the same things, another owner, or nothing at all."""

from collections.abc import Sequence

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import ClaimVerdict, Fact
from shared.gate.claims.kinds import kind_of_figure
from shared.gate.evidence import is_ours
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.claimed import (
    is_had,
    is_of_their_own,
    is_of_what_you_do,
    is_spelled,
)
from shared.gate.grounding.figure_details import has_another, said, wrong_owner
from shared.gate.grounding.finding import (
    CONTRADICTED,
    UNSUPPORTED,
    Finding,
    ids_of,
    says_of_us_without_proof,
    says_without_proof,
)
from shared.gate.grounding.holdings import is_holding
from shared.gate.grounding.known import Known
from shared.gate.grounding.matching import is_of_other_things
from shared.gate.grounding.measures import (
    Precision,
    is_points,
    is_time,
    same_measure,
    same_noun,
)
from shared.gate.grounding.reckoning import is_of_each
from shared.gate.grounding.stated import Pair, Stated
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.possessives import OWN
from shared.gate.words import Word

_MANNER_OF_SPEAKING = 12
_PAIRED = frozenset("to from al desde hasta reached".split())


def unproven(
    figure: Figure, statement: Statement, known: Known, allowed: Stated, rivals: Sequence[Pair]
) -> Finding | None:
    """What to say of a figure that no fact states: another one of the same noun, another owner, or nothing at all."""
    if rivals and not has_strayed(figure, rivals[0]):
        other, fact = rivals[0]
        return finding_on(figure, statement, CONTRADICTED, [fact], has_another(figure, statement, other, fact))
    candidates = known.figures.that_may_equal(figure, Precision.EXACT)
    elsewhere = [pair for pair in candidates if same_measure(figure, pair[0], Precision.EXACT)]
    here = [pair for pair in elsewhere if pair[1].id in allowed.by_fact]
    if elsewhere and not here:
        detail = wrong_owner(figure, statement, elsewhere[0][1], known)
        return finding_on(figure, statement, CONTRADICTED, [fact for _, fact in elsewhere], detail)
    here = [pair for pair in here if not _is_of_ours_alone(figure, pair, statement)]
    if here and all(is_of_other_things(figure, pair, known) for pair in here):
        other, fact = here[0]
        return finding_on(figure, statement, CONTRADICTED, [fact], has_another(figure, statement, other, fact))
    if here:
        return None
    plain = figure.unit is Unit.PLAIN and not is_points(figure)
    doubtful = plain and (
        _counts_nothing_certain(figure, statement)
        or (is_spelled(figure, statement) and not statement.marks & (Mark.THEM | Mark.US))
    )
    return finding_on(figure, statement, UNSUPPORTED, (), _no_proof(figure, statement))._replace(doubtful=doubtful)


def _is_of_ours_alone(figure: Figure, pair: Pair, statement: Statement) -> bool:
    """Whether only a fact of ours has the value, of other things, and the sentence does not speak of us."""
    if not is_ours(pair[1]) or statement.sentence & Mark.US:
        return False
    return is_holding(figure.noun) and same_noun(figure, pair[0]) is False


def _counts_nothing_certain(figure: Figure, statement: Statement) -> bool:
    """Whether a figure that no fact holds names nothing that it counts, or is a small one in words: it may be a manner
    of speaking; not if it is one of a pair ("from 412 to 256").
    """
    if is_of_what_you_do(figure, statement) or is_of_each(figure, statement.passage):
        return False
    before = statement.word_before(figure.start)
    if (before is not None and before.folded in _PAIRED) or is_time(figure.noun) or statement.marks & Mark.US:
        return False
    if is_holding(figure.noun) or (figure.noun and is_of_their_own(figure, statement)):
        return False
    is_told = is_had(figure, statement) or (statement.marks & Mark.OBSERVED and _is_of_ustedes(before))
    if is_told and any(noun.endswith("s") for noun in figure.nouns):
        return False
    if not figure.noun:
        return is_spelled(figure, statement) or not _is_a_score_of_theirs(figure, statement)
    return is_spelled(figure, statement) and figure.value <= _MANNER_OF_SPEAKING


def _is_of_ustedes(before: Word | None) -> bool:
    """Whether the word in front of a figure may be a verb of ustedes: "entiendo que manejan nueve reservorios"."""
    return before is not None and before.folded.endswith(("an", "en")) and before.text.islower()


def _is_a_score_of_theirs(figure: Figure, statement: Statement) -> bool:
    """Whether a bare figure is what something of the reader's stands at: "vuestro NPS ya está en 71"."""
    before = {word.folded for word in statement.words_before(figure.start, _LONGEST_SCORE)}
    return not OWN.isdisjoint(before) and _STANDS_AT.search(statement.passage.folded, 0, figure.start) is not None


_LONGEST_SCORE = 6


_STANDS_AT = lazy_pattern(
    r"\b(?:es|esta|estan|en|de|a|al|hasta|ronda|alcanza|llega a|is|are|at|of|to|hit|reached|stands at)\s"
    r"(?:ya\s|now\s)?$"
)


def has_strayed(figure: Figure, pair: Pair) -> bool:
    """Whether a fact has the same figure of the same things, so that only its owner or its time is another."""
    return figure.value == pair[0].value and not is_time(figure.noun) and same_noun(figure, pair[0]) is True


def _no_proof(figure: Figure, statement: Statement) -> Sentence:
    about_us = statement.marks & Mark.US and not statement.marks & Mark.THEM
    return (says_of_us_without_proof if about_us else says_without_proof)(said(figure, statement))


def finding_on(
    figure: Figure, statement: Statement, verdict: ClaimVerdict, facts: Sequence[Fact], detail: Sentence | None = None
) -> Finding:
    """The finding on a figure: of us if only facts of ours prove it, or if its clause speaks of us alone."""
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
