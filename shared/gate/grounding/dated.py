"""Lengths of time since what a fact dates: "la guardería, con dos años y medio", opened "en abril de 2024"."""

from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.keys import content_words, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import Precision
from shared.gate.grounding.spans_of_time import Tenure
from shared.gate.grounding.statements import Statement
from shared.gate.grounding.years import month_named
from shared.gate.words import tokens_of

_YEAR = 12
_QUARTER = 3


def is_since_what_is_dated(
    months: float, figure: Figure, precision: Precision, statement: Statement, known: Known
) -> bool:
    """Whether a length of time is that from a month or year, told by a fact of what the clause is about, until now."""
    about = [word for word in content_words(statement.words) if word.end <= figure.start]
    return any(
        _fits(months, _since(other, fact, known), precision)
        for other, fact in known.their_figures
        if other.unit is Unit.YEAR and not fact.field.endswith((".start", ".end"))
        if any(not keys_of(word.folded).isdisjoint(known.keys_of_fact(fact)) for word in about)
    )


def _since(year: Figure, fact: Fact, known: Known) -> Tenure:
    """The months from a year of a fact, and the month before it if it names one, until today."""
    until_now = (known.as_of.year - int(year.value)) * _YEAR + known.as_of.month
    month = month_named(tokens_of(fact.text[: year.start])[-2:])
    return Tenure(until_now - month, until_now - month + 1) if month else Tenure(until_now - _YEAR, until_now)


def _fits(months: float, span: Tenure, precision: Precision) -> bool:
    if precision is Precision.MORE:
        return span.most - _YEAR <= months <= span.most
    if precision is Precision.LESS:
        return span.least <= months <= span.most + _YEAR
    return span.least - _QUARTER <= months <= span.most + _QUARTER
