"""The fictional company of the demo workspace, marked as such: the only one that comes with things to say of itself.

No customer in it exists; none of its domains can (`.example` is reserved by RFC 2606).
"""

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from shared.domain.role import Bilingual, Line, Role
from shared.domain.workspace import WorkspaceSettings
from shared.prompts.roles import default_roles


class DemoCompany(BaseModel, defer_build=True):
    """The settings of the demo workspace, and the default roles with what the company may claim to each."""

    model_config = ConfigDict(frozen=True)

    settings: WorkspaceSettings
    roles: tuple[Role, ...]


class _RoleClaims(BaseModel, defer_build=True):
    model_config = ConfigDict(extra="forbid")

    value_proposition: Bilingual
    proof_points: list[Line]


class _File(BaseModel, defer_build=True):
    model_config = ConfigDict(extra="forbid")

    settings: WorkspaceSettings
    roles: dict[str, _RoleClaims]


@cache
def demo_company() -> DemoCompany:
    """The company, read once. Copy its settings and roles before changing them."""
    content = _File.model_validate_json(files(__package__).joinpath("demo_company.json").read_bytes())
    roles = tuple(_with_claims(role, content.roles[role.key]) for role in default_roles())
    return DemoCompany(settings=content.settings, roles=roles)


def _with_claims(role: Role, claims: _RoleClaims) -> Role:
    return role.model_copy(
        update={"value_proposition": claims.value_proposition, "proof_points": list(claims.proof_points)}
    )
