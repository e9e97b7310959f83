"""How alike two messages are in what was written for one person.

Left out is what differs by itself (greeting, names, company, title, figures) and what is the same by design: what we
say of ourselves to everybody. What remains becomes shingles, runs of three words. Likeness is the Jaccard index of the
shingles (Broder, "On the resemblance and containment of documents", 1997). A message is kept by the two smallest of
its shingles' hashes (a bottom-k sketch: Cohen and Kaplan, 2007), and texts like it are found by the pairs of their own
smallest ones. The same text has the same keys everywhere.
"""

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from shared.domain.message import Fact, Part
from shared.domain.message_words import company_key
from shared.gate.greeting import greeting_end
from shared.gate.reading import Passage
from shared.gate.words import Word, tokens_of

NEAR = 0.6
"""The likeness from which two messages say the same. Measured in docs/decisions/0044: those who share opener or
problem alone stay under 0.5.
"""

_RUN = 3
_FEWEST = 8
"""Shingles that a text must have to be judged: less is a greeting and a question, which many people write alike."""

_KEPT, _ASKED = 2, 8
"""How many of its smallest hashes make a message's own key, and from how many a question makes its keys: the pairs of 8
are 28, and a query takes 30 values.
"""

_SPREAD = 0x9E3779B1
_NAME, _FIGURE = "_", "0"
_OURS = ("proof_points", "value_proposition")
_REPLACED = ("title", "company", "sender.name", "sender.company", "sender.title")


class Shingle(NamedTuple):
    """A run of words; [start, end) is where it stands in the body."""

    words: str
    start: int
    end: int


def own_shingles(body: Passage, facts: Sequence[Fact], ours: Iterable[str]) -> list[Shingle]:
    """The shingles of what was written for this person, in order; none of a text that has too few to be judged.

    `facts` are those that the text was written from; `ours` is what we say to everybody besides them.
    """
    return list(_own_shingles(body.text, tuple(facts), tuple(ours)))


@lru_cache(maxsize=128)
def _own_shingles(text: str, facts: tuple[Fact, ...], ours: tuple[str, ...]) -> tuple[Shingle, ...]:
    """Asked for a draft when its neighbours are looked for and when they are compared, and for some neighbours by many
    drafts of a batch.
    """
    body = Passage(Part.BODY, text)
    names = frozenset(name for fact in facts if fact.field == "full_name" for name in tokens_of(fact.text))
    begin = greeting_end(body, lambda word: bool(names.intersection(tokens_of(word))))
    words = [word for word in body.words if word.start >= begin]
    texts = [*ours, *(fact.text for fact in facts if fact.field.startswith(_OURS))]
    known = frozenset().union(*map(_runs_of, texts))
    found = [shingle for shingle in _shingles(words, names, _replaced(facts)) if shingle.words not in known]
    return tuple(found) if len(found) >= _FEWEST else ()


def asked_keys(shingles: Iterable[Shingle]) -> tuple[str, ...]:
    """At most 28 keys, one of which a text that is like this one is very probably kept by. The first is the text's own;
    a text too short to be judged has none.
    """
    return tuple(one + other for one, other in combinations(_smallest(shingles, _ASKED), _KEPT))


def likeness(one: Iterable[Shingle], other: Iterable[Shingle]) -> float:
    """From 0, nothing in common, to 1: the same but for names and figures."""
    these, those = {shingle.words for shingle in one}, {shingle.words for shingle in other}
    return len(these & those) / len(these | those) if these and those else 0.0


def shared_stretches(shingles: Iterable[Shingle], others: Iterable[Shingle]) -> list[tuple[int, int]]:
    """The stretches [start, end) of the body that the other text has too."""
    known = {shingle.words for shingle in others}
    stretches: list[tuple[int, int]] = []
    for shingle in shingles:
        if shingle.words not in known:
            continue
        if stretches and shingle.start <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], shingle.end)
        else:
            stretches.append((shingle.start, shingle.end))
    return stretches


def _smallest(shingles: Iterable[Shingle], number: int) -> list[str]:
    return [f"{hashed:08x}" for hashed in sorted({_hash(shingle.words) for shingle in shingles})[:number]]


@lru_cache(maxsize=256)
def _runs_of(text: str) -> frozenset[str]:
    """The runs of a text that anybody may get."""
    words = [_comparable(word) for word in tokens_of(text)]
    return frozenset(" ".join(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1))


def _replaced(facts: Sequence[Fact]) -> dict[str, list[tuple[str, ...]]]:
    """What a mail merge would fill in, as runs of words by their first one."""
    runs: dict[str, list[tuple[str, ...]]] = {}
    for fact in facts:
        for run in _spellings(fact.field, fact.text) if fact.field in _REPLACED else ():
            runs.setdefault(run[0], []).append(run)
    return runs


@lru_cache(maxsize=64)
def _spellings(field: str, text: str) -> tuple[tuple[str, ...], ...]:
    """The words of a fact, and of a company also those without its legal form; the longer first."""
    short = company_key(text) if field.endswith("company") else None
    return tuple(sorted(filter(None, {tokens_of(text), tokens_of(short or "")}), key=len, reverse=True))


def _shingles(
    words: Sequence[Word], names: Collection[str], replaced: Mapping[str, list[tuple[str, ...]]]
) -> Iterator[Shingle]:
    """Runs of the words, with one sign for each name, figure and run that is replaced."""
    signs: list[str] = []
    stretches: list[tuple[int, int]] = []
    after = 0
    for place, word in enumerate(words):
        if place < after:
            continue
        folded = word.folded
        length = _replaced_length(words, place, replaced[folded]) if folded in replaced else 0
        after = place + max(length, 1)
        signs.append(_NAME if length or folded in names else _comparable(folded))
        stretches.append((word.start, words[after - 1].end))
    for place in range(len(signs) - _RUN + 1):
        end = place + _RUN
        yield Shingle(" ".join(signs[place:end]), stretches[place][0], stretches[end - 1][1])


def _replaced_length(words: Sequence[Word], place: int, runs: Iterable[tuple[str, ...]]) -> int:
    for run in runs:
        if tuple(word.folded for word in words[place : place + len(run)]) == run:
            return len(run)
    return 0


def _comparable(token: str) -> str:
    return _FIGURE if token[0].isdigit() else token


def _hash(words: str) -> int:
    """Equal on every machine, unlike Python's own; the factor spreads what a checksum keeps together."""
    return zlib.crc32(words.encode()) * _SPREAD & 0xFFFFFFFF
