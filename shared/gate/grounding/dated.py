"""Lengths of time since what a fact dates: "la guardería, con dos años y medio", opened "en abril de 2024"."""

from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.keys import content_words, has_meaning, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import Precision
from shared.gate.grounding.spans_of_time import Tenure
from shared.gate.grounding.statements import Statement
from shared.gate.grounding.years import month_named
from shared.gate.words import tokens_of

_YEAR = 12
_QUARTER = 3
_REACH = 4
_LASTS = frozenset("lleva cumplio cumple tiene va turned turns".split())
_PERSONS = frozenset(
    "usted quien senor senora don dona doctor doctora ingeniero ingeniera licenciado licenciada".split()
)
_OF_VERBS = ("aste", "iste", "mente")


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


def has_other_subject(figure: Figure, statement: Statement, known: Known) -> bool:
    """Whether a thing stands right before "lleva", "cumplió" in front of a length of time, as what has lasted."""
    subject = _subject(figure, statement)
    return subject is not None and has_meaning(subject) and subject not in known.their_names


def _subject(figure: Figure, statement: Statement) -> str | None:
    """The folded word right before the verb of lasting in front of a figure."""
    before = statement.words_before(figure.start, _REACH)
    verb = next((i for i in range(len(before) - 1, 0, -1) if before[i].folded in _LASTS), None)
    if verb is None or statement.passage.text[before[verb - 1].end : before[verb].start] != " ":
        return None
    subject = before[verb - 1].folded
    return None if subject in _PERSONS or subject.endswith(_OF_VERBS) else subject


def facts_that_date(figure: Figure, statement: Statement, known: Known) -> list[Fact]:
    """The facts, no dates of jobs, that have the very word of what has lasted and a year."""
    subject = _subject(figure, statement)
    return [
        fact
        for other, fact in known.their_figures
        if other.unit is Unit.YEAR and not fact.field.endswith((".start", ".end"))
        if subject in known.evidence.tokens[fact.id]
    ]


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
