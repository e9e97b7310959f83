"""The people of the demo workspace, one for each role and one who is in none, and the issuer that vouches for them."""

from typing import NamedTuple

from shared.domain.identity import person_id
from shared.domain.lazy_pattern import lazy_pattern
from shared.domain.principal import WorkspaceRole

ISSUER = "embedded"
"""The issuer's name in person ids: its address holds a port, which may change."""

CLIENT_ID = "reteki-web"
ISSUER_PATH = "/auth"

_LOCAL = lazy_pattern(r"http://(localhost|127\.0\.0\.1)(:[0-9]{1,5})?/auth")


class LocalPerson(NamedTuple):
    """Somebody fictional who may sign in on a laptop; without a role they are in no workspace yet."""

    subject: str
    name: str
    role: WorkspaceRole | None

    @property
    def email(self) -> str:
        """An address that cannot exist (RFC 2606)."""
        return f"{self.subject}@talaya.example"

    @property
    def id(self) -> str:
        """The member's id in every workspace."""
        return person_id(ISSUER, self.subject)


LOCAL_PEOPLE = (
    LocalPerson("owner", "Marta Solís", WorkspaceRole.OWNER),
    LocalPerson("admin", "Andrés Quintana", WorkspaceRole.ADMIN),
    LocalPerson("agent", "Elena Robles", WorkspaceRole.AGENT),
    LocalPerson("viewer", "Víctor Lasa", WorkspaceRole.VIEWER),
    LocalPerson("guest", "Nora Vidal", None),
)


def local_person(subject: str) -> LocalPerson | None:
    """The demo person of that name, or None."""
    return next((person for person in LOCAL_PEOPLE if person.subject == subject), None)


def is_local_issuer(issuer: str) -> bool:
    """Whether this is the address of a laptop's own issuer."""
    return _LOCAL.fullmatch(issuer) is not None
