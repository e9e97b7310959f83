"""One thing told for another of its family: a post of a canoe retold with a mule, of a mother with a grandmother.

A family holds what is never true together in one place of a story (`lexicons/alternatives.txt`): where a clause
retells a post and has a member that the post has not, while the post has another that the clause leaves out, the clause
tells it wrongly.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from shared.gate.lexicon import word_list

_SHORTEST_PREFIX = 3

Members = Mapping[int, frozenset[int]]
"""For each family, by its number, which of its members are meant."""


@lru_cache(maxsize=16_384)
def members_of(word: str) -> Members:
    """The families that a folded word belongs to, and as which of their members."""
    exact, prefixes = _families()
    found = set(exact.get(word, ()))
    for length in range(_SHORTEST_PREFIX, len(word) + 1):
        found.update(prefixes.get(word[:length], ()))
    return _by_family(found)


@lru_cache(maxsize=4096)
def members_in(words: tuple[str, ...]) -> Members:
    """All members that a text of these folded words has."""
    return _by_family(
        (family, member) for word in words for family, some in members_of(word).items() for member in some
    )


def contradicts(said: Members, around: Members, told: Members) -> bool:
    """Whether `said`, a word of a clause, is another of its family than the post has; `around` are the members that
    the whole clause has, `told` those of the post.
    """
    return any(
        family in told and members.isdisjoint(told[family]) and told[family].isdisjoint(around[family])
        for family, members in said.items()
    )


@lru_cache(maxsize=16_384)
def is_concrete(word: str) -> bool:
    """Whether a folded word names something that can be seen or touched, or a member of a family."""
    exact, prefixes = _concrete()
    return bool(members_of(word)) or word in exact or word.startswith(prefixes)


def _by_family(pairs: Iterable[tuple[int, int]]) -> Members:
    found: dict[int, set[int]] = defaultdict(set)
    for family, member in pairs:
        found[family].add(member)
    return {family: frozenset(members) for family, members in found.items()}


@cache
def _families() -> tuple[dict[str, list[tuple[int, int]]], dict[str, list[tuple[int, int]]]]:
    exact: dict[str, list[tuple[int, int]]] = defaultdict(list)
    prefixes: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for family, line in enumerate(word_list("alternatives")):
        for member, entries in enumerate(line.split("|")):
            for entry in entries.split():
                (prefixes if entry.endswith("*") else exact)[entry.rstrip("*")].append((family, member))
    return exact, prefixes


@cache
def _concrete() -> tuple[frozenset[str], tuple[str, ...]]:
    entries = [entry for line in word_list("concrete") for entry in line.split()]
    exact = frozenset(entry for entry in entries if not entry.endswith("*"))
    return exact, tuple(entry[:-1] for entry in entries if entry.endswith("*"))
