"""What the facts give the checks to compare with, worked out once for each message."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.domain.prospect import Prospect
from shared.gate.figure import Figure, Unit
from shared.gate.figures import figures_in
from shared.gate.folding import fold
from shared.gate.lexicon import table
from shared.gate.names import PersonNames
from shared.gate.ratios import find_ratios, signs_of_shares
from shared.gate.words import tokens_in

_NAME_FIELDS = frozenset(("title", "headline", "company", "school", "degree", "skills", "full_name", "name"))
_MOST_FIGURES, _MOST_OF_A_FACT = 800, 100
"""How many different figures of the person's facts, and of ours, may prove or contradict one: more than profiles state.
What lies behind proves nothing, so a text that repeats it is held back."""
_TWO = 2
_OUR_FIELDS = ("proof_points[", "value_proposition", "sender.")


@dataclass(frozen=True)
class Evidence:
    """The facts of one message in the forms that checks look things up in."""

    prospect: Prospect
    facts: tuple[Fact, ...]

    @cached_property
    def names(self) -> PersonNames:
        """What the person is called."""
        return PersonNames(self.prospect)

    @cached_property
    def folded(self) -> str:
        """All facts as one folded text, one a line."""
        return fold("\n".join(fact.text for fact in self.facts))

    @cached_property
    def folds(self) -> dict[str, str]:
        """Each fact folded, by its id: its part of the whole, in which nothing has moved."""
        ends = list(accumulate(len(fact.text) + 1 for fact in self.facts))
        return {
            fact.id: self.folded[end - len(fact.text) - 1 : end - 1] for fact, end in zip(self.facts, ends, strict=True)
        }

    @cached_property
    def folded_names(self) -> str:
        """The facts that name something (companies, titles, schools, skills) as one folded text, one a line."""
        return "\n".join(self.folds[fact.id] for fact in self.facts if is_name_field(fact.field))

    @cached_property
    def tokens(self) -> dict[str, tuple[str, ...]]:
        """The folded words of each fact, by the fact's id."""
        return {id_: tokens_in(folded) for id_, folded in self.folds.items()}

    @cached_property
    def plain(self) -> dict[str, str]:
        """The folded words of each fact with one space around each, by the fact's id."""
        return {id_: f" {' '.join(words)} " for id_, words in self.tokens.items()}

    @cached_property
    def figures(self) -> dict[float, list[tuple[Figure, Fact]]]:
        """The figures of all facts by their value, each with the fact that states it."""
        found: dict[float, list[tuple[Figure, Fact]]] = {}
        left = {True: _MOST_FIGURES, False: _MOST_FIGURES}
        signs = signs_of_shares(self.folded)
        for fact in self.facts:
            ours = is_ours(fact)
            stated = _figures_of_ours(fact.text) if ours else self._figures_of(fact, signs)
            if not stated:
                continue
            figures = stated[: min(_MOST_OF_A_FACT, left[ours])]
            left[ours] -= len(figures)
            for figure in figures:
                found.setdefault(figure.value, []).append((figure, fact))
        return found

    def _figures_of(self, fact: Fact, signs: Iterable[str]) -> list[Figure]:
        """The figures of one fact about the person; a date of a job or a course is its year."""
        if fact.field.endswith((".start", ".end")):
            year, _, _ = fact.text.partition("-")
            return [Figure(0, len(year), float(year), Unit.YEAR, "")]
        folded = self.folds[fact.id]
        stated = [*figures_in(folded, self.tokens[fact.id]), *_shares_in(folded, signs), *_counted_back(folded)]
        return _different(stated)

    @cached_property
    def word_runs(self) -> frozenset[tuple[str, ...]]:
        """Every three folded words that stand in a row in a fact."""
        return frozenset(words[i : i + 3] for words in self.tokens.values() for i in range(len(words) - 2))

    @cached_property
    def company_pairs(self) -> frozenset[tuple[str, ...]]:
        """The names of companies that are two words: "Vence Nunca"."""
        named = (self.tokens[fact.id] for fact in self.facts if fact.field.rpartition(".")[2] == "company")
        return frozenset(tokens for tokens in named if len(tokens) == _TWO)

    @cached_property
    def _written(self) -> str:
        return "\n".join(["", *(fact.text for fact in self.facts), ""])

    def writes(self, word: str) -> bool:
        """Whether the facts themselves write a word so, as a whole."""
        place = self._written.find(word)
        while place >= 0:
            beside = self._written[place - 1] + self._written[place + len(word)]
            if not (beside[0].isalnum() or beside[1].isalnum() or "_" in beside):
                return True
            place = self._written.find(word, place + 1)
        return False

    @property
    def about_them(self) -> Iterator[Fact]:
        """The facts about the person."""
        return (fact for fact in self.facts if not is_ours(fact))

    @property
    def about_us(self) -> Iterator[Fact]:
        """The facts about ourselves."""
        return (fact for fact in self.facts if is_ours(fact))


