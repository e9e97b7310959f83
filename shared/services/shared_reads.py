"""What several messages of one instance need alike, read once."""

from shared.domain.prompt import Prompt
from shared.domain.role import Role
from shared.ports import Clock
from shared.repositories.store import WorkspaceStore
from shared.services.recent_reads import RecentReads

_BATCHES_AT_ONCE = 50
_PROMPTS_SECONDS, _PROMPTS_AT_ONCE = 3600.0, 500
"""A version of a prompt never changes, so it may be kept for as long as there is room."""


class SharedReads:
    """The roles that the items of a batch share for a few seconds, and versions of prompts."""

    def __init__(self, clock: Clock) -> None:
        self.roles = RecentReads[list[Role]](clock, most=_BATCHES_AT_ONCE)
        self._prompts = RecentReads[Prompt](clock, _PROMPTS_SECONDS, _PROMPTS_AT_ONCE)

    def prompt(self, store: WorkspaceStore, workspace_id: str, id_: str) -> Prompt | None:
        """The version of a prompt."""
        return self._prompts.get((workspace_id, id_), lambda: store.prompts.find(id_))
