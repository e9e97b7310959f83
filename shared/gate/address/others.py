"""Whether somebody else than the reader was spoken of: whoever a bare third person may be about."""

from collections.abc import Sequence
from functools import cache

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.address.clauses import is_agent
from shared.gate.address.greeted import is_greeted
from shared.gate.address.words import addresses
from shared.gate.lexicon import table
from shared.gate.names import is_called_so
from shared.gate.reading import Passage
from shared.gate.words import Word

_ITEM = lazy_pattern(r"[ \t]*(?:\d{1,2}[.)]|[-–—•*·])\s?")
_WITHOUT_NOUN = lazy_pattern(
    r"(?<!\bde )\b(?:el|la|los|las) que (?:no |ya |lo |la |se )*"
    r"(?!mas|menos|te|me|os|nos|le|les|mejor|peor|tu|usted|vos|quier|prefier)\w+"
    r"|\b(?:el|la|del) (?:mas|menos) \w+[oae]\b(?! \w+[oa]\b)"
    r"|(?<!\ba )\b(?:el|la) (?:mism[oa]|otr[oa]|primer[oa]|ultim[oa])(?=[,.;:?])"
)
"""Somebody who is told by what they do or are: "el que llama", "la más nueva", "siempre es el mismo"."""
_SPEAKER = lazy_pattern(
    r"\b(?:su|sus|un|una|el|la|otro|otra|mi|nuestr[oa])(?: (?!que |y |o )\w+){1,3}?"
    r" (?:ya |no |me |nos |le |les |lo ){0,2}"
    r"(?:dice|decia|dijo|cuenta|contaba|conto|comenta|comento|asegura|aseguraba|explica|explico|pregunta|pregunto"
    r"|respondio|contesto|cree|creia|piensa|jura|juraba|repite|repetia|reconoce|admite)\b"
)
"""Somebody, of whatever trade, who says or thinks something: "su ecónomo dice que lo raro es que nadie le llame"."""
_SOMEONE = frozenset("alguien nadie quien quienes gente quién él ella ellos ellas uno".split())
_ANOTHER = frozenset(("otro", "otra"))
_NOBODY = frozenset("nadie quien quienes".split())
_NAMES_NOBODY = frozenset("en desde hacia soy".split())
"""Behind these a name is a place or the sender's own."""
_OF_OTHERS = frozenset("de del en desde por".split())
"""Behind these a noun is what another one is of, and seldom what the next verb is about."""


def somebody_else_before(
    passage: Passage, offset: int, *, sentences: int = 1, plural: bool = False, people: bool = False
) -> bool:
    """Whether a name or a noun for somebody who does things stands before `offset` in the last `sentences`.

    Several ("los clientes") count if `plural`, organisations and machines not if `people`. The items of a list are one
    sentence with what leads to it: "buscamos a gente así: 1. Conoce el campo."
    """
    begun = [stretch.start for stretch in passage.sentences if stretch.start <= offset]
    begun = [start for start in begun if not _ITEM.match(passage.text, passage.text.rfind("\n", 0, start) + 1)] or begun
    return somebody_else_between(passage, begun[-sentences:][0] if begun else 0, offset, plural=plural, people=people)


def somebody_else_between(
    passage: Passage, start: int, end: int, *, plural: bool = False, people: bool = False
) -> bool:
    """Whether somebody else is spoken of in [start, end)."""
    if _WITHOUT_NOUN.search(passage.folded, start, end) or _SPEAKER.search(passage.folded, start, end):
        return True
    words = passage.words_between(start, end)
    sentence = max((stretch.start for stretch in passage.sentences if stretch.start <= end), default=0)
    return any(
        (_is_someone(word, sentence) and not _is_whom(words, number))
        or _is_name(passage, number, word)
        or (number > 0 and _is_agent(words, number) and not (people and _is_known_organisation(words, number)))
        or (
            plural
            and len(word.folded) > 4
            and (is_agent(word.folded.removesuffix("s")) or is_agent(word.folded.removesuffix("es")))
        )
        for number, word in enumerate(words)
    )


def _is_someone(word: Word, sentence: int) -> bool:
    """Whether it is a pronoun for somebody; "nadie" and "quien" are nobody for the next sentence."""
    return word.text.lower() in _SOMEONE and (word.start >= sentence or word.text.lower() not in _NOBODY)


def _is_whom(words: Sequence[Word], number: int) -> bool:
    """Whether it is "¿a quién …?", whose verb has another subject."""
    return words[number].text.lower() == "quién" and words[number - 1].folded in ("a", "con", "de", "por", "para", "en")


def _is_name(passage: Passage, number: int, word: Word) -> bool:
    if not word.capitalised or is_greeted(passage, word):
        return False
    if number == 0:
        return is_called_so(word.text)
    before = passage.text[: word.start].rstrip(" ¿¡\n")
    if not before or before[-1] in ".!?…:" or _is_called(passage, word, before):
        return False
    return before.rpartition(" ")[2].lower() not in _NAMES_NOBODY


def _is_called(passage: Passage, word: Word, before: str) -> bool:
    """Whether the reader is called by it inside the text: "dime, Lucía, …"."""
    return before[-1] == "," and passage.text[word.end : word.end + 1] in (",", ".", "?", ":")


def _is_known_organisation(words: Sequence[Word], number: int) -> bool:
    """Whether it is "la empresa", "tu planta", which may be the reader's; "otra empresa" is not."""
    return words[number].folded in _words("organisations") and words[number - 1].text.lower() not in _ANOTHER


def _is_agent(words: Sequence[Word], number: int) -> bool:
    """Whether it is a noun with its article, and not what the reader does something to ("abres el informe")."""
    if not is_agent(words[number].folded):
        return False
    if [word.text.lower() for word in words[max(0, number - 2) : number]] == ["lo", "del"]:
        return True  # "lo del conductor que esperó"
    article = number - 1
    if article and words[article].folded in _words("before_nouns") - _words("determiners"):
        article -= 1  # "tu mejor vendedora"
    if words[article].text.lower() not in _words("determiners"):
        return words[article].text.lower() == "al" and article > 0 and words[article - 1].text.lower().endswith("le")
    if article == 0 or (words[number + 1 : number + 2] and words[number + 1].text.lower() == "que"):
        return True  # "tenés un proveedor que llega sin avisar"
    before = words[article - 1].text.lower()
    return before not in _OF_OTHERS and not addresses(before)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("third_persons")[name].split())
