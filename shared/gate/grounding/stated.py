"""The figures that facts state, so kept that those which may prove a figure are looked up and not looked for."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property

from shared.domain.message import Fact
from shared.gate.figure import LONGEST_NOUN, Figure, Unit
from shared.gate.folding import fold
from shared.gate.grounding.keys import Keys, keys_of, meaning_of
from shared.gate.grounding.measures import ROUNDED_BY, Precision, is_bare, is_convertible, same_noun

Pair = tuple[Figure, Fact]


class Stated(tuple[Pair, ...]):  # noqa: SLOT001 - its indices are cached properties
    """Figures with the facts that state them, in the order of the facts."""

    @cached_property
    def by_value(self) -> dict[float, list[Pair]]:
        """The figures of each value."""
        found: dict[float, list[Pair]] = defaultdict(list)
        for pair in self:
            found[pair[0].value].append(pair)
        return dict(found)

    @cached_property
    def by_fact(self) -> dict[str, list[Figure]]:
        """The figures of each fact, by its id."""
        found: dict[str, list[Figure]] = defaultdict(list)
        for figure, fact in self:
            found[fact.id].append(figure)
        return dict(found)

    @cached_property
    def pairs(self) -> dict[str, list[tuple[Figure, Figure]]]:
        """For each fact that was looked at, by its id, the figures where something came from and where it came to."""
        return {}

    @cached_property
    def roles(self) -> dict[str, list[tuple[Figure, Keys]]]:
        """For each fact that was looked at, by its id, what the word in front of each figure says."""
        return {}

    def outside(self, facts: frozenset[str]) -> "Stated":
        """Those that no fact of these ids states."""
        if facts not in self._outside:
            self._outside[facts] = Stated(pair for pair in self if pair[1].id not in facts)
        return self._outside[facts]

    @cached_property
    def _outside(self) -> dict[frozenset[str], "Stated"]:
        return {}

    def told_by_verb(self, figure: Figure) -> list[Pair]:
        """Those that stand behind a word of which the noun of `figure` is made: "visits 14 dealers" for "14 visits"."""
        if not figure.noun or figure.unit is not Unit.PLAIN or is_convertible(figure.noun):
            return []
        found = (pair for key in keys_of(figure.noun) for pair in self._by_word_before.get(key, ()))
        return [pair for pair in found if pair[0].unit is Unit.PLAIN]

    @cached_property
    def _by_word_before(self) -> dict[str, list[Pair]]:
        found: dict[str, list[Pair]] = defaultdict(list)
        for pair in self:
            before = fold(pair[1].text[max(0, pair[0].start - LONGEST_NOUN) : pair[0].start]).split()[-1:]
            for key in meaning_of(before[0]) if before else ():
                found[key].append(pair)
        return dict(found)

    @cached_property
    def _kinds(self) -> dict[tuple[tuple[str, ...], Unit], int]:
        """A number for each noun and unit: facts state many figures of few kinds."""
        return {kind: number for number, kind in enumerate(dict.fromkeys(map(_kind, self)))}

    @cached_property
    def _kind_of_each(self) -> list[int]:
        return [self._kinds[_kind(pair)] for pair in self]

    @cached_property
    def _of_kinds(self) -> dict[tuple[Callable[[Figure, Figure], bool], tuple[str, ...], Unit, bool], list[Pair]]:
        return {}

    def that_may_equal(self, figure: Figure, precision: Precision) -> Sequence[Pair]:
        """All that `same_measure` may hold for: of an exact figure those of its value or that it may round,
        and of others in units that convert if its own does.
        """
        if precision is not Precision.EXACT:
            return self
        if not is_convertible(figure.noun):
            return self.by_value.get(figure.value) or self._about(figure.value)
        each = zip(self, self._converts, strict=True)
        return [pair for pair, converts in each if converts or pair[0].value == figure.value]

    @cached_property
    def _converts(self) -> list[bool]:
        return [is_convertible(figure.noun) for figure, _ in self]

    def _about(self, value: float) -> list[Pair]:
        first = bisect_left(self._values, value * (1 - ROUNDED_BY))
        last = bisect_right(self._values, value * (1 + ROUNDED_BY))
        return [pair for near in self._values[first:last] for pair in self.by_value[near]]

    @cached_property
    def _values(self) -> list[float]:
        return sorted(self.by_value)

    def of_noun(self, figure: Figure) -> Sequence[Pair]:
        """Those that surely count the same as `figure`, whatever their value; worked out once for each noun."""
        return self.of_kinds(figure, _counts_the_same)

    def of_kinds(self, figure: Figure, fits: Callable[[Figure, Figure], bool]) -> Sequence[Pair]:
        """Those whose noun and unit fit to those of `figure`; each kind is asked about once, by a figure without place
        and value.
        """
        key = (fits, figure.nouns or (figure.noun,), figure.unit, is_bare(figure))
        if key not in self._of_kinds:
            wanted = {number for kind, number in self._kinds.items() if fits(figure, _without_value(kind))}
            each = zip(self, self._kind_of_each, strict=True)
            self._of_kinds[key] = [pair for pair, number in each if number in wanted]
        return self._of_kinds[key]


def _kind(pair: Pair) -> tuple[tuple[str, ...], Unit]:
    return pair[0].nouns or (pair[0].noun,), pair[0].unit


def _without_value(kind: tuple[tuple[str, ...], Unit]) -> Figure:
    nouns, unit = kind
    return Figure(0, 0, 0, unit, nouns[0], nouns)


def _counts_the_same(figure: Figure, kind: Figure) -> bool:
    return same_noun(figure, kind) is True
