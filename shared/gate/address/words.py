"""Single words that say how the reader is addressed: pronouns, possessives, verbs of the second person, imperatives."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.message import Part
from shared.gate.address.enclitics import address_of_imperative
from shared.gate.address.evidence import Address, Evidence
from shared.gate.address.verbs import infinitives
from shared.gate.lexicon import group_of, table, word_set
from shared.gate.names import is_called_so
from shared.gate.reading import Passage
from shared.gate.words import Word

_BEFORE_VERBS = frozenset("me nos te lo le les os usted tú cómo cuándo dónde si cuando no porque ya aunque".split())
_BEFORE_VERBS_WITH_OBJECTS = frozenset(
    "mientras cuanto cuánto qué aún todavía siempre nunca donde y pero quizá".split()
)
_BEFORE_NOUNS = frozenset("sin con de en entre para por a sus tus mis los las unos unas más menos muchos pocos".split())
_BEGINS_CLAUSE = ".!?…:\n,;—–-"
_BEGINS_SENTENCE = frozenset(".!?…:\n")
_VERBS = frozenset("eres sos has".split())
_SPOKEN = frozenset((Address.TU, Address.VOS, Address.TU_OR_VOS, Address.VOS_OR_VOSOTROS))
_SHORTEST_WITH_PRONOUN = 5
_SIGNED = lazy_pattern(r"(?<=\n)\w+(?: [A-ZÁÉÍÓÚÑ]\w+){1,3}[ \t]*(?:\n|$)")
"""A line of names alone: "Sabela Otero"."""
_PLURAL_ARTICLES = frozenset("los las unos unas sus mis nuestras nuestros esas estas esos estos muchas muchos".split())
_STAYING = frozenset("siguen son están quedan parecen eran estaban continúan andan salen".split())
_ADJECTIVE = lazy_pattern(r"\w+[ae]s")


def single_words(passage: Passage) -> Iterator[Evidence]:
    """The words of `passage` that say tú, vos, usted or vosotros by themselves."""
    nouns = word_set("verb_forms_that_are_nouns")
    for index, written in enumerate(passage.lowered):
        address = _says(written) or (_noun_used_as_verb(passage, index) if written in nouns else None)
        if address is None:
            continue
        word = passage.words[index]
        if not _is_name(passage, word) and not _is_noun_in_phrase(passage, index):
            yield Evidence(address, word.start, word.end)


def _is_noun_in_phrase(passage: Passage, index: int) -> bool:
    """Whether what could be an imperative with "los" or "las" is a noun in the plural: "sin regalos"."""
    if _is_adjective(passage, index):
        return True
    return (
        passage.lowered[index].endswith(("los", "las"))
        and _word_at(passage, index - 1) in _BEFORE_NOUNS
        and not _mark_before(passage, index)
        and address_of_imperative(passage.lowered[index]) is not None
    )


def _is_adjective(passage: Passage, index: int) -> bool:
    """Whether what looks like a verb agrees with the plural noun before it: "las planillas limpias", "siguen vivas"."""
    if _mark_before(passage, index) or not _ADJECTIVE.fullmatch(passage.lowered[index]):
        return False
    before, earlier = _word_at(passage, index - 1), _word_at(passage, index - 2)
    if before in _STAYING or (before in ("y", "o", "e") and earlier in _words("nouns_in_pairs")):
        return True
    return before.endswith("s") and earlier in _PLURAL_ARTICLES and before[-2:] == passage.lowered[index][-2:]


@lru_cache(maxsize=16_384)
def _says(written: str) -> Address | None:
    """Whom a word in lower case speaks to wherever it stands."""
    return _address_of(written) or _with_pronoun_behind(written)


def misplaced_se(passage: Passage, found: Sequence[Evidence]) -> Iterator[Evidence]:
    """Where "se" stands right before a verb that says tú or vos, which would have "te": "se pierdes"."""
    if "se" not in passage.vocabulary:
        return
    spoken = {form.start for form in second_persons(passage, found)}
    nouns = word_set("verb_forms_that_are_nouns")
    for index, written in enumerate(passage.lowered[:-1]):
        behind = passage.words[index + 1]
        is_spoken = written == "se" and (behind.start in spoken or passage.lowered[index + 1] in nouns)
        if is_spoken and not _mark_before(passage, index + 1):
            yield Evidence(Address.USTED, passage.words[index].start, passage.words[index].end)


def second_persons(passage: Passage, found: Sequence[Evidence]) -> list[Evidence]:
    """Those of the found words that are verbs with tú or vos as their subject."""
    return [form for form in found if form.address in _SPOKEN and not _is_no_verb(passage.text, form)]


def _is_no_verb(text: str, form: Evidence) -> bool:
    written = text[form.start : form.end].lower()
    is_imperative = address_of_imperative(written) is not None
    return written in _no_verbs() or (not is_imperative and _with_pronoun_behind(written) is not None)


@cache
def _no_verbs() -> frozenset[str]:
    return frozenset(" ".join(table("address_words")[name] for name in ("tu_or_vos", "vos", "tu")).split()) - _VERBS


def addresses(written: str) -> bool:
    """Whether a word in lower case speaks to the reader by itself, whatever the register."""
    return _address_of(written) is not None or address_of_imperative(written) is not None


def _is_name(passage: Passage, word: Word) -> bool:
    """Whether the word is (part of) a name: "Tomás" in a greeting, a capital inside a clause ("la ruta de Os")."""
    if word.capitalised and (is_called_so(word.text) or _SIGNED.match(passage.text, word.start) is not None):
        return True
    before = passage.text[: word.start].rstrip(" ¿¡\"«“'(\t")
    return word.capitalised and bool(before) and before[-1] not in _BEGINS_CLAUSE


def _begins_question(passage: Passage, index: int) -> bool:
    """Whether a question begins with the word and goes on as behind a verb: "¿guardas todavía …?"."""
    return _mark_before(passage, index) == "¿" and _word_at(passage, index + 1) in _words("behind_question")


def _begins_statement(passage: Passage, index: int) -> bool:
    """Whether a sentence begins with the word or joins it, and goes on with an object: "… y pagas tres precios"."""
    behind = _word_at(passage, index + 1)
    if passage.part is Part.SUBJECT or not (behind in _words("begins_object") or behind.isdigit()):
        return False
    joined = index > 1 and _word_at(passage, index - 1) in ("y", "o")
    return joined or _mark_before(passage, index) in _BEGINS_SENTENCE


def _noun_used_as_verb(passage: Passage, index: int) -> Address | None:
    """Whom a word that is usually a noun ("cuentas", "controles") speaks to where only verbs stand."""
    if not (_begins_question(passage, index) or _begins_statement(passage, index) or _is_behind_opener(passage, index)):
        return None
    return Address.TU_OR_VOS if passage.lowered[index] in _shared_and_nouns() else Address.TU


def _is_behind_opener(passage: Passage, index: int) -> bool:
    """Whether what opens a clause stands before it: "si cuentas con ellos", "mientras compras la fruta"."""
    before, earlier = _word_at(passage, index - 1), _word_at(passage, index - 2)
    if before in _BEFORE_VERBS or (before == "que" and bool(earlier) and earlier not in _words("compared")):
        return True
    if before not in _BEFORE_VERBS_WITH_OBJECTS and earlier not in _words("asking"):
        return False
    return _word_at(passage, index + 1) in _words("begins_object") | {"a", "al"}


@cache
def _shared_and_nouns() -> frozenset[str]:
    return frozenset(table("verbs")["shared_and_nouns"].split())


def _word_at(passage: Passage, index: int) -> str:
    """The word at `index` in lower case; "" outside the passage."""
    return passage.words[index].text.lower() if 0 <= index < len(passage.words) else ""


def _mark_before(passage: Passage, index: int) -> str:
    """The last mark between the word at `index` and the one before it; a line break begins a text too."""
    gap = passage.text[passage.words[index - 1].end if index else 0 : passage.words[index].start].rstrip(" ")
    return gap[-1:] or "\n" * (index == 0)


def _with_pronoun_behind(written: str) -> Address | None:
    """What a verb with a pronoun behind it says: "cuéntame", "contarte", "viéndote", "veros"."""
    if imperative := address_of_imperative(written):
        return imperative
    if len(written) < _SHORTEST_WITH_PRONOUN:
        return None
    verb = written[:-2]
    if written.endswith("te") and (verb in infinitives() or verb.endswith(("ándo", "iéndo", "yéndo"))):
        return Address.TU_OR_VOS
    return Address.VOSOTROS if written.endswith("ros") and verb in infinitives() else None


@lru_cache(maxsize=16_384)
def _address_of(written: str) -> Address | None:
    """Whom a form speaks to by itself, as `python -m scripts.build_lexicons` worked it out."""
    name = group_of("addressing_forms", written)
    return None if name is None else Address(name)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("third_persons")[name].split())
