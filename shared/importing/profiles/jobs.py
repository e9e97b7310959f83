"""The jobs of a pasted profile. Each is anchored at its dates; what stands above them are title and company.

Alone:   title / company · employment type / dates · duration / place / description
Grouped: company / total duration / (place) / title / dates · duration / … / title / dates · duration / …
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents
from shared.importing.date_ranges import DateRange, is_duration, read_range
from shared.importing.profiles.job_phrase import names_a_job
from shared.importing.profiles.pasted_lines import without_bullet

_TYPES = frozenset(
    "full-time|part-time|self-employed|freelance|contract|internship|apprenticeship|seasonal|permanent|temporary"
    "|jornada completa|media jornada|tiempo completo|medio tiempo|tiempo parcial|jornada parcial|autonomo"
    "|profesional independiente|contrato temporal|contrato de practicas|contrato|practicas|aprendiz|indefinido"
    "|contrato por obra|por cuenta propia|trabajo temporal".split("|")
)
_WAY_OF_WORK = frozenset("remote|hybrid|on-site|en remoto|remoto|hibrido|presencial|teletrabajo".split("|"))
_SKILLS = lazy_pattern(
    r"(?:skills|aptitudes):.*|.*\+\d+ (?:skills?|aptitud(?:es)?)$|.* and \+\d+ skills?", re.IGNORECASE
)
_NOISE = lazy_pattern(r"(?:show all|mostrar tod\w+|ver tod\w+|see all) .*|.*\.(?:pdf|jpe?g|png)$", re.IGNORECASE)
_LONGEST_PLACE = 80


@dataclass
class _Job:
    title: str | None = None
    company: str | None = None
    dates: DateRange | None = None
    location: str | None = None
    description: list[str] = field(default_factory=list)

    def fields(self) -> dict[str, str | None]:
        start, end = self.dates or DateRange(None, None)
        text = "\n".join(self.description) or None
        return {
            "title": self.title,
            "company": self.company,
            "start": start,
            "end": end,
            "location": self.location,
            "description": text,
        }


class _Above(NamedTuple):
    """What stands above the dates of a job, and how many lines that takes."""

    title: str | None
    company: str | None
    lines: int


def read_jobs(lines: Sequence[str]) -> list[dict[str, str | None]]:
    """The jobs in the order of the profile, as fields of `Experience`."""
    kept = [line for line in lines if not _SKILLS.fullmatch(line) and not _NOISE.fullmatch(line)]
    jobs: list[_Job] = []
    group: str | None = None
    between: list[str] = []  # the lines since the last dates: first of that job, then of the next
    for line in kept:
        dates = read_range(line)
        if dates is None:
            between.append(line)
            continue
        if jobs and not between and jobs[-1].dates == dates:
            continue  # the same dates once more, in words
        above, group = _above(between, group)
        _finish(jobs, between[: len(between) - above.lines])
        jobs.append(_Job(above.title, above.company, dates))
        between = []
    _finish(jobs, between)
    return [job.fields() for job in jobs]


def is_employment_type(line: str) -> bool:
    """Whether the line says how somebody is employed, perhaps with how long: "Jornada completa · 7 años"."""
    first, *rest = _parts(line)
    return _is_type(first) and all(is_duration(part) or _is_way_of_work(part) for part in rest)


def _above(lines: Sequence[str], group: str | None) -> tuple[_Above, str | None]:
    """What the lines up to the dates say of the job, and the company whose jobs are grouped from here on."""
    if (opened := _group(lines)) is not None:
        place, opener = opened
        titles = [line for line in lines[place + 1 :] if not _is_place(line) and not is_employment_type(line)]
        return _Above(titles[-1] if titles else None, opener, len(lines) - place + 1), opener
    if not lines:
        return _Above(None, group, 0), group
    last = lines[-1]
    if is_employment_type(last):
        return _Above(lines[-2] if len(lines) > 1 else None, group, 2), group
    company = _company(last)
    if group is not None and company is None and not _is_lone_job(lines):
        return _Above(last, group, 1), group
    return _Above(lines[-2] if len(lines) > 1 else None, company or last, 2), None


def _is_lone_job(lines: Sequence[str]) -> bool:
    """Whether the last two lines are a title and a company, behind jobs that were grouped under another company."""
    return len(lines) > 1 and names_a_job(lines[-2]) and not names_a_job(lines[-1])


def _group(lines: Sequence[str]) -> tuple[int, str] | None:
    """The place of a total duration behind a company's name, and the name, if a group opens in these lines."""
    for place in range(len(lines) - 1, 0, -1):
        parts = _parts(lines[place])
        if any(map(is_duration, parts)) and all(is_duration(part) or _is_type(part) for part in parts):
            return place, lines[place - 1]
    return None


def _is_type(part: str) -> bool:
    return without_accents(part) in _TYPES


def _company(line: str) -> str | None:
    """The company of a "Company · Full-time" line; None if the line has no employment type."""
    first, *rest = _parts(line)
    return first if rest and without_accents(rest[0]) in _TYPES | _WAY_OF_WORK else None


def _finish(jobs: Sequence[_Job], lines: Sequence[str]) -> None:
    """Give the last job the lines behind its dates: a place, perhaps, and a description."""
    if not jobs or not lines:
        return
    if _is_place(lines[0]):
        jobs[-1].location = " · ".join(part for part in _parts(lines[0]) if not _is_way_of_work(part)) or None
        lines = lines[1:]
    jobs[-1].description = [without_bullet(line) for line in lines]


def _is_place(line: str) -> bool:
    parts = _parts(line)
    if _is_way_of_work(parts[-1]):
        return True
    words = re.split(r"[\s,]+", parts[0])
    named = all(word[:1].isupper() or len(word) <= 3 for word in words if word)
    return len(parts) == 1 and "," in line and len(line) <= _LONGEST_PLACE and named and not line.endswith(".")


def _is_way_of_work(part: str) -> bool:
    return without_accents(part) in _WAY_OF_WORK


def _parts(line: str) -> list[str]:
    return [part.strip() for part in re.split(r"[·•]", line)]
