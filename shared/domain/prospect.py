"""A prospect: what is known of the person a message is written to.

Every value enters through the normalising types of this package (`linkedin_url.py`, `person_name.py`,
`email_address.py`, `partial_date.py`), so that what is stored is already in its one form. Wrong values raise
pydantic's ValidationError; `shared/api` turns its locations into JSON Pointers.
"""

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from shared.domain.email_address import EmailAddress
from shared.domain.language import Format
from shared.domain.linkedin_url import LinkedinUrl
from shared.domain.message import ProspectSummary
from shared.domain.partial_date import PartialDate
from shared.domain.person_name import STORED, PersonName, complete_names, surname_alone
from shared.domain.text import normalized

_CONTROLS = {
    code: " " if chr(code).isspace() else None
    for code in (*range(0x20), *range(0x7F, 0xA0))
    if code not in (0x09, 0x0A)
}
"""For str.translate: control characters go, all but tabs and line feeds."""


def _one_line(value: object) -> object:
    """NFC without control characters, on one line; what is no text is left to the type's own error."""
    if not isinstance(value, str):
        return value
    return " ".join(normalized(value if value.isprintable() else value.translate(_CONTROLS)).split())


def _lines(value: object) -> object:
    """NFC without control characters, its lines ended by a line feed."""
    if not isinstance(value, str):
        return value
    if value.isprintable():
        return normalized(value)
    return normalized(value.replace("\r\n", "\n").replace("\r", "\n")).translate(_CONTROLS)


Line = Annotated[str, BeforeValidator(_one_line), StringConstraints(strip_whitespace=True, max_length=300)]
"""A short text: a title, a company."""

Text = Annotated[str, BeforeValidator(_lines), StringConstraints(strip_whitespace=True, max_length=20_000)]
"""A long text: an "about", a post."""

MAX_PROFILE_BYTES = 300_000
"""A profile must fit into a stored document (900 KiB) beside what is kept with it; real ones have a few kilobytes."""

CustomName = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class _Profile(BaseModel):
    """Part of a profile. A blank text is the same as none, as forms and files send it; unknown fields are errors."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _blank_is_absent(cls, values: object) -> object:
        return {name: _without_blanks(value) for name, value in values.items()} if isinstance(values, dict) else values


def _without_blanks(value: object) -> object:
    if isinstance(value, str):
        return None if _is_blank(value) else value
    if isinstance(value, list):
        return [entry for entry in value if not _is_blank(entry)]
    if isinstance(value, dict):
        return {name: entry for name, entry in value.items() if not _is_blank(entry)}
    return value


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not (value if value.isprintable() else value.translate(_CONTROLS)).strip()


class Experience(_Profile, defer_build=True):
    """One job; `end` null is the present."""

    title: Line | None = None
    company: Line | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    location: Line | None = None
    description: Text | None = None


class Education(_Profile, defer_build=True):
    """One course of study."""

    school: Line | None = None
    degree: Line | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None


def _none() -> list[Any]:
    """Pydantic reads a factory's signature, and that of `list` it has to parse: two milliseconds of each start."""
    return []


def _no_columns() -> dict[str, str]:
    return {}


class Prospect(_Profile):
    """The fields of api.md, "A prospect"; all optional here, since an import row may identify a person by an address.

    The three names are derived from each other where missing. `title` is the current job's. `custom` keeps a file's
    own columns under their own headings.
    """

    full_name: PersonName | None = None
    first_name: PersonName | None = None
    last_name: PersonName | None = None
    title: Line | None = None
    headline: Line | None = None
    company: Line | None = None
    location: Line | None = None
    email: EmailAddress | None = None
    linkedin_url: LinkedinUrl | None = None
    about: Text | None = None
    experience: list[Experience] = Field(default_factory=_none, max_length=100)
    education: list[Education] = Field(default_factory=_none, max_length=100)
    skills: list[Line] = Field(default_factory=_none, max_length=200)
    languages: list[Line] = Field(default_factory=_none, max_length=50)
    posts: list[Text] = Field(default_factory=_none, max_length=50)
    custom: dict[CustomName, Text] = Field(default_factory=_no_columns, max_length=200)

    @property
    def size(self) -> int:
        """The bytes of the whole profile as JSON."""
        return len(self.model_dump_json().encode())

    @model_validator(mode="before")
    @classmethod
    def _form_of_address_shows_a_surname(cls, values: object, info: ValidationInfo) -> object:
        """That Pérez is no given name, "Sra. Pérez" says; nobody can tell once the name stands alone."""
        if (
            info.context is STORED
            or not isinstance(values, dict)
            or values.get("first_name")
            or values.get("last_name")
        ):
            return values
        full = values.get("full_name")
        surname = surname_alone(full) if isinstance(full, str) else None
        return {**values, "last_name": surname} if surname else values

    @model_validator(mode="after")
    def _fits_into_a_document(self, info: ValidationInfo) -> Self:
        if info.context is not STORED and self.size > MAX_PROFILE_BYTES:
            raise PydanticCustomError("prospect_size", "the profile is too large")
        return self

    @model_validator(mode="after")
    def _names_complete_each_other(self, info: ValidationInfo) -> Self:
        if info.context is STORED:  # they did when they came in
            return self
        names = complete_names(self.full_name, self.first_name, self.last_name)
        self.full_name, self.first_name, self.last_name = names
        return self


class StoredProspect(BaseModel):
    """A prospect as the workspace keeps it: the latest snapshot, and who looks after the person.

    `written` names the formats in which the person ever had a message, each with true: two writers who add different
    formats at the same time do not meet.
    """

    id: str
    prospect: Prospect
    written: dict[Format, bool] = {}
    role: str | None = None
    assignee: str | None = None
    created_at: datetime
    updated_at: datetime

    @property
    def summary(self) -> ProspectSummary:
        """What lists and messages show of the person."""
        known = self.prospect
        return ProspectSummary(id=self.id, full_name=known.full_name or "", title=known.title, company=known.company)
