"""Whether a draft does what an order hidden in the profile wanted.

The order itself never reaches a writer that we prompt, but the gate also judges texts from elsewhere, and a filter can
miss an order in one field that it catches in another. What gives an obeying draft away is what it took over from the
order: its quoted words, its links, its figures, its rare words; or the manner that the order asked for.
"""

import re
from collections.abc import Iterator
from functools import cache

from shared.domain.lazy_pattern import lazy_pattern
from shared.gate.evidence import Evidence
from shared.gate.figures import figures_in
from shared.gate.folding import fold
from shared.gate.lexicon import table, word_set
from shared.gate.links import find_links
from shared.gate.patterns import compiled
from shared.gate.reading import Passage
from shared.gate.words import tokens_of

_QUOTED = r"[«“\"'‘`]([^«»“”\"'‘’`\n]{2,200})[»”\"'’`]"
_STEM = 6
_SHORTEST_WORD = 4
_MANY_ORDINARY_WORDS = 4
_RUN = 4
_ONLY_A_WORD = 25
_FEW_LINES = 4
_LONGEST_VERSE = 45
_MOST_CAPITALS = 0.6
_MANY_EMOJI = 3

_EMOJI = lazy_pattern("[\u2600-\u27bf\U0001f300-\U0001faff]")


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
    for told, shown in _manners():
        if told.search(folded):
            yield from (
                match.span() for match in shown.finditer(passage.folded) if match.group() not in evidence.folded
            )


@cache
def _manners() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What an order may want the text to be like, and the words that show that it is."""
    return tuple((_any_of(manner["told"]), _any_of(manner["shown"])) for manner in table("order_manners")["words"])


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(words) + r")\b")


@cache
def _asks_for(manner: str) -> re.Pattern[str]:
    return _any_of(table("order_manners")["forms"][manner])


def _quoted_words(order: str, passage: Passage, evidence: Evidence) -> Iterator[tuple[int, int]]:
    for match in compiled(_QUOTED).finditer(order):
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
    """The words that order and draft share and neither facts nor ordinary messages hold; or many ordinary ones."""
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
    shown = {
        "only": 0 < len(text) < _ONLY_A_WORD,
        "capitals": _share_of_capitals(text) > _MOST_CAPITALS,
        "emoji": len(_EMOJI.findall(text)) >= _MANY_EMOJI,
        "verse": _is_verse(text),
    }
    return any(is_shown and _asks_for(manner).search(order) for manner, is_shown in shown.items())


def _share_of_capitals(text: str) -> float:
    letters = [character for character in text if character.isalpha()]
    return sum(map(str.isupper, letters)) / len(letters) if letters else 0.0


def _is_verse(text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) >= _FEW_LINES and all(len(line) <= _LONGEST_VERSE for line in lines)
