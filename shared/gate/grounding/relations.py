"""What belongs to what: a former employer is not the present one, nor the town of a former job where they are now."""

from collections.abc import Iterator, Sequence

from shared.domain.errors import Sentence
from shared.gate.grounding.finding import CONTRADICTED, Finding, ids_of, quoted
from shared.gate.grounding.known import Job, Known
from shared.gate.grounding.places import names_around
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.lexicon import table
from shared.gate.words import Word

_FROM_OF = frozenset("desde from de".split())
_TO = frozenset("a hasta to al hoy now ahora".split())
_FROM = frozenset("desde from".split())


def judged_relations(statement: Statement, known: Known) -> Iterator[Finding]:
    """The facts of a clause that stand in a place where another one belongs."""
    yield from _former_as_present(statement, known)
    yield from _town_of_another_job(statement, known)
    yield from _school_as_employer(statement, known)


def _former_as_present(statement: Statement, known: Known) -> Iterator[Finding]:
    if statement.marks & Mark.PAST or not known.present_companies:
        return
    for job in known.former_jobs:
        words = _named(statement, job.company)
        if words and not _shares_name(job, known) and _speaks_of_now(statement, words[0], known):
            text = quoted(job.experience.company or "")
            present = quoted(known.evidence.prospect.company or "")
            detail = Sentence(
                f"Habla de {text} como si fuera su empresa actual; hoy está en {present}.",
                f"It speaks of {text} as their present company; they are at {present} now.",
            )
            yield Finding(
                statement.passage, words[0].start, words[-1].end, "company", CONTRADICTED, ids_of(job.facts), detail
            )


def _named(statement: Statement, company: frozenset[str]) -> list[Word]:
    """The words of the clause that name the company, all of its distinctive words at least."""
    words = [word for word in statement.words if word.folded in company and not word.text.islower()]
    return words if {word.folded for word in words} >= company else []


def _shares_name(job: Job, known: Known) -> bool:
    return job.company <= known.present_companies


def _speaks_of_now(statement: Statement, word: Word, known: Known) -> bool:
    before = [other.folded for other in statement.words if other.end <= word.start]
    behind = {other.folded for other in statement.words if other.start > word.start}
    if (before and before[-1] in _FROM) or (not behind.isdisjoint(_TO) and not _FROM_OF.isdisjoint(before)):
        return False
    if statement.marks & (Mark.GENERAL | Mark.HYPOTHESIS) and not known.their_names & {*before, *behind}:
        return False
    return bool(statement.sentence & (Mark.THEM | Mark.OBSERVED | Mark.QUESTION))


def _town_of_another_job(statement: Statement, known: Known) -> Iterator[Finding]:
    """A town that only belongs to a former job, where the clause speaks of now."""
    if statement.marks & Mark.PAST or not statement.sentence & Mark.THEM:
        return
    here = known.places_of_now
    if not here:
        return
    for job in known.jobs:
        town = (job.experience.location or "").split(",")[0].strip()
        if job.present or not town or _named(statement, job.company):
            continue
        words = _town_words(statement, town)
        if words and not any(town.lower() in place.lower() for place in here) and not _is_around(town, here):
            detail = Sentence(
                f"«{town}» es de un trabajo anterior; hoy está en {here[0]}.",
                f"“{town}” belongs to a former job; they are in {here[0]} now.",
            )
            facts = [fact for fact in job.facts if fact.field.endswith(".location")]
            yield Finding(
                statement.passage, words[0].start, words[-1].end, "place", CONTRADICTED, ids_of(facts), detail
            )


def _is_around(town: str, places: Sequence[str]) -> bool:
    return any(town.lower() in names_around(place) for place in places)


def _town_words(statement: Statement, town: str) -> list[Word]:
    wanted = town.lower().split()
    words = [word for word in statement.words if word.text.lower() in wanted]
    return words if len(words) >= len(wanted) else []


def _school_as_employer(statement: Statement, known: Known) -> Iterator[Finding]:
    words = {word.folded for word in statement.words}
    if (
        statement.marks & Mark.PAST
        or words.isdisjoint(table("relation_words")["work"].split())
        or _speaks_of_study(words)
    ):
        return
    for fact in known.schools:
        tokens = known.distinctive_of_school(fact)
        named = [word for word in statement.words if word.folded in tokens and not word.text.islower()]
        if named and {word.folded for word in named} >= tokens:
            text = quoted(fact.text)
            detail = Sentence(f"{text} es donde estudió, no donde trabaja.", f"{text} is where they studied, not work.")
            yield Finding(statement.passage, named[0].start, named[-1].end, "school", CONTRADICTED, (fact.id,), detail)


def _speaks_of_study(words: set[str]) -> bool:
    return any(
        word.startswith(start)
        for word in words
        for start in table("relation_words")["study"].split()
        if not word.startswith("universidad")
    )
