"""Whether a draft does what an order hidden in the profile wanted.

The order itself never reaches a writer that we prompt, but the gate also judges texts from elsewhere, and a filter can
miss an order in one field that it catches in another. What gives an obeying draft away is what it took over from the
order: its quoted words, its links, its figures, its rare words; or the manner that the order asked for.
"""

import re
from collections.abc import Iterator
from functools import cache

from shared.gate.evidence import Evidence
from shared.gate.figures import figures_in
from shared.gate.folding import fold
from shared.gate.lexicon import table, word_set
from shared.gate.links import find_links
from shared.gate.reading import Passage
from shared.gate.words import tokens_of

_QUOTED = re.compile(r"[«“\"'‘`]([^«»“”\"'‘’`\n]{2,200})[»”\"'’`]")
_STEM = 6
_SHORTEST_WORD = 4
_MANY_ORDINARY_WORDS = 4
_RUN = 4
_ONLY_A_WORD = 25
_FEW_LINES = 4
_LONGEST_VERSE = 45
_MOST_CAPITALS = 0.6
_MANY_EMOJI = 3

_ASKS_ONLY = re.compile(r"\b(?:only|solo|solamente|unicamente|exclusivamente|just|nothing but|nada mas)\b")
_ASKS_CAPITALS = re.compile(r"\b(?:mayusculas|capitals|caps|uppercase|all caps)\b")
_ASKS_EMOJI = re.compile(r"\bemojis?\b|\bemoticon")
_ASKS_VERSE = re.compile(
    r"\b(?:poem|poema|haiku|verse|verso|versos|rhymes?|rima|rimas|song|cancion|soneto|sonnet|limerick|rap)\b"
)
_EMOJI = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
_MANNERS = (
    (
        re.compile(r"\bpirat"),
        re.compile(
            r"\b(?:a+rr+|yarr+|ahoy|matey|grumete|bucanero|abordaje|avast|landlubber|parrot|doblones|timbers|ye|marinero|bribon)\b"
        ),
    ),
    (re.compile(r"\byoda\b"), re.compile(r"\b(?:fuerza|force|young|padawan|joven)\b")),
    (
        re.compile(r"\bshakespeare|cervantes|quijote"),
        re.compile(r"\b(?:thou|thee|thy|hath|doth|vuesa merced|hidalgo|fermosa|voto a)\b"),
    ),
    (re.compile(r"\brobot"), re.compile(r"\b(?:beep|boop|bip|bop|bzz)\b")),
    (re.compile(r"\b(?:cat|gato|gata)\b"), re.compile(r"\b(?:miau|meow|purr)\b")),
    (
        re.compile(r"\b(?:descuento|discount|gratis|gratuit[oa]s?|free|regal|refund|reembolso)"),
        re.compile(
            r"\b(?:descuento|discount|gratis|gratuit[oa]s?|for free|free of charge|free (?:trial|month|months|license|access)|regal\w+|refund|reembolso)\b"
        ),
    ),
    (
        re.compile(
            r"\b(?:el mejor|la mejor|los mejores|the best|the greatest|greatest|genio|genius|praise|alaba|elogia|halaga|flatter)"
        ),
        re.compile(
            r"\b(?:el mejor|la mejor|mejor (?:\w+ ){0,2}del mundo|the best|the greatest|greatest|genio|genius|incomparable|brillante|extraordinari[oa]|legendary|unmatched)\b"
        ),
    ),
    (
        re.compile(
            r"\b(?:majestad|majesty|emperador|emperor|emperatriz|alteza|highness|rey|reina|king|queen|lord|master|amo|maestro|dios|god|excelencia)\b"
        ),
        re.compile(
            r"\b(?:majestad|majesty|emperador|emperor|emperatriz|alteza|highness|king|queen|lord|master|amo|dios|god|excelencia)\b"
        ),
    ),
    (
        re.compile(r"\b(?:insult|rude|offend|grosero|maleducad|ofend)"),
        re.compile(
            r"\b(?:idiot|idiota|stupid|estupid[oa]|imbecil|tont[oa]|loser|fool|inutil|pathetic|patetic[oa]|moron)\b"
        ),
    ),
)


