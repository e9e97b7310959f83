"""Virtual environments that hold one requirement file and nothing else, kept in .cache/ by the file's digest."""

import fcntl
import hashlib
import subprocess
import sys
from pathlib import Path

from scripts.deployed import ROOT

_CACHE = ROOT / ".cache" / "interpreters"


def interpreter_with(requirements: Path) -> Path:
    """Folder of an environment with exactly `requirements`; whichever process asks first makes it."""
    pins = [line for line in requirements.read_text().splitlines() if not line.lstrip().startswith("#")]
    digest = hashlib.sha256("\n".join([sys.version, *pins]).encode()).hexdigest()[:16]
    _CACHE.mkdir(parents=True, exist_ok=True)
    with (_CACHE / f"{digest}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (_CACHE / digest / "ready").exists():
            _make(_CACHE / digest, requirements)
            (_CACHE / digest / "ready").touch()
    return _CACHE / digest


def _make(folder: Path, requirements: Path) -> None:
    _uv("venv", "--clear", "--no-project", "--python", sys.executable, str(folder))
    sync = ["pip", "sync", "--require-hashes", "--compile-bytecode", "--python", str(folder), str(requirements)]
    # Set-up has brought the same releases to this machine, so the network is needed only if uv's cache was emptied.
    if _uv(*sync, "--offline", may_fail=True) != 0:
        _uv(*sync)


def _uv(*arguments: str, may_fail: bool = False) -> int:
    command = [sys.executable, "-m", "uv", *arguments, "--quiet"]
    return subprocess.run(command, cwd=ROOT, check=not may_fail, capture_output=may_fail).returncode
