"""When two figures state the same: rounded in words, in another unit of time, as a sum or a difference."""

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cache, lru_cache
from itertools import combinations

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import WORKING, Figure, Unit
from shared.gate.grounding.holdings import may_be_called
from shared.gate.grounding.keys import meaning_of
from shared.gate.lexicon import table

_LITTLE = 0.02
_ROUNDED = 0.15
_OTHER_UNIT = 0.09
"""Eight weeks are two months to everybody, though four days are missing."""
_FAR_ABOVE, _UP_TO_THE_NEXT = 1.6, 2.0
"""What may be called "more than 50", and "more than 100": whoever names a first digit of one means up to two."""
_SAME = 1e-9
ROUNDED_BY, _SHORTER = 0.05, 0.025
"""How far a whole number may be from a fraction, and one of fewer digits from another, to be called its rounding."""
_MOST_NOUNS = 2
_MILLION = 1e6
_MOST_COMBINED = 24
"""How many figures are added up and subtracted two by two; a fact with more of one unit is a table."""
POINTS = frozenset("punto puntos point points pp".split())
"""Nouns of a difference of percentages."""
_OF_SALE = frozenset("venta entrega recogida atencion reparto servicio sale delivery contact".split())


class Precision(Enum):
    """How a figure is meant."""

    EXACT = "exact"
    MORE = "more"
    LESS = "less"
    ABOUT = "about"


def is_time(noun: str) -> bool:
    """Whether a folded noun is a unit of time."""
    return noun in _days()


def days_in(noun: str) -> float:
    """How many days a unit of time has; 0 for other nouns."""
    return _days().get(noun, 0.0)


def months_in(figure: Figure) -> float:
    """How many months a figure of a unit of time says; 0 for others."""
    return figure.value * days_in(figure.noun) / _DAYS_OF_A_MONTH


_DAYS_OF_A_MONTH = 30.4375


@cache
def _measures() -> dict[str, tuple[str, float]]:
    """For each other unit what it measures and how much of the basic one it is."""
    return {noun: (kind, float(size)) for noun, (kind, size) in table("counted")["measures"].items()}


def is_convertible(noun: str) -> bool:
    """Whether a folded noun is a unit that others can be converted to, so that equal figures may differ in value."""
    return noun in _days() or noun in _measures()


def converted(figure: Figure, to: Figure) -> float | None:
    """The value of a figure in the unit of another one; None where one measures what the other does not."""
    mine, theirs = _measures().get(figure.noun), _measures().get(to.noun)
    if mine is None or theirs is None:
        return figure.value if mine is theirs else None
    return figure.value * mine[1] / theirs[1] if mine[0] == theirs[0] else None


def is_money(figure: Figure) -> bool:
    """Whether a figure is an amount of any currency; profiles write $ for pesos and name few of the others."""
    return figure.unit in _SIGNS or figure.noun in _currencies()


_SIGNS_OF_MONEY = (Unit.EURO, Unit.DOLLAR, Unit.POUND)
_SIGNS = frozenset(_SIGNS_OF_MONEY)


def _may_be_one_currency(one: Figure, other: Figure) -> bool:
    """Whether two amounts may be of one currency; the sign $ stands for pesos too, the word "dollars" does not."""
    if Unit.PLAIN not in (one.unit, other.unit):
        return one.unit is other.unit
    return not (_DOLLARS & {one.noun, other.noun} and _currencies() & {one.noun, other.noun} - _DOLLARS)


_DOLLARS = frozenset("dolar dolares dollar dollars usd".split())


@cache
def _currencies() -> frozenset[str]:
    return frozenset(table("number_words")["money"].split())


def is_points(figure: Figure) -> bool:
    """Whether a figure counts points between percentages, and no points of sale."""
    return figure.noun in POINTS and _OF_SALE.isdisjoint(figure.nouns)


def is_light(noun: str) -> bool:
    """Whether a folded noun counts what a message offers or asks, not what somebody has: "dos ideas"."""
    return noun in _light()


@cache
def _days() -> dict[str, float]:
    times: dict[str, float] = table("counted")["times"]
    return times


