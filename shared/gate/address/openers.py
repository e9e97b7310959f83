"""Third persons behind what opens their clause: "si ya lo usa", "¿no conoce …?", "los datos que maneja"."""

from collections.abc import Callable, Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.clauses import is_agent, of_class
from shared.gate.address.moods import third_persons
from shared.gate.address.third_person import PRESENT, STATED, ThirdPerson, words_of
from shared.gate.address.words import addresses
from shared.gate.words import Word

_ASKED = STATED | {"conditional", "imperfect"}
_ANY = STATED | {"subjunctive", "past_subjunctive"}
_OF_ME_TOO = frozenset(("past", "imperfect", "conditional"))
_MOODS_BEHIND = {
    "ojalá": frozenset(("subjunctive",)),
    "si": PRESENT | {"past", "past_subjunctive", "imperfect"},
    "porque": STATED,
    "aunque": STATED | {"subjunctive"},
    "cuanto": frozenset(("subjunctive",)),
}
TOLD_BY_ME = frozenset("muestro enseño cuento explico digo comparto mostramos enseñamos contamos explicamos".split())
_THE_WAY = lazy_pattern(r"\b(?:manera|forma|modo|medida) en que (?:ya |no |lo |la |los |las )*$")
_HAS_SUBJECT = lazy_pattern(
    r"¿(?:y |pero |entonces )?(?:el|la|los|las|tu|tus|su|sus|un|una) \w+(?: \w+){0,3} "
    r"(?:que|como|cuando|donde|cuant[oa]s?) (?:no |ya |lo |la |los |las |se )*$"
)
_SHARES_SUBJECT = frozenset("cuando como donde mientras porque".split())
_HAPPENS = frozenset("pasa pasó pasaba pasará ocurre ocurrió sucede sucedió cambia cambió".split())
_THIS = frozenset(("esto", "eso", "ello"))
_PREPOSITIONS = frozenset("a con de por para en".split())


def leaves_subject_to_reader(third: ThirdPerson) -> bool:
    """Whether the subject that is left out behind the opener may be the reader."""
    clause = third.clause
    if clause.opener in _SHARES_SUBJECT and clause.before_opener in third_persons() - _HAPPENS:
        return False  # "llega cuando quiere"
    if clause.opener in _BY_OPENER:
        return _BY_OPENER[clause.opener](third)
    if clause.opener in words_of("asking"):
        return _is_asked_how(third)
    if clause.opener in _THIS:
        return clause.before_opener == "con" and third.mood in ("future", "conditional")
    if clause.opener == "si" and clause.before_opener in words_of("unsure"):
        return third.mood in _ASKED
    return clause.opener in words_of("openers") and third.mood in _MOODS_BEHIND.get(clause.opener, _ANY)


def _is_asked_how(third: ThirdPerson) -> bool:
    """As in "¿cómo lo resuelve?", "cuéntame cómo lo resuelve"; in "sabes qué me sorprendió" the subject is "qué"."""
    clause = third.clause
    if third.mood in _OF_ME_TOO and clause.before_opener in TOLD_BY_ME:
        return False  # what I tell of, the reader did not do
    if clause.opener == "qué" and clause.before_opener != "por" and not clause.is_question:
        return third.mood in _ASKED and addresses(clause.before_opener) and not clause.has_me
    if clause.opener == "qué" and clause.has_me and addresses(clause.before_opener):
        return False
    if clause.is_question and _HAS_SUBJECT.search(third.passage.folded, clause.sentence, clause.verb.start):
        return False
    if clause.is_question:
        return third.mood in _ASKED
    return third.mood in STATED | {"imperfect"} and clause.before_opener not in TOLD_BY_ME | {""}


def _is_asked(third: ThirdPerson) -> bool:
    """As in "¿tiene …?"."""
    return third.mood in _ASKED


def _is_asked_of_whom(third: ThirdPerson) -> bool:
    """As in "¿a quién acude?"; "¿quién decide?" has its subject."""
    return third.mood in _ASKED and third.clause.before_opener in _PREPOSITIONS


def _is_left_to_them(third: ThirdPerson) -> bool:
    """As in "compártalo con quien quiera"."""
    return third.mood == "subjunctive" and third.clause.before_opener in _PREPOSITIONS


def _is_said(third: ThirdPerson) -> bool:
    return third.is_said_by_them


def _is_reason(third: ThirdPerson) -> bool:
    return third.mood in STATED or third.is_said_by_them


def _is_behind_that(third: ThirdPerson) -> bool:
    """As in "veo que lleva", "ahora que tiene"; "los datos que maneja"."""
    before, mood = third.clause.before_opener, third.mood
    if before in ("el", "la", "de"):
        return mood == "subjunctive"
    if before == "en":
        return mood in STATED and _is_the_way(third)
    if before in words_of("published"):
        return mood == "past"
    if mood in ("conditional", "imperfect") and before not in words_of("said_or_seen"):
        return False
    if before in ("lo", "los", "las"):
        return third.ends_clause and (before == "lo" or third.clause.main in of_class("handled_by_the_reader"))
    told = ("before_that", "times_and_ways", "said_or_seen")
    return any(before in words_of(group) for group in told) or _has_object_before(third)


def _is_the_way(third: ThirdPerson) -> bool:
    """As in "la manera en que organiza los turnos"."""
    return _THE_WAY.search(third.passage.folded, third.clause.sentence, third.clause.verb.start) is not None


def _has_object_before(third: ThirdPerson) -> bool:
    """Whether the noun before "que" is what they handle: several, or a thing with nothing behind the verb."""
    words = third.passage.words
    that = third.main - 1
    while that > 1 and words[that].text.lower() != "que":
        that -= 1
    if third.clause.main not in of_class("handled_by_the_reader") or is_agent(words[that - 1].folded):
        return False
    return _is_several(words, that) or third.ends_clause


def _is_several(words: Sequence[Word], that: int) -> bool:
    """Whether the noun before the word "que" at `that` is a plural with what makes it one: "los datos que"."""
    if that < 2:
        return False
    noun, article = words[that - 1].folded, words[that - 2].text.lower()
    return noun.endswith("s") and (article.isdigit() or article.endswith("s"))


_BY_OPENER: dict[str, Callable[[ThirdPerson], bool]] = {
    "": _is_asked,
    "tú": _is_asked,
    "vos": _is_asked,
    "que": _is_behind_that,
    "quien": _is_left_to_them,
    "quién": _is_asked_of_whom,
    "quiénes": _is_asked_of_whom,
    "como": _is_said,
    "porque": _is_reason,
}
