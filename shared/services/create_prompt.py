"""Write the next version of a prompt."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from shared.domain.errors import InvalidInputError
from shared.domain.language import Format, Language
from shared.domain.principal import Principal
from shared.domain.prompt import Prompt, head_key
from shared.domain.role import Line, RoleKey
from shared.domain.text import normalized
from shared.ports import Clock
from shared.repositories.prompts import PromptHead
from shared.repositories.store import Store
from shared.services.guarded_change import retrying_conflicts
from shared.services.list_roles import NO_SUCH_ROLE
from shared.services.require_known_variables import require_known_variables

PromptText = Annotated[str, StringConstraints(min_length=1, max_length=20_000), AfterValidator(normalized)]


class NewPrompt(BaseModel, defer_build=True):
    """The text of a next version; `note` says why it was written."""

    model_config = ConfigDict(extra="forbid")

    role: RoleKey
    format: Format
    language: Language
    text: PromptText
    note: Line | None = None


class CreatePrompt:
    """POST /v1/prompts."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, principal: Principal, new: NewPrompt, prompt_id: str) -> Prompt:
        """The stored version, not active yet. Its parent is the active version it comes after.

        Raises InvalidInputError for an unknown role or variable.
        """
        require_known_variables(new.text, "/text")
        if self._store.of(principal.workspace_id).roles.find(new.role) is None:
            raise InvalidInputError.at("/role", *NO_SUCH_ROLE)
        return retrying_conflicts(lambda: self._create(principal, new, prompt_id))

    def _create(self, principal: Principal, new: NewPrompt, prompt_id: str) -> Prompt:
        prompts = self._store.of(principal.workspace_id).prompts
        repeated = prompts.find(prompt_id)
        if repeated is not None:
            return repeated
        key = head_key(new.role, new.format, new.language)
        head, version = prompts.heads.find_versioned(key) or (PromptHead(), None)
        prompt = Prompt(
            **new.model_dump(),
            id=prompt_id,
            version=head.newest_version + 1,
            author=principal.id,
            parent=head.active_id,
            created_at=self._clock.now(),
        )
        grown = head.model_copy(update={"newest_version": prompt.version})
        guard = prompts.heads.creation(key, grown) if version is None else prompts.heads.change(key, grown, version)
        self._store.documents.write([guard, prompts.creation(prompt.id, prompt)])
        return prompt
