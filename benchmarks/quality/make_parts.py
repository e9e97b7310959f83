"""Write a part of the quality set from its sources: `python -m benchmarks.quality.make_parts development`.

One file a suite and their digests, the same bytes every time. `--check` in place of a part's name fails if a file is
not what its sources make.
"""

import hashlib
import json
import sys
from pathlib import Path

from benchmarks.quality.cases import PARTS_FOLDER
from benchmarks.quality.composition import compose

PARTS = ("development", "measured")
DIGESTS = "SHA256SUMS"


def _files(part: str) -> dict[str, str]:
    """The content of every file of a part, the digests last."""
    files = {
        f"{suite}.jsonl": "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        for suite, records in sorted(compose(part).items())
    }
    digests = (f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n" for name, text in files.items())
    return files | {DIGESTS: "".join(digests)}


def stale(part: str) -> list[str]:
    """The names of the part's files that are not what its sources make."""
    return [name for name, text in _files(part).items() if _content(PARTS_FOLDER / part / name) != text]


def _content(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.exists() else None


def main(arguments: list[str]) -> int:
    """Write a part's files, or with --check say which would change; the exit status is 1 if any would."""
    if arguments == ["--check"]:
        changed = [f"{part}/{name}" for part in PARTS for name in stale(part)]
        print(*(f"{name} is not what its sources make" for name in changed), sep="\n", end="\n" if changed else "")
        return 1 if changed else 0
    if len(arguments) != 1 or arguments[0] not in PARTS:
        print(f"say which part: {' or '.join(PARTS)}, or --check", file=sys.stderr)
        return 2
    for name, text in _files(arguments[0]).items():
        (PARTS_FOLDER / arguments[0] / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
