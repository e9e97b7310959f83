"""Where the person works: the town of a former job, or of a client of ours, is not where they are now."""

from collections.abc import Iterator, Sequence

from shared.domain.errors import Sentence
from shared.gate.grounding.employers import is_named
from shared.gate.grounding.finding import CONTRADICTED, Finding, ids_of, says_in_wrong_order
from shared.gate.grounding.frames import is_where_to_meet
from shared.gate.grounding.known import Known
from shared.gate.grounding.places import is_around
from shared.gate.grounding.statements import Mark, Statement, speaks_of_reader
from shared.gate.grounding.tenses import is_told_as_past, says_now
from shared.gate.lexicon import word_set
from shared.gate.words import Word

_FAR, _NEAR = 7, 6
_ANY = frozenset("a an un una".split())
_FROM_OF = frozenset("desde from de".split())
_TO = frozenset("a hasta to al hoy now ahora".split())
_ON_TO = frozenset("to a al hasta".split())


def judged_workplaces(statement: Statement, known: Known) -> Iterator[Finding]:
    """The towns of a clause that stand where another one belongs."""
    yield from _town_of_our_client(statement, known)
    if not statement.passage.written.isdisjoint(known.words_of_towns):
        yield from _town_of_another_job(statement, known)
        yield from _towns_in_wrong_order(statement, known)


def _town_of_another_job(statement: Statement, known: Known) -> Iterator[Finding]:
    """A town that only belongs to a former job, where the clause speaks of now."""
    marks = statement.marks if says_now(statement) else statement.sentence
    if marks & (Mark.PAST | Mark.GENERAL) or not statement.sentence & Mark.THEM:
        return
    left = [job for job in known.jobs if not job.present and _town_words(statement, job.town)]
    if not left or is_told_as_past(statement) or any(is_named(statement, job, known) for job in known.former_jobs):
        return
    here = known.places_of_now
    if not here:
        return
    for job in left:
        town = job.town
        if is_named(statement, job, known):
            continue
        words = _town_words(statement, town)
        if is_where_to_meet(words[0].start, statement) or _is_left_behind(here, words, statement):
            continue
        if not any(town.lower() in place.lower() for place in here) and not is_around(town, here):
            detail = Sentence(
                f"«{town}» es de un trabajo anterior; hoy está en {here[0]}.",
                f"“{town}” belongs to a former job; they are in {here[0]} now.",
            )
            facts = [fact for fact in job.facts if fact.field.endswith(".location")]
            yield Finding(
                statement.passage, words[0].start, words[-1].end, "place", CONTRADICTED, ids_of(facts), detail
            )


def _is_left_behind(here: Sequence[str], town: Sequence[Word], statement: Statement) -> bool:
    """Whether the way is told from a former town to the present one or the present job: "de Castellón a Valencia", "de
    delegada en Cáceres a directora".
    """
    behind = next((word.folded for word in statement.words if word.start >= town[-1].end), "")
    if behind in _ON_TO and not _FROM_OF.isdisjoint(
        word.folded for word in statement.words_before(town[0].start, _FAR)
    ):
        return True
    towns = (place.split(",")[0].strip() for place in here)
    now = [words[0] for place in towns if (words := _town_words(statement, place))]
    return statement.has_just_before(town[0].start, _FROM_OF) and any(
        word.start > town[0].start and statement.has_just_before(word.start, _TO) for word in now
    )


def _town_of_our_client(statement: Statement, known: Known) -> Iterator[Finding]:
    """A town that only our own examples name, where the clause speaks of the person."""
    if not speaks_of_reader(statement, known.present_companies) or statement.marks & (Mark.US | Mark.GENERAL):
        return
    for town in known.towns_of_ours:
        words = _town_words(statement, town)
        if not words or not statement.asserts_at(words[0].start) or is_around(town, known.places_of_now):
            continue
        before = [word.folded for word in statement.words_before(words[0].start, _NEAR)]
        if any(word in word_set("organisations") for word in before) or not _ANY.isdisjoint(before):
            continue
        if any(is_around(town, [job.experience.location or ""]) for job in known.jobs) or town in known.their_plain:
            continue
        detail = Sentence(f"«{town.title()}» es de un cliente nuestro, no suyo.", f"“{town.title()}” is our client's.")
        yield Finding(statement.passage, words[0].start, words[-1].end, "place", CONTRADICTED, (), detail)


def _towns_in_wrong_order(statement: Statement, known: Known) -> Iterator[Finding]:
    for job in known.former_jobs:
        there = job.town
        last = _town_words(statement, there)
        if not last:
            continue
        here = [place.split(",")[0].strip() for place in known.places_of_now]
        first = [words for town in here if town != there and (words := _town_words(statement, town))]
        if not first or not statement.has_just_before(first[0][0].start, _FROM_OF):
            continue
        if statement.has_just_before(last[0].start, _TO) and first[0][0].start < last[0].start:
            detail = says_in_wrong_order(there, here[0])
            yield Finding(
                statement.passage, first[0][0].start, last[-1].end, "place", CONTRADICTED, ids_of(job.facts), detail
            )


def _town_words(statement: Statement, town: str) -> list[Word]:
    wanted = town.lower().split()
    if statement.passage.written.isdisjoint(wanted):
        return []
    words = [word for word in statement.words if word.text.lower() in wanted]
    return words if len(words) >= len(wanted) else []
