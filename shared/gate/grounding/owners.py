"""Whose figures may stand at a place of a text: the person's where it is of them, ours where it is of us."""

from itertools import pairwise

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.words import addresses
from shared.gate.figure import Figure, Unit
from shared.gate.grounding.claimed import follows, is_our_pace
from shared.gate.grounding.known import Known
from shared.gate.grounding.measures import is_time
from shared.gate.grounding.stated import Stated
from shared.gate.grounding.statements import Mark, Statement
from shared.gate.lexicon import word_set
from shared.gate.possessives import OWN

_OWN_WORDS = frozenset(
    "tu tus su sus vuestro vuestra vuestros vuestras your yours you you're you've vos usted ustedes vosotros".split()
)
_YOU = frozenset("usted ustedes vos vosotros vosotras".split())
_HIS = frozenset("su sus".split())
_TO_THEM = frozenset("te le les os ti lo la".split())
_BEHIND = 25
_PRESUPPOSED = 40
_WITH = frozenset("con with in after tras across over".split())
_FOR = frozenset("para for entre".split())
_ROUNDERS = frozenset("mas casi de over nearly almost more than some unos unas around about roughly".split())
_ANY = frozenset("un una a an".split())


def allowed_at(figure: Figure, statement: Statement, known: Known) -> Stated:
    """The figures that may stand here: the person's where it is about them, ours where it is about us."""
    if is_our_pace(figure, statement):
        return known.our_figures
    if _is_of_their_company(figure, statement, known):
        return known.their_figures.outside(known.figures_of_former_jobs)
    theirs, ours = _is_of_them(figure, statement, known), _is_of_us(figure, statement)
    if _is_surely_theirs(figure, statement):
        theirs, ours = True, False
    elif figure.unit is Unit.PERCENT and _comes_of_us(figure, statement, known):
        theirs, ours = False, True
    if ours and not theirs:
        return known.our_figures
    stated = known.figures if theirs is ours else known.their_figures
    return stated.outside(known.figures_of_former_jobs) if is_of_now(statement, known) else stated


def _is_surely_theirs(figure: Figure, statement: Statement) -> bool:
    """Whether the words right before the figure give it to the reader: "tus 42 tiendas", "Con 180 tiendas, …"."""
    if follows(figure, statement, OWN):
        return not _is_of_a_third(figure, statement)
    return _is_presupposed(figure, statement)


def _is_of_their_company(figure: Figure, statement: Statement, known: Known) -> bool:
    """Whether the figure is said to be of where they work now: "Hazelmoor's 26 shops", "las 26 tiendas de Urgull"."""
    folded, present = statement.passage.folded, known.present_companies
    if _OF_A_NAME.search(folded, statement.start, figure.start):
        owner = statement.words_before(figure.start, _TWO)
        return any(word.folded.removesuffix("s").rstrip("'’") in present for word in owner)
    behind = _OF_WHOM.match(folded, figure.end)
    if behind is None:
        return False
    named = next((word for word in statement.words if word.start >= behind.end()), None)
    return named is not None and named.capitalised and named.folded in present


_OF_WHOM = lazy_pattern(r"\s\w+\s(?:de|en|at|of)\s")


def _is_presupposed(figure: Figure, statement: Statement) -> bool:
    """Whether a clause to the reader begins with the figure as a thing known, and goes on about nobody else."""
    if not _stands_with(figure, statement) or statement.sentence & (Mark.US | Mark.OTHERS):
        return False
    comma = statement.passage.text.find(",", figure.end, figure.end + _PRESUPPOSED)
    behind = statement.passage.folded[comma + 1 : comma + _PRESUPPOSED] if comma >= 0 else ""
    return comma >= 0 and bool(statement.sentence & Mark.THEM) and not _OF_SOMEBODY.match(behind)


_TWO = 2
_OF_A_NAME = lazy_pattern(r"['’]s?\s$")
_OF_SOMEBODY = lazy_pattern(r"\s(?:un|una|uno|an?|one|otr[oa]s?|another|nuestr\w+|our|el cliente|the client)\b")


