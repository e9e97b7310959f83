"""Studies, skills and languages of a pasted profile."""

import re
from collections.abc import Sequence

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents
from shared.importing.date_ranges import DateRange, read_range

_LONGEST_WORD = 60
_MOST_WORDS = 50
_NOISE = lazy_pattern(
    r".*(?:endorse|validaci|validad|linkedin skill|evaluacion de aptitudes|assessment|experiences? (?:at|across)"
    r"|experiencias? en|show all|mostrar tod|ver tod|see all|educational experience|experiencia educativa).*"
    r"|(?:activities and societies|actividades y grupos|grade|nota|promedio)\s*:.*|\d+|all|todas?|industry knowledge"
    r"|conocimientos del sector|tools & technologies|herramientas y tecnologias|interpersonal skills"
    r"|(?:skills|aptitudes):.*"
)
_LEVEL = lazy_pattern(
    r".*(?:proficiency|competencia|bilingue|bilingual|nativ[oa]?|native|basic[oa]?|elemental|elementary|limitad[oa]"
    r"|professional|profesional|full professional|working).*"
)
_LEVEL_BEHIND = lazy_pattern(r"\s*[(·:–-]\s*(?P<level>[^()]+)\)?$")


def read_studies(lines: Sequence[str]) -> list[dict[str, str | None]]:
    """The studies in the order of the profile, as fields of `Education`: school, degree, then years."""
    studies: list[dict[str, str | None]] = []
    above: list[str] = []
    for line in lines:
        dates = read_range(line)
        if dates is None and not _NOISE.fullmatch(without_accents(line)):
            above.append(line)
        elif dates is not None and above:
            studies.append(_study(above, dates))
            above = []
    # Text behind the last years belongs to them, unless there were no years at all.
    return studies or ([_study(above, DateRange(None, None))] if above else [])


def read_skills(lines: Sequence[str]) -> list[str]:
    """The skills, without who endorsed them."""
    words = [word.strip() for line in lines if not _is_noise(line) for word in re.split(r"[·•;]", line)]
    return list(dict.fromkeys(word for word in words if word and len(word) <= _LONGEST_WORD))[:_MOST_WORDS]


def read_languages(lines: Sequence[str]) -> list[str]:
    """The languages, without their levels."""
    names = [_language(line) for line in lines if not _is_noise(line)]
    return list(dict.fromkeys(name for name in names if name))[:_MOST_WORDS]


def _study(above: Sequence[str], dates: DateRange) -> dict[str, str | None]:
    degree = above[1] if len(above) > 1 else None
    return {"school": above[0], "degree": degree, "start": dates.start, "end": dates.end}


def _language(line: str) -> str | None:
    level = _LEVEL_BEHIND.search(line)
    name = line[: level.start()] if level and _LEVEL.fullmatch(without_accents(level["level"])) else line
    return None if _LEVEL.fullmatch(without_accents(name)) or len(name) > _LONGEST_WORD else name.strip()


def _is_noise(line: str) -> bool:
    return _NOISE.fullmatch(without_accents(line)) is not None
