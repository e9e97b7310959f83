"""Lengths of time in a career: "siete años en Aceros del Sur" against the dates of the job that it is tied to."""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import permutations

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.claimed import is_claimed
from shared.gate.grounding.dated import facts_that_date, has_other_subject, is_since_what_is_dated
from shared.gate.grounding.figure_details import said
from shared.gate.grounding.finding import CONTRADICTED, VERIFIED, Finding, ids_of, says_instead
from shared.gate.grounding.jobs import Job
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import Precision, agrees, days_in
from shared.gate.grounding.spans_of_time import Tenure, day_of, tenure_of
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.words import Word, tokens_of

_MONTH, _YEAR = 30.4375, 365.25
_SHORTEST = 25
_ABOUT = 0.15
_REACH = 7
_NEAR = 4
_STAYS = tuple(
    "llev been spent pasa cumpl after tras despues desde completed experienc trayect carrera career sector industr"
    " frente cargo head running leading dirigi lidera since".split()
)
_STAYS_NOW = ("llev", "cumpl")
_STAYS_SINCE = ("llev", "cumpl", "desde", "since")
_IN_THE_JOB = (
    "in the job", "in the role", "in the post", "in the chair", "in charge", "at the helm", "al frente", "en el puesto",
    "en el cargo", "en la casa", "en una sola casa", "en una misma casa", "en la misma", "al mando", "in one place",
)  # fmt: skip
_YEARS_IN = lazy_pattern(r" years in[,:.]")
_CONJUNCTIONS = frozenset("y e and pero but".split())
_IS_MORE = lazy_pattern(r"\s(?:pico|medi[oa]|tant[oa]s|a half|a bit|change)\b")
_SINCE = frozenset("since desde".split())
_AS = frozenset("de as como".split())
_TO_COME = frozenset("proximos proximas siguientes next coming dentro within".split())


def is_career_span(figure: Figure) -> bool:
    """Whether a figure counts months or years."""
    return figure.unit is Unit.PLAIN and days_in(figure.noun) >= _SHORTEST


def career_verdict(
    figure: Figure, precision: Precision, statement: Statement, known: Known, *, tied: bool
) -> Finding | None:
    """Verified or contradicted by the dates of the profile: of the job that the figure is `tied` to, or of any; None
    where they say nothing to it: it may still be a figure that a fact states.
    """
    months = figure.value * days_in(figure.noun) / _MONTH
    if has_other_subject(figure, statement, known):
        return None if tied else _of_another_thing(months, figure, precision, statement, known)
    if not tied and (
        _ago(figure, statement, known)
        or _is_between_dates(figure, precision, known)
        or is_since_what_is_dated(months, figure, precision, statement, known)
    ):
        return _finding(figure, statement, (), verified=True)
    jobs = _tied(figure, statement, known) if tied else []
    spans = _spans_of(jobs) if tied else list(_all_spans(known))
    if tied and not statement.vocabulary.isdisjoint(_SINCE):
        spans += [(since, job.facts) for job in jobs if (since := _since(job, known))]
    if any(_agrees(span, months, precision) for span, _ in spans):
        facts = next(facts for span, facts in spans if _agrees(span, months, precision))
        return _finding(figure, statement, facts, verified=True)
    if not spans or _is_open(figure, statement, known) or not _is_told_of_a_career(figure, statement, tied=tied):
        return None
    return _finding(figure, statement, spans[0][1], verified=False, span=spans[0][0])


def _of_another_thing(
    months: float, figure: Figure, precision: Precision, statement: Statement, known: Known
) -> Finding | None:
    """What the facts that date a thing say to how long it has lasted."""
    if is_since_what_is_dated(months, figure, precision, statement, known):
        return _finding(figure, statement, (), verified=True)
    dated = facts_that_date(figure, statement, known)
    if not dated:
        return None
    detail = says_instead(said(figure, statement), dated[0].text)
    return Finding(statement.passage, figure.start, figure.end, "duration", CONTRADICTED, ids_of(dated), detail)


