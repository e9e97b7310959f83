"""Compile the product's regular expressions ahead, for this version of Python: shared/domain/kept_patterns.py.

    python -m scripts.keep_patterns [--print]

Does nothing while no file of shared/ is newer than what it wrote. A folder that may not be written is no trouble: what
is not kept is compiled when it is used. With --print the file goes to standard output, whatever there is.
"""

import _sre  # type: ignore[import-not-found]
import gc
import importlib
import marshal
import pkgutil
import subprocess
import sys
from array import array
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import shared
from scripts.deployed import ROOT
from shared.domain.kept_patterns import FILE, VERSION, Index
from shared.domain.lazy_pattern import LazyPattern, make_all

_SHARED = ROOT / "shared"
_CLOUD = "shared.adapters.google"


def main(arguments: list[str]) -> int:
    """Write the file if it is older than what it is made from, or print it."""
    if arguments == ["--print"]:
        sys.stdout.buffer.write(content())
    elif not _is_current(FILE):
        partial = FILE.with_suffix(".partial")
        try:
            partial.write_bytes(content())
            partial.replace(FILE)
        except OSError as error:
            print(f"Patterns could not be kept ({error.strerror}); they are compiled when they are used.")
    return 0


@cache
def printed() -> bytes:
    """What the file holds, from a process that has nothing else: for one version of Python and one state of shared/ the
    same bytes everywhere.
    """
    command = [sys.executable, "-m", "scripts.keep_patterns", "--print"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout


def content() -> bytes:
    """What the file holds, made of what this process has of shared/."""
    return file_of({one.asked for one in _patterns()})


def file_of(patterns: set[tuple[str, int]]) -> bytes:
    """The file of these sources and flags."""
    compiled = {asked: _compiled(*asked) for asked in sorted(patterns)}
    index: Index = {}
    behind = 0
    for asked, made in reversed(compiled.items()):
        start = behind + len(made.code)
        index[asked] = (made.flags, start, behind, made.groups, made.group_index, made.index_group)
        behind = start
    return marshal.dumps((VERSION, index), _WITHOUT_REFERENCES) + b"".join(made.code for made in compiled.values())


_WITHOUT_REFERENCES = 2
"""Later formats say which objects were shared, and so depend on more than on values."""


def _is_current(path: Path) -> bool:
    if not path.exists():
        return False
    written = path.stat().st_mtime
    sources = (source for ending in ("py", "json", "txt") for source in _SHARED.rglob(f"*.{ending}"))
    return all(source.stat().st_mtime <= written for source in sources)


def _patterns() -> Iterator[LazyPattern]:
    """All that modules of shared/ make when they are imported, and all that they make of lexicons later."""
    for found in pkgutil.walk_packages(shared.__path__, "shared."):
        if not found.name.startswith(_CLOUD):
            importlib.import_module(found.name)
    make_all()
    return (thing for thing in gc.get_objects() if isinstance(thing, LazyPattern))


class _Compiled(NamedTuple):
    flags: int
    code: bytes
    groups: int
    group_index: dict[str, int]
    index_group: tuple[str | None, ...]


class _Recorder:
    """Stands between the compiler of `re` and its engine, and notes what the one hands to the other."""

    given: tuple[Any, ...] = ()

    def __getattr__(self, name: str) -> object:
        return getattr(_sre, name)

    def compile(self, *given: Any) -> None:
        self.given = given


def _compiled(source: str, flags: int) -> _Compiled:
    compiler: Any = importlib.import_module("re._compiler")
    recorder = _Recorder()
    compiler._sre = recorder  # noqa: SLF001 — there is no public way to what it makes
    try:
        compiler.compile(source, flags)
    finally:
        compiler._sre = _sre  # noqa: SLF001
    _source, all_flags, code, groups, group_index, index_group = recorder.given
    return _Compiled(int(all_flags), array("I", code).tobytes(), groups, dict(group_index), tuple(index_group))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
