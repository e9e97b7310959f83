"""Third persons of verbs whose subject is left out and can only be the reader: "si admite", "¿conoce a alguien?".

A verb counts where a clause begins with it, what comes behind it is no subject, and nobody else of whom it could be
said stands before it. What begins a sentence may be about whoever the last one was about, or be an imperative of tú.
"""

from collections.abc import Callable, Iterator
from functools import cache

from shared.gate.address.clauses import Clause, acts_of_people, clause_before, is_followed_by_subject
from shared.gate.address.evidence import Address, Evidence
from shared.gate.address.others import somebody_else_before
from shared.gate.address.words import addresses
from shared.gate.lexicon import table, word_set
from shared.gate.reading import Passage

_PRESENT = frozenset(("imperative_of_tu", "present"))
_STATED = _PRESENT | {"past", "future"}
_MOODS_BEHIND = {"si": _PRESENT | {"past"}, "porque": _STATED, "aunque": _STATED}
_ANY = _STATED | {"subjunctive"}
_PREPOSITIONS = frozenset("a con de por para en".split())
_PARDON = frozenset(("perdona", "disculpa"))
_NEGATED = frozenset("no ya lo".split())


def third_persons_of_usted(passage: Passage, spoken: list[int], formal: list[int]) -> Iterator[Evidence]:
    """The bare third persons of `passage` that mean the reader, and imperatives of tú that look like them.

    `spoken` are where its other verbs say tú or vos, `formal` where imperatives say usted.
    """
    moods = _moods()
    for index, word in enumerate(passage.words):
        mood = moods.get(word.text.lower())
        if mood is None or (word.text.lower() in _words("auxiliaries") and not acts_of_people(passage.words, index)):
            continue
        clause = clause_before(passage, index)
        address = _address(clause, mood, spoken)
        if address is Address.TU_OR_USTED and _is_joined(clause, formal):
            address = Address.TU
        if address is not None and not _is_of_others(passage, index, clause, mood, address):
            yield Evidence(address, word.start, word.end)


def _is_joined(clause: Clause, formal: list[int]) -> bool:
    """Whether an imperative of usted follows what may be one of tú: "elige un día y dígame"."""
    return not clause.opener and any(clause.verb.start < place < clause.end_of_sentence for place in formal)


def _address(clause: Clause, mood: str, spoken: list[int]) -> Address | None:
    if clause.has_object_of_others or (clause.has_me and not clause.is_told_to_me):
        return None
    if clause.opener in _words("joining") or (not clause.opener and clause.mark == ","):
        return _coordinated(clause, mood, spoken)
    if clause.opener or clause.mark == "¿":
        return Address.USTED if _is_readers(clause, mood) else None
    return _beginning(clause, mood)


def _is_readers(clause: Clause, mood: str) -> bool:
    """Whether the word or mark that opens the clause leaves the subject to be the reader."""
    if clause.opener in _BY_OPENER:
        return _BY_OPENER[clause.opener](clause, mood)
    if clause.opener in _words("asking"):
        return mood in _STATED and (clause.is_question or _is_told(clause.before_opener))
    return clause.opener in _words("openers") and mood in _MOODS_BEHIND.get(clause.opener, _ANY)


def _is_told(word: str) -> bool:
    """Whether it is what the reader is asked to tell: "cuéntame cómo lo resuelve"."""
    return word.endswith("me") and addresses(word)


def _is_stated(_: Clause, mood: str) -> bool:
    return mood in _STATED


def _is_asked_of_whom(clause: Clause, mood: str) -> bool:
    """As in "¿a quién acude?"; "¿quién decide?" has its subject."""
    return mood in _STATED and clause.before_opener in _PREPOSITIONS


def _is_left_to_them(clause: Clause, mood: str) -> bool:
    """As in "compártalo con quien quiera"."""
    return mood == "subjunctive" and clause.before_opener in _PREPOSITIONS


def _is_behind_that(clause: Clause, mood: str) -> bool:
    if clause.before_opener in ("el", "la", "de"):
        return mood == "subjunctive"
    if clause.before_opener in _words("published"):
        return mood == "past"
    return clause.before_opener in _words("before_that")


_BY_OPENER: dict[str, Callable[[Clause, str], bool]] = {
    "": _is_stated,
    "tú": _is_stated,
    "vos": _is_stated,
    "que": _is_behind_that,
    "quien": _is_left_to_them,
    "quién": _is_asked_of_whom,
    "quiénes": _is_asked_of_whom,
}


def _coordinated(clause: Clause, mood: str, spoken: list[int]) -> Address | None:
    """Joined to a verb of the second person in its sentence: "¿encuentras lo que buscas o llama a alguien?"."""
    end = clause.end_of_sentence if mood == "subjunctive" else clause.verb.start
    if not any(clause.sentence <= place < end for place in spoken):
        return _beginning(clause, mood) if clause.mark == "," else None
    if mood == "imperative_of_tu" and not clause.is_question and not clause.particles & _NEGATED:
        return None if clause.mark == "," and not clause.opener and clause.is_noun_like else Address.TU_OR_USTED
    return Address.USTED


def _beginning(clause: Clause, mood: str) -> Address | None:
    """At the beginning of a sentence: an imperative of tú, or what is told of the reader."""
    written = clause.verb.text.lower()
    if mood == "past" and clause.mark not in ",(;":
        return Address.USTED
    if clause.particles or mood != "imperative_of_tu":
        return None
    if written in _words("imperatives_first") and (clause.mark not in ",:" or written in _PARDON):
        return Address.TU
    return None if clause.mark in ",:;(" or clause.is_noun_like else Address.TU_OR_USTED


def _is_of_others(passage: Passage, index: int, clause: Clause, mood: str, address: Address) -> bool:
    if address is Address.TU or clause.opener in ("tú", "vos"):
        return False
    asked = clause.opener in _words("asking") or clause.opener in _words("joining") or clause.before_opener == "lo"
    sentences = 3 if mood == "past" else 1 if not clause.opener and clause.mark == "¿" else 2
    return is_followed_by_subject(passage, index, asked=asked) or somebody_else_before(
        passage, clause.verb.start, sentences=sentences
    )


@cache
def _moods() -> dict[str, str]:
    """The mood or tense of each third person of a verb that people do; a form of two is the former of them."""
    groups = table("verbs")["third_persons"]
    found = {
        form: mood
        for mood in ("past_subjunctive", "subjunctive", "future", "past", "present", "imperative_of_tu")
        for form in groups[mood].split()
    }
    for word in _words("auxiliaries"):
        found.setdefault(word, "past" if word.endswith("ó") or word == "pudo" else "present")
    for word in word_set("usted_imperatives_that_are_nouns"):
        if found.get(word) == "subjunctive":
            del found[word]
    return found


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("third_persons")[name].split())
