"""Start, stop, decide or delete an experiment.

Each start and end changes the prompt head of the experiment's place in the same write, at its version: so one
experiment runs in a place at a time, and what decides makes its version active in the same step.
"""

from collections.abc import Callable

from pydantic import BaseModel, ConfigDict

from shared.domain.documents import Operation
from shared.domain.errors import ConflictError, InvalidInputError, NotFoundError
from shared.domain.experiment import Decision, Experiment, ExperimentMove, ExperimentState, refusal
from shared.domain.principal import Principal
from shared.domain.role import Line
from shared.ports import Clock
from shared.repositories.prompts import PromptHead
from shared.repositories.store import Store, WorkspaceStore
from shared.services.activate_prompt import EXPERIMENT_RUNS
from shared.services.guarded_change import retrying_conflicts
from shared.services.read_experiments import NO_SUCH_EXPERIMENT, ReadExperiments
from shared.services.read_settings import ReadSettings
from shared.services.workspace_day import day_of


class Choice(BaseModel, defer_build=True):
    """Which variant is made the active prompt; a `reason` is needed unless it is the declared winner."""

    model_config = ConfigDict(extra="forbid")

    variant: str
    reason: Line | None = None


class _Read:
    """An experiment and the head of its place, as they were read, and the operations that change both."""

    def __init__(self, store: WorkspaceStore, experiment_id: str, move: ExperimentMove) -> None:
        found = store.experiments.find_versioned(experiment_id)
        if found is None:
            raise NotFoundError(NO_SUCH_EXPERIMENT)
        self._store = store
        self.experiment, self.version = found
        refused = refusal(self.experiment.state, move)
        if refused is not None:
            raise ConflictError(refused)
        self.head, self._head_version = store.prompts.heads.find_versioned(self.experiment.place) or (PromptHead(), "")

    def writing(self, changed: Experiment, head: PromptHead) -> list[Operation]:
        """The operations that store both, at the versions that were read."""
        return [
            self._store.experiments.change(changed.id, changed, self.version),
            self._store.prompts.heads.change(changed.place, head, self._head_version),
        ]

    @property
    def is_taken(self) -> bool:
        """Whether another experiment runs in the place."""
        return self.head.experiment_id not in (None, self.experiment.id)


class ChangeExperiment:
    """POST /v1/experiments/{id}/start, stop and decide, and DELETE."""

    def __init__(self, store: Store, read_settings: ReadSettings, read: ReadExperiments, clock: Clock) -> None:
        self._store = store
        self._read_settings = read_settings
        self._read_experiments = read
        self._clock = clock

    def start(self, principal: Principal, experiment_id: str) -> Experiment:
        """The experiment, running: new messages of its place are its own.

        Raises NotFoundError, and ConflictError for one that has run, or while another one runs in its place.
        """
        now = self._clock.now()
        day = day_of(now, self._read_settings(principal))

        def started(read: _Read) -> tuple[Experiment, PromptHead]:
            changes = {"state": ExperimentState.RUNNING, "started_at": now, "started_day": day}
            changed = read.experiment.model_copy(update=changes)
            return changed, read.head.model_copy(update={"experiment_id": changed.id})

        return self._change(principal, experiment_id, ExperimentMove.START, started)

    def stop(self, principal: Principal, experiment_id: str) -> Experiment:
        """The experiment, stopped: new messages get the active version again, what was sent is still counted.

        Raises NotFoundError, and ConflictError for one that does not run.
        """
        now = self._clock.now()

        def stopped(read: _Read) -> tuple[Experiment, PromptHead]:
            changed = read.experiment.model_copy(update={"state": ExperimentState.STOPPED, "stopped_at": now})
            return changed, read.head.model_copy(update={"experiment_id": None})

        return self._change(principal, experiment_id, ExperimentMove.STOP, stopped)

    def decide(self, principal: Principal, experiment_id: str, choice: Choice) -> Experiment:
        """The experiment, decided: the chosen variant's version is the active one from now on.

        Raises NotFoundError, ConflictError in other states or while another experiment runs in its place, and
        InvalidInputError for an unknown variant, or where a reason is needed and there is none.
        """
        now = self._clock.now()
        self._require_choosable(principal, experiment_id, choice)

        def decided(read: _Read) -> tuple[Experiment, PromptHead]:
            variant = read.experiment.variant(choice.variant)
            decision = Decision(variant=choice.variant, by=principal.id, at=now, reason=choice.reason)
            changes = {"state": ExperimentState.DECIDED, "decision": decision}
            stopped = {"stopped_at": read.experiment.stopped_at or now}
            changed = read.experiment.model_copy(update=changes | stopped)
            active_id = variant and variant.prompt_id
            return changed, read.head.model_copy(update={"active_id": active_id, "experiment_id": None})

        return self._change(principal, experiment_id, ExperimentMove.DECIDE, decided)

    def delete(self, principal: Principal, experiment_id: str) -> None:
        """Remove a draft. Raises NotFoundError, and ConflictError for one that was started: those are kept."""
        retrying_conflicts(lambda: self._delete(principal, experiment_id))

    def _change(
        self,
        principal: Principal,
        experiment_id: str,
        move: ExperimentMove,
        change: Callable[[_Read], tuple[Experiment, PromptHead]],
    ) -> Experiment:
        def changing() -> Experiment:
            read = _Read(self._store.of(principal.workspace_id), experiment_id, move)
            if read.is_taken:
                raise ConflictError(EXPERIMENT_RUNS)
            changed, head = change(read)
            self._store.documents.write(read.writing(changed, head))
            return changed

        return retrying_conflicts(changing)

    def _delete(self, principal: Principal, experiment_id: str) -> None:
        store = self._store.of(principal.workspace_id)
        read = _Read(store, experiment_id, ExperimentMove.DELETE)
        self._store.documents.write([store.experiments.deletion(experiment_id, read.version)])

    def _require_choosable(self, principal: Principal, experiment_id: str, choice: Choice) -> None:
        experiment = self._read_experiments.one(principal, experiment_id)
        if experiment.variant(choice.variant) is None:
            raise InvalidInputError.at(
                "/variant", "El experimento no tiene esta variante.", "The experiment has no such variant."
            )
        refused = refusal(experiment.state, ExperimentMove.DECIDE)
        if refused is None and choice.reason is None and self._winner(principal, experiment) != choice.variant:
            raise InvalidInputError.at(
                "/reason",
                "Los datos aún no declaran ganadora a esta variante: escribe por qué la eliges.",
                "The evidence does not declare this variant the winner: write why you choose it.",
            )

    def _winner(self, principal: Principal, experiment: Experiment) -> str | None:
        results = self._read_experiments.results(principal, experiment)
        return None if results is None else results.winner
