"""Prompt versions of a workspace, and the head that names the active one of each role, format and language."""

from collections.abc import Iterable, Mapping

from pydantic import BaseModel

from shared.domain.documents import IndexedValue, Operation
from shared.domain.prompt import Prompt, PromptFilter
from shared.ports import Documents
from shared.repositories.aggregate import Aggregate, Position, Slice, newest_first


class PromptHead(BaseModel):
    """The active version (null before any is activated), the number of the newest one, and the experiment that runs.

    Guards the sequence, and that one experiment runs here at a time: each new version, each activation, and each start
    and end of an experiment updates the head at its version.
    """

    active_id: str | None = None
    newest_version: int = 0
    experiment_id: str | None = None


class PromptHeads(Aggregate[PromptHead]):
    """`workspaces/{w}/prompt_heads/{role.format.language}`."""

    collection = "prompt_heads"
    model = PromptHead


class Prompts(Aggregate[Prompt]):
    """`workspaces/{w}/prompts/{id}`."""

    collection = "prompts"
    model = Prompt
    indexes = newest_first("prompts", "role", "format", "language")

    def __init__(self, documents: Documents, workspace_id: str) -> None:
        super().__init__(documents, workspace_id)
        self.heads = PromptHeads(documents, workspace_id)

    def _indexed(self, entry: Prompt, /) -> Mapping[str, IndexedValue]:
        return {
            "role": entry.role,
            "format": entry.format.value,
            "language": entry.language.value,
            "created_at": entry.created_at,
        }

    def head_of(self, prompt: Prompt) -> tuple[PromptHead, str] | None:
        """The head of the prompt's role, format and language, and its version; None before the first prompt."""
        return self.heads.find_versioned(prompt.place)

    def active_ids(self, prompts: Iterable[Prompt]) -> frozenset[str]:
        """The ids of the active versions of all roles, formats and languages that these prompts belong to."""
        keys = {prompt.place for prompt in prompts}
        heads = self.heads.find_many(sorted(keys))
        return frozenset(head.active_id for head in heads if head is not None and head.active_id is not None)

    def newest(self, filter_: PromptFilter, after: Position | None, limit: int) -> Slice[Prompt]:
        """A page of the versions that pass the filter, newest first."""
        return self.page(filter_.as_filters(), after, limit)

    def first_version(self, prompt: Prompt) -> list[Operation]:
        """The operations that store a first version, active from the start."""
        head = PromptHead(active_id=prompt.id, newest_version=prompt.version)
        return [self.creation(prompt.id, prompt), self.heads.creation(prompt.place, head)]
