"""Third persons of verbs whose subject is left out and can only be the reader: "si admite", "¿conoce a alguien?".

A verb counts where a clause begins with it, what comes behind it is no subject, and nobody else of whom it could be
said stands before it. What begins a sentence may be about whoever the last one was about, or be an imperative of tú:
then what is asked of a reader ("apunta la fecha") is taken for one, and what is told of them ("gestiona 27 hoteles")
not.
"""

from collections.abc import Iterator, Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.beginnings import beginning, is_told_first, joined, spoken_before
from shared.gate.address.clauses import clause_before, of_class
from shared.gate.address.deeds import is_done_by_reader
from shared.gate.address.evidence import Address, Evidence
from shared.gate.address.moods import third_persons, verb_at
from shared.gate.address.openers import leaves_subject_to_reader
from shared.gate.address.others import somebody_else_before, somebody_else_between
from shared.gate.address.subjects import is_followed_by_subject
from shared.gate.address.third_person import ThirdPerson, words_of
from shared.gate.address.words import addresses
from shared.gate.lexicon import word_set
from shared.gate.reading import Passage

_OBJECTS = frozenset(("lo", "la", "los", "las"))
_DATIVES = frozenset(("te", "os", "le", "les"))
_YOU = frozenset(("tú", "vos"))
_BEFORE_YOU = frozenset("a con de en para por sobre sin hacia entre como según".split())
_APART = lazy_pattern(
    r"(?:^|[.!?…:;¿¡]\s*|\by )(?:tú|vos),[^,.;:?!]{1,60}, (?:además |también |ya |no |lo |la |los |las |me )*$"
)
_WHO_ASKED = lazy_pattern(r"¿(?:y )?quien (?!te |les? )[^?]*\?\s*[¿]?$")
_WHO_ARE = lazy_pattern(r"(?<!en )(?<!con )(?<!a )(?<!para )\b(?:tú|vos), que (?:no |ya |lo |la |los |las |me )*$")
_YOURSELF = lazy_pattern(r"(?: (?!que\b|tú\b|vos\b)\w+){1,6} (?:tú|vos) mism[oa]\b")
_SHORT = 5
_FAR = 60
_DEPENDS = frozenset("que quien donde como cuando lo".split())


def third_persons_of_usted(passage: Passage, spoken: Sequence[Evidence], formal: Sequence[int]) -> Iterator[Evidence]:
    """The bare third persons of `passage` that mean the reader, and imperatives of tú that look like them.

    `spoken` are its other verbs that say tú or vos, `formal` where imperatives say usted.
    """
    for index, written in enumerate(passage.lowered):
        verb = verb_at(passage, index) if written in third_persons() else None
        if verb is None:
            continue
        word = passage.words[index]
        clause = clause_before(passage, index, verb.main)
        third = ThirdPerson(passage, clause, verb.mood, verb.main, verb.of_things, spoken, formal)
        address = None if _is_elliptic(third) else _address(third)
        if address is not None and not _is_of_others(third, address):
            yield Evidence(address, word.start, word.end)


def _address(third: ThirdPerson) -> Address | None:
    """Whom it speaks to if nobody else was spoken of; None if surely somebody else."""
    clause = third.clause
    if _is_said_of_you(third) and not clause.particles & _DATIVES:
        return Address.USTED
    if clause.has_object_of_others or (clause.has_me and not clause.is_told_to_me) or _is_of_a_thing(third):
        return None
    if third.of_things:
        return Address.USTED if is_done_by_reader(third) or is_told_first(third) else None
    if clause.opener in words_of("joining") or (not clause.opener and clause.mark == ","):
        return joined(third)
    if clause.opener or clause.mark == "¿":
        return Address.USTED if leaves_subject_to_reader(third) else None
    return beginning(third)


def _is_elliptic(third: ThirdPerson) -> bool:
    """Whether it repeats a verb with a pronoun for its object: "si tiene sentido, …; si no lo tiene, …"."""
    clause = third.clause
    if "no" not in clause.particles or not clause.particles & _OBJECTS:
        return False
    written = clause.verb.text.lower()
    return any(
        word.text.lower() == written for word in third.passage.words_between(clause.sentence - _FAR, clause.sentence)
    )


def _is_of_a_thing(third: ThirdPerson) -> bool:
    """Whether what people and things do to me is no question: "me dio risa", but "¿me da diez minutos?"."""
    asked = third.clause.mark == "¿" or third.clause.opener == "si" or third.mood == "subjunctive"
    return not asked and third.clause.main in of_class("told_by_things")


def _is_said_of_you(third: ThirdPerson) -> bool:
    """Whether tú or vos is its subject, of which it is no form: "¿cómo lo nota tú?", "vos que leyó 300 reclamos"."""
    return _follows_you(third) or _is_followed_by_you(third)


