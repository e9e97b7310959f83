"""To whom figures and facts belong: figures of now are not a former employer's, what fell did not rise, and nobody
speaks a language that the facts do not name.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from shared.domain.errors import Sentence
from shared.domain.message import Fact, Part
from shared.gate.address.words import addresses
from shared.gate.evidence import is_ours
from shared.gate.figure import Figure, Unit
from shared.gate.folding import fold
from shared.gate.grounding.figure_details import wrong_owner
from shared.gate.grounding.finding import CONTRADICTED, VERIFIED, Finding, ids_of, quoted, says_without_proof
from shared.gate.grounding.jobs import Job
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import Precision, is_time, same_measure, same_noun
from shared.gate.grounding.roles import role_of
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.lexicon import table, word_set
from shared.gate.words import Word

_PLACED = frozenset("en at de del of in para for by".split())
_ARTICLES = frozenset("la el los las the".split())
_ON_TO = frozenset("a to hasta".split())
_JOINS_TWO = frozenset("mas menos".split())
_NEAR = 3
_DURATION = "duration"
_TELLING = 100


def judged_owners(statement: Statement, known: Known, found: Sequence[Finding]) -> Iterator[Finding]:
    """The figures of `found` that are true and stand at a former employer, or with the opposite verb."""
    proven = [finding for finding in found if finding.verdict is VERIFIED and finding.facts]
    for finding in proven:
        figure = next((f for f in statement.passage.figures if f.start == finding.start), None)
        facts = [known.theirs_by_id[fact] for fact in finding.facts if fact in known.theirs_by_id]
        if figure is None or not facts or figure.unit is Unit.YEAR or is_time(figure.noun):
            continue
        if finding.kind != _DURATION and not _is_bare(figure):
            yield from _at_a_former_employer(finding, facts, statement, known)
            yield from _of_a_former_employer(finding, facts, statement, known)
        yield from _turned(finding, figure, facts, statement, known)


def _is_bare(figure: Figure) -> bool:
    """Whether nothing tells what a figure counts: "cinco y pico de contador en A" has no figure of the facts."""
    return figure.unit is Unit.PLAIN and not figure.noun


def _at_a_former_employer(
    finding: Finding, facts: Sequence[Fact], statement: Statement, known: Known
) -> Iterator[Finding]:
    if any(word.folded in known.present_companies and word.capitalised for word in statement.words):
        return
    for job in known.former_jobs:
        words = _placed_at(job, statement, known)
        if words and not any(_is_of_job(fact, job, known) for fact in facts):
            text = quoted(job.experience.company or "")
            detail = Sentence(
                f"«{quoted(facts[0].text)}» es de su empresa actual, no de {text}.",
                f"“{quoted(facts[0].text)}” is of their present company, not of {text}.",
            )
            yield Finding(
                statement.passage, words[0].start, words[-1].end, "company", CONTRADICTED, finding.facts, detail
            )
            return


def _of_a_former_employer(
    finding: Finding, facts: Sequence[Fact], statement: Statement, known: Known
) -> Iterator[Finding]:
    """A figure that only a former job has, in a clause that gives it to the present company."""
    of_before = {fact.id for job in known.former_jobs for fact in job.facts}
    if statement.marks & Mark.PAST or not all(fact.id in of_before for fact in facts):
        return
    former = frozenset().union(*(job.company for job in known.former_jobs)) - known.present_companies
    named = [word for word in statement.words if word.capitalised]
    present = [word for word in named if word.folded in known.present_companies - former]
    if present and former.isdisjoint(word.folded for word in named):
        detail = Sentence(
            f"«{quoted(facts[0].text)}» es de un puesto anterior, no de {present[0].text}.",
            f"“{quoted(facts[0].text)}” is of a former job, not of {present[0].text}.",
        )
        yield Finding(statement.passage, finding.start, finding.end, finding.kind, CONTRADICTED, finding.facts, detail)


def _placed_at(job: Job, statement: Statement, known: Known) -> list[Word]:
    """The words that name the company of a job behind "en", "at" or "de", unless the clause says that it was before."""
    named = [word for word in statement.words if word.capitalised and word.folded in job.company]
    if not named or not {word.folded for word in named} & (job.company - known.present_companies):
        return []
    behind = next((word.folded for word in statement.words if word.start >= named[-1].end), "")
    if behind in _ON_TO:
        return []  # "de residente en A a dirigir a 130 médicos"
    before = [word.folded for word in statement.words_before(named[0].start, 2)]
    if before and before[-1] in _ARTICLES:
        before = before[:-1]
    return named if before and before[-1] in _PLACED else []


def _is_of_job(fact: Fact, job: Job, known: Known) -> bool:
    return fact in job.facts or not job.company.isdisjoint(known.evidence.tokens[fact.id])


def _turned(
    finding: Finding, figure: Figure, facts: Sequence[Fact], statement: Statement, known: Known
) -> Iterator[Finding]:
    """A change in the other direction: "went up 18 %" for "down 18 %"; not if another fact has it as it is said."""
    around = [word.folded for word in _around(statement.words, figure)]
    said = _directions([word for word, behind in pairwise([*around, ""]) if not _takes_away(word, behind)])
    if len(said) != 1:
        return
    if _is_said_so(figure, said, known):
        return
    stated = [_directions(known.evidence.tokens[fact.id]) for fact in facts]
    if all(len(directions) == 1 and directions != said for directions in stated):
        text, whose = quoted(facts[0].text), "nuestra prueba" if is_ours(facts[0]) else "su perfil"
        detail = Sentence(f"Va al revés: {whose} dice «{text}».", f"It is the other way round: “{text}”.")
        yield Finding(
            statement.passage, figure.start, figure.end, finding.kind, CONTRADICTED, ids_of(facts[:1]), detail
        )


def _is_said_so(figure: Figure, directions: frozenset[str], known: Known) -> bool:
    """Whether any fact has the figure with this direction, a post of theirs beside a proof point of ours."""
    same = known.figures.by_value.get(figure.value, ())
    return any(
        other.unit is figure.unit and _directions(known.evidence.tokens[fact.id]) == directions for other, fact in same
    )


def _takes_away(word: str, behind: str) -> bool:
    """Whether "menos" or "más" joins two things and says nothing of a change: "y menos el 29", "38 menos las 12"."""
    return word in _JOINS_TWO and behind in _ARTICLES


def _around(words: Sequence[Word], figure: Figure) -> list[Word]:
    before = [word for word in words if word.end <= figure.start][-_NEAR:]
    return before + [word for word in words if word.start >= figure.end][:_NEAR]


def _directions(words: Sequence[str]) -> frozenset[str]:
    return frozenset().union(*map(_directions_of, words))


@lru_cache(maxsize=16_384)
def _directions_of(word: str) -> frozenset[str]:
    return frozenset(name for name, starts in _changes().items() if word.startswith(starts))


@cache
def _changes() -> dict[str, tuple[str, ...]]:
    return {name: tuple(words.split()) for name, words in table("changes").items()}


def judged_results(statement: Statement, known: Known) -> Iterator[Finding]:
    """The figures of ours that a clause gives to the reader: at their company, or behind a verb that speaks to them."""
    figures = statement.passage.figures_between(statement.start, statement.end)
    if not figures or statement.passage.part is Part.SUBJECT or not statement.vocabulary.isdisjoint(_WE):
        return
    if any(word.folded in known.our_names and word.capitalised for word in statement.words):
        return
    for figure in figures:
        ours = [
            fact
            for other, fact in known.our_figures
            if _is_same(figure, other) or _is_named(figure, other, fact, statement)
        ]
        if not ours or any(_is_same(figure, other) for other, _ in known.their_figures):
            continue
        if _is_given_to_them(figure, statement, known):
            detail = wrong_owner(figure, statement, ours[0], known)
            yield Finding(statement.passage, figure.start, figure.end, "number", CONTRADICTED, ids_of(ours[:1]), detail)


def _is_same(figure: Figure, other: Figure) -> bool:
    if not same_measure(figure, other, Precision.EXACT):
        return False
    noun = same_noun(figure, other)
    return noun or (noun is None and (figure.unit is not Unit.PLAIN or figure.value >= _TELLING))


def _is_named(figure: Figure, other: Figure, fact: Fact, statement: Statement) -> bool:
    """Whether a fact of ours has a bare figure behind the same word: "un NPS de 71"."""
    if figure.value != other.value or (figure.unit, other.unit) != (Unit.PLAIN, Unit.PLAIN):
        return False
    return bool(role_of(figure, statement.passage.folded) & role_of(other, fold(fact.text)))


def _is_given_to_them(figure: Figure, statement: Statement, known: Known) -> bool:
    words = statement.words
    if any(words[i].folded in _ANY and words[i + 1].folded in word_set("organisations") for i in range(len(words) - 1)):
        return False
    if any(
        word.capitalised
        and word.folded in known.present_companies - known.our_words
        and (before := statement.word_before(word.start)) is not None
        and before.folded in _AT
        for word in words
    ):
        return True
    if any(cue.marks & Mark.PRAISED and cue.start < figure.start for cue in statement.cues):
        return True
    return any(_speaks_to_them(word) for word in statement.words_before(figure.start, 2))


def _speaks_to_them(word: Word) -> bool:
    written = word.text.lower()
    if written in _THINKING or written.startswith(_THINKING_STARTS):
        return False
    return written.endswith(("steis", "aste", "iste")) or (written.endswith("s") and addresses(written))


_AT = frozenset("en at in de of".split())
_ANY = frozenset("un una a an otro otra another".split())
_WE = frozenset("we our ours us nosotros nosotras nuestro nuestra nuestros nuestras".split())
_THINKING = frozenset("sabes sabés ves crees creés quieres querés puedes podés tus sus os les".split())
_THINKING_STARTS = ("imagi", "pens", "piens", "dec", "dic", "conoc", "necesit", "prefer", "prefier")


def judged_languages(statement: Statement, known: Known) -> Iterator[Finding]:
    """The languages that a clause has the reader speak and no fact names."""
    languages = _languages()
    if languages.keys().isdisjoint(statement.vocabulary):
        return
    named = [(word, language) for word in statement.words if (language := languages.get(word.folded))]
    if statement.marks & (Mark.US | Mark.GENERAL | Mark.HYPOTHESIS | Mark.OFFER):
        return
    theirs = {language for word in known.their_words if (language := _languages().get(word))}
    speaks = any(word.folded.startswith(_SPEAKING) for word in statement.words)
    if not theirs or not (speaks or theirs & {language for _, language in named}):
        return
    for word, language in named:
        if language not in theirs:
            yield Finding(
                statement.passage, word.start, word.end, "school", CONTRADICTED, (), says_without_proof(word.text)
            )


_SPEAKING = tuple("habl domina idioma lengua speak spoke fluent language bilingu trilingu".split())


@cache
def _languages() -> dict[str, str]:
    return {word: line.split()[0] for line in table("languages") for word in line.split()}
