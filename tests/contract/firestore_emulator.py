"""Google's own Firestore emulator: found where it is installed, started once for a test run and stopped with it."""

import atexit
import importlib.util
import os
import shutil
import socket
import subprocess
import time
from functools import cache
from pathlib import Path

_JAR = Path("platform/cloud-firestore-emulator/cloud-firestore-emulator.jar")
_STANDARD_PLACE = Path("/usr/lib/google-cloud-sdk") / _JAR
_MAIN = "com.google.cloud.datastore.emulator.firestore.CloudFirestore"
_START_SECONDS = 60

HOW_TO_INSTALL = (
    "Google's Firestore emulator is missing. Run `gcloud components install cloud-firestore-emulator`, or install the "
    "Debian package google-cloud-cli-firestore-emulator, with Java 17 or newer; or let FIRESTORE_EMULATOR_JAR name it. "
    "The client is the library google-cloud-firestore."
)


def is_installed() -> bool:
    """Whether the emulator, the Java that runs it and Google's client library are on this machine."""
    return _jar() is not None and shutil.which("java") is not None and _has_client()


def is_left_out() -> bool:
    """Whether tests against the emulator are skipped: where it is missing, but never in CI, where they then fail."""
    return not is_installed() and os.environ.get("CI") != "true"


def _has_client() -> bool:
    try:
        return importlib.util.find_spec("google.cloud.firestore") is not None
    except ModuleNotFoundError:
        return False


@cache
def emulator_host() -> str:
    """host:port of the emulator of this process, which is started if need be."""
    if not is_installed():
        raise RuntimeError(HOW_TO_INSTALL)
    port = _free_port()
    emulator = subprocess.Popen(
        ["java", "-Xmx512m", "-Duser.language=en", "-cp", str(_jar()), _MAIN, "--host=127.0.0.1", f"--port={port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    atexit.register(_stop, emulator)
    _wait_for(emulator, port)
    return f"127.0.0.1:{port}"


def _jar() -> Path | None:
    """$FIRESTORE_EMULATOR_JAR, else Debian's place, else where gcloud keeps its components."""
    named, gcloud = os.environ.get("FIRESTORE_EMULATOR_JAR"), shutil.which("gcloud")
    places = [Path(named)] if named else [_STANDARD_PLACE]
    if gcloud:
        places.append(Path(gcloud).resolve().parents[1] / _JAR)
    return next((place for place in places if place.is_file()), None)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(emulator: subprocess.Popen[bytes], port: int) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and emulator.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("The Firestore emulator did not start.")


def _stop(emulator: subprocess.Popen[bytes]) -> None:
    emulator.terminate()
    emulator.wait(timeout=10)
