"""Pasted text to a table of people: cells of a spreadsheet, JSON, one profile or several, people line by line.

Several people are told apart by what a person would see: lines of dashes, LinkedIn's mark beside each name, empty
lines between people, or a person in every line. Where that does not hold for all of the text, it is one person's.
"""

import json
from collections.abc import Sequence
from itertools import pairwise

from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.name_parts import is_given_name
from shared.domain.prospect import Prospect
from shared.importing.column_aliases import is_known_heading
from shared.importing.headings import plain_heading
from shared.importing.profile_text import read_profile_text
from shared.importing.profiles.line_kinds import looks_like_a_name
from shared.importing.profiles.linkedin_page import is_linkedin_profile
from shared.importing.profiles.pasted_lines import clean_lines
from shared.importing.readers.json_values import is_json, read_json
from shared.importing.refusals import empty_file, refused
from shared.importing.table import OpenTable, open_source, open_table

_SEPARATORS = "\t;,|"
_FEWEST_HEADINGS = 2
_HEADINGS_WITHIN = 5
_NAME_ABOVE = 8
_RULE = lazy_pattern(r"(?m)^[ \t]*(?:[-=*_#~]{3,}|[–—]{2,})[ \t]*$")
_EMPTY_LINES = lazy_pattern(r"\n[ \t]*\n\s*")
_BESIDE_A_NAME = lazy_pattern(r"(?i).*(?:contact info|información de contacto)\W*")


def open_people_text(text: str) -> OpenTable:
    """The people of a pasted text, with the columns mapped; raises InvalidInputError if there is nobody in it."""
    if not text.strip("\ufeff \t\r\n"):
        raise empty_file()
    if is_json(text.encode(), "") or _is_table(text):
        return open_table(text.encode())
    people = [_fields(person) for person in _people(text.replace("\r\n", "\n")) if person.full_name or person.email]
    if not people:
        raise refused("No se ha encontrado ninguna persona en el texto.", "No person was found in the text.")
    return open_source(read_json(json.dumps(people).encode()))


def _is_table(text: str) -> bool:
    """Whether one of the first lines is a row of headings."""
    first = [line for line in text.splitlines() if line.strip()][:_HEADINGS_WITHIN]
    return any(_known_headings(line, separator) >= _FEWEST_HEADINGS for line in first for separator in _SEPARATORS)


def _known_headings(line: str, separator: str) -> int:
    return sum(is_known_heading(plain_heading(cell)) for cell in line.split(separator)) if separator in line else 0


def _people(text: str) -> list[Prospect]:
    """The people of the first division of the text that gives one for each part, else the one person of the whole."""
    for parts in (_RULE.split(text), _at_names(text), _EMPTY_LINES.split(text.strip()), text.splitlines()):
        filled = [part for part in parts if part.strip()]
        if len(filled) > 1 and (people := _one_each(filled)):
            return people
    return [_person(text)]


def _one_each(parts: Sequence[str]) -> list[Prospect] | None:
    """The people of the parts if each part is about a person of whom more than the name is said."""
    people: list[Prospect] = []
    for part in parts:
        person = _person(part)
        if person.full_name is None or not (person.title or person.company or person.email or person.linkedin_url):
            return None
        people.append(person)
    return people


def _at_names(text: str) -> list[str]:
    """The text divided above each name that LinkedIn's page marks by "Contact info" some lines below."""
    lines = clean_lines(text)
    if not is_linkedin_profile(lines):
        return []
    starts = [start for place in range(len(lines)) if (start := _name_above(lines, place)) is not None]
    borders = [0, *starts[1:], len(lines)]
    return ["\n".join(lines[start:end]) for start, end in pairwise(borders)]


def _name_above(lines: Sequence[str], place: int) -> int | None:
    """Where the name stands that the mark in this line belongs to; None if there is no mark."""
    if not _BESIDE_A_NAME.fullmatch(lines[place]):
        return None
    names = [above for above in range(max(0, place - _NAME_ABOVE), place) if looks_like_a_name(lines[above])]
    sure = [above for above in names if is_given_name(lines[above].split()[0])]
    return next(reversed(sure or names), None)


def _person(text: str) -> Prospect:
    return read_profile_text(text, "/text").prospect if text.strip() else Prospect()


def _fields(person: Prospect) -> dict[str, object]:
    """The person as an entry of a JSON file; first and last name follow from the full one."""
    return person.model_dump(mode="json", exclude_defaults=True, exclude={"first_name", "last_name"})
