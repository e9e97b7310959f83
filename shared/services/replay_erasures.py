"""Make erasures again after the store was restored from a backup, which brought the erased people back.

What a backup holds of erasures is as old as the backup: keep the list elsewhere, as often as backups are made.
"""

from collections.abc import Iterator

from pydantic import BaseModel

from shared.domain.erasure import Erasure, ErasureState
from shared.repositories.store import Store
from shared.services.erase_person import ErasePerson

_A_PAGE = 100


class RecordedErasure(BaseModel):
    """One erasure of one workspace: ids and keyed hashes, nothing of the person."""

    workspace_id: str
    erasure: Erasure


class ReplayErasures:
    """For an operator, over all workspaces."""

    def __init__(self, store: Store, erase: ErasePerson) -> None:
        self._store = store
        self._erase = erase

    def recorded(self) -> Iterator[RecordedErasure]:
        """Every erasure that was ever asked for."""
        after: str | None = None
        while ids := self._store.workspaces.ids(after, _A_PAGE):
            for workspace_id in ids:
                after = workspace_id
                yield from self._of(workspace_id)

    def _of(self, workspace_id: str) -> Iterator[RecordedErasure]:
        after: str | None = None
        while found := self._store.of(workspace_id).erasures.by_id(after, _A_PAGE):
            for erasure in found:
                after = erasure.id
                yield RecordedErasure(workspace_id=workspace_id, erasure=erasure)

    def __call__(self, recorded: RecordedErasure) -> bool:
        """Erase the person again; False where the workspace is gone. Safe to repeat."""
        if self._store.workspaces.settings(recorded.workspace_id) is None:
            return False
        running = {"state": ErasureState.RUNNING, "place": None, "finished_at": None}
        self._erase.again(recorded.workspace_id, recorded.erasure.model_copy(update=running))
        return True
