"""Single words that say how the reader is addressed: pronouns, possessives, verbs of the second person, imperatives."""

from collections.abc import Iterator, Sequence
from functools import cache

from shared.gate.address.evidence import Address, Evidence
from shared.gate.address.verbs import infinitives
from shared.gate.lexicon import table, word_set
from shared.gate.names import is_called_so
from shared.gate.reading import Passage
from shared.gate.words import Word

_BEFORE_VERBS = frozenset("me nos te lo tú cómo cuándo dónde si cuando".split())
_BEGINS_CLAUSE = ".!?…:\n,;—–-"
_SHORTEST_WITH_PRONOUN = 5


def single_words(passage: Passage) -> Iterator[Evidence]:
    """The words of `passage` that say tú, vos, usted or vosotros by themselves."""
    forms = _forms()
    for index, word in enumerate(passage.words):
        written = word.text.lower()
        address = forms.get(written) or _with_pronoun_behind(written) or _noun_used_as_verb(passage.words, index)
        if address is not None and not _is_name(passage, word):
            yield Evidence(address, word.start, word.end)


def addresses(written: str) -> bool:
    """Whether a word in lower case speaks to the reader by itself, whatever the register."""
    return written in _forms()


def _is_name(passage: Passage, word: Word) -> bool:
    """Whether the word is (part of) a name: "Tomás" in a greeting, a capital inside a clause ("la ruta de Os")."""
    if word.capitalised and is_called_so(word.text):
        return True
    before = passage.text[: word.start].rstrip(" ¿¡\"«“'(\t")
    return word.capitalised and bool(before) and before[-1] not in _BEGINS_CLAUSE


def _noun_used_as_verb(words: Sequence[Word], index: int) -> Address | None:
    """Tú, if a word that is usually a noun ("cuentas") follows what only verbs follow."""
    if index == 0 or words[index].text.lower() not in word_set("verb_forms_that_are_nouns"):
        return None
    before = words[index - 1].text.lower()
    is_verb = before in _BEFORE_VERBS or (before == "que" and index > 1 and words[index - 2].folded == "lo")
    return Address.TU if is_verb else None


def _with_pronoun_behind(written: str) -> Address | None:
    """What an infinitive or gerund with a pronoun behind it says: "contarte", "viéndote", "veros"."""
    if len(written) < _SHORTEST_WITH_PRONOUN:
        return None
    verb = written[:-2]
    if written.endswith("te") and (verb in infinitives() or verb.endswith(("ándo", "iéndo", "yéndo"))):
        return Address.TU_OR_VOS
    return Address.VOSOTROS if written.endswith("ros") and verb in infinitives() else None


@cache
def _forms() -> dict[str, Address]:
    """Whom each form speaks to, as `python -m scripts.build_lexicons` worked it out."""
    groups = table("address_forms")["forms"]
    return {word: address for address in Address for word in groups[address.value].split()}
