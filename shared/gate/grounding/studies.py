"""Where somebody studied what: a degree that the facts give to one school is not another one's."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from shared.domain.prospect import Education
from shared.gate.grounding.finding import CONTRADICTED, Finding, ids_of, says_instead
from shared.gate.grounding.keys import Keys, has_meaning, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.statements import Statement
from shared.gate.grounding.variants import abbreviates
from shared.gate.lexicon import table, word_list
from shared.gate.phrases import PhraseBook
from shared.gate.words import Word, tokens_of, words_of

_BEFORE, _BEHIND, _TWO = 9, 3, 2
_OF_NO_SUBJECT = frozenset(
    "degree degrees grado titulo master masters executive university universidad college school escuela graduate"
    " graduado graduada licenciatura diploma ciencias science sciences arts studies estudios gestion management"
    " business".split()
)
_ENDS = frozenset("y and luego then despues before antes tras after a to al into hasta".split())


class _Course(NamedTuple):
    """A course of study: the words that tell its school, the levels of its degree, and what its subject means."""

    school: frozenset[str]
    whole: tuple[str, ...]
    levels: frozenset[str]
    subject: Keys
    education: Education


def judged_studies(statement: Statement, known: Known) -> Iterator[Finding]:
    """The schools of a clause beside which a degree stands that only another school gave."""
    if len(known.evidence.prospect.education) < _TWO or next(_degrees_told(statement.words), None) is None:
        return
    courses = _courses(known)
    if len({course.school for course in courses}) < _TWO:
        return
    named = [(place, course) for course in courses for place in _places_of(course, statement, known)]
    if len({course.school for _, course in named}) != 1:
        return
    place = named[0][0]
    told = _told_beside(place, statement)
    there = [course for _, course in named]
    others = [course for course in courses if course.school != there[0].school]
    if _is_of_another_subject(told, there, others) or _is_of_another_level(told, there, others):
        yield _finding(place, there[0], statement, known)


def _is_of_another_subject(told: "_Told", there: Sequence[_Course], others: Sequence[_Course]) -> bool:
    return any(told.subject & course.subject for course in others) and not any(
        told.subject & course.subject for course in there
    )


def _is_of_another_level(told: "_Told", there: Sequence[_Course], others: Sequence[_Course]) -> bool:
    """Whether only a course elsewhere has the level that is told, and the subject if one is."""
    if any(told.levels & course.levels for course in there):
        return False
    no_subject = not any(told.subject & course.subject for course in (*there, *others))
    return any(told.levels & course.levels and (no_subject or told.subject & course.subject) for course in others)


def _finding(place: Word, course: _Course, statement: Statement, known: Known) -> Finding:
    facts = [fact for fact in known.degrees if fact.text == course.education.degree]
    said = statement.passage.text[place.start : place.end]
    detail = says_instead(said, f"{course.education.degree}, {course.education.school}")
    return Finding(statement.passage, place.start, place.end, "school", CONTRADICTED, ids_of(facts), detail)


def _courses(known: Known) -> list[_Course]:
    return [_course(study, known) for study in known.evidence.prospect.education if study.school and study.degree]


def _course(study: Education, known: Known) -> _Course:
    whole = tokens_of(study.school or "")
    fact = next((fact for fact in known.schools if fact.text == study.school), None)
    telling = known.distinctive_of_school(fact) if fact else frozenset[str]()
    words = words_of(study.degree or "")
    subject = [word.folded for word in words if has_meaning(word.folded) and word.folded not in _OF_NO_SUBJECT]
    return _Course(telling, whole, _levels_in(words), frozenset().union(*map(keys_of, subject)), study)


def _levels_in(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(level for found in _levels().find(words) for level in found.meanings)


def _places_of(course: _Course, statement: Statement, known: Known) -> Iterator[Word]:
    """The first word of what names the school in the clause: all of its words, a part that tells it, or its acronym."""
    words = [word for word in statement.words if not word.text.islower()]
    alone = [word for word in words if word.folded in course.school and _tells_alone(word.folded, course, known)]
    if alone:
        yield _first_of_name(alone[0], course, statement)
    else:
        yield from (word for word in words if word.text.isupper() and abbreviates(word.folded, course.whole))


def _first_of_name(word: Word, course: _Course, statement: Statement) -> Word:
    first = word
    for before in statement.words_before(word.start, len(course.whole))[::-1]:
        if before.folded not in course.whole:
            break
        first = first if before.text.islower() else before
    return first


def _tells_alone(word: str, course: _Course, known: Known) -> bool:
    """Whether nothing else of the profile has the word."""
    return all(fact.text == course.education.school for fact in known.facts_of_word.get(word, ()))


class _Told(NamedTuple):
    levels: frozenset[str]
    subject: Keys


def _told_beside(place: Word, statement: Statement) -> _Told:
    """What degree is told in front of a school's name, or right behind it ("your Finance MSc from A", "an A law
    degree"); a comma or a conjunction on either side ends it.
    """
    before = _unbroken([word for word in statement.words if word.end <= place.start][::-1], place, statement)
    behind = _unbroken([word for word in statement.words if word.start >= place.end], place, statement)
    words = (*_from_a_degree_on(before[:_BEFORE][::-1]), *_up_to_a_degree(behind[:_BEHIND]))
    subject = [word.folded for word in words if has_meaning(word.folded) and word.folded not in _OF_NO_SUBJECT]
    return _Told(_levels_in(words), frozenset().union(*map(keys_of, subject)))


def _from_a_degree_on(words: Sequence[Word]) -> Sequence[Word]:
    """The words from the last that tells a degree on, with what English puts in front of it."""
    first = max(_degrees_told(words), default=None)
    return () if first is None else words[max(0, first - _TWO) :]


def _up_to_a_degree(words: Sequence[Word]) -> Sequence[Word]:
    first = min(_degrees_told(words), default=None)
    return () if first is None else words[: first + 1]


def _degrees_told(words: Sequence[Word]) -> Iterator[int]:
    """The places of words that tell a degree, or that somebody studied."""
    starts = {found.first.start for found in _levels().find(words)}
    studying = tuple(table("relation_words")["study"].split())
    return (i for i, word in enumerate(words) if word.start in starts or word.folded.startswith(studying))


def _unbroken(words: Sequence[Word], place: Word, statement: Statement) -> list[Word]:
    kept: list[Word] = []
    edge = place
    for word in words:
        between = statement.passage.text[min(edge.end, word.end) : max(edge.start, word.start)]
        if word.folded in _ENDS or not {",", ";", "(", ")"}.isdisjoint(between.strip()):
            break
        kept.append(word)
        edge = word
    return kept


@cache
def _levels() -> PhraseBook[str]:
    return PhraseBook(
        (tokens_of(name), level.strip())
        for level, _, names in (line.partition("=") for line in word_list("degree_levels"))
        for name in names.split(",")
    )
