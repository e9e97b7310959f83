"""What belongs to which job: a tool or product of a former employer is not the present one's, nor the other way
round.

A name belongs to the job whose description has it, or to the employer that the same sentence of their prose names;
where nothing else is said, what they write is of now.
"""

from collections.abc import Iterator, Sequence

from shared.domain.errors import Sentence
from shared.domain.message import Fact
from shared.gate.grounding.finding import CONTRADICTED, Finding, ids_of, quoted
from shared.gate.grounding.jobs import Job
from shared.gate.grounding.known import Known
from shared.gate.grounding.ordinary import is_ordinary
from shared.gate.grounding.places import is_place
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.sentences import sentences_of
from shared.gate.words import Word, tokens_of

_SHORTEST = 3
_WITHIN = 6
_AT = frozenset("en at in de del of for".split())
_ARTICLES = frozenset("el la los las the".split())
_PARTS = frozenset(
    "what que lo than como like y and e o or u from desde a to before antes after tras since desde versus vs con with"
    " but pero now hoy ahora".split()
)


def judged_things(statement: Statement, known: Known) -> Iterator[Finding]:
    """The names of a clause that stand at another employer than the one they belong to."""
    if not known.former_jobs or statement.marks & (Mark.GENERAL | UNREAL):
        return
    named = statement.passage.named
    if known.words_of_employers.isdisjoint(named) and not any(name.endswith("'s") for name in named):
        return
    for job in known.jobs:
        company = _named_last(job, statement, known)
        if company is None:
            continue
        for thing in _things_before(company, statement, known):
            owners = _owners_of(thing.folded, known)
            if owners and not any(owner.company & job.company for owner in owners):
                yield _finding(thing, company, owners[0], statement, known)
                return


def _finding(thing: Word, company: Word, owner: Job, statement: Statement, known: Known) -> Finding:
    theirs = quoted(owner.experience.company or "")
    detail = Sentence(
        f"«{thing.text}» es de {theirs}, no de {company.text}.",
        f"“{thing.text}” belongs to {theirs}, not {company.text}.",
    )
    facts = ids_of(known.facts_of_word[thing.folded][:1])
    return Finding(statement.passage, thing.start, company.end, "company", CONTRADICTED, facts, detail)


def _named_last(job: Job, statement: Statement, known: Known) -> Word | None:
    """The first word of the job's company behind "at", "en" or "de", if the clause names no other employer."""
    words = [word for word in statement.words if word.capitalised and word.folded.removesuffix("'s") in job.company]
    others = frozenset().union(*(other.company for other in known.jobs), known.present_companies) - job.company
    if not words or any(word.capitalised and word.folded in others for word in statement.words):
        return None
    if words[-1].folded.endswith("'s"):
        return words[-1]
    before = [word.folded for word in statement.words_before(words[0].start, 2)]
    while before and before[-1] in _ARTICLES:
        before.pop()
    return words[0] if before and before[-1] in _AT else None


def _things_before(company: Word, statement: Statement, known: Known) -> Sequence[Word]:
    """The names in front of "at A", up to a comma or a word that begins something else."""
    found: list[Word] = []
    edge = company.start
    is_apposed = company.folded.endswith("'s")  # "Percebal, la marca de A", "Hollowpot, A's brand"
    for word in statement.words_before(company.start, _WITHIN)[::-1]:
        if ("," in statement.passage.text[word.end : edge] and not is_apposed) or word.folded in _PARTS:
            break
        is_apposed = word.folded in _ARTICLES
        found += [word] if _is_a_name(word, known) else []
        edge = word.start
    return found


def _is_a_name(word: Word, known: Known) -> bool:
    folded = word.folded
    if word.text.islower() or len(folded) < _SHORTEST or folded not in known.facts_of_word or is_ordinary(folded):
        return False
    return not (known.evidence.names.has(word.text) or is_place(folded) or folded in known.our_words)


def _owners_of(name: str, known: Known) -> Sequence[Job]:
    """The jobs that a name belongs to; none where some fact leaves it open."""
    owners: list[Job] = []
    for fact in known.facts_of_word[name]:
        of_fact = _owners_in(fact, name, known)
        if not of_fact:
            return ()
        owners += of_fact
    return owners


def _owners_in(fact: Fact, name: str, known: Known) -> Sequence[Job]:
    """The jobs that a fact gives a name to: the one that it describes, or those at the employers of its sentences; at
    the present one where prose names none.
    """
    if described := [job for job in known.jobs if fact in job.facts]:
        return described if fact.field.endswith("description") else ()
    if fact not in known.prose:
        return ()
    now = [job for job in known.jobs if job.present]
    told = (tokens_of(fact.text[start:end]) for start, end in sentences_of(fact.text))
    return [job for words in told if name in words for job in (_employed_at(words, known) or now)]


def _employed_at(words: Sequence[str], known: Known) -> Sequence[Job]:
    return [job for job in known.jobs if job.company and job.company & set(words)]
