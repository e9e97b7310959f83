"""Open a workspace for somebody, who becomes its owner."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from shared.domain.errors import ConflictError, NotPermittedError, Sentence
from shared.domain.member import Member
from shared.domain.principal import Caller, Person, WorkspaceRole
from shared.domain.role import Line
from shared.domain.workspace import Languages, TimeZoneName, WorkspaceSettings
from shared.ports import Clock
from shared.prompts.roles import default_roles
from shared.repositories.store import Store
from shared.services.default_pack import default_pack_operations
from shared.services.guarded_change import retrying_conflicts

MOST_WORKSPACES = 20

PEOPLE_ONLY = Sentence(
    "Esto lo hace una persona con su propia sesión, no una clave.", "A person does this, signed in; a key cannot."
)
TOO_MANY = Sentence(
    f"Una persona está como mucho en {MOST_WORKSPACES} espacios de trabajo.",
    f"A person is in at most {MOST_WORKSPACES} workspaces.",
)


class NewWorkspace(BaseModel):
    """What a workspace begins with; everything else is a setting."""

    model_config = ConfigDict(extra="forbid")

    name: Line
    languages: Languages | None = None
    time_zone: TimeZoneName | None = None


def require_person(caller: Caller) -> Person:
    """The person. Raises NotPermittedError for a key."""
    if not isinstance(caller, Person):
        raise NotPermittedError(PEOPLE_ONLY)
    return caller


class OpenWorkspace:
    """POST /v1/workspaces."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, caller: Caller, new: NewWorkspace, workspace_id: str) -> WorkspaceSettings:
        """The new workspace's settings, on the free plan; those that it has if this is a repetition.

        It begins with the default roles and their prompts, in one write. Raises NotPermittedError for a key and
        ConflictError for somebody who is in very many.
        """
        person = require_person(caller)
        return retrying_conflicts(lambda: self._open(person, new, workspace_id))

    def _open(self, person: Person, new: NewWorkspace, workspace_id: str) -> WorkspaceSettings:
        known = self._store.workspaces.settings(workspace_id)
        if known is not None:
            return known[0]
        if len(self._store.directory.people.workspaces_of(person.id)) >= MOST_WORKSPACES:
            raise ConflictError(TOO_MANY)
        settings = WorkspaceSettings(**new.model_dump(exclude_none=True))
        store, now = self._store.of(workspace_id), self._clock.now()
        owner = member_of(person, WorkspaceRole.OWNER, now)
        self._store.documents.write(
            [
                self._store.workspaces.creation(workspace_id, settings),
                store.members.creation(person.id, owner),
                store.members.first_owners([person.id]),
                self._store.directory.people.joining(person, workspace_id),
                *default_pack_operations(store, workspace_id, default_roles(), now),
            ]
        )
        return settings


def member_of(person: Person, role: WorkspaceRole, now: datetime) -> Member:
    """The person as a new member."""
    return Member(
        id=person.id,
        email=person.email,
        name=person.name,
        role=role,
        joined_at=now,
        updated_at=now,
        signed_in_at=person.signed_in_at,
    )
