"""What the routes of `generate` read from a request and answer, where it is not a value of the domain itself."""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.generation import DryRun
from shared.domain.language import Format, Language, Register
from shared.domain.message import Fact, RoleMatch


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
