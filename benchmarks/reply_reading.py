"""How many labelled replies are read right, without headers and without a model.

    python -m benchmarks.reply_reading            the part kept apart
    python -m benchmarks.reply_reading --misses   the development part, and what is read wrong in it

Recall is of the replies that are of a kind, precision of those that are read as it; in brackets Wilson's 95 % interval.
"""

import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

from benchmarks.table import print_table
from shared.domain.metrics import wilson
from shared.domain.reply import ReplyKind, ReplyReading
from shared.replies.reading import read_reply

RECEIVED = date(2026, 11, 24)
_FOLDER = Path(__file__).parent / "replies"


class Labelled(NamedTuple):
    """A reply, what it is, and when its writer is back."""

    kind: ReplyKind
    return_date: date | None
    text: str


def labelled(part: str) -> list[Labelled]:
    """The replies of a part: "development" or "apart"."""
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
    """Print the table of a part."""
    part = "development" if "--misses" in sys.argv else "apart"
    results = read(part)
    actual = Counter(one.kind for one, _ in results)
    shown = Counter(reading.kind for _, reading in results)
    right = Counter(one.kind for one, reading in results if one.kind is reading.kind)
    rows = [
        [kind.value, str(actual[kind]), _share(right[kind], actual[kind]), _share(right[kind], shown[kind])]
        for kind in ReplyKind
    ]
    print_table(f"Replies read right, part {part!r}", ["kind", "replies", "recall", "precision"], rows)
    dated = [(one, reading) for one, reading in results if one.return_date is not None]
    dates = sum(one.return_date == reading.return_date for one, reading in dated)
    wrong = sum(one.kind is ReplyKind.POSITIVE and reading.kind is ReplyKind.UNSUBSCRIBE for one, reading in results)
    print(f"return dates: {_share(dates, len(dated))}; positive read as unsubscribe: {wrong}")
    if "--misses" in sys.argv:
        for one, reading in results:
            if one.kind is not reading.kind or one.return_date != reading.return_date:
                print(
                    f"{one.kind.value} {one.return_date} read as {reading.kind.value} {reading.return_date}: {one.text}"
                )


def _share(part: int, whole: int) -> str:
    if not whole:
        return "-"
    low, high = wilson(part, whole)
    return f"{part}/{whole} = {part / whole:.1%} [{low:.1%}, {high:.1%}]"


if __name__ == "__main__":
    main()
