"""How far somebody came: won or only shortlisted, gold or silver, the second plant or the third."""

from collections.abc import Iterable, Sequence
from functools import cache

from shared.gate.lexicon import table

_Scales = dict[str, dict[str, tuple[str, ...]]]
"""The beginnings of the words that name each degree of each scale."""


def differ_in_degree(said: Sequence[str], told: Iterable[Sequence[str]]) -> bool:
    """Whether folded words name a place, a prize or a number in a row that no one of the facts names, all of which name
    another: "gold" where they tell of silver.
    """
    facts = [_degrees_in(words, _scales()) for words in told]
    for scale, degrees in _degrees_in(said, _said()).items():
        stated = [fact[scale] for fact in facts if scale in fact]
        if len(stated) == len(facts) and stated and all(degrees.isdisjoint(other) for other in stated):
            return True
    return False


def _degrees_in(words: Sequence[str], scales: _Scales) -> dict[str, frozenset[str]]:
    """The degrees that words name, by their scale; of outcomes the first of the lexicon: who won and was a finalist
    won, and who was a finalist did not, whoever the winner was.
    """
    found: dict[str, frozenset[str]] = {}
    for scale, degrees in scales.items():
        named = [
            degree.rstrip("_") for degree, names in degrees.items() if any(word.startswith(names) for word in words)
        ]
        if named:
            found[scale] = frozenset(named[:1] if scale == "outcome" else named)
    return found


@cache
def _scales() -> _Scales:
    return {scale: _degrees(degrees) for scale, degrees in table("degrees_of_success").items() if scale != "said"}


@cache
def _said() -> _Scales:
    """The same with the words that tell of a degree in a message alone: who writes "a nada de ganar" has not won."""
    more = {scale: _degrees(degrees) for scale, degrees in table("degrees_of_success")["said"].items()}
    return {
        scale: {degree: names + more.get(scale, {}).get(degree, ()) for degree, names in degrees.items()}
        for scale, degrees in _scales().items()
    }


def _degrees(entry: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {degree: tuple(names.split()) for degree, names in entry.items()}
