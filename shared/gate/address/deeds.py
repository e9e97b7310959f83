"""What things and people both do, where nobody but the reader can have done it: "vi que sumó dos hoteles"."""

from shared.gate.address.beginnings import is_joined_to_statement, spoken_before
from shared.gate.address.clauses import acts_of_people
from shared.gate.address.third_person import STATED, ThirdPerson, words_of


def is_done_by_reader(third: ThirdPerson) -> bool:
    """Whether the sentence leaves no thing as the subject of a verb that things do rather than people."""
    return third.mood in STATED and (_is_seen(third) or _is_between(third) or _is_asked_to_act(third))


def _is_seen(third: ThirdPerson) -> bool:
    """Whether it is what I saw or was told, and no subject stands behind it: "vi que cambió de sector"."""
    clause = third.clause
    is_told = clause.opener == "que" and clause.before_opener in words_of("seen_or_told")
    if clause.main in words_of("do"):
        return False  # "leí que hace cinco años …"
    return is_told and (third.goes_on_with("several_behind") or _goes_on_with_a_way(third))


def _goes_on_with_a_way(third: ThirdPerson) -> bool:
    """Whether a way of doing things stands behind it, which changes nothing itself: "cambió la forma de repartir"."""
    behind = third.passage.words_between(third.clause.verb.end, third.clause.end_of_sentence)[1:3]
    return len(behind) == 2 and behind[0].folded in ("forma", "manera", "modo") and behind[1].folded == "de"


def _is_between(third: ThirdPerson) -> bool:
    """Whether verbs of the second person stand before and behind it: "estudiaste …, pasó por … y diriges …"."""
    is_joined = third.clause.mark == "," or third.clause.opener in words_of("joining")
    return is_joined and spoken_before(third) is not None and is_joined_to_statement(third)


def _is_asked_to_act(third: ThirdPerson) -> bool:
    """Whether a question begins with it and a verb of people: "¿llegó a quitarlo?"."""
    if third.clause.mark != "¿" or third.clause.opener:
        return False
    return third.goes_on_with("begins_act") and acts_of_people(third.passage.words, third.main)
