"""Pasted text to one person: a LinkedIn profile, labelled lines, JSON, a line, a sentence, a signature.

Nothing in the text is an instruction to anybody here: what gives orders is a value like any other, and the gate deals
with it.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from shared.domain.errors import InvalidInputError, Sentence
from shared.domain.imports import SourceRow
from shared.domain.prospect import Prospect
from shared.importing.building import Problem, build_prospect
from shared.importing.profiles.free_text import read_free_text
from shared.importing.profiles.labelled_text import read_labelled
from shared.importing.profiles.linkedin_page import is_linkedin_profile, read_linkedin_profile
from shared.importing.profiles.pasted_lines import clean_lines
from shared.importing.readers.json_values import flattened, loaded, people_in
from shared.importing.table import open_source
from shared.importing.table_source import TableSource

_LONGEST = 200_000
_LONGEST_LINE, _LONGEST_TEXT = 300, 20_000

_NO_NAME = Sentence(
    "No se ha encontrado el nombre de la persona en el texto.", "The person's name was not found in the text."
)
_SHORTENED = Sentence("Algún texto era muy largo y se ha cortado.", "Some text was very long and was cut.")
_LEFT_OUT = Sentence("Algunos datos no se han podido leer.", "Some details could not be read.")


class ParsedProfile(NamedTuple):
    """The person found in a pasted text, and what the reader could not make of it.

    `prospect.full_name` is None where no name was found; the caller decides whether it can go on without.
    """

    prospect: Prospect
    warnings: tuple[Sentence, ...] = ()


def read_profile_text(text: str, pointer: str = "/prospect_text") -> ParsedProfile:
    """The person in `text`.

    Raises InvalidInputError at `pointer`, a JSON Pointer, for a text that is empty or longer than 200,000 characters.
    """
    if len(text) > _LONGEST:
        raise InvalidInputError.at(
            pointer,
            "El texto es demasiado largo: pega solo el perfil de una persona.",
            "The text is too long: paste the profile of one person only.",
        )
    lines = clean_lines(text.encode("utf-8", "replace").decode("utf-8"))
    if not lines:
        raise InvalidInputError.at(pointer, "El texto está vacío.", "The text is empty.")
    return _from_json(text) or _from_lines(lines)


def _from_json(text: str) -> ParsedProfile | None:
    """The first person of a pasted JSON value."""
    if not text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return None
    try:
        people = people_in(loaded(text))
    except ValueError:
        return None
    if not people:
        return None
    fields = flattened(people[0])
    row = SourceRow(1, list(fields.values()))
    read = next(open_source(TableSource(tuple(fields), lambda: iter([row]))).rows(), None)
    return None if read is None else _parsed(read.prospect, left_out=bool(read.errors))


def _from_lines(lines: list[str]) -> ParsedProfile:
    if is_linkedin_profile(lines):
        return _built(read_linkedin_profile(lines))
    labelled = read_labelled(lines)
    if labelled is not None:
        return _parsed(labelled.prospect, left_out=bool(labelled.errors))
    return _built(read_free_text(lines))


def _built(fields: Mapping[str, Any]) -> ParsedProfile:
    """The prospect of the fields; what is too long is cut, since a person pasted it and nobody can correct a cell."""
    prospect, problems = build_prospect(fields)
    too_long = [problem for problem in problems if _text_at(fields, problem) is not None]
    if not too_long:
        return _parsed(prospect, left_out=bool(problems))
    cut = _cut(fields)
    prospect, problems = build_prospect(cut)
    return _parsed(prospect, left_out=bool(problems), shortened=True)


def _text_at(fields: Mapping[str, Any], problem: Problem) -> str | None:
    """The text that is too long for its place, if that is the problem."""
    value: Any = fields
    for step in problem.place:
        value = value[step]
    return value if isinstance(value, str) and len(value) > _LONGEST_LINE else None


def _cut(value: Any, name: str = "") -> Any:
    """The fields with texts and lists no longer than they may be."""
    if isinstance(value, Mapping):
        return {key: _cut(entry, key) for key, entry in value.items()}
    if isinstance(value, list):
        return [_cut(entry, name) for entry in value]
    long = name in ("about", "posts", "description")
    return value[: _LONGEST_TEXT if long else _LONGEST_LINE] if isinstance(value, str) else value


def _parsed(prospect: Prospect, *, left_out: bool, shortened: bool = False) -> ParsedProfile:
    notes = {_NO_NAME: prospect.full_name is None, _SHORTENED: shortened, _LEFT_OUT: left_out}
    return ParsedProfile(prospect, tuple(note for note, holds in notes.items() if holds))
