"""The text of a LinkedIn profile page, copied whole, in the Spanish or the English interface."""

import re
from collections.abc import Sequence
from typing import Any

from shared.domain.lazy_pattern import lazy_pattern
from shared.importing.date_ranges import read_range
from shared.importing.profiles.free_text import find_addresses
from shared.importing.profiles.header import read_header
from shared.importing.profiles.jobs import read_jobs
from shared.importing.profiles.posts import begins_a_post, read_posts
from shared.importing.profiles.sections import Section, section_of, split_sections
from shared.importing.profiles.studies_and_skills import read_languages, read_skills, read_studies

_MARKS = lazy_pattern(
    r".*(?:\d(?:st|nd|rd)\+? degree connection|[·•] ?[123](?:st|nd|rd|er|º|\.º)\b|\d+\+? (?:connections|contactos)"
    r"|contact info|información de contacto|contacto de \d\S{0,3} grado).*",
    re.IGNORECASE,
)
_FEWEST_SECTIONS = 2
_LOOKED_AT = 40
_LONGEST_MARK = 200


def is_linkedin_profile(lines: Sequence[str]) -> bool:
    """Whether the lines have the titles of a profile's sections, or the marks that the page puts beside a name."""
    titles = sum(section_of(line) not in (None, Section.IGNORED) for line in lines)
    if titles >= _FEWEST_SECTIONS or (titles and any(map(read_range, lines))):
        return True
    if titles and any(map(begins_a_post, lines)):
        return True
    return any(_MARKS.fullmatch(line) for line in lines[:_LOOKED_AT] if len(line) < _LONGEST_MARK)


def read_linkedin_profile(lines: Sequence[str]) -> dict[str, Any]:
    """The fields of a prospect; without those that the page does not show."""
    sections = split_sections(lines)
    header = read_header(sections[Section.HEADER])
    jobs = read_jobs(sections[Section.EXPERIENCE])
    present = next((job for job in jobs if job["end"] is None), None)
    fields: dict[str, Any] = {
        **find_addresses("\n".join(sections[Section.HEADER] + sections[Section.IGNORED])),
        "full_name": header.full_name,
        "headline": header.headline,
        "location": header.location,
        "title": (present and present["title"]) or header.title,
        "company": (present and present["company"]) or header.company,
        "about": "\n".join(sections[Section.ABOUT]) or None,
        "experience": jobs,
        "education": read_studies(sections[Section.EDUCATION]),
        "skills": read_skills(sections[Section.SKILLS]),
        "languages": read_languages(sections[Section.LANGUAGES]),
        "posts": read_posts(sections[Section.POSTS]),
    }
    return {name: value for name, value in fields.items() if value}
