"""The workspace's experiments, and what they have shown. Results are read from counters alone, never from messages."""

from collections import Counter
from datetime import date, timedelta

from shared.domain.errors import NotFoundError, Sentence
from shared.domain.experiment import Experiment, ExperimentFilter
from shared.domain.experiment_results import ExperimentResults, results_of
from shared.domain.message_counts import VARIANT
from shared.domain.metrics import events_of
from shared.domain.principal import Principal
from shared.ports import Clock
from shared.repositories.aggregate import Position, Slice
from shared.repositories.store import Store
from shared.services.read_settings import ReadSettings
from shared.services.workspace_day import day_of

LONGEST = timedelta(days=365)
"""What was sent later than this after the start is not counted: it bounds what a reading takes."""

NO_SUCH_EXPERIMENT = Sentence("No hay ningún experimento con ese identificador.", "No experiment has this id.")


class ReadExperiments:
    """GET /v1/experiments and GET /v1/experiments/{id}."""

    def __init__(self, store: Store, read_settings: ReadSettings, clock: Clock) -> None:
        self._store = store
        self._read_settings = read_settings
        self._clock = clock

    def __call__(
        self, principal: Principal, filter_: ExperimentFilter, after: Position | None, limit: int
    ) -> Slice[Experiment]:
        """A page of experiments, newest first."""
        return self._store.of(principal.workspace_id).experiments.newest(filter_, after, limit)

    def one(self, principal: Principal, experiment_id: str) -> Experiment:
        """The experiment. Raises NotFoundError."""
        experiment = self._store.of(principal.workspace_id).experiments.find(experiment_id)
        if experiment is None:
            raise NotFoundError(NO_SUCH_EXPERIMENT)
        return experiment

    def results(self, principal: Principal, experiment: Experiment) -> ExperimentResults | None:
        """What it has shown by now; None before it is started."""
        if experiment.started_day is None:
            return None
        today = day_of(self._clock.now(), self._read_settings(principal))
        last = min(today, experiment.started_day + LONGEST)
        return results_of(experiment, self._events(principal, experiment, experiment.started_day, last), today)

    def _events(
        self, principal: Principal, experiment: Experiment, first: date, last: date
    ) -> dict[str, dict[date, Counter[str]]]:
        """The events of each variant, by day."""
        found: dict[str, dict[date, Counter[str]]] = {}
        for day, cell in self._store.of(principal.workspace_id).counters.days(first, last).items():
            for value, events in events_of(cell.counts.items(), VARIANT).items():
                experiment_id, _, name = value.partition(",")
                if experiment_id == experiment.id:
                    found.setdefault(name, {})[day] = events
        return found
