"""What a length of time is tied to: the jobs at the employer, or with the title, that its own phrase names."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import Figure
from shared.gate.grounding.job_titles import (
    Mention,
    mentions_in,
    names_of_offices,
    offices_in,
    title_of,
    verbs_of_leading,
    words_of_titles,
)
from shared.gate.grounding.jobs import Job
from shared.gate.grounding.keys import Keys, keys_of
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import is_time
from shared.gate.grounding.phrases_of_time import Phrase, content_of
from shared.gate.grounding.spans_of_time import Day, Tenure
from shared.gate.grounding.statements import Statement
from shared.gate.grounding.tenures import at_one_place, held
from shared.gate.lexicon import word_set
from shared.gate.words import Word, tokens_of, words_of

_NEAR = 4
_AS = frozenset("de como as of".split())
_ROLE = frozenset("como as".split())
_ROUNDING = frozenset(
    "odd largos cumplidos escasos y pico medio algo tantos and change a half bit more ya plus".split()
)
_FROM_ONE_TO_ANOTHER = frozenset("from pasar pasaron ascender llegar subir saltar go move rise hasta to".split())
_OF = frozenset("de del of".split())
_AT = frozenset("en at with con in".split())
_TO_A_PLACE = frozenset("en in a to de from".split())
_THE = frozenset("la el los las the this esta este esa ese su tu vuestra your".split())
_BOTH = frozenset("entre between both ambos ambas juntos juntas suman sumas sumando combined together total".split())
_LATER = frozenset("despues later after before antes luego".split())
_PAIRS = frozenset(("entre", "between"))
_BREAKS_OFF = frozenset("antes before despues after tras hasta until".split())
_PLACES = frozenset("institucion institution organizacion organisation organization compania casa".split())
_SAME = frozenset("misma mismo same very own propia propio".split())
_STAYS_NOW = tuple(
    "llev cumpl completa completed acumul suma been spent hace vas camino coming entering".split(),
)
_STAYED = tuple(
    "estuv pas trabaj spent were worked was had llevo llevaste hizo hiciste gave dio diste kept keeping led ran headed"
    " managed dirig lider gestion manten mantien looked".split(),
)
_THE_JOB = (
    "in the job", "in the role", "in the post", "in the chair", "in the seat", "in charge", "at the helm", "al frente",
    "en el puesto", "en el cargo", "en la casa", "en una sola casa", "en una misma casa", "en la misma casa",
    "en la misma empresa", "en la misma compania", "al mando", "in one place", "at one company", "at the same company",
    "en este cargo", "en este puesto", "en esta casa", "in this role", "in this job", "a la cabeza", "a cargo",
    "in the same place", "at the top", "in the hot seat", "en la silla", "al timon", "en el sillon",
)  # fmt: skip
_AT_THE_HEAD = ("al frente", "at the helm", "a la cabeza", "al mando", "al timon", "in charge of")
_BECOMES = frozenset("become becoming ser llegar convertirte convertirse ascender".split())
_IS = frozenset("been as como sido siendo being were was eres sos es are".split())
_YEARS_IN = lazy_pattern(r" years in[,:.]")
_SAYS_NOTHING = frozenset(
    "casa empresa compania firma negocio puesto cargo frente rol role job post company firm place house mando ahi alli"
    " aca aqui there here ya now hoy ago after later since already despues".split()
)


class Tie(NamedTuple):
    """The jobs that a length of time is told of; `certain` if it can be of nothing else. `of_each` says that it may be
    of each job, and not only of all together: a title is named (then it is `titled`), or what was done there.
    """

    jobs: Sequence[Job]
    certain: bool
    of_each: bool = True
    titled: bool = False

    def spans(self, today: Day) -> Iterator[Tenure]:
        """How long it may have been."""
        return held(self.jobs, today) if self.of_each else at_one_place(self.jobs, today)


def tie_of(figure: Figure, phrase: Phrase, statement: Statement, known: Known) -> Tie | None:
    """The jobs that a phrase is told of: at the employers that it counts as one, at the employer or in the title that
    stands behind the figure, in the town or the companies that it names, else of now ("in the role"), else at the
    employer named in front of it.
    """
    if jobs := _between(figure, statement, known):
        return Tie(jobs, certain=True, of_each=False)
    ties = (_behind(phrase, known), _in_towns(phrase, known))
    if is_guessed(figure):
        return ties[0]
    return next(filter(None, (*ties, *_looser(figure, phrase, statement, known))), None)


def _behind(phrase: Phrase, known: Known) -> Tie | None:
    titled, jobs = _titled(phrase.behind, known), _at_named(phrase.behind, known)
    those = [job for job in titled if job in jobs]
    if those or (titled and not jobs):
        return Tie(those or titled, certain=True, titled=True)
    if not jobs:
        return None
    if _says(_AT_THE_HEAD, phrase.behind) and (now := [job for job in jobs if job.present and not job.is_over]):
        return Tie(now, certain=True)
    return Tie(jobs, certain=not _is_of(phrase, jobs), of_each=_says_what(phrase.behind, jobs, known))


def _in_towns(phrase: Phrase, known: Known) -> Tie | None:
    jobs = _in_town([*phrase.before, *phrase.behind], known)
    return Tie(jobs, certain=True, of_each=False) if jobs else None


def _looser(figure: Figure, phrase: Phrase, statement: Statement, known: Known) -> Iterator[Tie | None]:
    """What else a phrase may be tied to, the surest first."""
    jobs = _titled_before(phrase.before, known)
    yield Tie(jobs, certain=True) if jobs else None
    jobs = _together(statement, known)
    yield Tie(jobs, certain=True, of_each=False) if jobs else None
    if _says(_THE_JOB, phrase.behind) or _YEARS_IN.match(statement.passage.folded, figure.end):
        yield Tie([job for job in known.jobs if job.present], certain=True)
    if jobs := _at_named(phrase.before, known):
        stays = any(word.folded.startswith((*_STAYS_NOW, *_STAYED)) for word in phrase.before)
        is_all = not _tells_more(phrase, jobs, known) and any(job.present for job in jobs)
        yield Tie(jobs, certain=stays or is_all, of_each=_says_what(phrase.before, jobs, known))
    jobs = _at_an_organisation(phrase.behind, known)
    yield Tie(jobs, certain=True, of_each=False) if jobs else None


def is_guessed(figure: Figure) -> bool:
    """Whether the text leaves out the unit and only an earlier figure of its sentence has it."""
    return figure.noun not in (figure.nouns or (figure.noun,))


def _says_what(words: Sequence[Word], jobs: Sequence[Job], known: Known) -> bool:
    """Whether it is said what was done there, in front of the company: "seis años en la tesorería de A"."""
    named = frozenset().union(*(job.company for job in jobs))
    place = next((index for index, word in enumerate(words) if word.folded in named), len(words))
    keys = frozenset().union(*(_keys_of(job, known) for job in jobs))
    becomes = any(word.folded in _BECOMES for word in words)
    return becomes or any(not keys_of(word.folded).isdisjoint(keys) for word in content_of(words[:place], known))


def _between(figure: Figure, statement: Statement, known: Known) -> list[Job]:
    """The jobs at the employers that stand behind "entre" or "between", right behind the figure: "diez años entre A y B
    antes de llegar a C".
    """
    behind = [word for word in statement.words if word.start >= figure.end]
    first = next((index for index, word in enumerate(behind[:_NEAR]) if word.folded in _PAIRS), None)
    if first is None:
        return []
    named = {word.folded for word in takewhile(_goes_on, behind[first + 1 :]) if not word.text.islower()}
    jobs = [job for job in known.jobs if job.company & named]
    return jobs if len({job.company for job in jobs}) > 1 else []


def _goes_on(word: Word) -> bool:
    return word.folded not in _BREAKS_OFF


def _together(statement: Statement, known: Known) -> list[Job]:
    """The jobs at two employers or more that are counted as one: "entre A y B suman", "between A and B"."""
    if statement.vocabulary.isdisjoint(_BOTH):
        return []
    named = {word.folded for word in statement.words if not word.text.islower()}
    jobs = [job for job in known.jobs if job.company & named]
    return jobs if len({job.company for job in jobs}) > 1 else []


def _tells_more(phrase: Phrase, jobs: Sequence[Job], known: Known) -> bool:
    """Whether the phrase says more behind the figure than at which company it was."""
    named = frozenset().union(*(job.company for job in jobs)) | _SAYS_NOTHING
    return any(word.folded not in named for word in content_of(phrase.behind, known))


def _at_an_organisation(words: Sequence[Word], known: Known) -> list[Job]:
    """The jobs "en la bodega", "at the same plant": those at a company of that name, else where they are now."""
    folded = [word.folded for word in words[: _NEAR + 1] if word.folded not in _SAME]
    for i in range(len(folded) - 2):
        if folded[i] in _AT and folded[i + 1] in _THE and _is_organisation(folded[i + 2]):
            called = [job for job in known.jobs if folded[i + 2] in tokens_of(job.experience.company or "")]
            return called or [job for job in known.jobs if job.company & known.present_companies]
    return []


def _is_organisation(word: str) -> bool:
    return word in word_set("organisations") or word in _PLACES


def _is_of(phrase: Phrase, jobs: Sequence[Job]) -> bool:
    """Whether an employer stands right behind "of": forty years of a company may be its own."""
    named = frozenset().union(*(job.company for job in jobs))
    words = [word for word in phrase.behind if not is_time(word.folded) and word.folded not in _THE]
    return len(words) > 1 and words[0].folded in _OF and words[1].folded in named


def _says(phrases: Sequence[str], words: Sequence[Word]) -> bool:
    told = " ".join(word.folded for word in words[: _NEAR + 3])
    return any(phrase in told for phrase in phrases)


def _at_named(words: Sequence[Word], known: Known) -> list[Job]:
    """The jobs at the employer that is named first."""
    for index, word in enumerate(words):
        name = word.folded.removesuffix("'s")
        if word.text.islower() or not any(name in job.company for job in known.jobs):
            continue
        named = {name, *(other.folded for other in words[index : index + _NEAR] if not other.text.islower())}
        jobs = [job for job in known.jobs if name in job.company]
        return max(
            ([job for job in jobs if job.company & named == one] for one in {job.company & named for job in jobs}),
            key=lambda those: len(those[0].company & named),
        )
    return []


def _in_town(words: Sequence[Word], known: Known) -> list[Job]:
    """The former jobs in a town or country that is named behind "en", "in" or "a": "tres años en Londres"."""
    placed = {
        word.folded for before, word in pairwise(words) if before.folded in _TO_A_PLACE and not word.text.islower()
    }
    there = [job for job in known.jobs if placed and not placed.isdisjoint(tokens_of(job.experience.location or ""))]
    return [] if any(job.present for job in there) else there


def _titled(words: Sequence[Word], known: Known) -> list[Job]:
    """The jobs whose title stands behind "as", "de", or that a verb of leading tells: "once años de director técnico",
    "running operations".
    """
    if not _FROM_ONE_TO_ANOTHER.isdisjoint([word.folded for word in words[:_NEAR]]):
        return []
    in_full = _titled_in_full(words, known)
    if any(len(tokens_of(job.experience.title or "")) > 1 for job in in_full):
        return in_full
    if all(word.folded not in words_of_titles() | names_of_offices() for word in words):
        return in_full
    counts_on = any(word.folded in _LATER for word in words[:_NEAR])  # "nueve años después asumió la dirección"
    told = (*_given(words), *(() if counts_on else offices_in(words, alone=True)))
    agreeing = next(filter(None, (_agreeing(mention, known) for mention in told)), [])
    return [*in_full, *(job for job in agreeing if job not in in_full)]


def _given(words: Sequence[Word]) -> Iterator[Mention]:
    begun = _roles(words)
    leading = verbs_of_leading()
    for mention in mentions_in(words):
        place = next(i for i, word in enumerate(words) if word.start == mention.first.start)
        if any(first < place <= first + 2 for first in begun) or (place <= 2 and mention.first.folded in leading):
            yield mention


def _titled_before(words: Sequence[Word], known: Known) -> list[Job]:
    """The jobs whose title is said to be theirs in front of the figure: "you've been COO for ten years"."""
    given = [word.end + 1 for word in words if word.folded in _IS]
    mentions = (mention for mention in mentions_in(words) if mention.first.start in given) if given else ()
    return next(filter(None, (_agreeing(mention, known) for mention in mentions)), [])


def _roles(words: Sequence[Word]) -> list[int]:
    """Where a title may begin: behind "as", or right behind the length of time with "de"."""
    folded = [word.folded for word in words]
    of = next((i for i, word in enumerate(folded) if not is_time(word) and word not in _ROUNDING), len(folded))
    return [i for i, word in enumerate(folded) if word in _ROLE or (i == of and word in _AS)]


def _agreeing(mention: Mention, known: Known) -> list[Job]:
    """The jobs whose title says the same; those of the same rank if any has it."""
    titles = [(title_of(words_of(job.experience.title)), job) for job in known.jobs if job.experience.title]
    agreeing = [(title, job) for title, job in titles if mention.title.agrees(title, _keys_of(job, known))]
    same = [job for title, job in agreeing if not mention.title.ranks.isdisjoint(title.ranks)]
    return same or [job for _, job in agreeing]


def _keys_of(job: Job, known: Known) -> Keys:
    return frozenset().union(*map(known.keys_of_fact, job.facts))


def _titled_in_full(words: Sequence[Word], known: Known) -> list[Job]:
    """The jobs whose whole title stands right behind "as"."""
    behind = [word.folded for word in words]
    begun = _roles(words)
    titles = [(tokens_of(job.experience.title or ""), job) for job in known.jobs]
    return [
        job
        for title, job in titles
        if title and any(tuple(behind[first + 1 :][: len(title)]) == title for first in begun)
    ]
