"""What a batch would take, before anything is written: the estimates of a sample, carried over to all of its rows."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shared.domain.batch import BatchRequest, BatchRow
from shared.domain.errors import InvalidInputError, Sentence
from shared.domain.principal import Principal
from shared.domain.writing import WritingEstimate
from shared.ports import MessageWriter
from shared.repositories.remembered_reads import RememberedReads
from shared.repositories.store import Store, WorkspaceStore
from shared.services.batch_source import BatchSource
from shared.services.item_request import request_of
from shared.services.plan_generation import PlanGeneration
from shared.services.suppress_person import sought_of_people

_ROWS, _CHUNKS = 20, 4


class BatchEstimate(NamedTuple):
    """What all `total` people would take, by `sampled` of them, of whom `failing` would get no message.

    Tokens and money are of the whole batch, as if nobody in it had a message yet; `dearest_micros` is the highest cost
    in the sample. Without anybody to go by (`writing` is None) they are 0.
    """

    total: int
    sampled: int
    failing: int
    input_tokens: int
    output_tokens: int
    cost_micros: int
    dearest_micros: int
    writing: WritingEstimate | None
    warnings: tuple[Sentence, ...]


class EstimateBatch:
    """POST /v1/batches/estimate, and what a batch must know of itself before its first message."""

    def __init__(self, store: Store, plan: PlanGeneration, writer: MessageWriter) -> None:
        self._store = store
        self._plan = plan
        self._writer = writer

    def __call__(
        self, principal: Principal, request: BatchRequest, source: BatchSource, batch_id: str | None = None
    ) -> BatchEstimate:
        """The estimate, from 20 rows at most, spread over the source; `batch_id` if the batch begins now."""
        rows = list(self._sample(principal, source))
        reads = self._store.over(RememberedReads(self._store.documents))
        _read_people(reads.of(principal.workspace_id), rows)
        plan = self._plan.over(reads)
        estimates = [one for row in rows if (one := self._of_row(plan, principal, request, row, batch_id)) is not None]
        per_row = source.total / max(1, len(rows))
        return BatchEstimate(
            total=source.total,
            sampled=len(rows),
            failing=len(rows) - len(estimates),
            input_tokens=round(per_row * sum(one.input_tokens for one in estimates)),
            output_tokens=round(per_row * sum(one.output_tokens for one in estimates)),
            cost_micros=round(per_row * sum(one.cost_micros for one in estimates)),
            dearest_micros=max((one.cost_micros for one in estimates), default=0),
            writing=estimates[0] if estimates else None,
            warnings=source.warnings,
        )

    def _sample(self, principal: Principal, source: BatchSource) -> Iterator[BatchRow]:
        store = self._store.of(principal.workspace_id)
        chunks = _spread(source.chunks, _CHUNKS)
        for chunk in chunks:
            rows = source.rows(store, chunk)
            yield from (rows[place] for place in _spread(len(rows), _ROWS // len(chunks)))

    def _of_row(
        self, plan: PlanGeneration, principal: Principal, request: BatchRequest, row: BatchRow, batch_id: str | None
    ) -> WritingEstimate | None:
        """None for a row that would get no message."""
        try:
            planned = plan(principal, request_of(request, row), batch_id)
        except InvalidInputError:
            return None
        return self._writer.estimate(planned.writing)


def _read_people(store: WorkspaceStore, rows: Sequence[BatchRow]) -> None:
    """Read what the plans of all rows ask of their people, so that each plan finds it read: three reads, not sixty."""
    stored = store.prospects.find_many([row.prospect_id for row in rows if row.prospect_id is not None])
    brought = [row.prospect for row in rows if row.prospect is not None]
    keys = sought_of_people(store, [*brought, *(one.prospect for one in stored if one is not None)])
    store.suppressions.holding(list(dict.fromkeys(id_ for own in keys for id_ in own)))


def _spread(length: int, count: int) -> list[int]:
    """At most `count` places of so many, evenly spread, the first among them."""
    return [place * length // count for place in range(count)] if length > count else list(range(length))
