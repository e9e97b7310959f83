"""All repositories of one workspace, made when they are first asked for: most requests need a few of them.

What they declare of indexes is read from `indexes.json`, which `make docs` writes from the declarations, so that a
start need not import every repository (docs/decisions/0012-services-when-asked-for.md).
"""

import json
from collections.abc import Iterator
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from shared.domain.documents import Declaration, Exemption, Index, IndexMode
from shared.ports import Documents

if TYPE_CHECKING:
    from shared.repositories.api_keys import ApiKeys
    from shared.repositories.audit import AuditLog
    from shared.repositories.batches import Batches
    from shared.repositories.counter_proofs import CounterProofs
    from shared.repositories.counters import Counters
    from shared.repositories.directory import Directory
    from shared.repositories.due_fires import DueFires
    from shared.repositories.erasures import Erasures
    from shared.repositories.experiments import Experiments
    from shared.repositories.exports import Exports
    from shared.repositories.idempotency import RememberedRequests
    from shared.repositories.imports import Imports
    from shared.repositories.members import Members
    from shared.repositories.messages import Messages
    from shared.repositories.open_batches import OpenBatches
    from shared.repositories.outbox import Outbox
    from shared.repositories.prompts import Prompts
    from shared.repositories.prospects import Prospects
    from shared.repositories.removed_counts import RemovedCounts
    from shared.repositories.roles import Roles
    from shared.repositories.rounds import Rounds
    from shared.repositories.schedules import Schedules
    from shared.repositories.spend_stops import SpendStops
    from shared.repositories.summaries import Summaries
    from shared.repositories.suppressions import Suppressions
    from shared.repositories.templates import Templates
    from shared.repositories.threads import Threads
    from shared.repositories.usage import Usage
    from shared.repositories.webhooks import Listeners, Webhooks
    from shared.repositories.workspaces import Workspaces


def _declared() -> Iterator[Declaration]:
    stored = json.loads(files("shared.repositories").joinpath("indexes.json").read_text(encoding="utf-8"))
    for index in stored["indexes"]:
        yield Index(index["collection"], tuple((field["name"], IndexMode(field["mode"])) for field in index["fields"]))
    for exemption in stored["exemptions"]:
        yield Exemption(exemption["collection"], exemption["field"])


DECLARED_INDEXES: tuple[Declaration, ...] = tuple(_declared())
"""What the embedded store enforces, and what Terraform's composite indexes and exemptions are derived from."""


def expiring_collections() -> list[str]:
    """The collections whose every document ends at its `expires_at`: what Firestore is told to remove by itself."""
    names: list[str] = json.loads(files("shared.repositories").joinpath("expiring.json").read_text(encoding="utf-8"))
    return names


