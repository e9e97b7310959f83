"""What the routes of experiments read from a request and answer."""

from datetime import datetime
from typing import Self

from pydantic import BaseModel

from shared.api.pagination import PageQuery
from shared.domain.experiment import METRIC, Decision, Experiment, ExperimentState, Variant
from shared.domain.experiment_results import ExperimentResults
from shared.domain.generation import Id
from shared.domain.language import Format, Language
from shared.domain.role import RoleKey


class ExperimentPath(BaseModel, defer_build=True):
    """Names one experiment."""

    id: Id


class ExperimentQuery(PageQuery):
    """Filters of the experiments; each left out means any."""

    role: RoleKey | None = None
    format: Format | None = None
    language: Language | None = None
    state: ExperimentState | None = None


class ExperimentView(BaseModel, defer_build=True):
    """An experiment. `metric` is the positive replies of a variant's mature messages by those delivered."""

    id: str
    name: str
    role: str
    format: Format
    language: Language
    metric: str
    variants: tuple[Variant, ...]
    minimum_sample: int
    state: ExperimentState
    author: str
    created_at: datetime
    started_at: datetime | None
    stopped_at: datetime | None
    decision: Decision | None

    @classmethod
    def of(cls, experiment: Experiment) -> Self:
        """The experiment as the API shows it."""
        stored = {name: getattr(experiment, name) for name in ExperimentView.model_fields if name != "metric"}
        return cls(**stored, metric=METRIC)


class ExperimentReport(ExperimentView, defer_build=True):
    """An experiment and what it has shown by now; `results` is null before it is started.

    A winner is declared only when each variant has the minimum sample of mature messages and the evidence for one of
    them, against each other one, reaches `evidence_needed`. It may be read as often as one likes: where nothing
    differs, a winner is ever declared in at most 5 % of experiments.
    """

    results: ExperimentResults | None = None
