"""Compile the dependency groups of pyproject.toml into requirement files, pinned and hashed: they are the lock.

    python -m scripts.lock_requirements            take over what changed in pyproject.toml, keep every other pin
    python -m scripts.lock_requirements --upgrade  take the newest releases that pyproject.toml allows
    python -m scripts.lock_requirements --check    change nothing; fail if the files are not what they should be

The pins of the functions and of `run` are those of `dev`, so what is tested is what is deployed. Compiling keeps the
pins that a file already has, so --check passes as long as pyproject.toml is unchanged, whatever is released meanwhile.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.deployed import FUNCTIONS, ROOT

_DEV = Path("requirements/dev.txt")
_FOR_PEOPLE = ("audit", "bootstrap", "dev", "load", "peers", "policy", "run")
_OWN_PINS = frozenset({"audit", "bootstrap", "dev", "load", "policy"})


def main() -> int:
    """Write the lock, or check it."""
    parser = argparse.ArgumentParser(description="Lock the dependency groups of pyproject.toml.")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true", help="change nothing, fail on drift")
    mode.add_argument("--upgrade", action="store_true", help="take the newest releases")
    arguments = parser.parse_args()
    if arguments.check:
        return check()
    lock(ROOT, upgrade=arguments.upgrade)
    return 0


def check() -> int:
    """Compile a copy of the lock and compare: 0 if nothing would change, else 1 and the names of the files."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in (Path("pyproject.toml"), *outputs().values()):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / name).exists():
                shutil.copyfile(ROOT / name, copy / name)
        lock(copy)
        drifted = [name for name in outputs().values() if not _same(copy / name, ROOT / name)]
    for name in drifted:
        print(f"{name} is not what pyproject.toml asks for; run `make lock`.", file=sys.stderr)
    return 1 if drifted else 0


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.read_bytes() == other.read_bytes()


def outputs() -> dict[str, Path]:
    """Requirement file of each locked group, relative to the root; `dev` before those that take its pins."""
    files = {name: Path("requirements", f"{name}.txt") for name in _FOR_PEOPLE}
    return files | {name: Path("functions", name, "requirements.txt") for name in FUNCTIONS}


def lock(root: Path, *, upgrade: bool = False) -> None:
    """Compile every group of `root`/pyproject.toml in place. Raises CalledProcessError if one cannot be resolved."""
    for group, output in outputs().items():
        command = [
            *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
            *("--generate-hashes", "--custom-compile-command", "make lock"),
            *("--group", f"pyproject.toml:{group}", "--output-file", str(output)),
            *(() if group in _OWN_PINS else ("--constraints", str(_DEV))),
            *(("--upgrade",) if upgrade else ()),
        ]
        subprocess.run(command, cwd=root, check=True)


if __name__ == "__main__":
    sys.exit(main())
