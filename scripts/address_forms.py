"""Which words of Spanish say how the reader is addressed: forms of verbs, alone or with a pronoun behind them."""

from scripts.conjugation import VerbForms, verbs, with_pronoun
from shared.gate.address.evidence import Address
from shared.gate.folding import fold
from shared.gate.lexicon import table, word_set

_PRONOUNS = ("me", "nos", "melo", "mela")


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
        if address not in (Address.VOS, Address.VOSOTROS) and "ñ" not in word and plain not in nouns:
            forms.setdefault(plain, address)
    for word in table("address_words_unclear"):
        forms.pop(word, None)
    return forms


def _forms_of(verb: VerbForms) -> dict[str, Address]:
    forms = dict.fromkeys(verb.shared, Address.TU_OR_VOS)
    forms[verb.tu] = Address.TU if verb.tu != verb.vos else Address.TU_OR_VOS
    if verb.vos != verb.tu and not verb.vos.endswith("ís"):  # "decís" is vosotros too
        forms[verb.vos] = Address.VOS
    if verb.vos_imperative.endswith(("á", "é")):  # "escribí" is a past of yo too
        forms[verb.vos_imperative] = Address.VOS
    for pronoun in _PRONOUNS:
        if verb.vos_imperative:
            forms[fold(verb.vos_imperative) + pronoun] = Address.VOS
        forms[with_pronoun(verb.usted_imperative, pronoun)] = Address.USTED
        forms[with_pronoun(verb.tu_imperative, pronoun)] = Address.TU
    forms[with_pronoun(verb.tu_imperative, "te")] = Address.TU
    if verb.vos_imperative.endswith(("á", "é")):
        forms[fold(verb.vos_imperative) + "te"] = Address.VOS
    forms[with_pronoun(verb.usted_imperative, "se")] = Address.USTED
    return forms