@cache
def _light() -> frozenset[str]:
    return frozenset(table("counted")["light"].split())


def agrees(said: float, known: float, precision: Precision) -> bool:
    """Whether `said` is a true way to put `known`."""
    if precision is Precision.MORE:
        return said * (1 - _LITTLE) <= known <= said * (_UP_TO_THE_NEXT if _is_power_of_ten(said) else _FAR_ABOVE)
    if precision is Precision.LESS:
        return said >= known >= said * (1 - 2 * _ROUNDED)
    if precision is Precision.ABOUT:
        return abs(said - known) <= _ROUNDED * known
    return abs(said - known) <= _SAME * abs(known)


def _is_power_of_ten(value: float) -> bool:
    return f"{value:.12g}".rstrip("0") == "1"


def puts(said: float, known: float, precision: Precision) -> bool:
    """Whether `said` is a true way to put a stated figure, which may be rounded where a result may not."""
    if precision is not Precision.EXACT:
        return agrees(said, known, precision)
    return said == known or agrees(said, known, precision) or _is_rounding(said, known)


def _is_rounding(said: float, known: float) -> bool:
    """Whether `said` is `known` with fewer digits: 9 for 9.1, 1,800 for 1,840, 400 for 410."""
    if not said or abs(said - known) > (ROUNDED_BY if said % 1 == 0 != known % 1 else _SHORTER) * known:
        return False
    digits = _digits(said)
    return digits < _digits(known) and float(f"{known:.{digits}g}") == said


def _digits(value: float) -> int:
    """How many digits a figure has before its last zeros."""
    return len(f"{value:.12g}".replace(".", "").strip("0"))


def same_measure(said: Figure, known: Figure, precision: Precision) -> bool:
    """Whether two figures agree, in units that can be compared."""
    if precision is Precision.EXACT and not is_convertible(said.noun) and not puts(said.value, known.value, precision):
        return False  # most pairs, told at once
    if days_in(said.noun) and days_in(known.noun) and said.unit is known.unit is Unit.PLAIN:
        mine, theirs = _in_days(said), _in_days(known)
        if days_in(said.noun) == days_in(known.noun):
            return puts(said.value, known.value, precision)
        return abs(mine - theirs) <= _OTHER_UNIT * max(mine, theirs) or (
            precision is not Precision.EXACT and puts(mine, theirs, precision)
        )
    mine_in, theirs_in = _measures().get(said.noun), _measures().get(known.noun)
    if mine_in and theirs_in and mine_in[0] == theirs_in[0] and mine_in[1] != theirs_in[1]:
        return puts(said.value * mine_in[1], known.value * theirs_in[1], precision)
    if is_money(known) and (is_money(said) or is_bare(said)):
        return _may_be_one_currency(said, known) and puts(said.value, known.value, precision)
    return (said.unit is known.unit or _is_bare_share(said, known)) and puts(said.value, known.value, precision)


_SIGNED = (Unit.PERCENT, Unit.EURO, Unit.DOLLAR, Unit.POUND)


def _in_days(figure: Figure) -> float:
    """A length of time in days of the calendar, of which working days are five of seven."""
    is_working = days_in(figure.noun) == 1 and not WORKING.isdisjoint(figure.nouns)
    return figure.value * days_in(figure.noun) * (_WORKING if is_working else 1)


_WORKING = 1.4


def _is_bare_share(said: Figure, known: Figure) -> bool:
    """Whether a figure leaves out the sign of a share or an amount: "de 9 a 4 puntos", "(0,9 a 1,7)", "cuesta 300"."""
    if known.unit not in _SIGNED or said.unit is not Unit.PLAIN:
        return False
    return not said.noun or (known.unit is Unit.PERCENT and is_points(said))


def is_bare(figure: Figure) -> bool:
    """Whether a figure of millions names nothing that it counts: "de los noventa millones que manejas"."""
    return figure.unit is Unit.PLAIN and figure.value >= _MILLION and not is_convertible(figure.noun)


