"""Learn the weights of words from the labelled replies (shared/replies/lexicons/weights.json); with --check fail if
they are not what those give. The parts that are kept apart for measuring (`apart*.txt`) are never read.

Logistic regression by stochastic gradient descent, in a fixed order; weights that say little are left out.
"""

import json
import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from scripts.deployed import ROOT
from shared.domain.reply import ReplyKind
from shared.replies.own_words import own_words
from shared.replies.weights import WEIGHED, features_of, scale

FILE = ROOT / "shared" / "replies" / "lexicons" / "weights.json"
SOURCES = ("development.txt", "rounds.txt")
_EPOCHS, _RATE, _SHRINKING, _STEP = 30, 0.3, 0.0006, 3.0
_LEAST = 0.3
_CLOSE = 0.02
"""How far a weight may be from its file: the last digits of an exponential differ between machines."""

Example = tuple[frozenset[str], ReplyKind]


def main() -> int:
    """Write the file, or check it."""
    learnt = {kind.value: learn(examples(), kind) for kind in WEIGHED}
    if "--check" not in sys.argv[1:]:
        FILE.write_text(json.dumps(learnt, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n", "utf-8")
        return 0
    if _is_close(json.loads(FILE.read_text("utf-8")), learnt):
        return 0
    print(f"{FILE.relative_to(ROOT)} is not what the labelled replies give; run `make docs`.", file=sys.stderr)
    return 1


def examples() -> list[Example]:
    """The labelled replies, in the order of the files."""
    return [(features_of(own_words(text.replace("\\n", "\n"))), ReplyKind(kind)) for kind, text in _labelled()]


def learn(known: list[Example], kind: ReplyKind) -> dict[str, Any]:
    """The bias and the weights that tell the kind from the others."""
    weights: defaultdict[str, float] = defaultdict(float)
    bias = 0.0
    order = random.Random(1)  # noqa: S311  a shuffle that is the same every time
    for _ in range(_EPOCHS):
        known = order.sample(known, len(known))
        for features, actual in known:
            size = scale(features)
            total = bias + sum(weights[name] for name in sorted(features)) / size
            error = (actual is kind) - 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            bias += error * _RATE * _RATE
            for name in features:
                weights[name] += error * _RATE * _STEP / size - _SHRINKING * weights[name]
    kept = {name: round(weight, 2) for name, weight in weights.items() if abs(weight) >= _LEAST}
    return {"bias": round(bias, 2), "weights": kept}


def _labelled() -> Iterator[tuple[str, str]]:
    for name in SOURCES:
        for line in (ROOT / "benchmarks" / "replies" / name).read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                kind, _, text = line.split("|", 2)
                yield kind, text


def _is_close(stored: dict[str, Any], learnt: dict[str, Any]) -> bool:
    """Whether each weight is near the stored one; one that is just left out counts as the least that is kept."""
    if stored.keys() != learnt.keys():
        return False
    return all(
        abs(stored[kind]["weights"].get(name, 0.0) - learnt[kind]["weights"].get(name, 0.0)) <= _LEAST + _CLOSE
        and (
            name not in stored[kind]["weights"]
            or name not in learnt[kind]["weights"]
            or abs(stored[kind]["weights"][name] - learnt[kind]["weights"][name]) <= _CLOSE
        )
        for kind in learnt
        for name in stored[kind]["weights"].keys() | learnt[kind]["weights"].keys()
    )


if __name__ == "__main__":
    sys.exit(main())
