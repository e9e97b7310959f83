"""The warning that no role knew a person's title: the text may be about somebody else's work."""

from shared.domain.errors import Sentence
from shared.domain.message import Check, CheckVerdict, RoleMatch
from shared.domain.role import Role

NAME = "role"


def warn_of_role(match: RoleMatch, role: Role | None) -> tuple[Check, ...]:
    """The warning for a message that was written for the default role; none for a role that knew the title, or that is
    gone.
    """
    if match.matched_by != "default" or role is None:
        return ()
    sentence = Sentence(
        f"Ningún rol reconoce el cargo: está escrito para el rol por defecto, {role.names.es}.",
        f"No role knows the title: it is written for the default role, {role.names.en}.",
    )
    return (Check(name=NAME, verdict=CheckVerdict.WARN, detail=sentence),)
