"""What the routes of roles read."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.language import Register
from shared.domain.role import Bilingual, BilingualList, Line, Role, RoleKey


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
