"""The prompt versions of the workspace."""

from shared.domain.errors import NotFoundError, Sentence
from shared.domain.principal import Principal
from shared.domain.prompt import Prompt, PromptFilter
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store

NO_SUCH_PROMPT = Sentence("No hay ningún prompt con ese identificador.", "No prompt has this id.")


class ListPrompts:
    """GET /v1/prompts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(
        self, principal: Principal, filter_: PromptFilter, after: Position | None, limit: int
    ) -> Slice[tuple[Prompt, bool]]:
        """A page of versions, newest first, each with whether it is the active one of its role, format, language."""
        prompts = self._store.of(principal.workspace_id).prompts
        page = prompts.newest(filter_, after, limit)
        active = prompts.active_ids(page.items)
        return Slice([(prompt, prompt.id in active) for prompt in page.items], page.next_position)

    def one(self, principal: Principal, prompt_id: str) -> tuple[Prompt, bool]:
        """The version, and whether it is active. Raises NotFoundError."""
        prompts = self._store.of(principal.workspace_id).prompts
        prompt = prompts.find(prompt_id)
        if prompt is None:
            raise NotFoundError(NO_SUCH_PROMPT)
        return prompt, prompt.id in prompts.active_ids([prompt])
