"""Take out all that a workspace holds, page by page, as plain JSON."""

from itertools import islice
from typing import Any, NamedTuple

from shared.domain.documents import Document
from shared.domain.errors import NotFoundError
from shared.domain.principal import Principal
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store
from shared.repositories.workspace_contents import COLLECTIONS, WorkspaceContents
from shared.services.read_settings import ReadSettings
from shared.services.read_workspace import GONE
from shared.services.record_audit import RecordAudit

_OURS = frozenset("erasures guards idempotency outbox prospect_keys removed_counts usage".split())
"""Bookkeeping that means nothing outside."""
_SECRET = frozenset(("secret_hash", "sealed_secret", "sealed_previous"))

EXPORTED = tuple(name for name in COLLECTIONS if name not in _OURS)


class ExportedDocument(NamedTuple):
    """One document: where it lies under the workspace ("messages/…"), and what it holds."""

    path: str
    data: dict[str, Any]


class ExportWorkspace:
    """GET /v1/workspaces/{id}/export."""

    def __init__(self, store: Store, read_settings: ReadSettings, record_audit: RecordAudit) -> None:
        self._store = store
        self._read_settings = read_settings
        self._record_audit = record_audit

    def __call__(
        self, principal: Principal, workspace_id: str, after: Position | None, limit: int
    ) -> Slice[ExportedDocument]:
        """A page of the workspace's documents; its settings come first. Hashes and sealed secrets stay inside.

        The first page is an entry in the audit log. Raises NotFoundError for a workspace that is not the caller's.
        """
        require_own(principal, workspace_id)
        first: list[ExportedDocument] = []
        if after is None:
            self._record_audit.export(principal)
            settings = self._read_settings(principal).model_dump(mode="json", by_alias=True)
            first = [ExportedDocument("settings", settings)]
        contents = WorkspaceContents(self._store.documents, workspace_id)
        walk = contents.walk(None if after is None else str(after[0]), EXPORTED)
        found = list(islice(walk, limit - len(first) + 1))
        shown = found[: limit - len(first)]
        more = (shown[-1].path if shown else "",) if len(found) > len(shown) else None
        return Slice(first + [_exported(document, workspace_id) for document in shown], more)


def require_own(principal: Principal, workspace_id: str) -> None:
    """Raise NotFoundError unless the path names the workspace that the caller is in."""
    if workspace_id != principal.workspace_id:
        raise NotFoundError(GONE)


def _exported(document: Document, workspace_id: str) -> ExportedDocument:
    data = {key: value for key, value in document.payload.items() if key not in _SECRET}
    return ExportedDocument(document.path.removeprefix(f"workspaces/{workspace_id}/"), data)
