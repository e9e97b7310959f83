"""LinkedIn's "Save to PDF": two columns, whose lines say by their size what they are.

Left: contact, skills, languages and what else is short. Right: the name in the largest letters of all, below it
headline and place, then section titles, and under "Experience" companies in larger letters than titles, titles in
larger ones than dates and text. A profile begins on the page that has a name, so several may be in one file.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents
from shared.importing.date_ranges import is_duration, read_range
from shared.importing.profiles.free_text import find_addresses
from shared.importing.profiles.job_phrase import read_job, title_in
from shared.importing.profiles.line_kinds import is_capitalised, looks_like_a_place
from shared.importing.profiles.sections import Section, section_of
from shared.importing.profiles.studies_and_skills import read_languages, read_skills

_NAME_OVER_TITLE = 1.2  # how much larger a name is than a section's title, at least
_NAME_AT_LEAST = 18.0
_COLUMN_GAP = 40.0
_SAME_SIZE = 0.3
_NEW_PARAGRAPH = 1.7  # of the size
_LONGEST_PLACE = 60
_FOOTER = lazy_pattern(r"(?:page|página|pagina) \d+ (?:of|de) \d+")
_WEBSITE = lazy_pattern(r"\((?:linkedin|company|personal|blog|other|portfolio|rss|mobile|home|work)\)")
_STUDY = lazy_pattern(r"(?P<degree>.*?)\s*·?\s*\((?P<dates>[^()]*\d{4}[^()]*)\)\s*")


class Line(NamedTuple):
    """A line of a page: text, page from 0, left edge, height above the bottom, size of letters, right edge; points."""

    text: str
    page: int
    x: float
    y: float
    size: float
    end: float


class _Columns(NamedTuple):
    left: list[Line]
    right: list[Line]


def read_pdf_pages(pages: Sequence[Sequence[Line]]) -> list[dict[str, Any]]:
    """The people of a PDF in LinkedIn's layout as fields of prospects, in their order; none if it has another one."""
    return [_read(_columns(profile)) for profile in _profiles(pages)]


