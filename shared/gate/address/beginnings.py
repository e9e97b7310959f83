"""Third persons at the beginning of a sentence or joined to another verb: told of the reader, or imperatives of tú."""

from functools import cache

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.clauses import of_class
from shared.gate.address.evidence import Address, Evidence
from shared.gate.address.third_person import STATED, ThirdPerson, words_of
from shared.gate.lexicon import table

_TOLD_FIRST = frozenset(("present", "past", "imperfect", "conditional"))
_CLOSING = lazy_pattern(r"recibe un (?:\w+ ){0,2}(?:saludo|abrazo)")
_PARDON = frozenset(("perdona", "disculpa"))
_SUPPOSING = frozenset("quizá quizás seguramente probablemente posiblemente imagino supongo".split())
_OBJECTS = frozenset("no ya lo la los las también además".split())
_INSIDE = frozenset((",", "(", ";"))
_JOINS = lazy_pattern(r" (?:y|o|pero) (?:ahora |hoy |luego |después |también |además )?$")
_CONDITION = lazy_pattern(
    r"(?:^|[,;:] |\by,? )\W*(?:y |pero )?(?:si|cuando|por favor|para|entonces|por eso)\b[^,]*, ?$"
)


def spoken_before(third: ThirdPerson) -> Evidence | None:
    """The verb of the second person that it is joined to in its sentence, behind it for an imperative of usted."""
    clause = third.clause
    end = clause.end_of_sentence if third.mood == "subjunctive" else clause.verb.start
    return next((form for form in reversed(third.spoken) if clause.sentence <= form.start < end), None)


def joined(third: ThirdPerson) -> Address | None:
    """Whom it speaks to behind "y" or a comma: "¿encuentras lo que buscas o llama a alguien?"."""
    clause, mood, before = third.clause, third.mood, spoken_before(third)
    if before is None and clause.opener and (clause.has_me or _follows_first_person(third)):
        return Address.USTED
    if before is None:
        return beginning(third) if clause.mark == "," or _follows_imperative(third) else None
    if not clause.is_question and (mood == "imperfect" or _is_my_guess(third)):
        return None
    if mood != "imperative_of_tu" or clause.is_question or clause.particles:
        return Address.USTED
    if clause.mark == "," and not clause.opener and clause.is_noun_like:
        return None
    return Address.USTED if third.is_stated(before) else Address.TU_OR_USTED


def _is_my_guess(third: ThirdPerson) -> bool:
    """Whether it is what I would say: "por lo que publicas, diría que …"."""
    is_said = third.clause.main in of_class("said_by_the_reader")
    return third.mood == "conditional" and is_said and third.goes_on_with("reports")


def beginning(third: ThirdPerson) -> Address | None:
    """Whom it speaks to at the beginning of a sentence."""
    clause, mood = third.clause, third.mood
    if mood == "past" and clause.mark not in _INSIDE:
        return Address.USTED
    if mood == "subjunctive":
        return Address.USTED if _is_told_to_do(third) else None
    if clause.begins_sentence and (is_joined_to_statement(third) or _is_supposed(third) or is_told_first(third)):
        return Address.USTED
    if clause.mark in (";", "(") or clause.particles - _OBJECTS:
        return None
    if mood == "imperative_of_tu" and not clause.particles:
        return _imperative(third)
    return Address.USTED if clause.begins_sentence and _is_told_of_them(third) else None


def is_told_first(third: ThirdPerson) -> bool:
    """Whether the text begins with it and it is no imperative: "Lucía, viene de la banca", "Lucía, dice que …"."""
    if not third.follows_greeting or third.clause.has_me or third.clause.main in words_of("begun_by_me"):
        return False
    if third.clause.main in words_of("do") and third.goes_on_with("done_by_time"):
        return False  # "hace dos años"
    if third.of_things and not third.goes_on_with("led_on_by"):
        return False
    if third.mood == "imperative_of_tu":
        return third.is_said_by_them and third.goes_on_with("reports")
    return third.mood in _TOLD_FIRST


def _is_supposed(third: ThirdPerson) -> bool:
    """Whether it is what the reader will or may do, and no imperative: "así ahorrará tiempo", "quizá ya lo usa"."""
    clause = third.clause
    if third.mood == "future":
        return not clause.has_me
    return third.mood in STATED and bool(clause.particles & _SUPPOSING)


