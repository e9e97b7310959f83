"""A reader as a process of its own: a file on standard input, what it becomes on standard output.

    python -m shared.importing.apart <reader> <most bytes of memory> <most seconds of processor>

Workbooks and PDF files are small programs that strangers wrote: a few kilobytes may ask for terabytes or for hours.
Here they can ask for no more than the limits, and what breaks is this process alone.
"""

import logging
import sys
from collections.abc import Callable, Mapping

from shared.domain.errors import InvalidInputError
from shared.importing.apart.protocol import Readable, packed, packed_refusal


def main() -> int:
    """Read one file; a refusal is an answer too."""
    reader, memory, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    read = _READERS[reader]()
    logging.disable(logging.CRITICAL)  # libraries tell what they find odd with pieces of the text
    limit(memory, seconds)
    data = sys.stdin.buffer.read()
    try:
        answer = packed(read(data))
    except InvalidInputError as error:
        answer = packed_refusal(error.sentence)
    sys.stdout.buffer.write(answer)
    return 0


def limit(memory: int, seconds: int) -> None:
    """Hold this process to so many bytes of memory and seconds of processor, as far as the system can.

    Windows has no such limits, and macOS keeps that of memory only on paper.
    """
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_FSIZE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):
            continue


def _workbook() -> Callable[[bytes], Readable]:
    from shared.importing.apart.workbook import read_workbook  # noqa: PLC0415  each process needs one of them

    return read_workbook


def _pdf() -> Callable[[bytes], Readable]:
    from shared.importing.apart.pdf_profiles import read_pdf_profiles  # noqa: PLC0415

    return read_pdf_profiles


_READERS: Mapping[str, Callable[[], Callable[[bytes], Readable]]] = {"workbook": _workbook, "pdf": _pdf}


if __name__ == "__main__":
    sys.exit(main())