def _is_open(figure: Figure, statement: Statement, known: Known) -> bool:
    """Whether the length of time may be of something else: what a fact states, or years to come."""
    return _states(figure, known) or any(word.folded in _TO_COME for word in statement.words_before(figure.start, 2))


def _is_told_of_a_career(figure: Figure, statement: Statement, *, tied: bool) -> bool:
    """Whether it is said how long the person did something: by a verb of staying, or at the company behind it."""
    if not is_claimed(figure, statement, figure):
        return False
    if tied:
        return True
    around = (*statement.words_before(figure.start, _REACH), *_behind(figure, statement)[:_REACH])
    if any(word.folded.startswith(_STAYS_SINCE) for word in around) and not statement.marks & Mark.US:
        return True
    return any(word.folded.startswith(_STAYS) for word in around) and bool(statement.sentence & Mark.THEM)


def _behind(figure: Figure, statement: Statement) -> list[Word]:
    """The words between the figure and the next one."""
    following = next((other.start for other in statement.passage.figures if other.start >= figure.end), statement.end)
    return [word for word in statement.words if figure.end <= word.start < following]


def _tied(figure: Figure, statement: Statement, known: Known) -> list[Job]:
    """The jobs at the company that stands right behind the figure or in front of it; the present ones if the clause
    says "llevas", "in the job"; else all jobs at the companies that the clause names.
    """
    behind, before = _behind(figure, statement), [word for word in statement.words if word.start < figure.start]
    jobs = _jobs_named(_up_to_a_break(behind, statement), known) or _jobs_titled(figure, statement, known)
    if jobs or figure.noun not in (figure.nouns or (figure.noun,)):
        return jobs
    if _is_in_the_job(figure, statement, behind) or any(word.folded.startswith(_STAYS_NOW) for word in before[-_NEAR:]):
        return [job for job in known.jobs if job.present]
    after = [word for word in statement.words if word.start >= figure.end]
    comma = statement.passage.text.rfind(",", statement.start, figure.start)
    before = [word for word in before if word.start > comma]
    named = _jobs_named([*before, *_up_to_a_break(after, statement)], known)
    return named if any(job.present for job in named) else []


def _up_to_a_break(words: Sequence[Word], statement: Statement) -> list[Word]:
    """The words up to a comma or a conjunction: "seis años en A, …", "six years at A and …"."""
    kept: list[Word] = []
    for word in words:
        end = kept[-1].end if kept else word.start
        ends = word.folded in _CONJUNCTIONS and not _IS_MORE.match(statement.passage.folded, word.end)
        if ends or "," in statement.passage.text[end : word.start]:
            break
        kept.append(word)
    return kept


def _jobs_named(words: Sequence[Word], known: Known) -> list[Job]:
    named = {word.folded for word in words if not word.text.islower()}
    return [job for job in known.jobs if job.company & named]


def _jobs_titled(figure: Figure, statement: Statement, known: Known) -> list[Job]:
    """The jobs whose title, two words at least, stands right behind: "once años de director técnico"."""
    behind = tokens_of(statement.passage.text[figure.end : statement.end])
    first = next((place for place, token in enumerate(behind[:_NEAR]) if token in _AS), None)
    if first is None:
        return []
    titles = [(tokens_of(job.experience.title or ""), job) for job in known.jobs]
    return [job for title, job in titles if len(title) > 1 and behind[first + 1 :][: len(title)] == title]


def _is_in_the_job(figure: Figure, statement: Statement, behind: Sequence[Word]) -> bool:
    words = " ".join(word.folded for word in behind[: _NEAR + 2])
    if any(phrase in words for phrase in _IN_THE_JOB):
        return True
    return _YEARS_IN.match(statement.passage.folded, figure.end) is not None


