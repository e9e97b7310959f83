"""How many labelled replies are read right, without headers and without a model.

    python -m benchmarks.reply_reading            the whole labelled set, and each part of it
    python -m benchmarks.reply_reading --misses   the parts that rules are made with, and what is read wrong in them

Recall is of the replies that are of a kind, precision of those that are read as it; in brackets Wilson's 95 % interval.
What the parts are: benchmarks/replies/README.md.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from benchmarks.table import print_table
from shared.domain.metrics import wilson
from shared.domain.reply import ReplyKind, ReplyReading
from shared.replies.reading import read_reply

RECEIVED = date(2026, 11, 24)
KNOWN = ("development", "rounds", "sisimai")
APART = ("apart", "apart_2", "flufl_bounce")
_FOLDER = Path(__file__).parent / "replies"


class Labelled(NamedTuple):
    """A reply, what it is, and when its writer is back."""

    kind: ReplyKind
    return_date: date | None
    text: str


def labelled(part: str) -> list[Labelled]:
    """The replies of a part, one of KNOWN and APART."""
    if (file := _FOLDER / part / "texts.jsonl").exists():
        texts = [json.loads(text) for text in file.read_text(encoding="utf-8").splitlines()]
        return [Labelled(ReplyKind(text.get("kind", "bounce")), None, text["text"]) for text in texts]
    lines = (_FOLDER / f"{part}.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("|", 2) for line in lines if line and not line.startswith("#")]
    return [
        Labelled(ReplyKind(kind), None if back == "-" else date.fromisoformat(back), text.replace("\\n", "\n"))
        for kind, back, text in rows
    ]


def read(part: str) -> list[tuple[Labelled, ReplyReading]]:
    """Each reply with what it is read as."""
    return [(one, read_reply(one.text, {}, RECEIVED)) for one in labelled(part)]


def main() -> None:
    """Print the tables."""
    if "--misses" in sys.argv:
        for part in KNOWN:
            results = read(part)
            _print_rates(f"part {part!r}", results)
            _print_misses(results)
        return
    parts = {part: read(part) for part in (*KNOWN, *APART)}
    _print_rates("the whole labelled set", [one for results in parts.values() for one in results])
    for part, results in parts.items():
        _print_rates(f"part {part!r}", results)


def _print_rates(title: str, results: Sequence[tuple[Labelled, ReplyReading]]) -> None:
    actual = Counter(one.kind for one, _ in results)
    shown = Counter(reading.kind for _, reading in results)
    right = Counter(one.kind for one, reading in results if one.kind is reading.kind)
    rows = [
        [kind.value, str(actual[kind]), _share(right[kind], actual[kind]), _share(right[kind], shown[kind])]
        for kind in ReplyKind
    ]
    print_table(f"Replies read right, {title}", ["kind", "replies", "recall", "precision"], rows)
    dated = [(one, reading) for one, reading in results if one.return_date is not None]
    dates = sum(one.return_date == reading.return_date for one, reading in dated)
    wrong = sum(one.kind is ReplyKind.POSITIVE and reading.kind is ReplyKind.UNSUBSCRIBE for one, reading in results)
    print(f"return dates: {_share(dates, len(dated))}; positive read as unsubscribe: {wrong}")


def _print_misses(results: Sequence[tuple[Labelled, ReplyReading]]) -> None:
    for one, reading in results:
        if one.kind is not reading.kind or (one.return_date or reading.return_date) != reading.return_date:
            print(f"{one.kind.value} {one.return_date} read as {reading.kind.value} {reading.return_date}: {one.text}")


def _share(part: int, whole: int) -> str:
    if not whole:
        return "-"
    low, high = wilson(part, whole)
    return f"{part}/{whole} = {part / whole:.1%} [{low:.1%}, {high:.1%}]"


if __name__ == "__main__":
    main()
