"""Regular expressions that were compiled ahead, as modules are to bytecode.

The compiler of `re` is written in Python and takes a tenth of a millisecond and more for each pattern, at every start
of every process. What it makes is a list of numbers for the engine of `re`, which takes it back in a few microseconds.
`python -m scripts.keep_patterns` writes those of all our patterns into one file, and so does the build of a function.

The engine's format is Python's own affair and differs between its versions, so a file is read by the version that wrote
it alone, a pattern is taken only for exactly its source and flags, and whatever is not there is compiled as ever
(docs/decisions/0073-patterns-compiled-ahead.md).
"""

import _sre  # type: ignore[import-not-found]
import marshal
import re
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple, cast

VERSION = (sys.implementation.cache_tag, _sre.MAGIC, _sre.CODESIZE, sys.byteorder)
"""Whose numbers they are: another engine may mean something else by them."""
FILE = Path(__file__).with_name(f"patterns.{sys.implementation.cache_tag}.kept")
"""An index in marshal's format, behind it the numbers of all patterns; those that nobody asks for are only read."""


class Kept(NamedTuple):
    """What the engine asks for besides the source; `start` and `end` of the numbers are counted from the file's end."""

    flags: int
    start: int
    end: int
    groups: int
    group_index: dict[str, int]
    index_group: tuple[str | None, ...]


Index = dict[tuple[str, int], tuple[int, int, int, int, dict[str, int], tuple[str | None, ...]]]
"""The fields of `Kept` by source and flags."""


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, from what was compiled ahead if it is there."""
    index, content = _read()
    found = index.get((source, int(flags)))
    if found is None:
        return re.compile(source, flags)
    kept = Kept(*found)
    code = content[len(content) - kept.start : len(content) - kept.end].cast("I").tolist()
    made = _sre.compile(source, kept.flags, code, kept.groups, kept.group_index, kept.index_group)
    return cast("re.Pattern[str]", made)


@cache
def _read() -> tuple[Index, memoryview]:
    """The index and the file; an empty index where no file was written, or by another version of Python."""
    try:
        content = FILE.read_bytes()
        version, index = marshal.loads(content)  # noqa: S302 — it lies beside our code and bytecode, and is trusted alike
    except (OSError, EOFError, ValueError, TypeError):
        return {}, memoryview(b"")
    return (index if version == VERSION else {}), memoryview(content)
