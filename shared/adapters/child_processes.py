"""Programs of ours as processes of their own, for what strangers' files may do to whoever reads them."""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from shared.domain.errors import QuotaExceededError, Sentence, UpstreamFailedError, UpstreamTimeoutError
from shared.telemetry.logs import get_logger

_log = get_logger()

_ROOT = Path(__file__).resolve().parents[2]
_INHERITED = ("PATH", "SYSTEMROOT", "TMPDIR", "LANG")
_WAIT_SECONDS = 5

_BROKE = Sentence("El programa que lee el archivo se ha interrumpido.", "The program that reads the file broke off.")
_LATE = Sentence("El programa que lee el archivo no acabó a tiempo.", "The program that reads the file took too long.")
_BUSY = Sentence("Se están leyendo otros archivos; prueba enseguida.", "Other files are being read; try again soon.")


class ChildProcesses:
    """See `shared.ports.Isolation`. At most `at_a_time` run, so that their memory is bounded too."""

    def __init__(self, at_a_time: int = 2) -> None:
        self._free = threading.BoundedSemaphore(at_a_time)

    def run(self, module: str, arguments: Sequence[str], data: bytes, seconds: float) -> bytes:
        """See `shared.ports.Isolation.run`."""
        if not self._free.acquire(timeout=_WAIT_SECONDS):
            raise QuotaExceededError(_BUSY, retry_after_seconds=_WAIT_SECONDS)
        try:
            finished = subprocess.run(  # noqa: S603  our own module; what came from outside is on standard input
                [sys.executable, "-m", module, *arguments],
                input=data,
                capture_output=True,
                cwd=_ROOT,
                env=_environment(),
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise UpstreamTimeoutError(_LATE) from None
        finally:
            self._free.release()
        if finished.returncode:
            _log.warning("child_process_broke", reason=str(finished.returncode))
            raise UpstreamFailedError(_BROKE)
        return finished.stdout


def _environment() -> dict[str, str]:
    """Where to find modules, and none of our settings: they hold keys."""
    kept = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