@lru_cache(maxsize=1024)
def _figures_of_ours(text: str) -> list[Figure]:
    """The figures of what we may say of ourselves, which is the same for all whom a workspace writes to; to be read
    only.
    """
    folded = fold(text)
    return _different([*figures_in(folded), *_shares_in(folded, signs_of_shares(folded)), *_counted_back(folded)])


def _counted_back(folded: str) -> list[Figure]:
    """What a text counts without a number: the year of "last year", four of "our fourth depot"."""
    return [*_years_ago(folded), *_ordinals(folded)]


def _ordinals(folded: str) -> list[Figure]:
    """How many a company has by the last one that is told: four of "our fourth depot", 19 of "our 19th clinic"."""
    found = ((match, _ORDINALS.get(match[1]) or float(match[1][:-2])) for match in _ORDINAL.finditer(folded))
    named = ((match.span(1), value, f"{match[2]}s") for match, value in found)
    return [Figure(*span, value, Unit.PLAIN, noun, (noun,)) for span, value, noun in named if noun in _HOLDINGS]


_HOLDINGS = frozenset(table("counted")["holdings"].split())
_ORDINALS = {
    word: float(place)
    for place, words in enumerate(
        (
            "second segundo segunda",
            "third tercer tercero tercera",
            "fourth cuarto cuarta",
            "fifth quinto quinta",
            "sixth sexto sexta",
            "seventh septimo septima",
            "eighth octavo octava",
            "ninth noveno novena",
            "tenth decimo decima",
        ),
        start=2,
    )
    for word in words.split()
}
_ORDINAL = lazy_pattern(rf"\b({'|'.join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th)) ([a-z]{{4,}})\b")


def _years_ago(folded: str) -> list[Figure]:
    """The year that a text counts back: "hace un año", "last year"."""
    return [Figure(*match.span(), 1.0, Unit.PLAIN, "year", ("year",)) for match in _A_YEAR_AGO.finditer(folded)]


_A_YEAR_AGO = lazy_pattern(r"\bhace un ano\b|\bel ano pasado\b|\b(?:a|one) year ago\b|\blast year\b")


def _shares_in(folded: str, signs: Iterable[str]) -> list[Figure]:
    """The shares that a text states in words, as percentages: "half of", "uno de cada cinco", "halved"."""
    return [Figure(ratio.start, ratio.end, ratio.percent, Unit.PERCENT, "") for ratio in find_ratios(folded, signs)]


def _different(figures: Iterable[Figure]) -> list[Figure]:
    """The figures without those that state the same as an earlier one."""
    first: dict[tuple[float, Unit, str], Figure] = {}
    for figure in figures:
        first.setdefault((figure.value, figure.unit, figure.noun), figure)
    return list(first.values())


def is_name_field(field: str) -> bool:
    """Whether a fact's field holds the name of something, and not prose."""
    return field.rpartition(".")[2].partition("[")[0] in _NAME_FIELDS


def is_ours(fact: Fact) -> bool:
    """Whether a fact is about ourselves and not about the person."""
    return fact.field.startswith(_OUR_FIELDS)
