"""Open the demo workspace of a fictional company, so that a laptop has something to show from its first minute."""

import base64
import secrets
from datetime import datetime, timedelta

from shared.domain.documents import Operation
from shared.domain.errors import NotAuthenticatedError
from shared.domain.ids import derived_id
from shared.domain.principal import WorkspaceRole
from shared.domain.prospect import Prospect, StoredProspect
from shared.domain.role_match import match_role
from shared.ports import Clock
from shared.prompts.demo_company import demo_company
from shared.prompts.demo_prospects import demo_prospects
from shared.repositories.api_keys import ApiKey
from shared.repositories.store import Store, WorkspaceStore
from shared.services.authenticate import Authenticate, hash_of_secret
from shared.services.default_pack import default_pack_operations

DEMO_WORKSPACE = derived_id("demo-workspace")
DEMO_KEY = derived_id("demo-workspace", "demo-key")

_SECRET_BYTES = 32
_PROSPECTS_A_WRITE = 100


class OpenDemo:
    """Idempotent and resumable: each step replaces or skips what an interrupted one left, and the workspace document
    comes last, so that a workspace that exists is complete.
    """

    def __init__(self, store: Store, authenticate: Authenticate, clock: Clock) -> None:
        self._store = store
        self._authenticate = authenticate
        self._clock = clock

    def __call__(self, current_key: str | None) -> str:
        """The demo owner's API key: `current_key` where it still holds, else a new one. Opens the workspace first,
        if it is not there.
        """
        if self._store.workspaces.settings(DEMO_WORKSPACE) is None:
            self._open()
        return current_key if current_key is not None and self._still_holds(current_key) else self._new_key()

    def _open(self) -> None:
        store = self._store.of(DEMO_WORKSPACE)
        now = self._clock.now()
        if not store.roles.all():
            self._store.documents.write(default_pack_operations(store, DEMO_WORKSPACE, demo_company().roles, now))
        people = demo_prospects()
        for start in range(0, len(people), _PROSPECTS_A_WRITE):
            self._add(store, people[start : start + _PROSPECTS_A_WRITE], now - timedelta(seconds=start + 1))
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

    def _still_holds(self, key: str) -> bool:
        try:
            self._authenticate(key)
        except NotAuthenticatedError:
            return False
        return True

    def _new_key(self) -> str:
        secret = base64.b32encode(secrets.token_bytes(_SECRET_BYTES)).decode("ascii").rstrip("=").lower()
        key = ApiKey(
            id=DEMO_KEY,
            name="demo",
            secret_hash=hash_of_secret(secret),
            role=WorkspaceRole.OWNER,
            created_at=self._clock.now(),
        )
        self._store.documents.write([self._store.of(DEMO_WORKSPACE).api_keys.replacement(DEMO_KEY, key)])
        return f"rtk_{DEMO_WORKSPACE}_{DEMO_KEY}_{secret}"


def _stored(prospect: Prospect, created_at: datetime) -> StoredProspect:
    company = demo_company()
    match = match_role(prospect.title, prospect.headline, company.roles, company.settings.default_role)
    id_ = derived_id("demo-prospect", prospect.linkedin_url or prospect.full_name or "")
    return StoredProspect(id=id_, prospect=prospect, role=match.key, created_at=created_at, updated_at=created_at)
