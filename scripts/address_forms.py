"""Which words of Spanish say how the reader is addressed: forms of verbs, alone or with a pronoun behind them."""

from scripts.conjugation import VerbForms, verbs, with_pronoun
from shared.gate.address.evidence import Address
from shared.gate.folding import fold
from shared.gate.lexicon import table, word_set

_PAIRS = ("melo", "mela", "selo", "sela", "noslo")
_PRONOUNS = ("me", "nos", *_PAIRS, "lo", "la", "los", "las", "le")

_TYPED_WITH_ACCENTS = frozenset((Address.VOS, Address.VOSOTROS, Address.VOS_OR_VOSOTROS))
_WITHOUT_IMPERATIVES = ("haber", "ser", "ver")
"""Theirs are seldom said and are other words: vela, hale, sele."""


def address_forms() -> dict[str, Address]:
    """Whom each form speaks to that can speak to nobody else."""
    forms: dict[str, Address] = {}
    for verb in verbs():
        forms |= _forms_of(verb)
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


def _forms_of(verb: VerbForms) -> dict[str, Address]:
    forms = dict.fromkeys(verb.shared, Address.TU_OR_VOS)
    forms[verb.tu] = Address.TU if verb.tu != verb.vos else Address.TU_OR_VOS
    forms |= dict.fromkeys(verb.vosotros, Address.VOSOTROS)
    if verb.vos != verb.tu:
        forms[verb.vos] = Address.VOS_OR_VOSOTROS if verb.vos.endswith("ís") else Address.VOS
    if verb.vos_imperative.endswith(("á", "é")):  # "escribí" is a past of yo too
        forms[verb.vos_imperative] = Address.VOS
    return forms if verb.infinitive in _WITHOUT_IMPERATIVES else forms | _imperatives_of(verb)


def _imperatives_of(verb: VerbForms) -> dict[str, Address]:
    """Imperatives with a pronoun behind them: cuéntame, contame, cuénteme; those of dar are the same for tú and vos."""
    forms: dict[str, Address] = {}
    alone = Address.TU_OR_VOS if verb.infinitive == "dar" else Address.TU
    for pronoun in (*_PRONOUNS, "te"):
        forms[with_pronoun(verb.tu_imperative, pronoun)] = alone
        if verb.vos_imperative:
            forms[fold(verb.vos_imperative) + pronoun] = Address.VOS
            if pronoun in _PAIRS:
                forms[verb.vos_imperative + pronoun] = Address.VOS
    for pronoun in (*_PRONOUNS, "se"):
        forms[with_pronoun(verb.usted_imperative, pronoun)] = Address.USTED
    return forms
