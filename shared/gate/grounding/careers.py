"""Lengths of time in a career: "siete años en Aceros del Sur", "two years after the move" against what is dated.

What a length of time is tied to decides: at an employer, in a title, "llevas" or a dated event that its own phrase
tells of it must fit; where nothing is certain it is true if any span of the person fits.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.claimed import is_claimed
from shared.gate.grounding.events import Event, gaps
from shared.gate.grounding.figure_details import said
from shared.gate.grounding.finding import CONTRADICTED, VERIFIED, Finding, ids_of, says_instead
from shared.gate.grounding.known import Known
from shared.gate.grounding.lengths import Length, length_of
from shared.gate.grounding.measures import Precision, days_in
from shared.gate.grounding.months import month_named
from shared.gate.grounding.phrases_of_time import Phrase, phrase_of
from shared.gate.grounding.rivals import words_about
from shared.gate.grounding.spans_of_time import Day, Tenure, between
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.grounding.tenures import graduations, since, turning_points
from shared.gate.grounding.ties import Tie, is_guessed, tie_of
from shared.gate.grounding.told_events import ToldEvents
from shared.gate.sentences import sentences_of
from shared.gate.words import tokens_of

_SHORTEST, _LONG = 28, 300
_MOST_MONTHS = 24
_SINCE = frozenset("since desde hace ago".split())
_COUNTS_ON = frozenset("after later despues since ago antes before earlier into desde".split())
_ENTERS = (
    "lleg", "entr", "incorpor", "join", "empez", "arranc", "start", "titul", "gradu", "recib", "licenc", "ascen",
    "promot", "nombr", "asum", "took", "dej", "left", "leav", "sal", "volv", "came", "pas",
)  # fmt: skip
_STAYS = tuple(
    "llev been spent pasa cumpl after tras despues desde completed experienc trayect carrera career sector industr"
    " frente cargo head running leading dirigi lidera since acumul suma veteran oficio profesi".split()
)
_TO_COME = frozenset("proximos proximas siguientes next coming dentro within".split())
_HAD = frozenset("had llevabas llevaba llevabais tenias tenia tenian hacia estabas".split())
_WHEN = frozenset("when cuando entonces mientras".split())
_ONLY_BEFORE = frozenset("hacia llevabas llevaba llevabais".split())


def is_career_span(figure: Figure) -> bool:
    """Whether a figure counts months or years, and no weeks of work."""
    return figure.unit is Unit.PLAIN and days_in(figure.noun) >= _SHORTEST


@dataclass(frozen=True)
class Lasting:
    """A length of time in a clause and what it may be told of."""

    figure: Figure
    precision: Precision
    statement: Statement
    known: Known

    @property
    def proven(self) -> Finding | None:
        """Verified by what it is certainly tied to: jobs, or what facts date; None where they do not fit."""
        if not any(map(self.length.fits, self._certain)):
            return None
        return self._verified(self._facts_of_jobs or [event.fact for event in self.told.sure])

    def may_rest_on(self, facts: Iterable[Fact]) -> bool:
        """Whether facts that state the same length tell of what this one is tied to."""
        if not self.is_tied or self.tie is None:
            return True
        companies = frozenset().union(*(job.company for job in self.tie.jobs))
        return any(self._is_told_of(companies, fact) for fact in facts)

    def _is_told_of(self, companies: frozenset[str], fact: Fact) -> bool:
        """Whether the sentence of a fact that has the length names one of `companies`, or else no other employer and
        something that the text says.
        """
        told = self._words_stated_with(fact)
        if not companies.isdisjoint(told):
            return True
        if any(not job.company.isdisjoint(told) for job in self.known.jobs):
            return False
        return bool(words_about(fact, self.figure, self.statement, self.known))

    def _words_stated_with(self, fact: Fact) -> frozenset[str]:
        """The words of the sentences of a fact that state the length."""
        stated = self.known.evidence.figures.get(self.figure.value, ())
        starts = [figure.start for figure, of in stated if of is fact]
        telling = ((start, end) for start, end in sentences_of(fact.text) if any(start <= at < end for at in starts))
        return frozenset(word for start, end in telling for word in tokens_of(fact.text[start:end]))

    def told_of_a_career(self, *, has_rival: bool) -> Finding | None:
        """Contradicted by what it is certainly tied to; else verified by any span of the person, unless it counts
        months and a fact has others of the same; else contradicted if the profile does not go back so far.
        """
        possible = None if has_rival and self._is_brief else self._possible
        if self.is_relative:
            return possible
        return self._contradicted or possible or self._impossible

    @property
    def _contradicted(self) -> Finding | None:
        """What it is certainly tied to and does not fit; None if nothing is certain, or nothing claimed."""
        if not self._certain or self._is_to_come:
            return None
        if not is_claimed(self.figure, self.statement, self.figure, surely=self.is_certain and not self._is_brief):
            return None
        facts = self._facts_of_jobs if self.is_tied else [event.fact for event in self.told.sure]
        return self._wrong(facts)

    @property
    def _possible(self) -> Finding | None:
        return self._verified(()) if any(map(self.length.fits, self._any)) else None

    @property
    def _impossible(self) -> Finding | None:
        """Contradicted if the person is told to have done anything for longer than the profile goes back."""
        spans = list(self._any)
        stays = any(word.folded.startswith(_STAYS) for word in self.statement.words)
        if not spans or self._is_to_come or not (stays and self.statement.sentence & Mark.THEM):
            return None
        if not is_claimed(self.figure, self.statement, self.figure):
            return None
        facts = [fact for job in self.known.jobs for fact in job.facts if fact.field.endswith(".start")]
        return self._wrong(facts) if facts and all(map(self.length.exceeds, spans)) else None

    @property
    def _is_brief(self) -> bool:
        """Whether it counts months, as most that does is no career."""
        return days_in(self.figure.noun) < _LONG and self.figure.value <= _MOST_MONTHS

    @property
    def is_vague(self) -> bool:
        """Whether it may be of anything: "a 24-year-old company", "half a century"."""
        behind = self.statement.passage.folded[self.figure.end : self.figure.end + len("-year-old")]
        return self.is_relative or behind == "-year-old" or days_in(self.figure.noun) > 5 * _LONG

    @cached_property
    def length(self) -> Length:
        """What may be called as long."""
        return length_of(self.figure, self.precision, self.statement)

    @cached_property
    def phrase(self) -> Phrase:
        """The words that it is told with."""
        return phrase_of(self.figure, self.statement)

    @cached_property
    def tie(self) -> Tie | None:
        """The jobs that it is told of."""
        return tie_of(self.figure, self.phrase, self.statement, self.known)

    @property
    def is_tied(self) -> bool:
        """Whether it is certainly told of some jobs."""
        return self.tie is not None and self.tie.certain

    @property
    def is_certain(self) -> bool:
        """Whether it is told of some jobs or a dated event, and of nothing else."""
        return self.is_tied or self.told.is_plain

    @cached_property
    def told(self) -> ToldEvents:
        """What else is dated that it may be told of."""
        return ToldEvents(self.figure, self.phrase, self.known)

    @cached_property
    def _certain(self) -> list[Tenure]:
        """Every span that it may be, if its phrase says certainly what it is tied to; else none."""
        if self.is_relative:
            return []
        if self.is_tied and self.tie:
            dated = self.told.sure if self.tie.titled else self._of_the_company
            return [*self._of_jobs(self.tie), *(span for event in dated for span in event.spans)]
        if not self.told.sure:
            return [] if self.told.words else self._since_told
        if is_guessed(self.figure):
            return []
        spans = [span for event in self.told.touched for span in event.spans]
        return [
            *spans,
            *gaps(self.told.touched, self._days_told),
            *(() if self.told.is_plain or self._is_brief else self._any),
        ]

    def _of_jobs(self, tie: Tie) -> Iterator[Tenure]:
        yield from tie.spans(self.known.today)
        if self._is_from_then_on:
            yield from since(tie.jobs, self.known.today, of_each=tie.of_each)

    @property
    def _of_the_company(self) -> list[Event]:
        """What is dated and certainly told, or names the company that it is tied to."""
        companies = frozenset().union(*(job.company for job in self.tie.jobs)) if self.tie else frozenset()
        tokens = self.known.evidence.tokens
        named = [event for event in self.known.events if not companies.isdisjoint(tokens[event.fact.id])]
        return [*self.told.sure, *named]

    @property
    def is_relative(self) -> bool:
        """Whether it counts to another moment than today: "when store one opened you had been at A for nine months"."""
        words = self.statement.vocabulary
        return not words.isdisjoint(_HAD) and not (words.isdisjoint(_WHEN) and words.isdisjoint(_ONLY_BEFORE))

    @cached_property
    def _is_from_then_on(self) -> bool:
        """Whether the phrase counts from when something began or ended: "hace", "since", "three years after"."""
        behind = {word.folded for word in self.phrase.behind[:3]}
        before = {word.folded for word in self.phrase.before[-2:]}
        if not behind.isdisjoint(_COUNTS_ON) or not before.isdisjoint(_SINCE):
            return True
        return not self.statement.vocabulary.isdisjoint(_SINCE)

    @property
    def _since_told(self) -> list[Tenure]:
        """How long it is since the year that stands in front: "desde 2016, o sea, diez años"."""
        before = self.statement.passage.figures_between(self.statement.start, self.figure.start)
        words = [word.folded for word in self.statement.words_before(before[-1].start, 4)] if before else []
        if not before or before[-1].unit is not Unit.YEAR or _SINCE.isdisjoint(words):
            return []
        return [between(Day(int(before[-1].value), month_named(words)), self.known.today)]

    @property
    def _days_told(self) -> list[Day]:
        """The days of the clause from which it may count to an event: years that it names; those of the career if it
        says that one came after the other.
        """
        years = (other.value for other in self.statement.passage.figures if other.unit is Unit.YEAR)
        days = [Day(int(year), None) for year in years]
        enters = any(word.folded.startswith(_ENTERS) for word in self.statement.words)
        return [*days, *self._days] if enters else days

    @cached_property
    def _days(self) -> list[Day]:
        return [*turning_points(self.known.jobs), *graduations(self.known.evidence.prospect.education)]

    @property
    def _any(self) -> Iterator[Tenure]:
        yield from self.known.career
        for event in self.known.events:
            yield from event.spans
        yield from gaps(self.known.events, self._days_told)
        years = {int(other.value) for other in self.statement.passage.figures if other.unit is Unit.YEAR}
        days = [*(Day(year, None) for year in sorted(years)), self.known.today]
        yield from (between(one, other) for one, other in combinations(days, 2) if one.year <= other.year)

    @property
    def _is_to_come(self) -> bool:
        before = self.statement.words_before(self.figure.start, 2)
        return any(word.folded in _TO_COME for word in before)

    @property
    def _facts_of_jobs(self) -> list[Fact]:
        return [fact for job in self.tie.jobs for fact in job.facts] if self.tie else []

    def _verified(self, facts: Sequence[Fact]) -> Finding:
        figure = self.figure
        return Finding(self.statement.passage, figure.start, figure.end, "duration", VERIFIED, ids_of(facts))

    def _wrong(self, facts: Sequence[Fact]) -> Finding:
        dates = " – ".join(fact.text for fact in facts if fact.field.endswith((".start", ".end")))
        detail = says_instead(
            said(self.figure, self.statement), dates or next((fact.text for fact in facts), self.statement.text.strip())
        )
        figure = self.figure
        return Finding(
            self.statement.passage, figure.start, figure.end, "duration", CONTRADICTED, ids_of(facts), detail
        )
