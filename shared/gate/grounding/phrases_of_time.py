"""The phrase that a length of time stands in, and what it is about."""

from collections.abc import Sequence
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.keys import content_words, has_meaning
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import days_in, is_time
from shared.gate.grounding.statements import Statement
from shared.gate.words import Word

_CONJUNCTIONS = frozenset("y e and pero but while mientras".split())
_IS_MORE = lazy_pattern(
    r"\s(?:pico|medi[oa]|tant[oa]s?|algo|monedas|fraccion|meses|un poco|a half|a bit|change|some|counting)\b"
)
_BREAKS = frozenset(",()")
_LONG = 28
_WITH = frozenset("con with tras after mas de casi over nearly almost ya los las the".split())


class Phrase(NamedTuple):
    """The words around a figure, up to a comma, a conjunction or another length of time on either side."""

    before: Sequence[Word]
    behind: Sequence[Word]


def phrase_of(figure: Figure, statement: Statement) -> Phrase:
    """The phrase that a figure stands in."""
    figures = [other for other in statement.passage.figures if _may_be_a_length(other)]
    first = max((other.end for other in figures if other.end <= figure.start), default=0)
    last = min((other.start for other in figures if other.start >= figure.end), default=statement.end)
    before = [word for word in statement.words if first <= word.start < figure.start]
    if first > statement.start:
        before = [word for word in before[-1:] if not has_meaning(word.folded)]
    behind = [word for word in statement.words if figure.end <= word.start < last]
    return Phrase(_back_to_a_break(before, figure, statement), _up_to_a_break(behind, figure, statement))


def _may_be_a_length(figure: Figure) -> bool:
    return figure.unit is Unit.PLAIN and (not figure.noun or days_in(figure.noun) >= _LONG)


def content_of(words: Sequence[Word], known: Known) -> list[Word]:
    """The words that say what something is about, besides names of the person and their company and units of time."""
    return [word for word in content_words(words) if not is_time(word.folded) and word.folded not in known.their_names]


def _up_to_a_break(words: Sequence[Word], figure: Figure, statement: Statement) -> list[Word]:
    """The words up to a comma, a bracket or a conjunction: "seis años en A, …", "six years at A (four as VP)"; a comma
    right behind the length of time ends nothing: "desde hace seis años, jefa de taller".
    """
    kept: list[Word] = []
    end = figure.end
    for word in words:
        ends = word.folded in _CONJUNCTIONS and not _IS_MORE.match(statement.passage.folded, word.end)
        says = any(not is_time(one.folded) for one in kept)
        if ends or (says and not _BREAKS.isdisjoint(statement.passage.text[end : word.start])):
            break
        kept.append(word)
        end = word.end
    return kept


def _back_to_a_break(words: Sequence[Word], figure: Figure, statement: Statement) -> list[Word]:
    """The words back to a comma or a conjunction; "el taller, con tres años" goes on in front of its comma."""
    kept: list[Word] = []
    start = figure.start
    for word in reversed(words):
        says = any(one.folded not in _WITH for one in kept)
        if word.folded in _CONJUNCTIONS or (says and not _BREAKS.isdisjoint(statement.passage.text[word.end : start])):
            break
        kept.append(word)
        start = word.start
    return kept[::-1]
