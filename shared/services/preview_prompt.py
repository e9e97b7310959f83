"""Show what a writer would get for one person, without calling it."""

from collections.abc import Mapping
from typing import NamedTuple

from shared.domain.errors import InvalidInputError
from shared.domain.fact_block import fact_block
from shared.domain.generation import AUTO_ROLE, GenerationRequest
from shared.domain.message import Fact, RoleMatch
from shared.domain.principal import Principal
from shared.domain.prompt_text import render
from shared.repositories.store import Store
from shared.services.list_prompts import NO_SUCH_PROMPT
from shared.services.plan_generation import PlanGeneration
from shared.services.require_known_variables import require_known_variables


class PromptPreview(NamedTuple):
    """The rendered instructions, the delimited facts, and the role that the person was matched to.

    `values` has a value for every variable, "" where there is none.
    """

    instructions: str
    fact_block: str
    facts: tuple[Fact, ...]
    ignored_fields: tuple[str, ...]
    role: RoleMatch
    values: Mapping[str, str]


class PreviewPrompt:
    """POST /v1/prompts/preview."""

    def __init__(self, store: Store, plan: PlanGeneration) -> None:
        self._store = store
        self._plan = plan

    def __call__(
        self, principal: Principal, request: GenerationRequest, text: str | None, prompt_id: str | None
    ) -> PromptPreview:
        """What `text`, or the stored version, becomes for the request's person.

        A stored version is shown for its own role unless the request names another. Raises InvalidInputError for an
        unknown variable, prompt, prospect or role.
        """
        if text is not None:
            require_known_variables(text, "/text")
        else:
            prompt = self._store.of(principal.workspace_id).prompts.find(prompt_id or "")
            if prompt is None:
                raise InvalidInputError.at("/prompt_id", *NO_SUCH_PROMPT)
            text = prompt.text
            request = request.model_copy(update={"role": prompt.role}) if request.role == AUTO_ROLE else request
        plan = self._plan(principal, request)
        return PromptPreview(
            instructions=render(text, plan.values),
            fact_block=fact_block(plan.gathered.facts),
            facts=plan.gathered.facts,
            ignored_fields=tuple(ignored.field for ignored in plan.gathered.ignored),
            role=plan.match,
            values=plan.values,
        )
