"""Years and months of the calendar: "desde mayo de 2018" against the dates of the job that it is tied to."""

from collections.abc import Sequence

from shared.domain.message import Fact
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.finding import (
    CONTRADICTED,
    UNSUPPORTED,
    VERIFIED,
    Finding,
    ids_of,
    says_instead,
    says_without_proof,
)
from shared.gate.grounding.jobs import Job
from shared.gate.grounding.keys import has_meaning, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.months import MONTHS
from shared.gate.grounding.spans_of_time import day_of
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.words import Word

_SINCE = frozenset("desde since".split())
_EARLIER = frozenset("antes before previously formerly anteriormente".split())
_LOOK_BACK = 4
_ENOUGH = 2


def year_finding(figure: Figure, statement: Statement, known: Known) -> Finding | None:
    """What the facts say to a year, and to the month before it; None where it is no claim."""
    year = int(figure.value)
    before = statement.words_before(figure.start, _LOOK_BACK)
    month_word = next((word for word in reversed(before[-2:]) if word.folded in MONTHS), None)
    month = MONTHS[month_word.folded] if month_word else None
    start = month_word.start if month_word else figure.start
    since = any(word.folded in _SINCE for word in before)
    facts = _facts_of(year, month, known)
    if facts:
        wrong = _not_since(figure, month, facts, statement, known) if since else None
        if wrong is None and (rival := _dated_otherwise(figure, facts, statement, known)):
            detail = says_instead(statement.passage.text[start : figure.end], rival.text)
            return Finding(statement.passage, start, figure.end, "date", CONTRADICTED, ids_of([rival]), detail)
        if wrong is None:
            return Finding(statement.passage, start, figure.end, "date", VERIFIED, ids_of(facts))
        return _contradicted(start, figure, statement, wrong)
    if _is_no_claim(year, start, statement, known, since=since):
        return None
    job = _contradicting_job(figure, month, statement, known)
    if job is not None and since:
        return _contradicted(start, figure, statement, job)
    text = statement.passage.text[start : figure.end]
    return Finding(statement.passage, start, figure.end, "date", UNSUPPORTED, (), says_without_proof(text))


def _dated_otherwise(figure: Figure, facts: Sequence[Fact], statement: Statement, known: Known) -> Fact | None:
    """The fact that dates what the clause tells to another year, where only jobs began or ended in this one."""
    if not all(map(_is_a_date, facts)):
        return None
    told = [word for word in _phrase(figure, statement, whole=False) if _says_what_was(word, known)]
    if len(told) < _ENOUGH or any(word.folded in job.company for job in known.jobs for word in told if job.is_over):
        return None
    dated = (fact for other, fact in known.their_figures if other.unit is Unit.YEAR and not _is_a_date(fact))
    return next((fact for fact in dated if _tells_all(told, fact, known)), None)


def _says_what_was(word: Word, known: Known) -> bool:
    return has_meaning(word.folded) and not word.text.isdigit() and not known.evidence.names.has(word.text)


def _tells_all(told: Sequence[Word], fact: Fact, known: Known) -> bool:
    """Whether a fact has the words of the clause, a capitalised one among them: "you set up the Academy in 2020"."""
    kept = [word for word in told if not keys_of(word.folded).isdisjoint(known.keys_of_fact(fact))]
    return len(kept) >= max(_ENOUGH, len(told) - 1) and any(word.capitalised for word in kept)


def _facts_of(year: int, month: int | None, known: Known) -> Sequence[Fact]:
    stated = [fact for figure, fact in known.figures if int(figure.value) == year]
    if month is None:
        return stated
    return _without_mere_years(stated, [fact for fact in stated if _names_month(fact, month)])


def _names_month(fact: Fact, month: int) -> bool:
    """Whether a date has the month, or leaves it open; in running text, whether it names it or none."""
    if fact.field.endswith((".start", ".end")):
        day = day_of(fact.text)
        return day is None or day.month in (None, month)
    words = fact.text.lower().split()
    named = {MONTHS[word.strip(".,;:")] for word in words if word.strip(".,;:") in MONTHS}
    return not named or month in named


