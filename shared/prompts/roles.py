"""The default role pack: who sits on a B2B buying committee, what troubles them, what to ask them for.

A real workspace starts with a copy of it. What we may say about ourselves is not in it: value propositions and proof
points are the workspace's own.
"""

from functools import cache
from importlib.resources import files

from pydantic import TypeAdapter

from shared.domain.role import Role

_PACK = TypeAdapter(tuple[Role, ...])


@cache
def default_roles() -> tuple[Role, ...]:
    """The roles of the pack, in the order in which lists show them. Read once; copy before changing one."""
    return _PACK.validate_json(files(__package__).joinpath("roles.json").read_bytes())
