"""All repositories of one workspace, and the one list of indexes that they declare."""

from typing import NamedTuple

from shared.domain.documents import Index
from shared.ports import Documents
from shared.repositories.api_keys import ApiKeys
from shared.repositories.audit import AuditLog
from shared.repositories.batches import Batches, BatchItems
from shared.repositories.counters import Counters
from shared.repositories.directory import Directory, Invitations
from shared.repositories.due_fires import DueFires
from shared.repositories.idempotency import RememberedRequests
from shared.repositories.imports import Imports
from shared.repositories.members import Members
from shared.repositories.messages import Messages
from shared.repositories.open_batches import OpenBatches
from shared.repositories.outbox import Outbox
from shared.repositories.prompts import Prompts
from shared.repositories.prospects import Prospects
from shared.repositories.roles import Roles
from shared.repositories.rounds import Rounds
from shared.repositories.schedules import Schedules
from shared.repositories.suppressions import Suppressions
from shared.repositories.templates import Templates
from shared.repositories.workspaces import Workspaces

DECLARED_INDEXES: tuple[Index, ...] = (
    *Batches.indexes,
    *BatchItems.indexes,
    *AuditLog.indexes,
    *Invitations.indexes,
    *Members.indexes,
    *Messages.indexes,
    *Prompts.indexes,
    *Prospects.indexes,
    *Suppressions.indexes,
    *Templates.indexes,
)
"""What the embedded store enforces and Terraform's composite indexes are derived from."""


class WorkspaceStore(NamedTuple):
    """The repositories of one workspace."""

    api_keys: ApiKeys
    batches: Batches
    imports: Imports
    counters: Counters
    audit: AuditLog
    members: Members
    messages: Messages
    outbox: Outbox
    prompts: Prompts
    prospects: Prospects
    remembered_requests: RememberedRequests
    roles: Roles
    schedules: Schedules
    suppressions: Suppressions
    templates: Templates


class Store:
    """Opens repositories over one Documents port. `identity_key` keys the hashes of people's addresses."""

    def __init__(self, documents: Documents, identity_key: bytes) -> None:
        self.documents = documents
        self.due_fires = DueFires(documents)
        self.open_batches = OpenBatches(documents)
        self.rounds = Rounds(documents)
        self.directory = Directory(documents)
        self.workspaces = Workspaces(documents)
        self._identity_key = identity_key

    def of(self, workspace_id: str) -> WorkspaceStore:
        """The repositories of the workspace; they cannot reach another one."""
        return WorkspaceStore(
            api_keys=ApiKeys(self.documents, workspace_id),
            batches=Batches(self.documents, workspace_id),
            imports=Imports(self.documents, workspace_id),
            counters=Counters(self.documents, workspace_id),
            audit=AuditLog(self.documents, workspace_id),
            members=Members(self.documents, workspace_id),
            messages=Messages(self.documents, workspace_id),
            outbox=Outbox(self.documents, workspace_id),
            prompts=Prompts(self.documents, workspace_id),
            prospects=Prospects(self.documents, workspace_id, self._identity_key),
            remembered_requests=RememberedRequests(self.documents, workspace_id),
            roles=Roles(self.documents, workspace_id),
            schedules=Schedules(self.documents, workspace_id),
            suppressions=Suppressions(self.documents, workspace_id, self._identity_key),
            templates=Templates(self.documents, workspace_id),
        )
