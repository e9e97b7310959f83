"""What the kernel knows of a server's processes (Linux only: /proc)."""

import os
from pathlib import Path


def family(process: int) -> list[int]:
    """The process and all that it started, itself first."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [process, *(one for child in children for one in family(int(child)))]


def megabytes(process: int) -> float:
    """Resident memory of the process and its children."""
    return sum(_held(one, "VmRSS") for one in family(process))


def own_megabytes(process: int) -> float:
    """Memory that the process and its children made. Their programs' files are left out: how much of those is in memory
    is the kernel's affair, which takes it away from all at once where others need it.
    """
    return sum(_held(one, "RssAnon") for one in family(process))


def processor_seconds(process: int) -> float:
    """Processor time of the process and its children so far."""
    return sum(_processor(one) for one in family(process))


def _held(process: int, kind: str) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(kind))


def _processor(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