def _profiles(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """The lines of each profile: from a page with a name to the next such page."""
    largest = max((line.size for page in pages for line in page), default=0.0)
    titles = [line.size for page in pages for line in page if section_of(line.text) is not None]
    if largest < _NAME_AT_LEAST or not titles or largest < max(titles) * _NAME_OVER_TITLE:
        return
    profile: list[Line] = []
    for page in pages:
        begins = any(line.size > largest - 1 for line in page)
        if begins and profile:
            yield profile
            profile = []
        if begins or profile:
            profile += [line for line in page if not _FOOTER.fullmatch(line.text.lower())]
    if profile:
        yield profile


def _columns(lines: Sequence[Line]) -> _Columns:
    """The two columns: what begins well to the left of the name is the left one."""
    edge = max(lines, key=lambda line: line.size).x - _COLUMN_GAP
    return _Columns([line for line in lines if line.x < edge], [line for line in lines if line.x >= edge])


def _read(columns: _Columns) -> dict[str, Any]:
    left, right = _sections(columns.left), _sections(columns.right)
    jobs = _jobs(right[Section.EXPERIENCE])
    present = next((job for job in jobs if job["end"] is None), None)
    header = _header(right[Section.HEADER])
    job = read_job(header.get("headline") or "")
    fields: dict[str, Any] = {
        **header,
        **_contact(left[Section.IGNORED]),
        "title": (present and present["title"]) or title_in(header.get("headline") or ""),
        "company": (present and present["company"]) or job.company,
        "about": _paragraphs(right[Section.ABOUT]),
        "experience": jobs,
        "education": _studies(right[Section.EDUCATION]),
        "skills": read_skills(_texts(left[Section.SKILLS])),
        "languages": read_languages(_texts(left[Section.LANGUAGES])),
    }
    return {name: value for name, value in fields.items() if value}


def _sections(lines: Sequence[Line]) -> dict[Section, list[Line]]:
    """The lines of each section. A title stands in larger letters than what it is the title of."""
    sections: dict[Section, list[Line]] = {section: [] for section in Section}
    body = min((line.size for line in lines), default=0.0)
    current = Section.HEADER
    for line in lines:
        title = section_of(line.text) if line.size > body + _SAME_SIZE else None
        if title is None:
            sections[current].append(line)
        else:
            current = title
    return sections


def _header(lines: Sequence[Line]) -> dict[str, Any]:
    """Name, headline and place; the place is the last line below the name."""
    largest = max((line.size for line in lines), default=0.0)
    name = " ".join(line.text for line in lines if line.size > largest - 1)
    below = [line.text for line in lines if line.size <= largest - 1]
    place = below.pop() if below and (len(below) > 1 or looks_like_a_place(below[0])) else None
    return {"full_name": name, "headline": " ".join(below), "location": place}


def _contact(lines: Sequence[Line]) -> dict[str, str]:
    """Addresses, which the narrow column breaks in two: "www.linkedin.com/in/lucia-" and "ferrer (LinkedIn)"."""
    joined = "".join(
        f"{line.text} " if line.text.endswith(")") else line.text for line in lines if "@" not in line.text
    )
    mails = " ".join(line.text for line in lines if "@" in line.text)
    return find_addresses(f"{_WEBSITE.sub(' ', joined)} {mails}")


def _jobs(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """Jobs by the sizes of their lines: company, title, and below dates, place and text."""
    sizes = sorted({line.size for line in lines}, reverse=True)
    jobs: list[dict[str, Any]] = []
    company, texts, last = None, list[Line](), None
    for line in lines:
        rank = next((place for place, size in enumerate(sizes) if line.size > size - _SAME_SIZE), 0)
        if rank == 0:
            company = f"{company} {line.text}" if last == 0 else line.text
        elif rank == 1 and len(sizes) > 2:
            if last == 1:
                jobs[-1]["title"] += f" {line.text}"
            else:
                texts = []
                jobs.append({"title": line.text, "company": company, "below": texts})
        elif not (last == 0 and is_duration(line.text)):
            texts.append(line)
        last = rank
    return [_dated(job) for job in jobs]


def _dated(job: dict[str, Any]) -> dict[str, Any]:
    below: list[Line] = job.pop("below")
    dates = read_range(below[0].text) if below else None
    rest = below[1:] if dates else below
    place = rest[0].text if rest and _is_place(rest[0].text) else None
    text = _paragraphs(rest[1:] if place else rest)
    start, end = dates or (None, None)
    # Without readable dates nobody knows that it is the present job.
    return {**job, "start": start, "end": end if dates else "", "location": place, "description": text}


def _is_place(text: str) -> bool:
    return len(text) <= _LONGEST_PLACE and not text.endswith((".", ":", ";")) and is_capitalised(text)


def _studies(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """Schools in larger letters than degree and years below."""
    largest = max((line.size for line in lines), default=0.0)
    studies: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.size > largest - _SAME_SIZE or not studies:
            studies.append((line.text, []))
        else:
            studies[-1][1].append(line.text)
    return [_study(school, " ".join(below)) for school, below in studies]


def _study(school: str, below: str) -> dict[str, Any]:
    found = _STUDY.fullmatch(below)
    dates = read_range(found["dates"].strip()) if found else None
    degree = (found["degree"] if found else below).strip(" ·")
    start, end = dates or (None, None)
    return {"school": school, "degree": degree or None, "start": start, "end": end}


def _paragraphs(lines: Sequence[Line]) -> str | None:
    """Lines joined as they were before the column broke them: a wider gap, or a bullet, begins a paragraph."""
    if not lines:
        return None
    text = lines[0].text
    for above, line in pairwise(lines):
        apart = above.page == line.page and above.y - line.y > _NEW_PARAGRAPH * line.size
        text += ("\n" if apart or line.text.startswith(("-", "•", "·", "*", "–")) else " ") + line.text
    return text


def _texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


def plain_text(pages: Sequence[Sequence[Line]]) -> str:
    """All lines from the top, for a PDF in another layout."""
    kept = (line.text for page in pages for line in page)
    return "\n".join(text for text in kept if not _FOOTER.fullmatch(without_accents(text)))
