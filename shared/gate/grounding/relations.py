"""What belongs to what: a former employer is not the present one, nor the town of a former job where they are now."""

from collections.abc import Iterator, Sequence
from functools import cache

from shared.domain.errors import Sentence
from shared.gate.grounding.employers import is_named, named_in_full, named_in_short, stands_behind_a_number
from shared.gate.grounding.finding import CONTRADICTED, Finding, ids_of, quoted
from shared.gate.grounding.jobs import Job
from shared.gate.grounding.known import Known
from shared.gate.grounding.places import names_around
from shared.gate.grounding.statements import UNREAL, Mark, Statement, speaks_of_reader
from shared.gate.lexicon import table, word_set
from shared.gate.words import Word

_PAST_OF_YOU = ("aste", "iste", "asteis", "isteis", "abas", "ías", "abais", "íais")
_SHORTEST_VERB = 4
_IRREGULAR_PAST = frozenset(
    "led ran built grew took began left came went spent had did was were made wrote taught learnt held kept sold bought"
    " won got met saw fue hizo dijo puso tuvo estuvo pudo quiso vino trajo".split()
)
_BELONGS = frozenset("en at de of in para for del inside within a".split())
_NAME_LENGTH = 40
_LED_WITHIN, _TWO = 6, 2
_FROM_TO = frozenset("to a al hasta".split())
_WHICH = frozenset("which that que where donde".split())
_OWN = frozenset("tu tus su sus vuestro vuestra vuestros vuestras your".split())
_OF_THEIRS = frozenset("team people equipo gente staff plantilla office oficina department departamento".split())
_NUMBER_OF = frozenset("anos years meses months antes before".split())
_NOW = frozenset("hoy ahora now today currently actualmente respondes responde estas esta sos eres sois".split())
_ANY = frozenset("a an un una".split())
_ASKS = frozenset("does do is has will can".split())
_BEFORE = frozenset("antes before".split())
_FROM_OF = frozenset("desde from de".split())
_TO = frozenset("a hasta to al hoy now ahora".split())
_FROM = frozenset("desde from".split())


def judged_relations(statement: Statement, known: Known) -> Iterator[Finding]:
    """The facts of a clause that stand in a place where another one belongs."""
    names_town = not statement.passage.written.isdisjoint(known.words_of_towns)
    yield from _former_as_present(statement, known)
    yield from _town_of_another_job(statement, known) if names_town else ()
    yield from _school_as_employer(statement, known)
    yield from _town_of_our_client(statement, known)
    yield from _employers_in_wrong_order(statement, known)
    yield from _towns_in_wrong_order(statement, known) if names_town else ()


def _former_as_present(statement: Statement, known: Known) -> Iterator[Finding]:
    former = [job for job in known.former_jobs if not job.company.isdisjoint(statement.passage.named)]
    if not former or not known.present_companies:
        return
    past = bool(statement.marks & Mark.PAST) or _is_told_as_past(statement)
    elsewhere = _names_present_company(statement, known) and not _says_now(statement)
    for job in former:
        words = named_in_full(statement, job.company) or named_in_short(statement, job, known)
        if not words or _shares_name(job, known):
            continue
        is_now = not past and not elsewhere and _speaks_of_now(statement, words[0], known)
        if is_now or _is_led_now(statement, words):
            text = quoted(job.experience.company or "")
            present = quoted(known.evidence.prospect.company or "")
            detail = Sentence(
                f"Habla de {text} como si fuera su empresa actual; hoy está en {present}.",
                f"It speaks of {text} as their present company; they are at {present} now.",
            )
            yield Finding(
                statement.passage, words[0].start, words[-1].end, "company", CONTRADICTED, ids_of(job.facts), detail
            )


def _is_led_now(statement: Statement, words: Sequence[Word]) -> bool:
    """Whether the clause has them lead the company now: "llevas las compras de X", "X, which you lead"."""
    before = [word.folded for word in statement.words if word.end <= words[0].start][-_LED_WITHIN:]
    behind = [word.folded for word in statement.words if word.start >= words[-1].end][:_LED_WITHIN]
    if behind[:1] and behind[0] in _WHICH and not _leading().isdisjoint(behind):
        return True
    if not _FROM_TO.isdisjoint(behind) or "before" in behind or "antes" in behind:
        return False
    if len(before) < _TWO or before[-1] not in _BELONGS:
        return False
    if before[-_TWO] in _OF_THEIRS and any(word in _OWN for word in before[:-_TWO]):
        return True
    return not _leading().isdisjoint(before) and not any(word in _NUMBER_OF for word in before)


