"""Give the demo workspace an experiment that has run for some weeks, so that its screen has something to show."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from shared.domain.documents import Operation
from shared.domain.experiment import Experiment, ExperimentState, Variant
from shared.domain.ids import derived_id
from shared.domain.language import Format, Language
from shared.domain.prompt import Prompt, head_key
from shared.domain.prospect import StoredProspect
from shared.domain.workspace import WorkspaceSettings
from shared.ports import Clock
from shared.prompts.demo_history import demo_history
from shared.prompts.demo_people import LOCAL_PEOPLE
from shared.repositories.prompts import PromptHead
from shared.repositories.store import Store, WorkspaceStore
from shared.services.workspace_day import day_of
from shared.services.write_demo_history import Letter, WriteDemoHistory, language_of, moment_of

EXPERIMENT = derived_id("demo-experiment")


class WriteDemoExperiment:
    """Comes after the rest of the history, whose messages it must not take. Resumable like it."""

    def __init__(self, store: Store, history: WriteDemoHistory, clock: Clock) -> None:
        self._store = store
        self._history = history
        self._clock = clock

    def __call__(
        self, workspace_id: str, settings: WorkspaceSettings, people: list[StoredProspect], number: int
    ) -> None:
        """Start the experiment and write its part of a history of so many messages: one to each of some people."""
        plan, now = demo_history()["experiment"], self._clock.now()
        store = self._store.of(workspace_id)
        if store.experiments.find(EXPERIMENT) is None:
            started = now - timedelta(days=plan["days"] + 1)
            self._store.documents.write(_started(store, plan, settings, started))
        in_language = [person for person in people if language_of(person).value == plan["language"]]
        chosen = in_language[: round(number * plan["share"])]
        letters = [
            Letter(
                f"experiment-{place}",
                person,
                partial(moment_of, now, place, len(chosen), plan["days"]),
                Format(plan["format"]),
                plan["role"],
            )
            for place, person in enumerate(chosen)
        ]
        self._history.write(workspace_id, settings, letters)


def _started(store: WorkspaceStore, plan: Any, settings: WorkspaceSettings, at: datetime) -> list[Operation]:
    """The operations that write the second version and start the experiment of both."""
    owner = LOCAL_PEOPLE[0].id
    key = head_key(plan["role"], Format(plan["format"]), Language(plan["language"]))
    head, head_version = store.prompts.heads.find_versioned(key) or (PromptHead(), "")
    first = store.prompts.find(head.active_id or "")
    assert first is not None  # noqa: S101  the default pack has written one for each place; narrows
    second = _second_version(first, plan, owner, at)
    experiment = Experiment(
        id=EXPERIMENT,
        name=plan["name"],
        role=first.role,
        format=first.format,
        language=first.language,
        variants=tuple(
            Variant(name=name, prompt_id=prompt.id, prompt_version=prompt.version, weight=1)
            for name, prompt in (("A", first), ("B", second))
        ),
        minimum_sample=plan["minimum_sample"],
        state=ExperimentState.RUNNING,
        author=owner,
        created_at=at,
        started_at=at,
        started_day=day_of(at, settings),
    )
    running = head.model_copy(update={"newest_version": second.version, "experiment_id": EXPERIMENT})
    return [
        store.prompts.creation(second.id, second),
        store.prompts.heads.change(key, running, head_version),
        store.experiments.creation(EXPERIMENT, experiment),
    ]


def _second_version(first: Prompt, plan: Any, author: str, at: datetime) -> Prompt:
    changes = {
        "id": derived_id("demo-experiment", "prompt"),
        "version": first.version + 1,
        "text": f"{first.text.rstrip()}\n\n{plan['opening']}\n",
        "note": plan["note"],
        "author": author,
        "parent": first.id,
        "created_at": at,
    }
    return first.model_copy(update=changes)