def _imperative(third: ThirdPerson) -> Address | None:
    """What a form that is also the imperative of tú says."""
    clause, written = third.clause, third.clause.verb.text.lower()
    if _CLOSING.match(third.passage.folded, clause.verb.start):
        return Address.TU
    if written in words_of("imperatives_first") and (clause.mark not in (",", ":") or written in _PARDON):
        return Address.TU
    if clause.is_placed:
        return Address.USTED
    if not _begins_order(third):
        return None
    if third.goes_on_with("reports"):
        return Address.USTED if third.is_said_by_them else None
    return _order_or_statement(third)


def _order_or_statement(third: ThirdPerson) -> Address:
    """Whether it is asked of the reader ("apunta la fecha"), told of them ("gestiona 27 hoteles"), or either."""
    written = third.clause.verb.text.lower()
    if written in of_class("asked_if_they_like") and _is_behind_condition(third):
        return Address.TU
    if written in of_class("asked_of_the_reader"):
        return Address.TU_OR_USTED if third.clause.main in of_class("true_of_the_reader") else Address.TU
    if third.clause.begins_sentence and _is_true_of_them(third):
        return Address.USTED
    return Address.TU if _follows_imperative(third) else Address.TU_OR_USTED


def _begins_order(third: ThirdPerson) -> bool:
    """Whether an imperative may stand there, and no noun: "prueba tres meses", not "prueba de ello"."""
    behind_condition = _is_behind_condition(third)
    begins = third.clause.begins_sentence or behind_condition or _follows_imperative(third)
    return begins and (not third.clause.is_noun_like or behind_condition or third.goes_on_with("begins_object"))


def _is_told_to_do(third: ThirdPerson) -> bool:
    """Whether it is an imperative of usted: "no conteste si …", "si no, mande un vale"."""
    clause = third.clause
    if clause.particles - {"no", "lo", "la", "me"}:
        return False
    if "no" in clause.particles:
        return clause.begins_sentence
    return not clause.particles and clause.mark == ","


def _is_behind_condition(third: ThirdPerson) -> bool:
    """Whether a condition stands before it that a comma ends: "si quiere, …"."""
    before = third.passage.folded[third.clause.sentence : third.clause.verb.start]
    return third.clause.mark == "," and _CONDITION.search(before) is not None


def _follows_imperative(third: ThirdPerson) -> bool:
    """Whether it is joined to an imperative of usted: "deme diez minutos y juzga", "elige un día y dígame"."""
    return any(third.clause.sentence <= place < third.clause.end_of_sentence for place in third.formal)


def _follows_first_person(third: ThirdPerson) -> bool:
    """Whether what it is joined to is what we do: "automatizamos esa parte y recupera dos días"."""
    before = third.passage.words_between(third.clause.sentence, third.clause.verb.start)
    return third.mood in STATED and any(word.text.lower() in _first_persons() for word in before)


@cache
def _first_persons() -> frozenset[str]:
    """Those of nosotros; what ends in "o" is often a noun."""
    return frozenset(form for form in table("verbs")["first_persons"].split() if form.endswith("mos"))


def _is_true_of_them(third: ThirdPerson) -> bool:
    is_told = third.mood in STATED and third.clause.main in of_class("true_of_the_reader")
    return is_told and third.clause.mark != ":"


def _is_told_of_them(third: ThirdPerson) -> bool:
    """Whether it is no imperative, for a pronoun stands before it, or is what readers are told of themselves."""
    return _is_true_of_them(third) or (third.mood in STATED and bool(third.clause.particles & {"lo", "la"}))


def is_joined_to_statement(third: ThirdPerson) -> bool:
    """Whether "y" joins it to what is told of the reader: "compra a tres proveedores y pagas tres precios"."""
    clause, text = third.clause, third.passage.text
    behind = [form for form in third.spoken if clause.verb.end < form.start < clause.end_of_sentence]
    return any(
        _JOINS.search(text, clause.sentence, form.start) is not None
        and (third.is_stated(form) or third.mood != "imperative_of_tu")
        for form in behind
    )