class WorkspaceStore:
    """The repositories of one workspace; they cannot reach another one."""

    def __init__(self, documents: Documents, workspace_id: str, identity_key: bytes) -> None:
        self._documents = documents
        self._workspace_id = workspace_id
        self._identity_key = identity_key

    @cached_property
    def api_keys(self) -> "ApiKeys":
        from shared.repositories.api_keys import ApiKeys

        return ApiKeys(self._documents, self._workspace_id)

    @cached_property
    def audit(self) -> "AuditLog":
        from shared.repositories.audit import AuditLog

        return AuditLog(self._documents, self._workspace_id)

    @cached_property
    def batches(self) -> "Batches":
        from shared.repositories.batches import Batches

        return Batches(self._documents, self._workspace_id, self._identity_key)

    @cached_property
    def counter_proofs(self) -> "CounterProofs":
        from shared.repositories.counter_proofs import CounterProofs

        return CounterProofs(self._documents, self._workspace_id)

    @cached_property
    def counters(self) -> "Counters":
        from shared.repositories.counters import Counters

        return Counters(self._documents, self._workspace_id)

    @cached_property
    def experiments(self) -> "Experiments":
        from shared.repositories.experiments import Experiments

        return Experiments(self._documents, self._workspace_id)

    @cached_property
    def erasures(self) -> "Erasures":
        from shared.repositories.erasures import Erasures

        return Erasures(self._documents, self._workspace_id, self._identity_key)

    @cached_property
    def exports(self) -> "Exports":
        from shared.repositories.exports import Exports

        return Exports(self._documents, self._workspace_id)

    @cached_property
    def imports(self) -> "Imports":
        from shared.repositories.imports import Imports

        return Imports(self._documents, self._workspace_id)

    @cached_property
    def members(self) -> "Members":
        from shared.repositories.members import Members

        return Members(self._documents, self._workspace_id)

    @cached_property
    def messages(self) -> "Messages":
        from shared.repositories.messages import Messages

        return Messages(self._documents, self._workspace_id)

    @cached_property
    def outbox(self) -> "Outbox":
        from shared.repositories.outbox import Outbox

        return Outbox(self._documents, self._workspace_id)

    @cached_property
    def prompts(self) -> "Prompts":
        from shared.repositories.prompts import Prompts

        return Prompts(self._documents, self._workspace_id)

    @cached_property
    def prospects(self) -> "Prospects":
        from shared.repositories.prospects import Prospects

        return Prospects(self._documents, self._workspace_id, self._identity_key)

    @cached_property
    def remembered_requests(self) -> "RememberedRequests":
        from shared.repositories.idempotency import RememberedRequests

        return RememberedRequests(self._documents, self._workspace_id)

    @cached_property
    def removed_counts(self) -> "RemovedCounts":
        from shared.repositories.removed_counts import RemovedCounts

        return RemovedCounts(self._documents, self._workspace_id)

    @cached_property
    def roles(self) -> "Roles":
        from shared.repositories.roles import Roles

        return Roles(self._documents, self._workspace_id)

    @cached_property
    def schedules(self) -> "Schedules":
        from shared.repositories.schedules import Schedules

        return Schedules(self._documents, self._workspace_id)

    @cached_property
    def spend_stops(self) -> "SpendStops":
        from shared.repositories.spend_stops import SpendStops

        return SpendStops(self._documents, self._workspace_id)

    @cached_property
    def summaries(self) -> "Summaries":
        from shared.repositories.summaries import Summaries

        return Summaries(self._documents, self._workspace_id)

    @cached_property
    def suppressions(self) -> "Suppressions":
        from shared.repositories.suppressions import Suppressions

        return Suppressions(self._documents, self._workspace_id, self._identity_key)

    @cached_property
    def templates(self) -> "Templates":
        from shared.repositories.templates import Templates

        return Templates(self._documents, self._workspace_id)

    @cached_property
    def threads(self) -> "Threads":
        from shared.repositories.threads import Threads

        return Threads(self._documents, self._workspace_id)

    @cached_property
    def webhooks(self) -> "Webhooks":
        from shared.repositories.webhooks import Webhooks

        return Webhooks(self._documents, self._workspace_id)

    @cached_property
    def usage(self) -> "Usage":
        from shared.repositories.usage import Usage

        return Usage(self._documents, self._workspace_id)


class Store:
    """Opens repositories over one Documents port. `identity_key` keys the hashes of people's addresses."""

    def __init__(self, documents: Documents, identity_key: bytes) -> None:
        self.documents = documents
        self._identity_key = identity_key

    def of(self, workspace_id: str) -> WorkspaceStore:
        """The repositories of the workspace."""
        return WorkspaceStore(self.documents, workspace_id, self._identity_key)

    def over(self, documents: Documents) -> "Store":
        """The same repositories over another view of the documents."""
        return Store(documents, self._identity_key)

    @cached_property
    def directory(self) -> "Directory":
        from shared.repositories.directory import Directory

        return Directory(self.documents)

    @cached_property
    def due_fires(self) -> "DueFires":
        from shared.repositories.due_fires import DueFires

        return DueFires(self.documents)

    @cached_property
    def open_batches(self) -> "OpenBatches":
        from shared.repositories.open_batches import OpenBatches

        return OpenBatches(self.documents)

    @cached_property
    def rounds(self) -> "Rounds":
        from shared.repositories.rounds import Rounds

        return Rounds(self.documents)

    @cached_property
    def listeners(self) -> "Listeners":
        from shared.repositories.webhooks import Listeners

        return Listeners(self.documents)

    @cached_property
    def workspaces(self) -> "Workspaces":
        from shared.repositories.workspaces import Workspaces

        return Workspaces(self.documents)
