"""Programs that do what strangers' files make readers do."""

import os
import signal
import sys
import time

from shared.importing.apart.__main__ import limit


def echo(data: bytes) -> None:
    sys.stdout.buffer.write(data)


def fail(data: bytes) -> None:
    raise RuntimeError(data)


def greedy(_data: bytes) -> None:
    most = int(sys.argv[2])
    limit(most, 20)
    sys.stdout.write(str(len(bytearray(most))))


DEEDS = {
    "echo": echo,
    "fail": fail,
    "greedy": greedy,
    "environment": lambda _data: sys.stdout.write(repr(dict(os.environ))),
    "sleep": lambda _data: time.sleep(60),
    "nap": lambda _data: time.sleep(2),
    "crash": lambda _data: os.kill(os.getpid(), signal.SIGSEGV),
    "abort": lambda _data: os.abort(),
}


if __name__ == "__main__":
    DEEDS[sys.argv[1]](sys.stdin.buffer.read())