def same_noun(said: Figure, known: Figure) -> bool | None:
    """Whether two figures count the same; None where it cannot be told."""
    if is_money(said) or is_money(known):
        return None if is_money(known) and (is_money(said) or is_bare(said)) else False
    if said.unit is not Unit.PLAIN or not said.noun or not known.noun:
        return None
    if is_time(said.noun) or is_time(known.noun):
        return is_time(said.noun) and is_time(known.noun)
    mine, theirs = _measures().get(said.noun), _measures().get(known.noun)
    if mine and theirs:
        return mine[0] == theirs[0]
    if known.noun in _COLLECTIVES and (is_anybody(said) or _WHO.search(said.noun)):
        return True
    is_unsure = is_anybody(said) and _WHO.search(known.noun) is not None
    is_one = may_be_called(said, known) or _mean_the_same(_nouns(said), _nouns(known))
    return is_one or (None if is_unsure else False)


@lru_cache(maxsize=16_384)
def _mean_the_same(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    return any(not meaning_of(one).isdisjoint(meaning_of(other)) for one in some for other in others)


_COLLECTIVES = frozenset(
    "equipo team plantilla staff crew squad workforce headcount personal grupo area departamento department".split()
)
"""What people make up together: "a team of 12" has twelve people, whatever they are called."""
_ANYBODY = frozenset(
    "personas persona people person gente empleados trabajadores colaboradores profesionales miembros companeros"
    " employees workers staff staffers colleagues associates members professionals".split()
)
"""What a text may call people whom a fact counts by what they are: agents, colaboradores, nurses."""
_WHO = lazy_pattern(
    r"(?:[dt]or[ae]s|istas|[aei]ntes|er[oa]s|ari[oa]s|ic[oa]s|men|ers|ors|ists|ants|ees|ians|ates|agents|nurses|crew"
    r"|reps|fitters|colleagues|staff|auxiliares|albaniles|hombres|mujeres|women|socios|volunteers|chefs|pilots)$"
)


def is_anybody(figure: Figure) -> bool:
    """Whether a figure counts people and does not say which."""
    return figure.unit is Unit.PLAIN and figure.noun in _ANYBODY


def _nouns(figure: Figure) -> tuple[str, ...]:
    return figure.nouns[:_MOST_NOUNS] or (figure.noun,)


def follows(said: Figure, stated: Sequence[Figure], precision: Precision, *, of_one_fact: bool = False) -> bool:
    """Whether `said` is the sum or the difference of two `stated` figures of the same kind; if they are `of_one_fact`
    and it is exact, of any kind.
    """
    units: tuple[Unit, ...] = (Unit.PERCENT, Unit.PLAIN) if said.noun in POINTS else (said.unit,)
    units += _SIGNS_OF_MONEY if is_bare(said) and (not said.noun or said.noun in CHANGE) else ()
    counts = [figure for figure in stated if figure.value and figure.unit in units]
    fitting = [figure for figure in counts if _is_of_unit(said, figure)][:_MOST_COMBINED]
    return any(
        (of_one_fact and precision is Precision.EXACT)
        or same_noun(one, other) is not False
        or same_noun(said, one)
        or same_noun(said, other)
        for one, other in combinations(fitting, 2)
        if (is_time(said.noun) is is_time(one.noun) or _leaves_out(one, other) or _leaves_out(other, one))
        and any(agrees(said.value, result, precision) for result in results_of(said, one.value, other.value))
    )


def _leaves_out(one: Figure, other: Figure) -> bool:
    """Whether one of two figures of a fact may have the noun of the other: "14 semanas de obra y 6 de pruebas"."""
    return not one.noun and is_time(other.noun)


def _is_of_unit(said: Figure, figure: Figure) -> bool:
    return not is_time(said.noun) or not figure.noun or days_in(said.noun) == days_in(figure.noun)


def results_of(said: Figure, one: float, other: float) -> Iterable[float]:
    """The difference of two figures, and their sum unless the text says "fewer" or "more"."""
    if not CHANGE.intersection(said.nouns):
        yield one + other
    yield abs(one - other)


CHANGE = frozenset("mas menos more fewer less".split())
"""Words behind a figure that say it is a difference."""