def _without_mere_years(stated: Sequence[Fact], facts: Sequence[Fact]) -> Sequence[Fact]:
    """The facts that have the month, if none of those with the year has another one: "de 2024" proves no "mayo"."""
    if all(fact in facts or _is_a_date(fact) for fact in stated):
        return facts
    return [fact for fact in facts if _is_a_date(fact) or _tells_a_month(fact)]


def _is_a_date(fact: Fact) -> bool:
    return fact.field.endswith((".start", ".end"))


def _tells_a_month(fact: Fact) -> bool:
    return any(word.strip(".,;:") in MONTHS for word in fact.text.lower().split())


def _is_no_claim(year: int, place: int, statement: Statement, known: Known, *, since: bool) -> bool:
    """Whether the year is no statement of what was: a plan for this year or the next, a supposition, a remark."""
    if known.today.year <= year <= known.today.year + 1 and not since:
        return True
    before = [word.folded for word in statement.words_before(place, _LOOK_BACK)]
    if before[-1:] == ["de"] and not {"un", "una"}.isdisjoint(before) and not _is_dated(before[:-1], known):
        return True  # "un vídeo de 2014"
    return any(
        cue.marks & (Mark.HYPOTHESIS | Mark.GENERAL | Mark.OFFER) and cue.start < place for cue in statement.cues
    )


def _is_dated(words: Sequence[str], known: Known) -> bool:
    """Whether a fact has a year for the last of some words: "el edificio es de 1974"."""
    return any(event.days and words[-1] in known.evidence.tokens[event.fact.id] for event in known.events if words)


def _contradicting_job(figure: Figure, month: int | None, statement: Statement, known: Known) -> Job | None:
    """The job at the company that the clause names, if none of the jobs there began then."""
    told = _phrase(figure, statement, whole=True)
    words = {word.folded for word in told if not word.text.islower()}
    named = [job for job in known.jobs if job.company & words and job.experience.start]
    if not named or any(_began(job, int(figure.value), month) for job in named):
        return None
    return named[0]


def _not_since(
    figure: Figure, month: int | None, facts: Sequence[Fact], statement: Statement, known: Known
) -> Job | None:
    """The job that "since 2009" speaks of and that began another year: at the company named, or the present one."""
    year = int(figure.value)
    told = any(not fact.field.endswith((".start", ".end")) for fact in facts)
    words = {word.folded for word in _phrase(figure, statement, whole=not told) if not word.text.islower()}
    if any(job.company & words for job in known.jobs):
        return _contradicting_job(figure, month, statement, known)
    present = [job for job in known.jobs if job.present and job.experience.start]
    if told or not present or any(_began(job, year, month) for job in known.jobs):
        return None
    return present[0] if statement.marks & Mark.THEM else None


def _phrase(figure: Figure, statement: Statement, *, whole: bool) -> Sequence[Word]:
    """The words of the clause, or those between what it lists: "at A since 2020, the move since 2024"."""
    if whole:
        ends = (word.start for word in statement.words if word.start > figure.end and word.folded in _EARLIER)
        last = min(ends, default=statement.end)
        return [word for word in statement.words if word.start < last]
    text = statement.passage.text
    earlier = [other.end for other in statement.passage.figures if other.end <= figure.start]
    start = max(text.rfind(",", statement.start, figure.start), *earlier[-1:], statement.start - 1)
    end = text.find(",", figure.end, statement.end)
    return [word for word in statement.words if start < word.start and (end < 0 or word.start < end)]


def _began(job: Job, year: int, month: int | None) -> bool:
    day = day_of(job.experience.start)
    return day is not None and day.year == year and (month is None or day.month in (None, month))


def _contradicted(start: int, figure: Figure, statement: Statement, job: Job) -> Finding:
    text = statement.passage.text[start : figure.end]
    facts = [fact for fact in job.facts if fact.field.endswith(".start")]
    detail = says_instead(text, job.experience.start or "")
    return Finding(statement.passage, start, figure.end, "date", CONTRADICTED, ids_of(facts), detail)
