"""What the routes of prompts read and answer."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from shared.api.pagination import PageQuery
from shared.domain.generation import Id
from shared.domain.language import Format, Language, Register
from shared.domain.message import Fact, RoleMatch
from shared.domain.prompt import Prompt
from shared.domain.prompt_text import VARIABLES
from shared.domain.prospect import Prospect
from shared.domain.role import RoleKey
from shared.services.create_prompt import PromptText
from shared.services.preview_prompt import PromptPreview


class PromptPath(BaseModel, defer_build=True):
    """Names one prompt version."""

    id: Id


class PromptQuery(PageQuery):
    """Filters of the prompts; each left out means any."""

    role: RoleKey | None = None
    format: Format | None = None
    language: Language | None = None


class PromptView(BaseModel, defer_build=True):
    """One version of a prompt."""

    id: str
    role: str
    format: Format
    language: Language
    version: int
    parent: str | None
    active: bool
    text: str
    note: str | None
    author: str
    created_at: datetime

    @classmethod
    def of(cls, prompt: Prompt, *, active: bool) -> Self:
        """The version, and whether it is the active one."""
        return cls(**prompt.model_dump(), active=active)


class PreviewBody(BaseModel, defer_build=True):
    """A text to try or a stored prompt, on somebody given or stored. `role` is found from the title if left out."""

    model_config = ConfigDict(extra="forbid")

    text: PromptText | None = None
    prompt_id: Id | None = None
    prospect: Prospect | None = None
    prospect_id: Id | None = None
    role: RoleKey | None = None
    format: Format
    language: Language
    register_: Register | None = Field(default=None, alias="register")

    @model_validator(mode="after")
    def _names_one_of_each(self) -> Self:
        if (self.text is None) == (self.prompt_id is None):
            raise PydanticCustomError("one_prompt", "exactly one of text and prompt_id is needed")
        if (self.prospect is None) == (self.prospect_id is None):
            raise PydanticCustomError("one_prospect", "exactly one of prospect and prospect_id is needed")
        return self


class VariableView(BaseModel, defer_build=True):
    """A variable that prompts and templates may use: `{{ name }}`, what it stands for, its value for this person."""

    name: str
    meaning: str
    value: str


class PreviewView(BaseModel, defer_build=True):
    """What the writer would get, without calling it: the rendered instructions and the facts as data."""

    instructions: str
    fact_block: str
    facts: tuple[Fact, ...]
    ignored_fields: tuple[str, ...]
    role: RoleMatch
    variables: tuple[VariableView, ...]

    @classmethod
    def of(cls, preview: PromptPreview, interface: str) -> Self:
        """The preview as the API shows it, the meanings in the language of the interface."""
        return cls(
            instructions=preview.instructions,
            fact_block=preview.fact_block,
            facts=preview.facts,
            ignored_fields=preview.ignored_fields,
            role=preview.role,
            variables=tuple(_variables(preview.values, interface)),
        )


def _variables(values: Mapping[str, str], interface: str) -> Iterator[VariableView]:
    for name, meaning in VARIABLES.items():
        yield VariableView(name=name, meaning=meaning.in_language(interface), value=values[name])
