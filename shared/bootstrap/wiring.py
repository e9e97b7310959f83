"""What the groups of services are put together from, and the services that every request needs."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from shared.bootstrap.adapters import CURSOR_KEY, IDENTITY_KEY
from shared.bootstrap.task_queue import Tasks
from shared.config import Settings
from shared.domain.http_policy import HttpPolicy
from shared.ports import Backups, Clock, Documents, Ids, MessageWriter, Secrets, TokenVerifier
from shared.repositories.store import Store

if TYPE_CHECKING:
    from shared.adapters.embedded.local_issuer import LocalIssuer
    from shared.services.check_health import CheckHealth
    from shared.services.limit_requests import LimitRequests
    from shared.services.list_follow_ups import ListFollowUps
    from shared.services.open_people import OpenPeople
    from shared.services.plan_generation import PlanGeneration
    from shared.services.read_settings import ReadSettings
    from shared.services.read_workspace import ReadWorkspace
    from shared.services.replay_request import ReplayRequest
    from shared.services.reserve_messages import ReserveMessages


class Adapters(NamedTuple):
    """The adapters in use, as settings or a test chose them. `task_writer` leaves trying again to the queue."""

    documents: Documents
    tasks: Tasks
    writer: MessageWriter
    task_writer: MessageWriter
    secrets: Secrets
    clock: Clock
    ids: Ids
    verifier: TokenVerifier
    local_issuer: "Callable[[], LocalIssuer] | None"
    collect: Callable[[], int] | None = None
    """Removes what has come to its end, where the store does not do it by itself."""
    backups: Backups | None = None
    """Tells of the store's backups, where somebody counts on them."""


class Wiring:
    """The store and the adapters, at hand for the properties of a group.

    A service is made, and its module imported, when it is first asked for: a function serves a few of them, and a
    start would pay for all (docs/decisions/0012-services-when-asked-for.md).
    """

    def __init__(self, settings: Settings, adapters: Adapters) -> None:
        self.settings = settings
        self.documents = adapters.documents
        self.tasks = adapters.tasks
        self.writer = adapters.writer
        self.task_writer = adapters.task_writer
        self.secrets = adapters.secrets
        self.clock = adapters.clock
        self.ids = adapters.ids
        self.verifier = adapters.verifier
        self.local_issuer = adapters.local_issuer
        self.collect = adapters.collect
        self.backups = adapters.backups
        self.http_policy = HttpPolicy(settings.origins, settings.trusted_proxies)
        self.store = Store(adapters.documents, adapters.secrets.get(IDENTITY_KEY))

    def close(self) -> None:
        """Let go of queue and store; no thread may be using the services any more."""
        self.tasks.queue.close()
        self.documents.close()

    def admit_task(self, token: str, path: str) -> None:
        """Return if the token is the queue's or the clock's."""
        self.tasks.callers.admit(token, path)

    def cursor_secret(self) -> bytes:
        """The key that signs cursors."""
        return self.secrets.get(CURSOR_KEY)

    @cached_property
    def check_health(self) -> "CheckHealth":
        from shared.services.check_health import CheckHealth

        return CheckHealth(self.store)

    @cached_property
    def limit_requests(self) -> "LimitRequests":
        from shared.services.limit_requests import LimitRequests

        return LimitRequests(self.clock)

    @cached_property
    def list_follow_ups(self) -> "ListFollowUps":
        from shared.services.list_follow_ups import ListFollowUps

        return ListFollowUps(self.store, self.read_settings, self.clock)

    @cached_property
    def _open_people(self) -> "OpenPeople":
        from shared.adapters.child_processes import ChildProcesses
        from shared.services.open_people import OpenPeople

        return OpenPeople(ChildProcesses())

    @cached_property
    def _plan(self) -> "PlanGeneration":
        from shared.services.plan_generation import PlanGeneration

        return PlanGeneration(self.store, self.read_settings, self.clock, self.ids, self.settings.deadlines)

    @cached_property
    def read_settings(self) -> "ReadSettings":
        from shared.services.read_settings import ReadSettings

        return ReadSettings(self.store)

    @cached_property
    def _read_workspace(self) -> "ReadWorkspace":
        from shared.services.read_workspace import ReadWorkspace

        return ReadWorkspace(self.store, self.clock)

    @cached_property
    def replay_request(self) -> "ReplayRequest":
        from shared.services.replay_request import ReplayRequest

        return ReplayRequest(self.store, self.clock, self.ids, self.settings.lease_seconds)

    @cached_property
    def reserve_messages(self) -> "ReserveMessages":
        from shared.services.reserve_messages import ReserveMessages

        return ReserveMessages(self.store, self.clock, self.ids)
