"""Which patterns of a lexicon a text can hold at all, told by its words.

A pattern of hundreds of words takes milliseconds to compile and is searched at every letter, and most texts hold none
of its words. `lexicons/beginnings.json` has what the entries of each group begin with, written by
`python -m scripts.build_lexicons`.
"""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import chain

from shared.gate.lexicon import table

LETTERS = 12
"""The most letters of a word that a beginning has."""
END = "."
"""Stands behind a beginning that is a whole word."""


def groups_begun(lexicon: str, words: Iterable[str]) -> set[str]:
    """The groups of `lexicons/<lexicon>.json` of which an entry can begin in a text with these folded words."""
    return set(chain.from_iterable(map(_begun_by(lexicon), words)))


@cache
def _begun_by(lexicon: str) -> Callable[[str], tuple[str, ...]]:
    groups: dict[str, tuple[str, ...]] = {}
    for group, starts in table("beginnings")[lexicon].items():
        for start in starts.split():
            groups[start] = (*groups.get(start, ()), group)

    @lru_cache(maxsize=16_384)
    def begun_by(word: str) -> tuple[str, ...]:
        whole = (word + END)[:LETTERS]
        return tuple(group for length in range(1, len(whole) + 1) for group in groups.get(whole[:length], ()))

    return begun_by