@cache
def _leading() -> frozenset[str]:
    return frozenset(table("relation_words")["work"].split())


def _names_present_company(statement: Statement, known: Known) -> bool:
    """Whether the text names where they are now: then a former employer beside it is rarely taken for it."""
    telling = known.present_companies - word_set("organisations")
    return bool(known.present_companies) and not telling.isdisjoint(statement.passage.named)


def _says_now(statement: Statement) -> bool:
    """Whether the clause says what they do now: "respondes de", "you lead", "hoy"."""
    return not (statement.vocabulary.isdisjoint(_NOW) and statement.vocabulary.isdisjoint(_leading()))


def _is_told_as_past(statement: Statement) -> bool:
    """Whether the person is the subject of a past tense: "montaste", "llevabas", "you built", or of usted "montó"."""
    words = [word.text.lower() for word in statement.words]
    if any(word.endswith(_PAST_OF_YOU) and len(word) > _SHORTEST_VERB for word in words):
        return True
    you = [index for index, word in enumerate(words) if word in ("you", "you'd", "usted", "who", "quien")]
    return any(_is_past(word) for index in you for word in words[index + 1 : index + 4])


def _is_past(word: str) -> bool:
    return word in _IRREGULAR_PAST or (len(word) > _SHORTEST_VERB and word.endswith(("ed", "ó", "aba", "ía")))


def _shares_name(job: Job, known: Known) -> bool:
    return job.company <= known.present_companies


def _speaks_of_now(statement: Statement, word: Word, known: Known) -> bool:
    """Whether the clause has the company where the present one belongs: not where somebody comes from."""
    if known.present_companies <= {other.folded for other in statement.words}:
        return False
    before = [other.folded for other in statement.words_before(word.start, len(statement.words))]
    if before and before[-1] not in _BELONGS and before[-1] not in _ASKS and not _is_possessive(statement, word):
        return False
    if stands_behind_a_number(statement, word):
        return False
    behind = {other.folded for other in statement.words if other.start > word.start}
    if (before and before[-1] in _FROM) or (not behind.isdisjoint(_TO) and not _FROM_OF.isdisjoint(before)):
        return False
    if before and before[-1] in _ANY:
        return False
    return not statement.marks & (Mark.GENERAL | UNREAL) or bool(known.present_companies & {*before, *behind})


def _is_possessive(statement: Statement, word: Word) -> bool:
    """Whether the name has an English 's behind it, at its first word or its last."""
    return any(other.folded.endswith("'s") for other in statement.words if 0 <= other.start - word.start < _NAME_LENGTH)


def _town_of_another_job(statement: Statement, known: Known) -> Iterator[Finding]:
    """A town that only belongs to a former job, where the clause speaks of now."""
    marks = statement.marks if _says_now(statement) else statement.sentence
    if marks & (Mark.PAST | Mark.GENERAL) or not statement.sentence & Mark.THEM:
        return
    left = [job for job in known.jobs if not job.present and _town_words(statement, job.town)]
    if not left or _is_told_as_past(statement) or any(is_named(statement, job, known) for job in known.former_jobs):
        return
    here = known.places_of_now
    if not here:
        return
    for job in left:
        town = job.town
        if is_named(statement, job, known):
            continue
        words = _town_words(statement, town)
        if not any(town.lower() in place.lower() for place in here) and not _is_around(town, here):
            detail = Sentence(
                f"«{town}» es de un trabajo anterior; hoy está en {here[0]}.",
                f"“{town}” belongs to a former job; they are in {here[0]} now.",
            )
            facts = [fact for fact in job.facts if fact.field.endswith(".location")]
            yield Finding(
                statement.passage, words[0].start, words[-1].end, "place", CONTRADICTED, ids_of(facts), detail
            )


