"""The workspace document itself: its settings, and whether it is being deleted."""

from datetime import datetime

from shared.domain.documents import Create, Json, Query, Update
from shared.domain.workspace import WorkspaceSettings
from shared.ports import Documents

_COLLECTION = "workspaces"


class Workspaces:
    """`workspaces/{w}`: the root of all that belongs to one customer."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def settings(self, workspace_id: str) -> tuple[WorkspaceSettings, str] | None:
        """The workspace's settings and their version, or None where there is no such workspace, or no more."""
        document = self._documents.get(f"workspaces/{workspace_id}")
        if document is None or document.payload.get("deleted_at") is not None:
            return None
        return WorkspaceSettings.model_validate(document.payload["settings"], extra="ignore"), document.version

    def ids(self, after: str | None, limit: int) -> list[str]:
        """At most `limit` ids of workspaces behind `after`, in their order."""
        query = Query(_COLLECTION, after=None if after is None else (after,), limit=limit, fields_only=True)
        return [document.id for document in self._documents.query(query)]

    def creation(self, workspace_id: str, settings: WorkspaceSettings) -> Create:
        """The operation that opens a workspace."""
        return Create(f"workspaces/{workspace_id}", payload={"settings": _dump(settings)})

    def change(self, workspace_id: str, settings: WorkspaceSettings, version: str) -> Update:
        """The operation that stores changed settings over the version that was read."""
        return Update(f"workspaces/{workspace_id}", payload={("settings",): _dump(settings)}, version=version)

    def deletion(self, workspace_id: str, at: datetime, version: str) -> Update:
        """The operation that closes the workspace to everybody; what it holds is removed afterwards."""
        return Update(f"workspaces/{workspace_id}", payload={("deleted_at",): at.isoformat()}, version=version)


def _dump(settings: WorkspaceSettings) -> dict[str, Json]:
    return settings.model_dump(mode="json", by_alias=True)
