"""Lengths of time in a career: "siete años en Aceros del Sur" against the dates of the job that it is tied to."""

from collections.abc import Iterator, Sequence
from functools import reduce

from shared.domain.message import Fact
from shared.gate.figures import Figure, Unit
from shared.gate.grounding.finding import CONTRADICTED, VERIFIED, Finding, ids_of, says_instead
from shared.gate.grounding.known import Job, Known
from shared.gate.grounding.measures import Precision, days_in
from shared.gate.grounding.spans_of_time import Tenure, day_of
from shared.gate.grounding.statements import Mark, Statement

_MONTH, _YEAR = 30.4375, 365.25
_SHORTEST = 25
_ABOUT = 0.15
_REACH = 7
_STAYS = ("llev", "been", "spent", "pas", "cumpl", "after", "tras", "despues", "desde", "over", "completed")


def is_career_span(figure: Figure) -> bool:
    """Whether a figure counts months or years."""
    return figure.unit is Unit.PLAIN and days_in(figure.noun) >= _SHORTEST


def career_verdict(figure: Figure, precision: Precision, statement: Statement, known: Known) -> Finding | None:
    """Verified or contradicted by the dates of the profile; None where they say nothing to it: it may still be a
    figure that a fact states.
    """
    if not known.jobs:
        return None
    months = figure.value * days_in(figure.noun) / _MONTH
    tied = _tied(statement, known)
    spans = _spans_of(tied) if tied else list(_all_spans(known))
    if any(_agrees(span, months, precision) for span, _ in spans):
        facts = next(facts for span, facts in spans if _agrees(span, months, precision))
        return _finding(figure, statement, facts, verified=True)
    if _ago(figure, statement, known) or _states(figure, known) or not tied or not spans:
        return None
    if _is_between_dates(figure, known) or not _says_how_long_there(figure, statement, tied):
        return None
    if not statement.asserts_at(figure.start) or not statement.sentence & Mark.THEM:
        return None
    return _finding(figure, statement, spans[0][1], verified=False, span=spans[0][0])


def _tied(statement: Statement, known: Known) -> list[Job]:
    """The jobs at the company that the clause names; those at the present one if it names none but says "llevas"."""
    words = {word.folded for word in statement.words if not word.text.islower()}
    return [job for job in known.jobs if job.company and job.company & words]


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


def _says_how_long_there(figure: Figure, statement: Statement, tied: Sequence[Job]) -> bool:
    """Whether the company follows the length of time ("siete años en Aceros"), or a verb of staying comes before it."""
    following = next((other.start for other in statement.passage.figures if other.start >= figure.end), statement.end)
    behind = [word for word in statement.words if figure.end <= word.start < following][:_REACH]
    if any(word.folded in job.company for word in behind for job in tied):
        return True
    before = statement.words_before(figure.start, _REACH)
    return any(word.folded.startswith(_STAYS) for word in before)


def _is_between_dates(figure: Figure, known: Known) -> bool:
    """Whether it is the time between two dates of the profile."""
    years = figure.value * days_in(figure.noun) / _YEAR
    stated = [
        int(other.value)
        for other, fact in known.figures
        if other.unit is Unit.YEAR and not fact.field.endswith((".start", ".end"))
    ]
    dates = {known.as_of.year, *stated}
    return any(abs(one - other) == years for one in dates for other in dates if one != other)


def _ago(figure: Figure, statement: Statement, known: Known) -> bool:
    """Whether it says how long ago something dated was: "hace tres años", "three years ago"."""
    folded = statement.passage.folded
    before, behind = folded[max(0, figure.start - 12) : figure.start], folded[figure.end : figure.end + 16]
    if "hace" not in before and " ago" not in behind:
        return False
    years = figure.value * days_in(figure.noun) / _YEAR
    then = known.as_of.year - years
    dates = (day_of(text) for job in known.jobs for text in (job.experience.start, job.experience.end))
    return any(day is not None and abs(day.year - then) <= 1 for day in dates)


def _states(figure: Figure, known: Known) -> bool:
    return any(other.value == figure.value and days_in(other.noun) for other, _ in known.figures)


def _finding(
    figure: Figure, statement: Statement, facts: Sequence[Fact], *, verified: bool, span: Tenure | None = None
) -> Finding:
    end = statement.passage.folded.find(figure.noun, figure.end) + len(figure.noun)
    said = statement.passage.text[figure.start : end]
    detail = None if verified else says_instead(said, _told(facts, span))
    verdict = VERIFIED if verified else CONTRADICTED
    return Finding(statement.passage, figure.start, figure.end, "duration", verdict, ids_of(facts), detail)


def _told(facts: Sequence[Fact], span: Tenure | None) -> str:
    dates = " – ".join(fact.text for fact in facts if fact.field.endswith((".start", ".end")))
    return dates or (f"{span.least // 12}" if span else "")
