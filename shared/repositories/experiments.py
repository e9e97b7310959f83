"""Experiments of a workspace, newest first."""

from collections.abc import Mapping

from shared.domain.documents import IndexedValue
from shared.domain.experiment import Experiment, ExperimentFilter
from shared.repositories.aggregate import Aggregate, Position, Slice, newest_first


class Experiments(Aggregate[Experiment]):
    """`workspaces/{w}/experiments/{id}`. Which one runs in a place is said by the place's prompt head."""

    collection = "experiments"
    model = Experiment
    indexes = newest_first("experiments", "role", "format", "language", "state")

    def _indexed(self, entry: Experiment, /) -> Mapping[str, IndexedValue]:
        return {
            "role": entry.role,
            "format": entry.format.value,
            "language": entry.language.value,
            "state": entry.state.value,
            "created_at": entry.created_at,
        }

    def newest(self, filter_: ExperimentFilter, after: Position | None, limit: int) -> Slice[Experiment]:
        """A page of the experiments that pass the filter, newest first."""
        return self.page(filter_.as_filters(), after, limit)
