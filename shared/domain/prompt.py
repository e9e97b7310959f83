"""Prompts: the instructions that a writer gets for one role, format and language, in immutable versions."""

from datetime import datetime
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from shared.domain.documents import Equal, Filter
from shared.domain.language import Format, Language
from shared.domain.role import RoleKey


class Prompt(BaseModel):
    """One version. It never changes; the head of its role, format and language names the active one.

    `author` is the id of the principal who wrote it, or "default" for the pack that comes with the product.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    role: RoleKey
    format: Format
    language: Language
    version: int
    text: str
    note: str | None = None
    author: str
    parent: str | None = None
    created_at: datetime

    @property
    def place(self) -> str:
        """The key of the head that it belongs to."""
        return head_key(self.role, self.format, self.language)


def head_key(role: str, format_: Format, language: Language) -> str:
    """The id of the head document: "operations.linkedin_note.es"."""
    return f"{role}.{format_}.{language}"


class PromptFilter(NamedTuple):
    """Which prompts a list shows; None means any."""

    role: str | None = None
    format: Format | None = None
    language: Language | None = None

    def as_filters(self) -> list[Filter]:
        """The same as the store takes it."""
        values = {"role": self.role, "format": self.format, "language": self.language}
        return [Equal(name, value) for name, value in values.items() if value is not None]
