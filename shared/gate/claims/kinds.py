"""What kind of claim repeats a fact."""

from shared.domain.message import Fact
from shared.gate.evidence import is_ours
from shared.gate.figure import Figure, Unit

_KIND_OF_FIELD = {
    "full_name": "name",
    "title": "title",
    "headline": "title",
    "company": "company",
    "location": "place",
    "school": "school",
    "degree": "school",
    "start": "date",
    "end": "date",
    "skills": "technology",
    "languages": "technology",
    "posts": "post",
    "about": "post",
    "description": "post",
}
_CURRENCIES = (Unit.EURO, Unit.DOLLAR, Unit.POUND)
_TIMES = frozenset(
    "ano anos mes meses semana semanas dia dias hora horas minuto minutos decada decadas trimestre trimestres"
    " year years month months week weeks day days hour hours minute minutes decade decades quarter quarters".split()
)


def kind_of_fact(fact: Fact) -> str:
    """The kind of a claim that repeats `fact`; what is ours is "ourselves", a column of the file's own "product"."""
    if is_ours(fact):
        return "ourselves"
    if fact.field.startswith("custom."):
        return "product"
    return _KIND_OF_FIELD[fact.field.rpartition(".")[2].partition("[")[0]]


def kind_of_figure(figure: Figure) -> str:
    """The kind of a claim that states `figure`."""
    if figure.unit in _CURRENCIES:
        return "amount"
    if figure.unit in (Unit.YEAR, Unit.CLOCK):
        return "date"
    return "duration" if figure.noun in _TIMES else "number"