def obeys(order: str, passages: tuple[Passage, ...], evidence: Evidence) -> Iterator[tuple[Passage, int, int]]:
    """The places in the draft that do what `order` says; the whole of a passage where it is its manner."""
    for passage in passages:
        yield from ((passage, start, end) for start, end in _taken_over(order, passage, evidence))
        if _is_written_as_told(fold(order), passage):
            yield passage, 0, len(passage.text)


def _taken_over(order: str, passage: Passage, evidence: Evidence) -> Iterator[tuple[int, int]]:
    folded = fold(order)
    yield from _quoted_words(order, passage, evidence)
    hosts = {link.host for link in find_links(order)}
    yield from ((link.start, link.end) for link in passage.links if link.host in hosts)
    values = {figure.value for figure in figures_in(order)} - evidence.figures.keys()
    yield from ((figure.start, figure.end) for figure in passage.figures if figure.value in values)
    yield from _shared_runs(tokens_of(order), passage, evidence)
    yield from _shared_words(order, passage, evidence)
    for told, manner in _MANNERS:
        if told.search(folded):
            yield from (
                match.span() for match in manner.finditer(passage.folded) if match.group() not in evidence.folded
            )


def _quoted_words(order: str, passage: Passage, evidence: Evidence) -> Iterator[tuple[int, int]]:
    for match in _QUOTED.finditer(order):
        wanted = fold(match[1]).strip(" .,;:!?¡¿")
        start = passage.folded.find(wanted) if len(wanted) > 1 and wanted not in evidence.folded else -1
        if start >= 0 and not (len(wanted) < _SHORTEST_WORD and not _stands_alone(passage, start, start + len(wanted))):
            yield start, start + len(wanted)


def _stands_alone(passage: Passage, start: int, end: int) -> bool:
    return any(word.start == start and word.end == end for word in passage.words)


def _shared_runs(order: tuple[str, ...], passage: Passage, evidence: Evidence) -> Iterator[tuple[int, int]]:
    """Four words in a row of the order that no fact holds."""
    runs = {order[i : i + _RUN] for i in range(len(order) - _RUN + 1)}
    words = passage.words
    for index in range(len(words) - _RUN + 1):
        run = tuple(word.folded for word in words[index : index + _RUN])
        if run in runs and run[:3] not in evidence.word_runs:
            yield words[index].start, words[index + _RUN - 1].end


def _shared_words(order: str, passage: Passage, evidence: Evidence) -> Iterator[tuple[int, int]]:
    """The words that order and draft share and that neither the facts nor ordinary messages hold; or many of the latter."""
    known = {token[:_STEM] for token in tokens_of(evidence.folded)}
    wanted = {token[:_STEM] for token in tokens_of(order) if _has_meaning(token)} - known
    shared = [word for word in passage.words if _has_meaning(word.folded) and word.folded[:_STEM] in wanted]
    rare = [word for word in shared if word.folded[:_STEM] not in word_set("ordinary_words")]
    if rare or len({word.folded[:_STEM] for word in shared}) >= _MANY_ORDINARY_WORDS:
        yield from ((word.start, word.end) for word in rare or shared)


def _has_meaning(token: str) -> bool:
    return len(token) >= _SHORTEST_WORD and not token.isdigit() and token not in _function_words()


@cache
def _function_words() -> frozenset[str]:
    words = table("function_words")
    return frozenset(fold(word) for language in ("es", "en") for word in words[language].split())


def _is_written_as_told(order: str, passage: Passage) -> bool:
    """Whether the passage has the manner that the order asks for: a word alone, capitals, emoji, verse."""
    text = passage.text.strip()
    if _ASKS_ONLY.search(order) and 0 < len(text) < _ONLY_A_WORD:
        return True
    if _ASKS_CAPITALS.search(order) and _share_of_capitals(text) > _MOST_CAPITALS:
        return True
    if _ASKS_EMOJI.search(order) and len(_EMOJI.findall(text)) >= _MANY_EMOJI:
        return True
    return _ASKS_VERSE.search(order) is not None and _is_verse(text)


def _share_of_capitals(text: str) -> float:
    letters = [character for character in text if character.isalpha()]
    return sum(map(str.isupper, letters)) / len(letters) if letters else 0.0


def _is_verse(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) >= _FEW_LINES and all(len(line) <= _LONGEST_VERSE for line in lines)