def _town_of_our_client(statement: Statement, known: Known) -> Iterator[Finding]:
    """A town that only our own examples name, where the clause speaks of the person."""
    if not speaks_of_reader(statement, known.present_companies) or statement.marks & (Mark.US | Mark.GENERAL):
        return
    for town in known.towns_of_ours:
        words = _town_words(statement, town)
        if not words or not statement.asserts_at(words[0].start) or _is_around(town, known.places_of_now):
            continue
        before = [word.folded for word in statement.words_before(words[0].start, _LED_WITHIN)]
        if any(word in word_set("organisations") for word in before) or not _ANY.isdisjoint(before):
            continue
        if any(_is_around(town, [job.experience.location or ""]) for job in known.jobs) or town in known.their_plain:
            continue
        detail = Sentence(f"«{town.title()}» es de un cliente nuestro, no suyo.", f"“{town.title()}” is our client's.")
        yield Finding(statement.passage, words[0].start, words[-1].end, "place", CONTRADICTED, (), detail)


def _employers_in_wrong_order(statement: Statement, known: Known) -> Iterator[Finding]:
    """Before a former employer they cannot have been at the present one, nor moved from their town to a former one."""
    now = _present_companies_in(statement, known)
    for job in known.former_jobs if now else ():
        words = named_in_full(statement, job.company)
        if words and now and words[0].start < now[0].start and _stands_behind(statement, words[0], _BEFORE):
            detail = _wrong_order(job.experience.company or "", known.evidence.prospect.company or "")
            yield Finding(
                statement.passage, words[0].start, now[-1].end, "company", CONTRADICTED, ids_of(job.facts), detail
            )


def _present_companies_in(statement: Statement, known: Known) -> list[Word]:
    if statement.vocabulary.isdisjoint(known.present_companies):
        return []
    return [word for word in statement.words if word.folded in known.present_companies and word.capitalised]


def _towns_in_wrong_order(statement: Statement, known: Known) -> Iterator[Finding]:
    for job in known.former_jobs:
        there = job.town
        last = _town_words(statement, there)
        if not last:
            continue
        here = [place.split(",")[0].strip() for place in known.places_of_now]
        first = [words for town in here if town != there and (words := _town_words(statement, town))]
        if not first or not _stands_behind(statement, first[0][0], _FROM_OF):
            continue
        if _stands_behind(statement, last[0], _TO) and first[0][0].start < last[0].start:
            detail = _wrong_order(there, here[0])
            yield Finding(
                statement.passage, first[0][0].start, last[-1].end, "place", CONTRADICTED, ids_of(job.facts), detail
            )


def _stands_behind(statement: Statement, word: Word, words: frozenset[str]) -> bool:
    before = statement.words_before(word.start, 2)
    return any(other.folded in words for other in before)


def _wrong_order(former: str, present: str) -> Sentence:
    former, present = quoted(former), quoted(present)
    return Sentence(f"Primero fue {former} y después {present}.", f"{former} came first and {present} after it.")


def _is_around(town: str, places: Sequence[str]) -> bool:
    return any(town.lower() in names_around(place) for place in places)


def _town_words(statement: Statement, town: str) -> list[Word]:
    wanted = town.lower().split()
    if statement.passage.written.isdisjoint(wanted):
        return []
    words = [word for word in statement.words if word.text.lower() in wanted]
    return words if len(words) >= len(wanted) else []


def _school_as_employer(statement: Statement, known: Known) -> Iterator[Finding]:
    words = statement.vocabulary
    if statement.marks & Mark.PAST or words.isdisjoint(_leading()) or _speaks_of_study(words):
        return
    for fact in known.schools:
        tokens = known.distinctive_of_school(fact)
        named = [word for word in statement.words if word.folded in tokens and not word.text.islower()]
        is_their_town = _is_around(" ".join(tokens), known.places_of_now)
        if named and {word.folded for word in named} >= tokens and not is_their_town:
            text = quoted(fact.text)
            detail = Sentence(f"{text} es donde estudió, no donde trabaja.", f"{text} is where they studied, not work.")
            yield Finding(statement.passage, named[0].start, named[-1].end, "school", CONTRADICTED, (fact.id,), detail)


def _speaks_of_study(words: frozenset[str]) -> bool:
    return any(word.startswith(_study()) and not word.startswith("universidad") for word in words)


@cache
def _study() -> tuple[str, ...]:
    return tuple(table("relation_words")["study"].split())
