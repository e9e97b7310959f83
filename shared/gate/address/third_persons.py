"""Third persons of verbs whose subject is left out and can only be the reader: "si admite", "¿conoce a alguien?".

A verb counts where a clause begins with it, what comes behind it is no subject, and nobody else of whom it could be
said stands before it. What begins a sentence may be about whoever the last one was about, or be an imperative of tú:
then what is asked of a reader ("apunta la fecha") is taken for one, and what is told of them ("gestiona 27 hoteles")
not.
"""

from collections.abc import Iterator, Sequence

from shared.gate.address.beginnings import beginning, joined, spoken_before
from shared.gate.address.clauses import clause_before, of_class
from shared.gate.address.deeds import is_done_by_reader
from shared.gate.address.evidence import Address, Evidence
from shared.gate.address.moods import third_persons, verb_at
from shared.gate.address.openers import leaves_subject_to_reader
from shared.gate.address.others import somebody_else_before, somebody_else_between
from shared.gate.address.subjects import is_followed_by_subject
from shared.gate.address.third_person import ThirdPerson, words_of
from shared.gate.address.words import addresses
from shared.gate.reading import Passage

_OBJECTS = frozenset(("lo", "la", "los", "las"))
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
    if clause.has_object_of_others or (clause.has_me and not clause.is_told_to_me) or _is_of_a_thing(third):
        return None
    if _is_said_of_you(third):
        return Address.USTED
    if third.of_things:
        return Address.USTED if is_done_by_reader(third) else None
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
    """Whether tú or vos stands behind it, of which it is no form: "¿cómo lo nota tú?"."""
    verb, *behind = third.passage.words[third.main : third.main + 2]
    if not behind or third.passage.text[verb.end : behind[0].start] != " ":
        return False
    is_form = third.mood == "imperative_of_tu" and not third.clause.opener and third.clause.mark != "¿"
    return behind[0].text.lower() in ("tú", "vos") and not is_form


def _is_of_others(third: ThirdPerson, address: Address) -> bool:
    """Whether its subject stands behind it, or somebody else was spoken of before it."""
    clause, passage = third.clause, third.passage
    if clause.opener in ("tú", "vos", "quien") or _is_said_of_you(third):
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
    return 1 if is_asked or is_for_me or (not clause.opener and clause.mark == "¿") else 2
