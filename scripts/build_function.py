"""Write dist/<function>.zip for the functions that are named, or for all of them.

    python -m scripts.build_function [NAME …] [--to FOLDER]

A zip depends on nothing but the files in it: names are sorted, times and permissions fixed, and nothing is compressed,
since two zlib builds may compress alike files differently. So equal sources give equal bytes on every machine with the
same version of Python, and Terraform, which names the uploaded object by its digest, redeploys nothing that did not
change. What another version than the functions' own compiled ahead is not used by them.

    main.py               what the platform loads: it takes the function from functions/<name>/main.py, so that every
                          module is imported by the same name here, on a laptop and in tests
    requirements.txt      the function's own, which the platform looks for beside main.py
    functions/<name>/     the function
    shared/               the common package, whole, with the patterns that were compiled ahead for this Python
"""

import argparse
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from scripts import keep_patterns
from scripts.deployed import FUNCTIONS, ROOT
from shared.domain.kept_patterns import FILE

_MAIN = '''"""Where the platform looks for the function; functions/{name}/main.py is what runs."""

from functions.{name}.main import {name}

__all__ = ["{name}"]
'''
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can hold
_READABLE_FILE = 0o100644 << 16
_UNIX = 3
_LEFT_OUT = {"__pycache__", "requirements.txt"}


def main() -> int:
    """Build what the command line names and print where it lies."""
    parser = argparse.ArgumentParser(description="Build deployable zips.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(FUNCTIONS))
    parser.add_argument("--to", type=Path, default=ROOT / "dist", metavar="FOLDER", help="where to write (dist)")
    arguments = parser.parse_args()
    if unknown := sorted(set(arguments.names) - set(FUNCTIONS)):
        parser.error(f"no such function: {', '.join(unknown)}")
    for name in arguments.names or FUNCTIONS:
        path = build(name, arguments.to)
        print(f"{path}  {path.stat().st_size / 1024:.0f} KiB")
    return 0


def build(name: str, folder: Path) -> Path:
    """Write `folder`/<name>.zip and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for inside, content in sorted(contents(name)):
            archive.writestr(_entry(inside), content)
    return path


def contents(name: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the function's zip: its name inside, and its bytes."""
    yield "main.py", _MAIN.format(name=name).encode()
    yield "requirements.txt", (ROOT / "functions" / name / "requirements.txt").read_bytes()
    yield "functions/__init__.py", (ROOT / "functions" / "__init__.py").read_bytes()
    yield f"shared/domain/{FILE.name}", keep_patterns.printed()
    for package in (ROOT / "functions" / name, ROOT / "shared"):
        for path in package.rglob("*"):
            inside = PurePosixPath(path.relative_to(ROOT))
            if path.is_file() and not _is_left_out(inside):
                yield str(inside), path.read_bytes()


def _is_left_out(inside: PurePosixPath) -> bool:
    return inside.suffix == FILE.suffix or any(part in _LEFT_OUT or part.startswith(".") for part in inside.parts)


def _entry(inside: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(inside, _EPOCH)
    entry.create_system = _UNIX
    entry.external_attr = _READABLE_FILE
    return entry


if __name__ == "__main__":
    sys.exit(main())
