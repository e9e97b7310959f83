"""The top of a profile: name, headline, place, and what the headline says of job and company."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.name_parts import is_given_name
from shared.domain.text import without_accents
from shared.importing.profiles.job_phrase import read_job, title_in
from shared.importing.profiles.line_kinds import NAVIGATION, looks_like_a_name, looks_like_a_place

_LOOKED_AT = 25
_NAME_WITHIN = 8
_NOISE = lazy_pattern(
    r"(?:[·•]?\s*[123](?:st|nd|rd|er|º|\.º|\.er)\+?\s*(?:degree connection|grado)?)+"
    r"|(?:contacto de )?[123]\S{0,3} grado"
    r"|\(?(?:she/her|he/him|they/them|ella|el|elle|ella/ella|el/el|she/they|he/they)(?:/\w+)?\)?"
    r"|(?:mas de )?[\d.,+]+\s*(?:connections|contactos|followers|seguidores).*"
    r"|.*(?:mutual connections?|contactos? en comun|other mutual|mas en comun|followed by|seguido por).*"
    r"|\d+ notifications?.*|\d+ notificaci\w+.*|(?:foto|imagen) .*|.*(?:profile picture|profile photo).*",
    re.IGNORECASE,
)
_CONTACT_INFO = lazy_pattern(r"\s*·?\s*(?:contact info|información de contacto)\s*$", re.IGNORECASE)
_COUNTERS = lazy_pattern(r"(?:connections|contactos|followers|seguidores)\s*$", re.IGNORECASE)


class Header(NamedTuple):
    """What stands above the sections; None for what is not there."""

    full_name: str | None
    headline: str | None
    location: str | None
    title: str | None
    company: str | None


def read_header(lines: Sequence[str]) -> Header:
    """The header of a LinkedIn profile."""
    shown = [line for line in lines[:_LOOKED_AT] if not _is_noise(line) or _CONTACT_INFO.search(line)]
    names = [index for index, line in enumerate(shown[:_NAME_WITHIN]) if looks_like_a_name(line)]
    if not names:
        return Header(None, None, None, None, None)
    place = next((index for index in names if is_given_name(shown[index].split()[0])), names[0])
    below = [line for line in shown[place + 1 :] if line != shown[place]]
    location = next((_CONTACT_INFO.sub("", line) for line in below if _is_place(line)), None)
    headline = next((line for line in below[:2] if line != location and not _CONTACT_INFO.search(line)), None)
    job = read_job(headline or "")
    company = job.company or _top_company(line for line in below[:4] if line not in (headline, location))
    return Header(shown[place], headline, location or None, title_in(headline or ""), company)


def _is_noise(line: str) -> bool:
    plain = without_accents(line).strip(" .:")
    return plain in NAVIGATION or _NOISE.fullmatch(plain) is not None


def _is_place(line: str) -> bool:
    bare = _CONTACT_INFO.sub("", line)
    if bare != line:
        return bool(bare) and "·" not in bare
    return looks_like_a_place(line)


def _top_company(lines: Iterable[str]) -> str | None:
    """The "Company · School" line between headline and place."""
    shared = (line for line in lines if "·" in line and not _CONTACT_INFO.search(line) and not _COUNTERS.search(line))
    return next((line.partition("·")[0].strip() for line in shared), None) or None
