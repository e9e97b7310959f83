"""The figures that facts state, so kept that those which may prove a figure are looked up and not looked for."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property

from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.measures import Precision, is_convertible, same_noun

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
    def _kinds(self) -> dict[tuple[tuple[str, ...], Unit], int]:
        """A number for each noun and unit: facts state many figures of few kinds."""
        return {kind: number for number, kind in enumerate(dict.fromkeys(map(_kind, self)))}

    @cached_property
    def _kind_of_each(self) -> list[int]:
        return [self._kinds[_kind(pair)] for pair in self]

    @cached_property
    def _of_nouns(self) -> dict[tuple[tuple[str, ...], Unit], list[Pair]]:
        return {}

    def that_may_equal(self, figure: Figure, precision: Precision) -> Sequence[Pair]:
        """All that `same_measure` may hold for: of an exact figure those of its value, and of others in units that
        convert if its own does.
        """
        if precision is not Precision.EXACT:
            return self
        if not is_convertible(figure.noun):
            return self.by_value.get(figure.value, ())
        each = zip(self, self._converts, strict=True)
        return [pair for pair, converts in each if converts or pair[0].value == figure.value]

    @cached_property
    def _converts(self) -> list[bool]:
        return [is_convertible(figure.noun) for figure, _ in self]

    def of_noun(self, figure: Figure) -> Sequence[Pair]:
        """Those that surely count the same as `figure`, whatever their value; worked out once for each noun."""
        key = (figure.nouns or (figure.noun,), figure.unit)
        if key not in self._of_nouns:
            self._of_nouns[key] = self.of_kinds(lambda kind: same_noun(figure, kind) is True)
        return self._of_nouns[key]

    def of_kinds(self, is_wanted: Callable[[Figure], bool]) -> list[Pair]:
        """Those whose noun and unit are wanted; each kind is asked about once, by a figure without place and value."""
        wanted = {
            number for (nouns, unit), number in self._kinds.items() if is_wanted(Figure(0, 0, 0, unit, nouns[0], nouns))
        }
        return [pair for pair, number in zip(self, self._kind_of_each, strict=True) if number in wanted]


def _kind(pair: Pair) -> tuple[tuple[str, ...], Unit]:
    return pair[0].nouns or (pair[0].noun,), pair[0].unit
