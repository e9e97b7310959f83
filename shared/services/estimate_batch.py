"""What a batch would take, before anything is written: the estimates of a sample, carried over to all of its rows."""

from collections.abc import Iterator
from typing import NamedTuple

from shared.domain.batch import BatchRequest, BatchRow
from shared.domain.errors import InvalidInputError, Sentence
from shared.domain.principal import Principal
from shared.domain.writing import WritingEstimate
from shared.ports import MessageWriter
from shared.repositories.store import Store
from shared.services.batch_source import BatchSource
from shared.services.item_request import request_of
from shared.services.plan_generation import PlanGeneration

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
        estimates = [one for row in rows if (one := self._of_row(principal, request, row, batch_id)) is not None]
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
        self, principal: Principal, request: BatchRequest, row: BatchRow, batch_id: str | None
    ) -> WritingEstimate | None:
        """None for a row that would get no message."""
        try:
            plan = self._plan(principal, request_of(request, row), batch_id)
        except InvalidInputError:
            return None
        return self._writer.estimate(plan.writing)


def _spread(length: int, count: int) -> list[int]:
    """At most `count` places of so many, evenly spread, the first among them."""
    return [place * length // count for place in range(count)] if length > count else list(range(length))
