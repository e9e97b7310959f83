"""Titles that a text has and gives nobody, the sender or somebody else: "no hace falta ser CFO", "as an account
director I …", "our founder was a developer".
"""

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.grounding.job_titles import Mention
from shared.gate.grounding.known import Known
from shared.gate.grounding.somebody import is_told_of_somebody
from shared.gate.grounding.statements import Statement
from shared.gate.words import tokens_of

_ARTICLE = r"(?:un |una |el |la |a |an |the )?"
_NEEDED_BY_NOBODY = lazy_pattern(
    r"\b(?:(?:no )?(?:hace|hara) falta|(?:no )?hay que|sin(?: necesidad de)?|no (?:necesita\w*|tien\w+ que|ten\w+ que))"
    rf" ser {_ARTICLE}$"
    r"|\b(?:(?:don't|doesn't|do not|needn't|not|no) (?:need |have |needed )?(?:to )?be|without being)"
    rf" {_ARTICLE}$"
)
_SELLERS = frozenset(
    "consultor consultora consultant asesor asesora advisor adviser vendedor vendedora comercial salesperson salesman"
    " saleswoman".split()
)
"""What whoever writes is, and would rather not be: "ser el consultor que llega con diapositivas"."""
_TO_BE = lazy_pattern(rf"\b(?:ser|be|being) {_ARTICLE}$")
_IS = lazy_pattern(rf"\b(?:es|era|fue|is|was) {_ARTICLE}$")
_OF_OURSELVES = frozenset("soy yo i i'm i've i'd i'll escribo llamo habla saluda escribe me my mi".split())


def is_anothers(mention: Mention, statement: Statement, known: Known) -> bool:
    """Whether what stands before a title says that it is not the reader's."""
    folded, start, place = statement.passage.folded, statement.start, mention.first.start
    if _NEEDED_BY_NOBODY.search(folded, start, place):
        return True
    if mention.first.folded in _SELLERS and _TO_BE.search(folded, start, place):
        return True
    if _IS.search(folded, start, place) and is_told_of_somebody(statement.passage, place):
        return True
    return _is_senders(mention, statement, known)


def _is_senders(mention: Mention, statement: Statement, known: Known) -> bool:
    """Whether a clause that speaks of whoever writes has their title: "le escribo como responsable comercial"."""
    if _OF_OURSELVES.isdisjoint(statement.vocabulary):
        return False
    said = set(tokens_of(statement.passage.text[mention.first.start : mention.last.end]))
    return any(fact.field == "sender.title" and said <= set(tokens_of(fact.text)) for fact in known.ours)
