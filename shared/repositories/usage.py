"""How many messages of a month are spent, and which are reserved."""

from datetime import datetime

from pydantic import BaseModel

from shared.domain.documents import Equal, Query
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate


class Block(BaseModel, defer_build=True):
    """So many messages belong to one instance until the lease ends; then those that it wrote are counted."""

    size: int
    lease_until: datetime


class MonthUsage(BaseModel, defer_build=True):
    """`spent` counts the messages of settled blocks. A guard: every reservation updates it at its version."""

    spent: int = 0
    blocks: dict[str, Block] = {}

    @property
    def reserved(self) -> int:
        """How many messages the open blocks hold."""
        return sum(block.size for block in self.blocks.values())


class Usage(Aggregate[MonthUsage]):
    """`workspaces/{w}/usage/{month}`, the month as "2026-11"."""

    collection = "usage"
    model = MonthUsage

    def __init__(self, documents: Documents, workspace_id: str) -> None:
        super().__init__(documents, workspace_id)
        self._messages = f"workspaces/{workspace_id}/messages"

    def written(self, block_id: str) -> int:
        """How many messages were written from the block: counted from the messages themselves, so that an instance
        that died loses none and hides none.
        """
        return self._documents.aggregate(Query(self._messages, (Equal("usage_block", block_id),))).count
