"""What the routes of `generate` read from a request and answer, where it is not a value of the domain itself."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from shared.api.pagination import PageQuery
from shared.domain.generation import DryRun, Id
from shared.domain.language import Format, Language, Register
from shared.domain.message import Fact, RoleMatch
from shared.domain.prompt import Prompt
from shared.domain.prompt_text import VARIABLES
from shared.domain.prospect import Prospect
from shared.domain.role import Bilingual, BilingualList, Line, Role, RoleKey
from shared.services.create_prompt import PromptText
from shared.services.preview_prompt import PromptPreview


class EstimateView(BaseModel, defer_build=True):
    """What a message would take; tokens are estimates, money in millionths of the currency."""

    model_config = ConfigDict(from_attributes=True)

    provider: str
    model: str
    input_tokens: int
    output_tokens: int
    cost_micros: int
    currency: str


class PromptReference(BaseModel, defer_build=True):
    """Which prompt version would be used."""

    id: str
    version: int
    variant: str | None


class DryRunView(BaseModel, defer_build=True):
    """What a generation would use and cost, without the model and the store."""

    model_config = ConfigDict(populate_by_name=True)

    dry_run: Literal[True] = True
    role: RoleMatch
    prompt: PromptReference
    format: Format
    language: Language
    register_: Register | None = Field(alias="register")
    facts: tuple[Fact, ...]
    ignored_fields: tuple[str, ...]
    limit: int
    subject_limit: int | None
    estimate: EstimateView

    @classmethod
    def of(cls, run: DryRun) -> Self:
        """The dry run as the API shows it."""
        return cls(
            role=run.role,
            prompt=PromptReference(id=run.prompt.id, version=run.prompt.version, variant=run.variant),
            format=run.prompt.format,
            language=run.language,
            register_=run.register_,
            facts=run.facts,
            ignored_fields=run.ignored_fields,
            limit=run.limit,
            subject_limit=run.subject_limit,
            estimate=EstimateView.model_validate(run.estimate),
        )


class RolePath(BaseModel, defer_build=True):
    """Names one role."""

    key: RoleKey


class RoleBody(BaseModel, defer_build=True):
    """A role without its key, which stands in the path; `key` may be repeated and must then be the same."""

    model_config = ConfigDict(extra="forbid")

    key: RoleKey | None = None
    names: Bilingual
    title_patterns: Annotated[list[Line], Field(max_length=200)] = []
    pains: BilingualList = BilingualList()
    value_proposition: Bilingual | None = None
    proof_points: Annotated[list[Line], Field(max_length=20)] = []
    tone: Line | None = None
    register_: Register = Field(default=Register.USTED, alias="register")
    call_to_action: Bilingual

    def as_role(self, key: str) -> Role:
        """The role by the key of the path."""
        return Role.model_validate({**self.model_dump(by_alias=True), "key": key})


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


class TemplatePath(BaseModel, defer_build=True):
    """Names one template."""

    id: Id


class TemplateQuery(PageQuery):
    """Filters of the templates; each left out means any."""

    format: Format | None = None
    language: Language | None = None
