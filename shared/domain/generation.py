"""What callers ask for: a message (POST /v1/generations) or an opinion on a text (POST /v1/checks)."""

from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from shared.domain.language import Format, Language, LinkedinTier, Register
from shared.domain.message import Fact, RoleMatch
from shared.domain.message_text import BodyText, SubjectText
from shared.domain.prompt import Prompt
from shared.domain.prospect import Prospect
from shared.domain.role import Line, RoleKey
from shared.domain.text import normalized
from shared.domain.workspace import HostName, Sender
from shared.domain.writing import WritingEstimate

Id = Annotated[str, StringConstraints(pattern=r"^[a-z2-7]{26}$")]
"""An opaque id, as `shared.domain.ids` makes them."""

PastedText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100_000), AfterValidator(normalized)
]
Wish = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), AfterValidator(normalized)
]
_MessageLength = StringConstraints(max_length=20_000)

AUTO_ROLE = "auto"


class GenerationRequest(BaseModel):
    """One message, please. Exactly one of `prospect`, `prospect_id`, `prospect_text` and `follows` says to whom.

    `follows` names a message that was sent and not answered: the new one is its follow-up, to the same person, for the
    same role and in the same language and register unless the request says otherwise.
    """

    model_config = ConfigDict(extra="forbid")

    prospect: Prospect | None = None
    prospect_id: Id | None = None
    prospect_text: PastedText | None = None
    follows: Id | None = None
    role: RoleKey = AUTO_ROLE
    format: Format
    language: Language | None = None
    register_: Register | None = Field(default=None, alias="register")
    instructions: Wish | None = None
    replaces: Id | None = None
    template_id: Id | None = None
    dry_run: StrictBool = False

    @model_validator(mode="after")
    def _names_one_person(self) -> Self:
        given = [self.prospect, self.prospect_id, self.prospect_text, self.follows]
        if sum(value is not None for value in given) != 1:
            raise PydanticCustomError(
                "one_prospect", "exactly one of prospect, prospect_id, prospect_text, follows is needed"
            )
        return self


class TextCheckRequest(BaseModel, defer_build=True):
    """A text written by hand or by another tool, to be checked as if the product had written it.

    From `proof_points` on, what is left out (null) comes from the workspace's settings and the clock; durations count
    to `as_of`. Spans count in the texts as SubjectText and BodyText make them.
    """

    model_config = ConfigDict(extra="forbid")

    prospect: Prospect
    format: Format
    language: Language
    register_: Register | None = Field(default=None, alias="register")
    subject: Annotated[SubjectText, _MessageLength] | None = None
    body: Annotated[BodyText, _MessageLength]
    proof_points: Annotated[list[Line], Field(max_length=100)] | None = None
    sender: Sender | None = None
    allowed_links: Annotated[list[HostName], Field(max_length=50)] | None = None
    max_links: Annotated[int, Field(strict=True, ge=0, le=10)] | None = None
    linkedin_tier: LinkedinTier | None = None
    as_of: date | None = None


class DryRun(BaseModel, defer_build=True):
    """What a generation would use and cost, without the model and the store."""

    model_config = ConfigDict(populate_by_name=True)

    role: RoleMatch
    prompt: Prompt
    variant: str | None
    language: Language
    register_: Register | None = Field(alias="register")
    facts: tuple[Fact, ...]
    ignored_fields: tuple[str, ...]
    limit: int
    subject_limit: int | None
    estimate: WritingEstimate
