"""Make one version of a prompt the one that writers get."""

from shared.domain.errors import ConflictError, NotFoundError, Sentence
from shared.domain.principal import Principal
from shared.domain.prompt import Prompt
from shared.repositories.store import Store
from shared.services.guarded_change import retrying_conflicts
from shared.services.list_prompts import NO_SUCH_PROMPT

EXPERIMENT_RUNS = Sentence(
    "Para este rol, formato e idioma hay un experimento en marcha: páralo o decídelo antes.",
    "An experiment is running for this role, format and language: stop it or decide it first.",
)


class ActivatePrompt:
    """POST /v1/prompts/{id}/activate."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, principal: Principal, prompt_id: str) -> Prompt:
        """The version, active from now on; an older one may be activated again.

        Raises NotFoundError, and ConflictError while an experiment runs there: it would show in no message.
        """
        return retrying_conflicts(lambda: self._activate(principal, prompt_id))

    def _activate(self, principal: Principal, prompt_id: str) -> Prompt:
        prompts = self._store.of(principal.workspace_id).prompts
        prompt = prompts.find(prompt_id)
        found = None if prompt is None else prompts.head_of(prompt)
        if prompt is None or found is None:
            raise NotFoundError(NO_SUCH_PROMPT)
        head, version = found
        if head.experiment_id is not None:
            raise ConflictError(EXPERIMENT_RUNS)
        changed = head.model_copy(update={"active_id": prompt.id})
        self._store.documents.write([prompts.heads.change(prompt.place, changed, version)])
        return prompt
