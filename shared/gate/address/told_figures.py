"""Third persons told with a figure of the reader's own facts: "pasó de 44 a 38 rutas", said to whoever did so.

Who did it is known then, though other people were spoken of just before.
"""

from collections.abc import Iterator

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.clauses import Clause, clause_before, of_class
from shared.gate.address.evidence import Address
from shared.gate.address.evidence import Evidence as Form
from shared.gate.address.moods import third_persons, verb_at
from shared.gate.address.subjects import is_followed_by_subject
from shared.gate.address.third_person import words_of
from shared.gate.evidence import Evidence, is_ours
from shared.gate.folding import fold
from shared.gate.reading import Passage

_TOLD = frozenset(("present", "imperative_of_tu", "past"))
_END = lazy_pattern(r"[,.;:?!\n]\s|$")
_COMMON = 12
"""What is counted up to here is in many texts: it tells nothing by itself."""
_OBJECTS = frozenset(("lo", "la", "los", "las"))


def told_with_their_figures(passage: Passage, evidence: Evidence) -> Iterator[Form]:
    """The third persons of `passage` without a subject that tell what a figure of the person's facts is of."""
    if not any(figure.value > _COMMON and _is_theirs(figure.value, evidence) for figure in passage.figures):
        return
    for index, written in enumerate(passage.lowered):
        verb = verb_at(passage, index) if written in third_persons() else None
        if verb is None or verb.mood not in _TOLD:
            continue
        clause = clause_before(passage, index, verb.main)
        if not _is_open(clause) or not _counts_theirs(passage, clause, evidence):
            continue
        if not _has_subject(passage, verb.main, clause, evidence):
            yield Form(Address.USTED, clause.verb.start, clause.verb.end)


def _is_open(clause: Clause) -> bool:
    """Whether nothing before it in its clause can be its subject: it begins a sentence, or is what I read."""
    if clause.has_object_of_others or clause.has_me or clause.main in words_of("done_by_nobody"):
        return False
    if any(clause.main in of_class(name) for name in ("asked_of_the_reader", "asked_if_they_like")):
        return False  # "responde con un número del uno al cinco"
    is_told = clause.opener == "que" and clause.before_opener in words_of("seen_or_told")
    return is_told or (not clause.opener and clause.begins_sentence)


def _counts_theirs(passage: Passage, clause: Clause, evidence: Evidence) -> bool:
    """Whether every figure behind it in its clause is of the person's facts, and of none of ours."""
    end = _END.search(passage.text, clause.verb.end)
    figures = passage.figures_between(clause.verb.end, end.start() if end else len(passage.text))
    is_telling = any(figure.value > _COMMON for figure in figures)
    return is_telling and all(_is_theirs(figure.value, evidence) for figure in figures)


def _is_theirs(value: float, evidence: Evidence) -> bool:
    stated = evidence.figures.get(value, ())
    return bool(stated) and not any(is_ours(fact) for _, fact in stated)


def _has_subject(passage: Passage, main: int, clause: Clause, evidence: Evidence) -> bool:
    """Whether its subject stands behind it, or their company or team was spoken of in its sentence or the last one."""
    if is_followed_by_subject(passage, main, has_object=bool(clause.particles & _OBJECTS)):
        return True
    starts = [stretch.start for stretch in passage.sentences if stretch.start <= clause.verb.start]
    words = passage.words_between(starts[-2:][0] if starts else 0, clause.verb.start)
    company = frozenset(fold(evidence.prospect.company or "").split())
    return any(
        word.folded in words_of("organisations") or (word.capitalised and word.folded in company) for word in words
    )