def _comes_of_us(figure: Figure, statement: Statement, known: Known) -> bool:
    """Whether the figure is what the clause says comes of us: "con Repón reducirás un 40 %", "with us you'll save"."""
    before = [word for word in statement.words if word.end <= figure.start]
    if statement.marks & Mark.OBSERVED:
        return False
    return any(
        one.folded in _BY and (other.folded in known.our_names or other.folded in _US)
        for one, other in pairwise(before)
    )


_BY = frozenset("con with gracias a using usando via mediante".split())
_US = frozenset("nosotros nosotras us".split())


def is_of_now(statement: Statement, known: Known) -> bool:
    """Whether a clause speaks to the reader of the present, and names no employer whom they have left."""
    if not statement.marks & Mark.THEM or statement.sentence & Mark.PAST or not known.figures_of_former_jobs:
        return False
    vocabulary = statement.passage.vocabulary
    if any(not job.company.isdisjoint(vocabulary) for job in known.former_jobs):
        return False
    return _PAST_VERB.search(statement.passage.folded, statement.start, statement.end) is None


_PAST_VERB = lazy_pattern(
    r"\b(?:has|ha|habeis|han|habras?|haber|habiendo|have|having|had|was|were|been|led|ran|grew|built|once|entonces)\b"
    r"|\b\w{3,}(?:aste|iste|steis|abas|ias|aron|ieron)\b|\byou (?:\w+ly )?\w{3,}ed\b"
)


def is_of_ours(statement: Statement, figure: Figure) -> bool:
    """Whether a clause promises or tells what comes of us: "con Repón", "with us", "nuestros clientes", "we"; what is
    said to be the reader's own ("tus 42 tiendas") is theirs all the same.
    """
    return bool(statement.marks & Mark.US) and not follows(figure, statement, OWN)


def _is_of_a_third(figure: Figure, statement: Statement) -> bool:
    """Whether "su" is somebody else's: "una cervecera llenó 27 de sus 30 catas"."""
    before = [word.folded for word in statement.words if word.end <= figure.start]
    return bool(before) and before[-1] in ("su", "sus") and not {"un", "una"}.isdisjoint(before)


def _is_of_us(figure: Figure, statement: Statement) -> bool:
    """Whether a clause speaks of us, and does not begin with the figure as a thing known: "Con 18 deploys, …"."""
    comma = statement.passage.text.find(",", figure.end, figure.end + _PRESUPPOSED)
    if follows(figure, statement, _FOR) and not is_time(figure.noun):
        return False
    return bool(statement.marks & Mark.US) and not (comma >= 0 and _stands_with(figure, statement))


def _stands_with(figure: Figure, statement: Statement) -> bool:
    start = statement.passage.text.rfind(",", statement.start, figure.start)
    before = [word.folded for word in statement.words if start < word.start < figure.start]
    return bool(before) and before[0] in _WITH and _ROUNDERS.issuperset(before[1:])


def _is_of_them(figure: Figure, statement: Statement, known: Known) -> bool:
    """Whether the words around a figure, up to the next comma, speak of the reader and not only to them: "te cuento",
    "le bajaron" and their name do not.
    """
    start = statement.passage.text.rfind(",", statement.start, figure.start)
    end = statement.passage.text.find(",", figure.end, figure.end + _BEHIND)
    return bool(statement.marks & Mark.THEM) and any(
        (start < word.start < (end if end >= 0 else figure.end + _BEHIND) or word.folded in _YOU)
        and not (word.folded in _HIS and _is_of_somebody(figure, statement))
        and word.folded not in _TO_THEM
        and (word.folded in _OWN_WORDS or word.folded in known.present_companies or addresses(word.text.lower()))
        and not known.evidence.names.has(word.text)
        for word in statement.words
    )


def _is_of_somebody(figure: Figure, statement: Statement) -> bool:
    """Whether the clause tells of some company in front of the figure: "una clínica de Manizales tiene sus datos", or
    begins with somebody: "una aceitera redujo a la mitad sus paradas".
    """
    words = [word.folded for word in statement.words if word.end <= figure.start]
    start = statement.passage.text.rfind(",", statement.start, figure.start)
    subject = next((word.folded for word in statement.words if start < word.start < figure.start), "")
    return subject in _ANY or any(one in _ANY and other in word_set("organisations") for one, other in pairwise(words))
