"""Which prompt version a message is written with: the active one of its place, or a variant of what runs there."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from shared.domain.errors import InvalidInputError
from shared.domain.experiment import Experiment, ExperimentState, Participation, Variant
from shared.domain.prompt import Prompt, head_key
from shared.domain.prompt_values import MessageKind
from shared.domain.prospect import Prospect, StoredProspect
from shared.repositories.prompts import PromptHead
from shared.repositories.store import WorkspaceStore


class Addressee(NamedTuple):
    """Whom a message is for: the person as the caller gave them, and as they are stored if the caller named that."""

    person: Prospect
    known: StoredProspect | None


FindPrompt: TypeAlias = Callable[[str], Prompt | None]
"""Answers a version by its id."""


class ChosenPrompt(NamedTuple):
    """The version, and the message's part in an experiment, if it has one."""

    prompt: Prompt
    participation: Participation | None = None


def choose_prompt(
    store: WorkspaceStore,
    find: FindPrompt,
    roles: tuple[str, str],
    kind: MessageKind,
    addressee: Addressee,
    *,
    may_take_part: bool,
) -> ChosenPrompt:
    """The version for the role, the first of `roles`; one without any (restored from elsewhere) uses the second's.
    Which one is active is read now, whatever `find` remembers.

    An experiment takes the messages of its own role that `may_take_part`: one that starts from a template shows little
    of its prompt, and a follow-up is the second to a person who is counted already. Raises InvalidInputError where
    nothing is active.
    """
    for key in roles:
        head = store.prompts.heads.find(head_key(key, kind.format, kind.language))
        if head is None:
            continue
        takes_part = key == roles[0] and may_take_part
        chosen = (_of_experiment(store, find, head, addressee) if takes_part else None) or _active(find, head)
        if chosen is not None:
            return chosen
    raise InvalidInputError.at(
        "/role",
        "Este rol no tiene ningún prompt activo para este formato e idioma: activa uno.",
        "This role has no active prompt for this format and language: activate one.",
    )


def _active(find: FindPrompt, head: PromptHead) -> ChosenPrompt | None:
    prompt = None if head.active_id is None else find(head.active_id)
    return None if prompt is None else ChosenPrompt(prompt)


def _of_experiment(
    store: WorkspaceStore, find: FindPrompt, head: PromptHead, addressee: Addressee
) -> ChosenPrompt | None:
    experiment = None if head.experiment_id is None else store.experiments.find(head.experiment_id)
    if experiment is None or experiment.state is not ExperimentState.RUNNING:
        return None
    variant = _variant(store, experiment, addressee)
    prompt = find(variant.prompt_id)
    return None if prompt is None else ChosenPrompt(prompt, Participation(experiment.id, variant.name))


def _variant(store: WorkspaceStore, experiment: Experiment, addressee: Addressee) -> Variant:
    """What the person's earlier message of this experiment records; else what the hash says. The record wins, so that
    an address that becomes known meanwhile moves nobody.
    """
    stored = addressee.known or store.prospects.recognize(addressee.person).stored
    if stored is None:
        return experiment.assigned(_steadiest(addressee.person))
    recorded = store.messages.variant_of(experiment.id, stored.id)
    return experiment.variant(recorded) or experiment.assigned(_steadiest(stored.prospect))


def _steadiest(person: Prospect) -> str:
    """What identifies the person most lastingly."""
    return person.linkedin_url or person.email or f"{person.full_name}|{person.company}"
