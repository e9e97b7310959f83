"""What an order, or what may be one, is about, and whether a draft speaks of it instead of doing it.

To quote somebody's rule, to retell it or to judge it is no obedience.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from shared.domain.lazy_pattern import lazy_pattern, lexicon_patterns
from shared.gate.directives import is_telling, names_a_writer
from shared.gate.evidence import Evidence
from shared.gate.folding import fold
from shared.gate.lexicon import one_of, table
from shared.gate.quoted import quoted_stretches
from shared.gate.reading import Passage
from shared.gate.sentences import Stretch
from shared.gate.words import tokens_of

STEM = 6
"""How many letters of a word are compared."""
_VERB_STEM, _SHORTEST_STEM = 5, 2
_SHORTEST_WORD = 4
_RETOLD = 3
_I = frozenset("i we yo te le nosotros to".split())
_AS_MYSELF = lazy_pattern(r"\b(?:i am|i'm|as an?|being|soy|como|by an?|por una?|que soy)\b")
_MY_OWN = lazy_pattern(r"\b(?:my|mi|mis|our|nuestr[oa]s?) (\w{4,})")

_DETERMINERS = frozenset(
    "the a an this that my our your their his her any every each el la los las un una mi mis su sus tu cada".split()
)


def has_meaning(token: str) -> bool:
    """Whether a folded word says what a text is about: no function word, no figure, no stub."""
    return len(token) >= _SHORTEST_WORD and not token.isdigit() and token not in _function_words()


def is_function_word(token: str) -> bool:
    """Whether a folded word is one that every text has: "you", "que"."""
    return token in _function_words()


def own_stems(order: str) -> set[str]:
    """The stems of what the text calls its writer's own: "my shoe size"."""
    return {match[1][:STEM] for match in _MY_OWN.finditer(fold(order))}


def wanted_stems(order: str, evidence: Evidence) -> set[str]:
    """The stems of the order's words that mean something and are not in the facts anyway."""
    known = {token[:STEM] for token in tokens_of(evidence.folded)}
    return {token[:STEM] for token in tokens_of(order) if has_meaning(token) and not is_telling(token)} - known


def told_part(order: str) -> str:
    """What the lines of a possible order tell: from the first verb that tells on; a line without one, all of it."""
    return "\n".join(map(_told_part_of_line, order.splitlines()))


def _told_part_of_line(line: str) -> str:
    tokens = tokens_of(line)
    first = next(filter(is_telling, tokens), None)
    return " ".join(tokens[tokens.index(first) :]) if first else line


def is_mentioned(suspect: str, passage: Passage, evidence: Evidence) -> bool:
    """Whether some sentence of the passage speaks of the text, which makes of the whole an answer to it."""
    return speaks_of(passage.sentences, suspect, passage, evidence)


def speaks_of(sentences: Iterable[Stretch], suspect: str, passage: Passage, evidence: Evidence) -> bool:
    """Whether one of `sentences` of the passage speaks of the text."""
    folded = fold(suspect)
    wanted = wanted_stems(suspect, evidence)
    verbs = tuple(verb[:_VERB_STEM] for verb in telling_verbs(tokens_of(suspect)) if len(verb) > _SHORTEST_STEM)
    own = own_stems(suspect)
    dictates = _phrases("dictates").search(folded) is not None
    return any(
        _speaks_of_a_writer(passage, sentence)
        or _repeats(passage, sentence, tokens_of(suspect), verbs[:1])
        or _retells(passage, sentence, verbs, dictates=dictates)
        or _names(passage, sentence, wanted, own, dictates=dictates)
        or _quotes(passage, sentence, suspect)
        for sentence in sentences
    )


def telling_verbs(tokens: tuple[str, ...]) -> Iterator[str]:
    """The words that can tell somebody to say something, and are no noun behind an article: "the purchase order"."""
    for index, token in enumerate(tokens):
        if is_telling(token) and _DETERMINERS.isdisjoint(tokens[max(0, index - 2) : index]):
            yield token


def _quotes(passage: Passage, sentence: Stretch, suspect: str) -> bool:
    """Whether a sentence has some words of the text, in a row, between quotation marks."""
    said = f" {' '.join(tokens_of(suspect))} "
    quoted = [
        tokens_of(passage.text[start:end])
        for start, end in quoted_stretches(passage)
        if start < sentence.end and sentence.start < end
    ]
    return any(len(words) >= _RETOLD and f" {' '.join(words)} " in said for words in quoted)


def _speaks_of_a_writer(passage: Passage, sentence: Stretch) -> bool:
    """Whether a sentence names a bot as somebody other than whoever speaks: "the bot", and not "I am a bot"."""
    text = passage.folded[sentence.start : sentence.end]
    return names_a_writer(text) and not _AS_MYSELF.search(text)


def _repeats(passage: Passage, sentence: Stretch, said: tuple[str, ...], verbs: tuple[str, ...]) -> bool:
    """Whether a sentence repeats a verb of the text with the two words behind it: who obeys does not tell it again."""
    if not verbs:
        return False
    told = {said[i : i + _RETOLD] for i, token in enumerate(said) if token.startswith(verbs)}
    words = tuple(word.folded for word in passage.words_between(*sentence))
    return any(words[i : i + _RETOLD] in told for i in range(len(words)))


def _retells(passage: Passage, sentence: Stretch, verbs: tuple[str, ...], *, dictates: bool) -> bool:
    """Whether a sentence has a verb of the text that is not what the sender does: "greeting the night shift", no "I".

    What dictates is retold by an infinitive or a gerund alone: "telling them the truth".
    """
    words = passage.words_between(*sentence)
    for number, word in enumerate(words):
        if not (verbs and word.folded.startswith(verbs)):
            continue
        by_me = number > 0 and words[number - 1].folded in _I
        to_you = number + 1 < len(words) and words[number + 1].folded == "you"  # "thank you" does it
        if not by_me and not to_you and not (dictates and not word.folded.endswith(("ing", "ar", "er", "ir"))):
            return True
    return False


def _names(passage: Passage, sentence: Stretch, wanted: set[str], own: set[str], *, dictates: bool) -> bool:
    """Whether a sentence quotes or judges a part of the text, or asks about most of what is no dictation."""
    shared = {word.folded[:STEM] for word in passage.words_between(*sentence)} & wanted
    if not shared:
        return False
    start, end = sentence
    quotes = any(first < end and start < last for first, last in quoted_stretches(passage))
    if quotes or (not dictates and _phrases("speaks").search(passage.folded, start, end) is not None):
        return True
    if shared & own:
        return False
    asks = len(shared) >= _RETOLD and not dictates and "?" in passage.text[start:end]
    return asks or _phrases("judges").search(passage.folded, start, end) is not None


@lexicon_patterns(lambda: table("mentions"))
def _phrases(group: str) -> re.Pattern[str]:
    return lazy_pattern(rf"\b{one_of('mentions', group)}(?!\w)")


@cache
def _function_words() -> frozenset[str]:
    words = table("function_words")
    return frozenset(fold(f"{words['es']} {words['en']}").split())
