"""Set up an experiment: which prompt versions are tried against each other, and on which part of the people."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.errors import FieldError, InvalidInputError, Sentence
from shared.domain.experiment import VARIANT_NAMES, Experiment, Variant
from shared.domain.generation import Id
from shared.domain.principal import Principal
from shared.domain.prompt import Prompt
from shared.domain.role import Line
from shared.ports import Clock
from shared.repositories.store import Store
from shared.services.list_prompts import NO_SUCH_PROMPT

DEFAULT_MINIMUM_SAMPLE = 100

_TWICE = Sentence("Este prompt ya es otra variante.", "This prompt is another variant already.")
_ELSEWHERE = Sentence(
    "Este prompt es de otro rol, formato o idioma que la primera variante.",
    "This prompt is of another role, format or language than the first variant.",
)


class NewVariant(BaseModel, defer_build=True):
    """A prompt version to try; `weight` is its part of the people, beside the others' weights."""

    model_config = ConfigDict(extra="forbid")

    prompt_id: Id
    weight: Annotated[int, Field(strict=True, ge=1, le=100)] = 1


class NewExperiment(BaseModel, defer_build=True):
    """Two to five versions of one role, format and language; they are called A, B, C in their order.

    No winner is declared before each has `minimum_sample` delivered messages that are 14 days old.
    """

    model_config = ConfigDict(extra="forbid")

    name: Line
    variants: Annotated[list[NewVariant], Field(min_length=2, max_length=len(VARIANT_NAMES))]
    minimum_sample: Annotated[int, Field(strict=True, ge=30, le=100_000)] = DEFAULT_MINIMUM_SAMPLE


class CreateExperiment:
    """POST /v1/experiments."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, principal: Principal, new: NewExperiment, experiment_id: str) -> Experiment:
        """The stored draft; it changes nothing until it is started. The one that exists, if this is a repetition.

        Raises InvalidInputError for a prompt that is unknown, given twice, or of another place than the first.
        """
        store = self._store.of(principal.workspace_id)
        repeated = store.experiments.find(experiment_id)
        if repeated is not None:
            return repeated
        prompts = _checked(store.prompts.find_many([variant.prompt_id for variant in new.variants]))
        experiment = Experiment(
            id=experiment_id,
            name=new.name,
            role=prompts[0].role,
            format=prompts[0].format,
            language=prompts[0].language,
            variants=tuple(_variants(new.variants, prompts)),
            minimum_sample=new.minimum_sample,
            author=principal.id,
            created_at=self._clock.now(),
        )
        self._store.documents.write([store.experiments.creation(experiment_id, experiment)])
        return experiment


def _variants(variants: Sequence[NewVariant], prompts: Sequence[Prompt]) -> list[Variant]:
    return [
        Variant(name=name, prompt_id=prompt.id, prompt_version=prompt.version, weight=variant.weight)
        for name, variant, prompt in zip(VARIANT_NAMES, variants, prompts, strict=False)
    ]


def _checked(found: Sequence[Prompt | None]) -> list[Prompt]:
    prompts: list[Prompt] = []
    errors: list[FieldError] = []
    for place, prompt in enumerate(found):
        problem = NO_SUCH_PROMPT if prompt is None else _problem(prompt, prompts)
        if problem is not None:
            errors.append(FieldError(f"/variants/{place}/prompt_id", problem))
        elif prompt is not None:
            prompts.append(prompt)
    if errors:
        raise InvalidInputError(errors[0].sentence, tuple(errors))
    return prompts


def _problem(prompt: Prompt, before: Sequence[Prompt]) -> Sentence | None:
    if prompt.id in {other.id for other in before}:
        return _TWICE
    is_elsewhere = before and prompt.place != before[0].place
    return _ELSEWHERE if is_elsewhere else None
