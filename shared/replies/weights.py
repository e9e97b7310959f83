"""What the words of a reply weigh together, where no expression of the lexicons fits: a table of weights of words and
pairs of words for each kind that must not be missed, learnt from the labelled replies of benchmarks/replies by
`scripts.build_reply_weights` (logistic regression) and kept as data. The same text weighs the same everywhere.
"""

import json
import math
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.reply import ReplyKind

WEIGHED = (ReplyKind.UNSUBSCRIBE, ReplyKind.OUT_OF_OFFICE, ReplyKind.BOUNCE)
"""The kinds that have a table."""
THRESHOLD = 0.5
MOST_WORDS = 120
"""A longer text is more than one thing; its beginning is weighed."""

_FILE = Path(__file__).parent / "lexicons" / "weights.json"
_WORD = lazy_pattern(r"[a-z0-9']+|[¿?!]")
_STEM = 5


class Table(NamedTuple):
    """The weights of one kind, and what a text without any of these words weighs."""

    bias: float
    weights: dict[str, float]

    def probability(self, features: frozenset[str]) -> float:
        """From 0 to 1, how likely a text with these features is of the kind, going by the labelled ones."""
        # Sorted, so that the sum has one order and one value.
        total = sum(self.weights.get(name, 0.0) for name in sorted(features))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.bias + total / scale(features)))))


def heaviest(words: str) -> ReplyKind | None:
    """The kind that folded text is likeliest of, if it is likelier of it than not; None for any other."""
    features = features_of(words)
    likely = {kind: _tables()[kind].probability(features) for kind in WEIGHED}
    best = max(WEIGHED, key=likely.__getitem__)
    return best if likely[best] > THRESHOLD else None


def features_of(words: str) -> frozenset[str]:
    """The words of folded text, pairs of neighbours with its beginning and end, and the beginnings of long words."""
    found = _WORD.findall(words)[:MOST_WORDS]
    pairs = {f"{one} {other}" for one, other in pairwise(["^", *found, "$"])}
    return frozenset({*found, *pairs, *(f"{word[:_STEM]}*" for word in found if len(word) > _STEM)})


def scale(features: frozenset[str]) -> float:
    """What the sum of a text's weights is divided by, so that long texts weigh no more than short ones."""
    return math.sqrt(len(features) + 1)


@cache
def _tables() -> dict[ReplyKind, Table]:
    stored = json.loads(_FILE.read_text(encoding="utf-8"))
    return {kind: Table(stored[kind]["bias"], stored[kind]["weights"]) for kind in WEIGHED}
