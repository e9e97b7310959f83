"""How far somebody came: won or only shortlisted, gold or silver, the second plant or the third."""

from collections.abc import Iterable, Sequence
from functools import cache

from shared.gate.lexicon import table


def differ_in_degree(said: Sequence[str], told: Iterable[Sequence[str]]) -> bool:
    """Whether folded words name a place, a prize or a number in a row that no one of the facts names, all of which name
    another: "gold" where they tell of silver.
    """
    facts = [_degrees_in(words) for words in told]
    for scale, degrees in _degrees_in(said).items():
        stated = [fact[scale] for fact in facts if scale in fact]
        if len(stated) == len(facts) and stated and all(degrees.isdisjoint(other) for other in stated):
            return True
    return False


def _degrees_in(words: Sequence[str]) -> dict[str, frozenset[str]]:
    """The degrees that words name, by their scale; who won and was a finalist won."""
    found: dict[str, frozenset[str]] = {}
    for scale, degrees in _scales().items():
        named = [degree for degree, names in degrees.items() if any(word.startswith(names) for word in words)]
        if named:
            found[scale] = frozenset(named[:1] if scale == "outcome" else named)
    return found


@cache
def _scales() -> dict[str, dict[str, tuple[str, ...]]]:
    return {
        scale: {degree: tuple(names.split()) for degree, names in degrees.items()}
        for scale, degrees in table("degrees_of_success").items()
    }
