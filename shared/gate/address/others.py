"""Whether somebody else than the reader was spoken of: whoever a bare third person may be about."""

from collections.abc import Sequence
from functools import cache

from shared.gate.address.clauses import is_agent
from shared.gate.address.greeted import is_greeted
from shared.gate.address.words import addresses
from shared.gate.lexicon import table
from shared.gate.reading import Passage
from shared.gate.words import Word

_SOMEONE = frozenset("alguien nadie quien quienes gente quién".split())


def somebody_else_before(passage: Passage, offset: int, *, sentences: int = 1, plural: bool = False) -> bool:
    """Whether a name or a noun for somebody who does things stands before `offset` in the last `sentences`.

    Several ("los clientes") count if `plural`.
    """
    begun = [stretch.start for stretch in passage.sentences if stretch.start <= offset]
    words = passage.words_between(begun[-sentences:][0] if begun else 0, offset)
    return any(
        (word.text.lower() in _SOMEONE and not _is_whom(words, number))
        or _is_name(passage, number, word)
        or (number > 0 and _is_agent(words, number))
        or (
            plural
            and len(word.folded) > 4
            and (is_agent(word.folded.removesuffix("s")) or is_agent(word.folded.removesuffix("es")))
        )
        for number, word in enumerate(words)
    )


def _is_whom(words: Sequence[Word], number: int) -> bool:
    """Whether it is "¿a quién …?", whose verb has another subject."""
    return words[number].text.lower() == "quién" and words[number - 1].folded in ("a", "con", "de", "por", "para", "en")


def _is_name(passage: Passage, number: int, word: Word) -> bool:
    if number == 0 or not word.capitalised or is_greeted(passage, word):
        return False
    before = passage.text[: word.start].rstrip(" ¿¡\n")
    return bool(before) and before[-1] not in ".!?…:"


def _is_agent(words: Sequence[Word], number: int) -> bool:
    """Whether it is a noun with its article, and not what the reader does something to ("abres el informe")."""
    if words[number - 1].text.lower() not in _words("determiners") or not is_agent(words[number].folded):
        return False
    return number == 1 or not addresses(words[number - 2].text.lower())


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("third_persons")[name].split())
