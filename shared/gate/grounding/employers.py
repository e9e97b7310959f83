"""How a clause names an employer: in full, by a part that nothing else has, or by how long somebody was there."""

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.grounding.jobs import Job
from shared.gate.grounding.known import Known
from shared.gate.grounding.places import is_place
from shared.gate.grounding.statements import Statement
from shared.gate.lexicon import word_set
from shared.gate.words import Word, tokens_of, words_of

_SHORTEST = 4
_YEARS_AT = lazy_pattern(
    r"\b(?:anos|meses|years|months|pico|medio|half)\s(?:\w+\s){0,7}(?:en|at|in|with|con)\s(?:(?:la|el|the)\s)?$"
)
_DONE_AT = lazy_pattern(
    r"(?:\s(?:y pico|y medi[oa]|largos|largas|and a half|and change))?\s(?:(?:de|como|as|of)\s(?:\w+\s){1,6}?)?"
    r"(?:en|at|in)\s(?:(?:la|el|the)\s)?"
)
_LONGEST_CAREER = 60
_AFTER_A_NUMBER = 6


def named_in_full(statement: Statement, company: frozenset[str]) -> list[Word]:
    """The words of the clause that name the company, all of its distinctive words at least."""
    if not company <= statement.passage.vocabulary:
        return []
    words = [word for word in statement.words if word.folded in company and not word.text.islower()]
    return words if {word.folded for word in words} >= company else []


def named_in_short(statement: Statement, job: Job, known: Known) -> list[Word]:
    """The word that names a company by a part of its name that nothing else in the profile has: "Itaipú"."""
    others = known.present_companies | word_set("organisations")
    return [
        word
        for word in statement.words
        if word.capitalised
        and len(word.folded) >= _SHORTEST
        and word.folded in job.company - others
        and _is_told_of_alone(word.folded, job, known)
    ][:1]


def _is_told_of_alone(word: str, job: Job, known: Known) -> bool:
    """Whether no other fact has the word, or only their prose, as a name: "ex-Bracken"."""
    others = [fact for fact in known.facts_of_word.get(word, ()) if fact not in job.facts]
    if not all(fact in known.prose for fact in others):
        return False
    if is_place(word):
        return all(_stands_in_its_name(word, job, fact.text) for fact in others)
    return all(_is_written_as_a_name(word, fact.text) for fact in others)


def _stands_in_its_name(word: str, job: Job, text: str) -> bool:
    """Whether a text has the folded word in the name of the employer alone: "Lonjas Ribamar" is no town."""
    words = tokens_of(text)
    around = ({*words[max(0, i - 1) : i], *words[i + 1 : i + 2]} for i, one in enumerate(words) if one == word)
    return all(not beside.isdisjoint(job.company - {word}) for beside in around)


def _is_written_as_a_name(word: str, text: str) -> bool:
    """Whether the folded word has a capital wherever it stands."""
    return all(other.capitalised for other in words_of(text) if other.folded == word)


def is_named(statement: Statement, job: Job, known: Known) -> bool:
    """Whether the clause names the company of a job, in full or in short."""
    return bool(named_in_full(statement, job.company) or named_in_short(statement, job, known))


def stands_behind_a_number(statement: Statement, word: Word) -> bool:
    """Whether the name is told by how long it was, or how many: "seis años largos en A"."""
    passage = statement.passage
    if _YEARS_AT.search(passage.folded, statement.start, word.start) or _stands_behind_years(statement, word):
        return True
    return any(figure.end <= word.start < figure.end + _AFTER_A_NUMBER for figure in passage.figures)


def _stands_behind_years(statement: Statement, word: Word) -> bool:
    """Whether years that a list leaves out have the name behind them: "cuatro años acá, casi cinco de jefe en A"."""
    before = [figure for figure in statement.passage.figures if statement.start <= figure.start < word.start]
    return (
        bool(before)
        and before[-1].value <= _LONGEST_CAREER
        and _DONE_AT.fullmatch(statement.passage.folded, before[-1].end, word.start) is not None
    )