def _spans_of(jobs: Sequence[Job]) -> list[tuple[Tenure, Sequence[Fact]]]:
    """How long the jobs lasted, each and together."""
    spans: list[tuple[Tenure, Sequence[Fact]]] = [(job.tenure, job.facts) for job in jobs if job.tenure]
    if len(spans) > 1:
        whole = Tenure(sum(span.least for span, _ in spans), sum(span.most for span, _ in spans))
        spans.append((whole, [fact for _, facts in spans for fact in facts]))
    return spans


def _all_spans(known: Known) -> Iterator[tuple[Tenure, Sequence[Fact]]]:
    spans = _spans_of(known.jobs)
    yield from spans
    held = [job.tenure for job in known.jobs if job.tenure]
    ends = [Tenure(since.least, since.most) for job in known.jobs if (since := _since(job, known))]
    if held and ends:
        longest = reduce(lambda one, other: one if one.most >= other.most else other, ends)
        yield longest, [fact for job in known.jobs for fact in job.facts if fact.field.endswith(".start")]
    starts = [job.experience.start for job in known.jobs]
    for one, other in permutations(starts, 2):
        if one and other and one < other and (between := tenure_of(one, other, known.as_of)):
            yield between, ()
    for study in known.evidence.prospect.education:
        if since := _until_today(study.end or study.start, known):
            yield since, ()


def _since(job: Job, known: Known) -> Tenure | None:
    return _until_today(job.experience.start, known)


def _until_today(text: str | None, known: Known) -> Tenure | None:
    from_day = day_of(text)
    if from_day is None:
        return None
    months = (known.as_of.year - from_day.year) * 12 + known.as_of.month
    if from_day.month is not None:
        return Tenure(months - from_day.month, months - from_day.month + 1)
    return Tenure(max(0, months - 12), months)


def _agrees(span: Tenure, months: float, precision: Precision) -> bool:
    if precision is Precision.MORE:
        return span.reaches(months)
    if precision is Precision.LESS:
        return span.least < months + 1 and span.reaches(months * (1 - 2 * _ABOUT))
    return span.is_about(months, by=_ABOUT if precision is Precision.ABOUT else 0.0)


def _is_between_dates(figure: Figure, precision: Precision, known: Known) -> bool:
    """Whether it is the time between two dates of the profile."""
    years = figure.value * days_in(figure.noun) / _YEAR
    stated = [
        int(other.value)
        for other, fact in known.figures
        if other.unit is Unit.YEAR and not fact.field.endswith((".start", ".end"))
    ]
    dates = {known.as_of.year, *stated}
    gaps = {abs(one - other) for one in dates for other in dates if one != other}
    return any(agrees(years, gap, precision) for gap in gaps)


def _ago(figure: Figure, statement: Statement, known: Known) -> bool:
    """Whether it says how long ago something dated was: "hace tres años", "three years ago"."""
    folded = statement.passage.folded
    before, behind = folded[max(0, figure.start - 12) : figure.start], folded[figure.end : figure.end + 16]
    if ("hace" not in before or "desde" in before) and " ago" not in behind:
        return False
    years = figure.value * days_in(figure.noun) / _YEAR
    then = known.as_of.year - years
    dates = (day_of(text) for job in known.jobs for text in (job.experience.start, job.experience.end))
    return any(day is not None and abs(day.year - then) <= 1 for day in dates)


def _states(figure: Figure, known: Known) -> bool:
    return any(other.value == figure.value and other.noun[:3] == figure.noun[:3] for other, _ in known.figures)


def _finding(
    figure: Figure, statement: Statement, facts: Sequence[Fact], *, verified: bool, span: Tenure | None = None
) -> Finding:
    detail = None if verified else says_instead(said(figure, statement), _told(facts, span))
    verdict = VERIFIED if verified else CONTRADICTED
    return Finding(statement.passage, figure.start, figure.end, "duration", verdict, ids_of(facts), detail)


def _told(facts: Sequence[Fact], span: Tenure | None) -> str:
    dates = " – ".join(fact.text for fact in facts if fact.field.endswith((".start", ".end")))
    return dates or (f"{span.least // 12}" if span else "")
