"""Titles that no list of ranks has: "you were a ward sister at St Aldate's" of a staff nurse.

What stands between "as a" or "you were a" and an employer's name is a title, whatever its words; and a title that the
facts have word for word at one employer is not another one's.
"""

from collections.abc import Iterator, Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.clauses import is_agent
from shared.gate.grounding.finding import CONTRADICTED, Finding, ids_of, says_instead
from shared.gate.grounding.job_titles import LINKS, names_a_department, title_of, words_of_titles
from shared.gate.grounding.jobs import Job
from shared.gate.grounding.keys import has_meaning, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.lexicon import word_set
from shared.gate.words import Word, tokens_of, words_of

_WITHIN = 8
_MOST = 4
_AT = frozenset("en at de del in for of".split())
_EMPLOYED_AT = frozenset("en at".split())
_ARTICLES = frozenset("el la los las the un una a an".split())
_AS = frozenset("como as".split())
_WERE = frozenset("were was eras fuiste fue era sos eres are you're being siendo been sido".split())
_NO_TITLES = frozenset(
    "part parte member miembro customer cliente client person persona pleasure gusto friend amigo amiga fan guest"
    " invitado invitada newcomer veteran veterano veterana rookie novato novata star estrella voice voz regular name"
    " nombre face cara witness testigo reader lector lectora neighbour vecino vecina student estudiante alumno alumna"
    " pupil graduate egresado egresada bit poco little same misma mismo time vez child nino nina kid year ano boss capo"
    " motor alma cabeza engine soul heart corazon brain cerebro".split()
)
_AGENT = lazy_pattern(r"\w{2,}(?:[eo]r|[iy]st|ian)")


def judged_title_slots(statement: Statement, known: Known) -> Iterator[Finding]:
    """The titles of a clause that stand at an employer who never gave them."""
    if not statement.sentence & Mark.THEM or statement.marks & (Mark.GENERAL | UNREAL):
        return
    if known.words_of_employers.isdisjoint(statement.passage.named):
        return
    named = [(job, words) for job in known.jobs if (words := _named(job, statement, known))]
    if len({job.company for job, _ in named}) != 1:
        return
    words = named[0][1]
    jobs = [job for job, _ in named]
    found = _in_a_slot(words[0], jobs[0].company, statement)
    done = _function_before(words[0], jobs[0].company, statement)
    if (found and not _is_held(found, known)) or (done and _is_done_elsewhere(done, jobs, known)):
        doubtful = not done and not any(_may_be_somebody(word.folded) for word in found)
        yield _finding(found or done, jobs, statement)._replace(doubtful=doubtful)
    elif elsewhere := _verbatim_elsewhere(words, jobs, statement, known):
        yield _finding(elsewhere, jobs, statement)


def _named(job: Job, statement: Statement, known: Known) -> list[Word]:
    """The words of the clause that only this employer's name has."""
    others = frozenset().union(*(other.company for other in known.jobs if other.company != job.company))
    telling = job.company - others - word_set("organisations")
    return [word for word in statement.words if word.capitalised and word.folded in telling]


def _finding(title: Sequence[Word], jobs: Sequence[Job], statement: Statement) -> Finding:
    start, end = title[0].start, title[-1].end
    facts = [fact for job in jobs for fact in job.facts if fact.field.endswith(".title")]
    held = facts[0].text if facts else jobs[0].experience.company or ""
    detail = says_instead(statement.passage.text[start:end], held)
    return Finding(statement.passage, start, end, "title", CONTRADICTED, ids_of(facts), detail)


def _in_a_slot(name: Word, company: frozenset[str], statement: Statement) -> list[Word]:
    """The words between "as", "you were a" or "fuiste" and "at" with the employer, if they may be a title."""
    before = list(statement.words_before(name.start, _WITHIN))
    while before and before[-1].folded in _ARTICLES | company:
        before.pop()
    if not before or before.pop().folded not in _AT:
        return []
    begins = [i for i, word in enumerate(before) if word.folded in _AS | _WERE]
    if not begins:
        return []
    title = before[begins[-1] + 1 :]
    has_article = bool(title) and title[0].folded in _ARTICLES
    if not has_article and before[begins[-1]].folded not in _AS:
        return []
    return _as_title(title[1:] if has_article else title, statement)


