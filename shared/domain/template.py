"""Templates: saved texts with variables that a person or a prompt starts from. The gate judges what comes out."""

from datetime import datetime
from typing import NamedTuple

from pydantic import BaseModel

from shared.domain.documents import Equal, Filter
from shared.domain.language import Format, Language


class Template(BaseModel, defer_build=True):
    """A saved text; `subject` only for formats that have one."""

    id: str
    name: str
    format: Format
    language: Language
    subject: str | None = None
    body: str
    author: str
    created_at: datetime
    updated_at: datetime


class TemplateFilter(NamedTuple):
    """Which templates a list shows; None means any."""

    format: Format | None = None
    language: Language | None = None

    def as_filters(self) -> list[Filter]:
        """The same as the store takes it."""
        values = {"format": self.format, "language": self.language}
        return [Equal(name, value) for name, value in values.items() if value is not None]
