"""Make .venv ready for `run` (what the product needs) or `dev` (that, and every tool); do nothing if it is ready.

    python -I -S scripts/set_up.py run|dev

.venv/ready.json is the state: removed before the first change, written after the last one. So a folder without it was
left half made by somebody's Ctrl-C and is made anew; one with other contents is brought up to date.
Standard library only, and quick: each `make run` and `make test` passes here.
"""

import fcntl
import hashlib
import json
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict

ROOT = Path(__file__).resolve().parent.parent
GROUPS = ("run", "dev")  # each holds all of the one before it


class State(TypedDict):
    """What a finished set-up left: which group, from which requirement files, in which place."""

    group: str
    digest: str
    folder: str


def main(arguments: list[str]) -> int:
    """Set up the group that the command line names; 0 when .venv is ready for it."""
    try:
        ready(arguments[0])
    except KeyboardInterrupt:
        return _failed("Set-up was interrupted; run make again to finish it.", 130)
    except subprocess.CalledProcessError:
        return _failed("Set-up could not install what the lines above name; run make again once that is mended.", 1)
    except PermissionError as error:
        return _failed(f"Set-up may not write to {error.filename}: give yourself that right, or copy the project.", 1)
    return 0


def ready(group: str) -> None:
    """Return once .venv holds `group` as requirements/ says it now.

    Raises CalledProcessError if something cannot be installed, PermissionError if the folder cannot be written.
    """
    if is_ready(group):
        return
    with _alone():
        if not is_ready(group):
            _set_up(group)


def is_ready(group: str) -> bool:
    """Whether .venv works, lies where it was made, and holds what `group` needs."""
    found = _found()
    return found is not None and found["group"] in GROUPS[GROUPS.index(group) :] and found == _wanted(found["group"])


def _set_up(group: str) -> None:
    found = _found()
    if found is None:
        print("Setting up .venv, once; this takes about half a minute …", flush=True)
        venv.create(ROOT / ".venv", clear=True, symlinks=True, with_pip=True)
    else:
        print("Bringing .venv up to date …", flush=True)
        group = max(group, found["group"], key=GROUPS.index)
    _ready_file().unlink(missing_ok=True)
    _install(group)
    partial = _ready_file().with_suffix(".partial")
    partial.write_text(json.dumps(_wanted(group)))
    partial.replace(_ready_file())


def _install(group: str) -> None:
    python, uv = ".venv/bin/python", ".venv/bin/uv"
    bootstrap, wanted = _requirements(group)
    pip = (python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes")
    subprocess.run([*pip, "--requirement", bootstrap], cwd=ROOT, check=True)
    # Without bytecode every process start would pay for compiling what it imports.
    sync = (uv, "pip", "sync", "--quiet", "--require-hashes", "--compile-bytecode", "--python", python)
    subprocess.run([*sync, bootstrap, wanted], cwd=ROOT, check=True)


def _found() -> State | None:
    """The finished set-up that is in use; None if there is none, it was moved, or its Python does not run.

    scripts/find_python.sh tries .venv's Python first, so another one here means that this one is gone.
    """
    if Path(sys.executable).parent != ROOT / ".venv" / "bin" or not _ready_file().exists():
        return None
    found: State = json.loads(_ready_file().read_bytes())
    return found if found["folder"] == str(ROOT) else None


def _wanted(group: str) -> State:
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in _requirements(group))).hexdigest()
    return State(group=group, digest=digest, folder=str(ROOT))


def _requirements(group: str) -> tuple[Path, Path]:
    return ROOT / "requirements" / "bootstrap.txt", ROOT / "requirements" / f"{group}.txt"


def _ready_file() -> Path:
    return ROOT / ".venv" / "ready.json"


@contextmanager
def _alone() -> Iterator[None]:
    """Wait for another set-up of this folder: `make run` and `make test` may be started together."""
    (ROOT / ".cache").mkdir(exist_ok=True)
    with (ROOT / ".cache" / "set-up.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _failed(sentence: str, status: int) -> int:
    print(f"\n{sentence}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