def _follows_you(third: ThirdPerson) -> bool:
    """Whether tú or vos stands before it in its clause, or apart before an insertion: "tú, además, lo cuenta bien"."""
    clause = third.clause
    if clause.opener in _YOU or (clause.opener == "que" and clause.before_opener in _YOU):
        before = clause.before_opener  # "¿cuánto esperas tú para …?"
        is_of_another = clause.opener in _YOU and (addresses(before) or before in word_set("verb_forms_that_are_nouns"))
        return third.mood != "subjunctive" and not is_of_another and not _is_behind_preposition(third)
    text = third.passage.text.lower()
    return any(pattern.search(text, clause.sentence, clause.verb.start) for pattern in (_APART, _WHO_ARE))


def _is_behind_preposition(third: ThirdPerson) -> bool:
    """Whether vos is no subject there: "pensando en vos …"."""
    before = third.passage.words_between(third.clause.sentence, third.clause.verb.start)
    place = max((number for number, word in enumerate(before) if word.text.lower() in _YOU), default=0)
    return place > 0 and before[place - 1].text.lower() in _BEFORE_YOU


def _is_followed_by_you(third: ThirdPerson) -> bool:
    """Whether tú or vos stands right behind it or its gerund: "¿cómo lo nota tú?", "la sigue haciendo tú"."""
    verb, *behind = third.passage.words[third.main : third.main + 3]
    if behind and behind[0].text.lower().endswith(("ando", "iendo")):
        verb, *behind = behind
    if not behind or third.passage.text[verb.end : behind[0].start] != " ":
        return False
    is_form = third.mood == "imperative_of_tu" and not third.clause.opener and third.clause.mark != "¿"
    return not is_form and (behind[0].text.lower() in _YOU or _YOURSELF.match(third.passage.text, verb.end) is not None)


def _is_of_others(third: ThirdPerson, address: Address) -> bool:
    """Whether its subject stands behind it, or somebody else was spoken of before it."""
    clause, passage = third.clause, third.passage
    if clause.opener == "quien" or _is_said_of_you(third):
        return False
    if clause.verb.text.lower() in words_of("imperatives_first"):
        return False
    if address is not Address.TU and is_followed_by_subject(
        passage, third.main, has_object=bool(clause.particles & _OBJECTS)
    ):
        return True
    since = _beginning_of_partner(third)
    if since is not None and _is_done_to_others(passage, since):
        return True
    if since is not None:
        return somebody_else_between(passage, since, clause.verb.start)
    return somebody_else_before(
        passage, clause.verb.start, sentences=_sentences(third), people=third.is_said_by_them and bool(clause.opener)
    )


def _is_done_to_others(passage: Passage, start: int) -> bool:
    """Whether what the reader does at `start` is done to somebody, who may do the rest: "¿le pagas o lo hace …?"."""
    before = passage.words_between(max(0, start - _SHORT), start)[-1:]
    return bool(before) and before[0].text.lower() in ("le", "les")


def _beginning_of_partner(third: ThirdPerson) -> int | None:
    """Where the verb stands that this one is joined to, whose subject it shares; None if that depends on another."""
    clause = third.clause
    if clause.opener not in words_of("joining") and (clause.opener or clause.mark != ","):
        return None
    partner = spoken_before(third)
    if partner is None or partner.start > clause.verb.start:
        return None
    before = third.passage.words_between(clause.sentence, partner.start)[-1:]
    return None if before and before[0].text.lower() in _DEPENDS else partner.start


def _sentences(third: ThirdPerson) -> int:
    """In how many sentences somebody else may have been spoken of: what is asked of the reader looks less far."""
    clause = third.clause
    if third.mood == "past" or (not clause.opener and clause.begins_sentence):
        return 3
    is_asked = clause.opener in words_of("asking") and addresses(clause.before_opener)
    is_for_me = clause.has_me and (third.mood == "subjunctive" or clause.opener == "si")
    is_spoken = clause.is_question or _speaks_to_reader(third)
    return 1 if is_asked or is_for_me or (is_spoken and not _may_be_of_another(third)) else 2


def _speaks_to_reader(third: ThirdPerson) -> bool:
    """Whether its sentence has a verb that says tú or vos: "si ve que encaja, llámame"."""
    clause = third.clause
    return any(clause.sentence <= form.start < clause.end_of_sentence for form in third.spoken)


def _may_be_of_another(third: ThirdPerson) -> bool:
    """Whether it may be about what it asks for, or about whoever the question before it asked for."""
    asked_before = _WHO_ASKED.search(third.passage.folded, 0, third.clause.sentence)
    return asked_before is not None or _asks_which(third)


def _asks_which(third: ThirdPerson) -> bool:
    """Whether a noun stands behind "qué", which may be its subject: "¿qué país tira más?"."""
    before = third.passage.words_between(third.clause.sentence, third.clause.verb.start)
    words = [word.text.lower() for word in before if word.text.lower() not in third.clause.particles]
    return third.clause.opener == "qué" and words[-1:] != ["qué"]
