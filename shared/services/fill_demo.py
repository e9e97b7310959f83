"""Put the demo into the store: the workspace of a fictional company, its people and its owner's key."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from shared.domain.api_key import ApiKey
from shared.domain.documents import Operation
from shared.domain.ids import derived_id
from shared.domain.principal import Person, WorkspaceRole
from shared.domain.prospect import Prospect, StoredProspect
from shared.domain.role_match import match_role
from shared.domain.secret import hash_of_secret, new_secret
from shared.ports import Clock
from shared.prompts.demo_company import demo_company
from shared.prompts.demo_people import LOCAL_PEOPLE
from shared.prompts.demo_prospects import demo_prospects
from shared.repositories.store import Store, WorkspaceStore
from shared.services.default_pack import default_pack_operations
from shared.services.identify import Identify
from shared.services.manage_api_keys import shown
from shared.services.open_demo import DEMO_KEY, DEMO_WORKSPACE
from shared.services.open_workspace import member_of

if TYPE_CHECKING:
    from shared.services.write_demo_experiment import WriteDemoExperiment
    from shared.services.write_demo_history import WriteDemoHistory

_PROSPECTS_A_WRITE = 100


class FillDemo:
    """Idempotent and resumable: each step replaces or skips what an interrupted one left, and the workspace document
    comes last, so that a workspace that exists is complete. `messages` is how many its history has.
    """

    def __init__(
        self,
        store: Store,
        identify: Identify,
        clock: Clock,
        write_history: "Callable[[], tuple[WriteDemoHistory, WriteDemoExperiment]]",
        messages: int,
    ) -> None:
        self._store = store
        self._write_history = write_history
        self._messages = messages
        self._identify = identify
        self._clock = clock

    def __call__(self) -> None:
        """Write the workspace with all that belongs to it."""
        store = self._store.of(DEMO_WORKSPACE)
        now = self._clock.now()
        if not store.roles.all():
            self._store.documents.write(default_pack_operations(store, DEMO_WORKSPACE, demo_company().roles, now))
        people = demo_prospects()
        for start in range(0, len(people), _PROSPECTS_A_WRITE):
            self._add(store, people[start : start + _PROSPECTS_A_WRITE], now - timedelta(seconds=start + 1))
        self.add_members()
        if self._messages:
            settings, stored = demo_company().settings, [_stored(prospect, now) for prospect in people]
            for write_part in self._write_history():
                write_part(DEMO_WORKSPACE, settings, stored, self._messages)
        self._store.documents.write([self._store.workspaces.creation(DEMO_WORKSPACE, demo_company().settings)])

    def _add(self, store: WorkspaceStore, people: tuple[Prospect, ...], newest: datetime) -> None:
        operations: list[Operation] = []
        for place, prospect in enumerate(people):
            person = store.prospects.recognize(prospect)
            if person.stored is None:
                entry = _stored(prospect, newest - timedelta(seconds=place))
                operations.extend(store.prospects.storing(entry, person))
        if operations:
            self._store.documents.write(operations)

    def add_members(self) -> None:
        """A member for each role, who may sign in on this machine."""
        store, now = self._store.of(DEMO_WORKSPACE), self._clock.now()
        owners = [person.id for person in LOCAL_PEOPLE if person.role is WorkspaceRole.OWNER]
        operations: list[Operation] = [store.members.first_owners(owners)]
        for local in LOCAL_PEOPLE:
            if local.role is not None:
                person = Person(local.id, local.email, local.name, now)
                member = member_of(person, local.role, now).model_copy(update={"signed_in_at": None})
                operations.append(store.members.replacement(local.id, member))
                operations.append(self._store.directory.people.joining(person, DEMO_WORKSPACE))
        self._store.documents.write(operations)

    def new_key(self) -> str:
        """Make the owner's API key anew and say it."""
        secret = new_secret()
        key = ApiKey(
            id=DEMO_KEY,
            name="demo",
            secret_hash=hash_of_secret(secret),
            role=WorkspaceRole.OWNER,
            created_at=self._clock.now(),
        )
        self._store.documents.write([self._store.of(DEMO_WORKSPACE).api_keys.replacement(DEMO_KEY, key)])
        self._identify.forget_key(DEMO_WORKSPACE, DEMO_KEY)
        return shown(DEMO_WORKSPACE, key, secret)


def _stored(prospect: Prospect, created_at: datetime) -> StoredProspect:
    company = demo_company()
    match = match_role(prospect.title, prospect.headline, company.roles, company.settings.default_role)
    id_ = derived_id("demo-prospect", prospect.linkedin_url or prospect.full_name or "")
    return StoredProspect(id=id_, prospect=prospect, role=match.key, created_at=created_at, updated_at=created_at)
