"""Verbs and nouns of saying and writing, in all their forms: what tells who said a quotation."""

from functools import cache

from shared.gate.conjugation import conjugated, forms_by_person
from shared.gate.lexicon import table


@cache
def attribution_words(name: str) -> frozenset[str]:
    """The words of one group of `attribution.json`."""
    return frozenset(table("attribution")[name].split())


@cache
def sayings() -> frozenset[str]:
    """The nouns of what is said or written, and the words for what is only called so."""
    return attribution_words("sayings") | attribution_words("meta")


@cache
def saying_in_english() -> frozenset[str]:
    """The forms of English verbs of saying and writing."""
    return frozenset(table("attribution")["say_en"].split())


@cache
def second_person() -> frozenset[str]:
    """The forms that say that the reader says: "dices", "escribió" of usted apart."""
    return frozenset(forms_by_person(table("attribution")["say_es"], "2", "5"))


@cache
def third_person() -> frozenset[str]:
    """The forms that say that somebody, or usted, says."""
    return frozenset(forms_by_person(table("attribution")["say_es"], "3"))


@cache
def participles() -> frozenset[str]:
    """What a perfect is made with: "dicho", "escrito"."""
    return frozenset(form for entry in table("attribution")["say_es"] for form in conjugated(entry).done)


@cache
def past_forms() -> frozenset[str]:
    """The forms that say that it has been said."""
    past = (conjugated(entry).past for entry in table("attribution")["say_es"])
    english = (word for word in saying_in_english() if word.endswith("ed") or word in ("said", "wrote", "told"))
    return frozenset(english).union(*(tense.get(person, ()) for tense in past for person in ("2", "3", "5")))


@cache
def saying_in_spanish() -> frozenset[str]:
    """Every form of a verb of saying, told of anybody or yet to be said."""
    entries = table("attribution")["say_es"]
    forms = [conjugated(entry) for entry in entries]
    return frozenset(forms_by_person(entries, *"123456")).union(
        attribution_words("unsaid"), *(form.done | form.doing | form.later for form in forms)
    )
