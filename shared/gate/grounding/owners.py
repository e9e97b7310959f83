"""Whose figures may stand at a place of a text: the person's where it is of them, ours where it is of us."""

from itertools import pairwise

from shared.gate.address.words import addresses
from shared.gate.figure import Figure
from shared.gate.grounding.claimed import follows
from shared.gate.grounding.known import Known
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
    theirs, ours = _is_of_them(figure, statement, known), _is_of_us(figure, statement)
    if follows(figure, statement, OWN) and not _is_of_a_third(figure, statement):
        theirs, ours = True, False
    if theirs is ours:
        return known.figures
    return known.our_figures if ours else known.their_figures


def _is_of_a_third(figure: Figure, statement: Statement) -> bool:
    """Whether "su" is somebody else's: "una cervecera llenó 27 de sus 30 catas"."""
    before = [word.folded for word in statement.words if word.end <= figure.start]
    return bool(before) and before[-1] in ("su", "sus") and not {"un", "una"}.isdisjoint(before)


def _is_of_us(figure: Figure, statement: Statement) -> bool:
    """Whether a clause speaks of us, and does not begin with the figure as a thing known: "Con 18 deploys, …"."""
    comma = statement.passage.text.find(",", figure.end, figure.end + _PRESUPPOSED)
    if follows(figure, statement, _FOR):
        return False
    return bool(statement.marks & Mark.US) and not (comma >= 0 and _stands_with(figure, statement))


def _stands_with(figure: Figure, statement: Statement) -> bool:
    before = [word.folded for word in statement.words if word.start < figure.start]
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
    """Whether the clause tells of some company in front of the figure: "una clínica de Manizales tiene sus datos"."""
    words = [word.folded for word in statement.words if word.end <= figure.start]
    return any(one in _ANY and other in word_set("organisations") for one, other in pairwise(words))
