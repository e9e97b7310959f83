"""What belongs to what: a former employer is not the present one, nor is a school."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import dropwhile
from operator import attrgetter

from shared.domain.errors import Sentence
from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.figure import Unit
from shared.gate.grounding.employers import named_in_full, named_in_short, stands_behind_a_number
from shared.gate.grounding.finding import CONTRADICTED, Finding, ids_of, quoted, says_in_wrong_order, says_instead
from shared.gate.grounding.job_titles import words_of_titles
from shared.gate.grounding.jobs import Job
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import is_time
from shared.gate.grounding.places import is_around
from shared.gate.grounding.statements import UNREAL, Mark, Statement
from shared.gate.grounding.tenses import is_told_as_past, leading, says_now
from shared.gate.lexicon import table, word_set
from shared.gate.possessives import OWN
from shared.gate.words import Word

_BELONGS = frozenset("en at de of in para for del inside within a".split())
_NAME_LENGTH = 40
_AT_PRESENT = r"(?:hoy|ahora|actualmente|now|today|currently)"
_WHERE_THEY_ARE = lazy_pattern(
    r"(?: [\w&.'’-]+){0,3}?,? (?:donde|en (?:la|el) que|where|which)"
    r" (?:(?:(?:tu|vos|usted|you|te|se|le|ya) )*"
    rf"{_AT_PRESENT} (?:\w+ ){{0,2}}?(?:trabaj|dirig|lider|llev|est[ao]s|gestion|work|lead|run|manag|head|are|is)\w*"
    r"|(?:(?:tu|vos|usted|te|se|le|ya) )*(?:trabajas|trabaja|trabajais|diriges|dirige|dirigis|lideras|lidera|llevas"
    r"|gestionas|gestiona|estas|respondes|desempenas)\b"
    r"|you(?:'re| are)? (?:work|lead|run|manage|head|oversee|running|leading|working|managing|based)\b)"
)
_LED_WITHIN, _TWO = 6, 2
_RIGHT_BEHIND = 10
_FROM_TO = frozenset("to a al hasta".split())
_WHICH = frozenset("which that que where donde".split())
_OF_THEIRS = frozenset(
    "team teams people equipo equipos gente staff plantilla office offices oficina oficinas department departamento"
    " companeros companeras companero companera colegas colega jefe jefa jefes colleague colleagues coworkers boss"
    " peers clientes customers clients proveedores suppliers tiendas stores usuarios users desk crew technicians"
    " tecnicos engineers ingenieros comerciales vendedores reps".split()
)
_FORMERLY = frozenset("ex antiguo antigua antiguos antiguas anterior anteriores former old previous past".split())
_STRAIGHT_FROM = lazy_pattern(
    r"\b(?:recien (?:salid[oa]|llegad[oa]|aterrizad[oa]|venid[oa]) (?:de|desde)|directa(?:mente)? de(?:sde)?"
    r"|justo (?:antes|despues) de(?: dejar| salir de)?|(?:fresh|straight|direct|directly) (?:from|out of)"
    r"|(?:just|right|immediately) (?:before|after)(?: leaving)?|recien dejado) (?:la |el |the )?$"
)
_HELPING = lazy_pattern(r"\b(?:ayudar(?:le)? a|ayudando a|help|helping) (?:la |el |the )?$")
_NOW_BEHIND = lazy_pattern(rf"(?:[\w&.'’-]+ ){{1,4}}?(?:{_AT_PRESENT}|hoy en dia|these days)\s*(?:[?.!,;]|$)")
_HOW_MANY = lazy_pattern(r"\W*(?:\w+, )?(?:cuant[oa]s?|how (?:many|much))\b")
_HAS = lazy_pattern(r"\b(?:tiene|usa|maneja|compra|mueve|does|has) (?:la |el |the )?$")
_SINCE_ENTERING = lazy_pattern(
    r"^\W*(?:\w+, )?(?:desde que|ever since|since) (?:you )?(?:te )?"
    r"(?:entraste|llegaste|incorporaste|uniste|empezaste|entro|llego|se incorporo|se uni\w+|entrasteis|joined|started"
    r"|moved|came)(?: (?:a|en|at|to|with))? (?:la |el |the )?(?:(?:st|san|santa|sant)\.? )?$"
)
_SUCH_AS = lazy_pattern(r"\b(?:en|at|in) (?:un|una|a|an) (?:\w+ ){1,3}(?:como|like) (?:la |el |the )?$")
_NUMBER_OF = frozenset("anos years meses months antes before".split())
_KEEPS = frozenset(
    "has keeps lets makes gives wants needs pays tiene tienen mantiene trae deja da exige pide paga necesita".split()
)
_AT = frozenset("en at".split())
_AS = frozenset("como as".split())
_WORK = frozenset("trabajo labor puesto cargo equipo work job role team colleagues staff".split())
_JOB_WITHIN = 12
_IS = frozenset("is are esta estan sigue siguen va van anda andan crece hires grows".split())
_NEWS = frozenset("se sabemos know hear heard see noticed dicen contaron leo veo saw read vi lei".split())
_YOU = frozenset("you te la lo le os los las les".split())
_ARTICLES = frozenset("el la los las the".split())
_ANY = frozenset("a an un una".split())
_ASKS = frozenset("does do is has will can".split())
_BEFORE = frozenset("antes before".split())
_FROM_OF = frozenset("desde from de".split())
_TO = frozenset("a hasta to al hoy now ahora".split())
_FROM = frozenset("desde from".split())


def judged_relations(statement: Statement, known: Known) -> Iterator[Finding]:
    """The facts of a clause that stand in a place where another one belongs."""
    yield from _former_as_present(statement, known)
    yield from _school_as_employer(statement, known)
    yield from _employers_in_wrong_order(statement, known)
    yield from _not_the_last(statement, known)


def _not_the_last(statement: Statement, known: Known) -> Iterator[Finding]:
    """An employer from whom they are said to have come straight, though another one stood in between."""
    dated = [job for job in known.former_jobs if job.experience.end]
    if len({job.company for job in dated}) < _TWO:
        return
    last = max(dated, key=lambda job: job.experience.end or "")
    for job in dated:
        words = named_in_full(statement, job.company) or named_in_short(statement, job, known)
        if not words or job.company == last.company or (job.experience.end or "") >= (last.experience.start or ""):
            continue
        if _STRAIGHT_FROM.search(statement.passage.folded, statement.start, words[0].start):
            detail = says_instead(statement.passage.text[words[0].start : words[-1].end], last.experience.company or "")
            yield Finding(
                statement.passage, words[0].start, words[-1].end, "company", CONTRADICTED, ids_of(last.facts), detail
            )


def _former_as_present(statement: Statement, known: Known) -> Iterator[Finding]:
    former = [job for job in known.former_jobs if not job.company.isdisjoint(statement.passage.named)]
    if not former or not known.present_companies:
        return
    told_as_past = is_told_as_past(statement)
    elsewhere = _names_present_company(statement, known) and not says_now(statement)
    for job in former:
        words = named_in_full(statement, job.company) or named_in_short(statement, job, known)
        if not words or _shares_name(job, known):
            continue
        past = told_as_past or _is_past_at(statement, words)
        elsewhere_or_then = elsewhere or _tells_its_figure(statement, job, known)
        is_now = not elsewhere_or_then and (
            _is_placed_now(statement, words[0]) or (not past and _speaks_of_now(statement, words[0], known))
        )
        if is_now or _is_led_now(statement, words) or _employs_now(statement, words) or _is_where(statement, words):
            text = quoted(job.experience.company or "")
            present = quoted(known.evidence.prospect.company or "")
            detail = Sentence(
                f"Habla de {text} como si fuera su empresa actual; hoy está en {present}.",
                f"It speaks of {text} as their present company; they are at {present} now.",
            )
            yield Finding(
                statement.passage, words[0].start, words[-1].end, "company", CONTRADICTED, ids_of(job.facts), detail
            )


def _tells_its_figure(statement: Statement, job: Job, known: Known) -> bool:
    """Whether a clause has a figure that only the former job is told with: "40 % fewer claims at Oxbow"."""
    told = {figure.value for fact in job.facts for figure in known.their_figures.by_fact.get(fact.id, ())}
    return any(
        figure.value in told and figure.unit is not Unit.YEAR
        for figure in statement.passage.figures_between(statement.start, statement.end)
    )


def _is_past_at(statement: Statement, words: Sequence[Word]) -> bool:
    """Whether a cue of the past stands in front of the name or right behind it: not "at A finding life after B"."""
    return any(
        cue.marks & Mark.PAST and (cue.start < words[0].start or cue.start - words[-1].end <= _RIGHT_BEHIND)
        for cue in statement.cues
    )


def _is_where(statement: Statement, words: Sequence[Word]) -> bool:
    """Whether a clause behind the name says that they are there now: "A, donde trabajas hoy", "A, where you lead"."""
    return _WHERE_THEY_ARE.match(statement.passage.folded, words[-1].end) is not None


def _is_led_now(statement: Statement, words: Sequence[Word]) -> bool:
    """Whether the clause has them lead the company now: "llevas las compras de X", "X, which you lead"."""
    before = [word.folded for word in statement.words if word.end <= words[0].start][-_LED_WITHIN:]
    behind = [word.folded for word in statement.words if word.start >= words[-1].end][:_LED_WITHIN]
    if behind[:1] and behind[0] in _WHICH and not leading().isdisjoint(behind):
        return True
    is_way = not _FROM_TO.isdisjoint(behind) and not _FROM.isdisjoint(before)
    if is_way or not _BEFORE.isdisjoint(behind):
        return False
    if len(before) < _TWO or before[-1] not in _BELONGS:
        return False
    if before[-_TWO] in _OF_THEIRS and any(word in OWN for word in before[:-_TWO]):
        return _FORMERLY.isdisjoint(before)
    return not leading().isdisjoint(before) and not any(word in _NUMBER_OF for word in before)


def _employs_now(statement: Statement, words: Sequence[Word]) -> bool:
    """Whether the company does something with the reader today: "X keeps you busy", "X la tiene ocupada"."""
    following = [word for word in statement.words if word.start >= words[-1].end]
    behind = [word.folded for word in dropwhile(attrgetter("capitalised"), following)][:_TWO]
    if len(behind) < _TWO:
        return False
    if behind[0] in _IS and (
        statement.cues_before(words[0].start, Mark.OBSERVED) or _is_told_as_news(statement, words[0])
    ):
        return True
    return (behind[0] in _KEEPS and behind[1] in _YOU) or (behind[0] in _YOU and behind[1] in _KEEPS)


def _is_told_as_news(statement: Statement, word: Word) -> bool:
    """Whether "I know that" stands in front of a name: nobody brings news of an employer of the past."""
    before = [other.folded for other in statement.words_before(word.start, _LED_WITHIN)]
    return not _NEWS.isdisjoint(before)


def _names_present_company(statement: Statement, known: Known) -> bool:
    """Whether the text names where they are now: then a former employer beside it is rarely taken for it."""
    telling = known.present_companies - word_set("organisations")
    return bool(known.present_companies) and not telling.isdisjoint(statement.passage.named)


def _shares_name(job: Job, known: Known) -> bool:
    return job.company <= known.present_companies


def _is_placed_now(statement: Statement, word: Word) -> bool:
    """Whether the company is where they are, or the sort of place that they are at ("en un estudio como A"), who is to
    be helped, who has so much, or whom they are said to have joined for what goes on.
    """
    folded, start = statement.passage.folded, statement.start
    if _NOW_BEHIND.match(folded, word.start):
        return statement.has_just_before(word.start, _AT)
    if _SUCH_AS.search(folded, start, word.start) or _HELPING.search(folded, start, word.start):
        return bool(statement.sentence & Mark.THEM) or not statement.marks & Mark.GENERAL
    if _HOW_MANY.match(folded, start) and _HAS.search(folded, start, word.start):
        return True
    if _SINCE_ENTERING.search(folded, start, word.start):
        return not any(is_time(figure.noun) for figure in statement.passage.figures_between(start, statement.end))
    return False


def _speaks_of_now(statement: Statement, word: Word, known: Known) -> bool:
    """Whether the clause has the company where the present one belongs: not where somebody comes from."""
    if known.present_companies <= {other.folded for other in statement.words}:
        return False
    before = [other.folded for other in statement.words_before(word.start, len(statement.words))]
    if before and before[-1] in _ARTICLES:
        before.pop()  # "en La Tranquera"
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


def _employers_in_wrong_order(statement: Statement, known: Known) -> Iterator[Finding]:
    """Before a former employer they cannot have been at the present one, nor moved from their town to a former one."""
    now = _present_companies_in(statement, known)
    for job in known.former_jobs if now else ():
        words = named_in_full(statement, job.company)
        if words and now and words[0].start < now[0].start and statement.has_just_before(words[0].start, _BEFORE):
            detail = says_in_wrong_order(job.experience.company or "", known.evidence.prospect.company or "")
            yield Finding(
                statement.passage, words[0].start, now[-1].end, "company", CONTRADICTED, ids_of(job.facts), detail
            )


def _present_companies_in(statement: Statement, known: Known) -> list[Word]:
    if statement.vocabulary.isdisjoint(known.present_companies):
        return []
    return [word for word in statement.words if word.folded in known.present_companies and word.capitalised]


def _school_as_employer(statement: Statement, known: Known) -> Iterator[Finding]:
    leads = not (statement.marks & Mark.PAST or statement.vocabulary.isdisjoint(leading()))
    for fact in known.schools:
        tokens = known.distinctive_of_school(fact)
        named = [word for word in statement.words if word.folded in tokens and not word.text.islower()]
        if not named or not {word.folded for word in named} >= tokens:
            continue
        if _speaks_of_study(statement.vocabulary - frozenset(known.evidence.tokens[fact.id])):
            continue
        is_their_town = is_around(" ".join(tokens), known.places_of_now)
        if (leads and not is_their_town) or _is_worked_at(statement, named[0]):
            text = quoted(fact.text)
            detail = Sentence(f"{text} es donde estudió, no donde trabaja.", f"{text} is where they studied, not work.")
            yield Finding(statement.passage, named[0].start, named[-1].end, "school", CONTRADICTED, (fact.id,), detail)


def _is_worked_at(statement: Statement, name: Word) -> bool:
    """Whether a job stands in front of a name: "your work at", "su etapa como analista de riesgo en"."""
    before = [word.folded for word in statement.words_before(name.start, _JOB_WITHIN)]
    at = next((place for place in range(len(before) - 1, -1, -1) if before[place] in _AT), 0)
    if before[at - 1 : at] and before[at - 1] in _WORK:
        return True
    return not _AS.isdisjoint(before[:at]) and not words_of_titles().isdisjoint(before[:at])


def _speaks_of_study(words: Iterable[str]) -> bool:
    return any(word.startswith(_study()) for word in words)


@cache
def _study() -> tuple[str, ...]:
    return tuple(table("relation_words")["study"].split())
