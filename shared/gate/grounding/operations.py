"""What people work out from figures: whether one follows from others by an operation that a reader would repeat.

The operations are few: a share of a whole, a whole divided among so many, how long so much takes at a rate, growth from
one value to another, and a difference told in another unit of time. Those of one text are judged each for itself, so
that what follows from them is as true as they are; of the facts only those count that speak of the same.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.folding import fold
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import Precision, agrees, converted, days_in, is_money, is_time, same_noun
from shared.gate.grounding.reckoned import figures_near
from shared.gate.grounding.rivals import words_about
from shared.gate.grounding.stated import Stated
from shared.gate.grounding.statements import Statement
from shared.gate.reading import Passage

_FEW = 2
_WHOLE = 100.0
_CLOSE, _ROUND, _POINT = 0.06, 0.02, 1
_MOST_OF_A_TALE = 3
"""How many figures a fact may have that tells of a whole and its part."""
_COMPARED = 4
"""How many times more one figure may be than another for both to be of the same at two times."""
_ABOUT_AS_LONG = 0.09
_CUE_BEFORE, _CUE_BEHIND, _SENTENCE = 50, 40, 200
_EACH = lazy_pattern(
    r"\bcada (?:un[oa]?\b|\w+)|\beach(?: \w+)?|\bevery \w+|\bapiece\b|\ba head\b"
    r"|\bpor \w+[^s\W]\b|\bper \w+|\btocan? a\b"
)
_PER = lazy_pattern(r"\b(?:per|por|a|an|cada) (\w+)")
_RATE = lazy_pattern(r"\s(?:\w+\s){0,2}?(?:por|per|a|an|la|al|cada|every)\s(\w+)")
_MORE_OR_LESS = lazy_pattern(r"\s(?:mas|menos|fewer|less|more|lower|higher)\b")
_ENDS = lazy_pattern(r"[.!?;\n](?=\s|$)")


def works_out(figure: Figure, statement: Statement, known: Known, precision: Precision) -> bool:
    """Whether `figure` follows from the figures beside it in the text, or from two of a fact on the same."""
    if figure.value <= _FEW or figure.unit is Unit.YEAR:
        return False
    if figure.unit is Unit.PERCENT and _is_share(figure, statement, known):
        return True
    if figure.unit is Unit.PERCENT:
        pairs = [(one, other) for one, other, _ in _of_one_fact(figure, statement, known)]
        of_shares = _MORE_OR_LESS.match(statement.passage.folded, figure.end) is not None
        return any(
            _is_growth(figure, *pair, precision) for pair in pairs if of_shares or pair[0].unit is not Unit.PERCENT
        )
    passage = statement.passage
    results = [*_parts(figure, passage, known.figures), *_for_each(figure, passage, known.figures)]
    results += _at_a_price(figure, passage, known.figures) if is_money(figure) else ()
    if is_time(figure.noun):
        results = list(_durations(figure, passage))
        if any(_is_change(figure, pair, precision) for pair in _changes_of_time(figure, statement, known)):
            return True
    return any(_is_put(figure.value, result, precision) for result in results)


def _is_share(figure: Figure, statement: Statement, known: Known) -> bool:
    """Whether a percentage is what one count of a fact is of another: 17 of 40 offers signed."""
    return any(
        one.value < other.value and abs(figure.value - _WHOLE * one.value / other.value) <= _POINT
        for one, other, fact in _of_one_fact(figure, statement, known, alike=False)
        if one.unit is other.unit is Unit.PLAIN
        and not (one.value % 1 or other.value % 1)
        and not (is_time(one.noun) or is_time(other.noun))
        and len(known.figures.by_fact[fact.id]) <= _MOST_OF_A_TALE
        and words_about(fact, figure, statement, known) > 1
    )


def _is_put(said: float, result: float, precision: Precision) -> bool:
    """Whether a result may be said so: rounded a little, upwards or downwards where the text says that it is."""
    if precision is Precision.EXACT or precision is Precision.ABOUT:
        return abs(said - result) <= (_ROUND if precision is Precision.EXACT else _CLOSE) * result
    low, high = (said, said * (1 + 2 * _CLOSE)) if precision is Precision.MORE else (said * (1 - 2 * _CLOSE), said)
    return low <= result <= high


def _parts(figure: Figure, passage: Passage, allowed: Stated) -> Iterator[float]:
    """The shares that the text names of the wholes that it names, or that count what `figure` does."""
    near = figures_near(figure, passage)
    shares = [other.value for other in near if other.unit is Unit.PERCENT]
    shares += [abs(one - other) for one, other in combinations(shares, 2)]
    shares += [ratio.percent for ratio in passage.ratios if _is_beside(figure, ratio.start, passage)]
    wholes = [other for other in near if other.unit is not Unit.PERCENT and not is_time(other.noun)]
    wholes += [other for other, _ in allowed.of_noun(figure)]
    return (whole.value * share / _WHOLE for whole in wholes if _is_of_kind(figure, whole) for share in shares if share)


def _at_a_price(figure: Figure, passage: Passage, allowed: Stated) -> Iterator[float]:
    """What as many as the text says cost at a stated price for each: 260 agents at "£4 per agent"."""
    near = figures_near(figure, passage)
    for price, fact in allowed if near else ():
        if is_money(price) and same_noun(figure, price) is None:
            priced = [_noun(name) for name in _PER.findall(fold(fact.text), price.end)]
            yield from (price.value * count.value for count in near if any(same_noun(count, one) for one in priced))


def _is_of_kind(figure: Figure, whole: Figure) -> bool:
    return is_money(figure) is is_money(whole)


def _is_beside(figure: Figure, place: int, passage: Passage) -> bool:
    """Whether a place is in the same paragraph as the figure and not far from it."""
    first, last = sorted((figure.start, place))
    return last - first <= _SENTENCE and "\n\n" not in passage.text[first:last]


def _for_each(figure: Figure, passage: Passage, allowed: Stated) -> Iterator[float]:
    """A whole divided among as many as the text says, or as the facts count of each of whom it says that it is."""
    cues = list(_cues_of_each(figure, passage))
    if not cues:
        return
    near = figures_near(figure, passage)
    parts = [*near, *(part for cue in cues for part, _ in allowed.of_noun(_noun(cue)))]
    for whole in (*near, *(other for other, _ in allowed.of_noun(figure))):
        value = converted(whole, figure)
        if value is not None and _is_of_kind(figure, whole):
            yield from (value / part.value for part in parts if part.value > 1 and part is not whole)


def is_of_each(figure: Figure, passage: Passage) -> bool:
    """Whether the text divides one of its figures by another and says that this one is of each."""
    return len(figures_near(figure, passage)) > 1 and any(_cues_of_each(figure, passage))


def _noun(name: str) -> Figure:
    """A figure that counts what `name` is one of."""
    return Figure(0, 0, 0, Unit.PLAIN, name, (name, f"{name}s"))


def _cues_of_each(figure: Figure, passage: Passage) -> Iterator[str]:
    """The last words of what says, without another figure between, that the figure is of each."""
    others = [(other.start, other.end) for other in passage.figures if other.start != figure.start]
    first = max([figure.start - _CUE_BEFORE, 0, *(end for _, end in others if end <= figure.start)])
    last = min([figure.end + _CUE_BEHIND, *(start for start, _ in others if start >= figure.end)])
    before, behind = passage.folded[first : figure.start], passage.folded[figure.end : last]
    for part in (_ENDS.split(before)[-1], _ENDS.split(behind)[0]):
        yield from (match.group().split()[-1] for match in _EACH.finditer(part))


def _durations(figure: Figure, passage: Passage) -> Iterator[float]:
    """How long so much takes at a rate, both of the text: "62 mil facturas a mil por hora" are 62 hours."""
    near = figures_near(figure, passage)
    for rate in near:
        unit = _RATE.match(passage.folded, rate.end)
        days = days_in(unit[1]) if unit else 0
        if days and rate.value:
            yield from (
                whole.value / rate.value * days / days_in(figure.noun)
                for whole in near
                if whole is not rate and not is_time(whole.noun)
            )


def _of_one_fact(
    figure: Figure, statement: Statement, known: Known, *, alike: bool = True
) -> Iterator[tuple[Figure, Figure, Fact]]:
    """Two and two figures of a fact with a word of those around `figure`; `alike` if they may be of the same."""
    facts = {fact.id: fact for _, fact in known.figures}
    for number, stated in known.figures.by_fact.items():
        if len(stated) > 1 and words_about(facts[number], figure, statement, known):
            pairs = permutations(stated, 2)
            yield from (
                (one, other, facts[number]) for one, other in pairs if not alike or _may_count_the_same(one, other)
            )


def _may_count_the_same(one: Figure, other: Figure) -> bool:
    if one.unit is not other.unit or one.unit is Unit.YEAR:
        return False
    return same_noun(one, other) is True or is_money(one) or not (one.noun and other.noun)


def _is_growth(figure: Figure, one: Figure, other: Figure, precision: Precision) -> bool:
    """Whether a percentage says by how much one value is more or less than the other."""
    least, most = sorted((one.value, other.value))
    if least == most or most > _COMPARED * least:
        return False
    growth = _WHOLE * abs(one.value - other.value) / other.value
    if precision in (Precision.EXACT, Precision.ABOUT):
        return abs(figure.value - growth) <= _POINT * (1 if precision is Precision.EXACT else _FEW)
    return _is_put(figure.value, growth, precision)


def _changes_of_time(figure: Figure, statement: Statement, known: Known) -> Iterator[tuple[float, float]]:
    """The differences of two figures of a fact that are of time, with the days of their unit."""
    for one, other, fact in _of_one_fact(figure, statement, known):
        days = days_in(one.noun) or days_in(other.noun) or _unit_before(one, fact)
        if days and days != days_in(figure.noun) and one.value > other.value:
            yield one.value - other.value, days


def _unit_before(figure: Figure, fact: Fact) -> float:
    """The days of the unit of time in front of figures that leave it out: "Receivable days 118 to 92"."""
    before: Sequence[str] = fold(fact.text[: figure.start]).split()[-3:]
    return next((days_in(word) for word in reversed(before) if days_in(word)), 0)


def _is_change(figure: Figure, change: tuple[float, float], precision: Precision) -> bool:
    """Whether a length of time is a difference told in another unit: 26 days are almost four weeks."""
    said, result = figure.value, change[0] * change[1] / days_in(figure.noun)
    if precision is Precision.EXACT:
        return abs(said - result) <= _ABOUT_AS_LONG * result
    return agrees(said, result, precision)
