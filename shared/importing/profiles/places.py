"""Towns, provinces, regions and countries by name: what tells "Bilbao" below a name from "Logística Norte"."""

from functools import cache
from pathlib import Path

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.text import without_accents
from shared.importing.profiles.line_kinds import looks_like_a_place

_NAMES = Path(__file__).with_name("place_names.txt")
_LONGEST_UNKNOWN_TOWN = 2
_IN_BRACKETS = lazy_pattern(r"\s*\([^()]*\)")


def is_place_name(text: str) -> bool:
    """Whether the whole text is the name of a place: "Bilbao", "Reino Unido"."""
    return without_accents(_IN_BRACKETS.sub("", text)).strip(" .,") in _place_names()


def names_a_place(line: str) -> bool:
    """Whether the line is a known place, alone or with its province and country, or a small town with a known one."""
    parts = [part.strip() for part in line.split(",") if part.strip()]
    if not parts:
        return False
    if is_place_name(parts[0]):
        return True
    is_town = len(parts[0].split()) <= _LONGEST_UNKNOWN_TOWN
    return looks_like_a_place(line) and is_town and is_place_name(parts[-1])


@cache
def _place_names() -> frozenset[str]:
    return frozenset(_NAMES.read_text(encoding="utf-8").splitlines())