def _function_before(name: Word, company: frozenset[str], statement: Statement) -> list[Word]:
    """The words of a function between "in" and "at" with the employer: "four years in audit at A"."""
    before = list(statement.words_before(name.start, _WITHIN))
    while before and before[-1].folded in _ARTICLES | company:
        before.pop()
    if not before or before.pop().folded not in _EMPLOYED_AT:
        return []
    begins = [i for i, word in enumerate(before) if word.folded in ("in", "en")]
    words = [word for word in before[begins[-1] + 1 :] if word.folded not in _ARTICLES] if begins else []
    return words if words and names_a_department(words) else []


def _is_done_elsewhere(words: Sequence[Word], jobs: Sequence[Job], known: Known) -> bool:
    """Whether the title of a job at another employer has the function, and no title at this one."""
    return not any(_does(words, job) for job in jobs) and any(
        _does(words, job) for job in known.jobs if job not in jobs
    )


def _does(words: Sequence[Word], job: Job) -> bool:
    """Whether the title of a job has a function, and what it names within it."""
    function, title = title_of(words), title_of(words_of(job.experience.title or ""))
    return function.agrees(title, frozenset()) and function.specialities <= title.specialities


def _as_title(words: Sequence[Word], statement: Statement) -> list[Word]:
    """The words, if they are few, unbroken, and none of them is a rank, which others judge, or what is no title."""
    telling = [word for word in words if word.folded not in LINKS]
    if not telling or len(telling) > _MOST or not all(has_meaning(word.folded) for word in telling):
        return []
    if any(word.folded in words_of_titles() | _NO_TITLES or word.text.isupper() for word in telling):
        return []  # an acronym is judged where names are
    between = statement.passage.text[words[0].start : words[-1].end]
    return [] if {",", "(", ")", ":"} & set(between) else list(words)


def _may_be_somebody(word: str) -> bool:
    """Whether a folded word may be what somebody does: a known agent, or one that ends as they do."""
    return is_agent(word) or _AGENT.fullmatch(word) is not None


def _is_held(title: Sequence[Word], known: Known) -> bool:
    """Whether the facts have the meaning of any word of the title."""
    telling = (word.folded for word in title if word.folded not in LINKS)
    return any(not keys_of(word).isdisjoint(known.their_keys) for word in telling)


def _verbatim_elsewhere(company: Sequence[Word], jobs: Sequence[Job], statement: Statement, known: Known) -> list[Word]:
    """The title right behind "A as" or in front of "at A" that the facts have word for word elsewhere alone."""
    for job in known.jobs:
        title = tokens_of(job.experience.title or "")
        others = [other for other in known.jobs if other.company == jobs[0].company]
        if not title or job in others or any(_has(title, other) for other in others):
            continue
        if len(title) == 1 and title[0] not in words_of_titles():
            continue
        if (words := _standing_at(title, company, statement)) is not None:
            return words
    return []


def _has(title: tuple[str, ...], job: Job) -> bool:
    return set(title) <= set(tokens_of(job.experience.title or ""))


def _standing_at(title: tuple[str, ...], company: Sequence[Word], statement: Statement) -> list[Word] | None:
    words = list(statement.words)
    first = next(i for i, word in enumerate(words) if word.start == company[0].start)
    while first and words[first - 1].capitalised and words[first - 1].folded in word_set("organisations"):
        first -= 1
    last = next(i for i, word in enumerate(words) if word.start == company[-1].start)
    behind = [word.folded for word in words[last + 1 : last + 3 + len(title)]]
    for gap in range(1, 3):
        if tuple(behind[gap : gap + len(title)]) == title and behind[0] in _AS and _ARTICLES.issuperset(behind[1:gap]):
            return words[last + 1 + gap : last + 1 + gap + len(title)]
    for at in range(1, 4):
        start = first - at - len(title)
        between = [word.folded for word in words[first - at : first]]
        if start >= 0 and tuple(word.folded for word in words[start : first - at]) == title and between[0] in _AT:
            return words[start : first - at] if _ARTICLES.issuperset(between[1:]) else None
    return None
