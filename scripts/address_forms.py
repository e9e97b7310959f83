"""Which words of Spanish say by themselves how the reader is addressed, and what else the gate knows of its verbs."""

from collections import defaultdict
from typing import Any

from scripts.conjugation import VerbForms, verbs
from shared.gate.address.evidence import Address
from shared.gate.folding import fold
from shared.gate.lexicon import table, word_set

_TYPED_WITH_ACCENTS = frozenset((Address.VOS, Address.VOSOTROS, Address.VOS_OR_VOSOTROS))
_WITHOUT_IMPERATIVES = ("haber", "ser", "ver")
"""Theirs are seldom said with a pronoun behind and are other words: vela, hale, sele."""


def forms_by_address() -> dict[str, list[str]]:
    """The forms of address, by whom they speak to."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for word, address in address_forms().items():
        grouped[address.value].append(word)
    return grouped


def known_of_verbs() -> dict[str, Any]:
    """The lexicon `verbs`: words joined by spaces, for one long string is read many times faster."""
    imperatives = {verb.usted_imperative for verb in verbs()} - word_set("usted_imperatives_that_are_nouns")
    classes = {name: _forms_of_all(infinitives) for name, infinitives in table("verb_classes").items()}
    return {
        "infinitives": " ".join(sorted(verb.infinitive for verb in verbs())),
        "shared_and_nouns": " ".join(sorted(_shared_forms() & word_set("verb_forms_that_are_nouns"))),
        "usted_imperatives": " ".join(sorted(imperatives)),
        "imperatives": _joined(_imperatives()),
        "third_persons": _joined(_third_persons()),
        "first_persons": " ".join(sorted({form for verb in verbs() for form in verb.first_persons})),
        "forms_of": _joined(classes),
    }


def _shared_forms() -> set[str]:
    """What tú and vos have in common: "controles", "firmes"; not "cuentas", which is tú's alone."""
    forms = (_forms_of(verb) for verb in verbs())
    return {form for found in forms for form, address in found.items() if address is Address.TU_OR_VOS}


def address_forms() -> dict[str, Address]:
    """Whom each form speaks to that can speak to nobody else; imperatives with a pronoun behind them apart."""
    forms: dict[str, Address] = {}
    for verb in verbs():
        for form, address in _forms_of(verb).items():
            forms[form] = _both(forms.get(form, address), address)
    nouns = word_set("verb_forms_that_are_nouns")
    for word in nouns:
        forms.pop(word, None)
    for name, words in table("address_words").items():
        forms |= dict.fromkeys(words.split(), Address(name))
    for word, address in list(forms.items()):  # as they are typed without accents
        plain = fold(word)
        if address not in _TYPED_WITH_ACCENTS and "ñ" not in word and plain not in nouns:
            forms.setdefault(plain, address)
    for word in table("address_words_unclear"):
        forms.pop(word, None)
    return forms


def _both(one: Address, other: Address) -> Address:
    """Whom a form of two verbs speaks to: "creas" is tú's of crear, and tú's and vos's of creer."""
    singular = [address for address in (one, other) if address is not Address.VOSOTROS]
    return other if one is other else singular[0] if len(singular) == 1 else Address.TU_OR_VOS


def _forms_of(verb: VerbForms) -> dict[str, Address]:
    forms = dict.fromkeys(verb.shared, Address.TU_OR_VOS)
    forms[verb.tu] = Address.TU if verb.tu != verb.vos else Address.TU_OR_VOS
    forms |= dict.fromkeys(verb.vosotros, Address.VOSOTROS)
    if verb.vos != verb.tu:
        forms[verb.vos] = Address.VOS_OR_VOSOTROS if verb.vos.endswith("ís") else Address.VOS
    if verb.vos_imperative.endswith(("á", "é")):  # "escribí" is a past of yo too
        forms[verb.vos_imperative] = Address.VOS
    return forms


def _imperatives() -> dict[str, set[str]]:
    """The imperatives that take a pronoun behind them."""
    told = [verb for verb in verbs() if verb.infinitive not in _WITHOUT_IMPERATIVES]
    return {
        "tu": {verb.tu_imperative for verb in told if verb.infinitive != "dar"},
        "vos": {verb.vos_imperative for verb in told if verb.vos_imperative},
        "usted": {verb.usted_imperative for verb in told},
    }


def _third_persons() -> dict[str, set[str]]:
    """The third persons by their moods; `of_things` are those of verbs that things do rather than people."""
    classes = table("verb_classes")
    also_of_people = set(f"{classes['told_by_things']} {classes['oneself_of_things']}".split())
    things = word_set("verbs_of_things") - also_of_people
    of_people = {form for verb in verbs() if verb.infinitive not in things for form in _thirds(verb)}
    return {
        "of_things": {form for verb in verbs() if verb.infinitive in things for form in _thirds(verb)} - of_people,
        "imperative_of_tu": {verb.usted for verb in verbs() if verb.usted == verb.tu_imperative},
        "present": {verb.usted for verb in verbs() if verb.usted != verb.tu_imperative},
        "past": {verb.past for verb in verbs()},
        "future": {verb.future for verb in verbs()},
        "past_subjunctive": {verb.past_subjunctive for verb in verbs()},
        "subjunctive": {verb.usted_imperative for verb in verbs()},
        "imperfect": {verb.imperfect for verb in verbs()},
        "conditional": {verb.conditional for verb in verbs()},
        "participle": {verb.participle for verb in verbs()},
        "gerund": {verb.gerund for verb in verbs() if verb.infinitive not in things},
    }


def _forms_of_all(infinitives: str) -> set[str]:
    """The third persons, participles and gerunds of several verbs."""
    asked = set(infinitives.split())
    known = [verb for verb in verbs() if verb.infinitive in asked]
    missing = asked - {verb.infinitive for verb in known}
    if missing:
        raise ValueError(f"verb_classes names verbs that are not conjugated: {', '.join(sorted(missing))}")
    return {form for verb in known for form in _thirds(verb)}


def _thirds(verb: VerbForms) -> tuple[str, ...]:
    return (
        verb.usted,
        verb.past,
        verb.future,
        verb.usted_imperative,
        verb.past_subjunctive,
        verb.imperfect,
        verb.conditional,
        verb.participle,
        verb.gerund,
    )


def _joined(groups: dict[str, Any]) -> dict[str, str]:
    return {name: " ".join(sorted(words)) for name, words in sorted(groups.items())}
