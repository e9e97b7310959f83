"""Each night, make the summary of the month that is over, and the final one when its last messages are mature."""

from datetime import date

from shared.domain.documents import Operation
from shared.domain.errors import NotFoundError, WriteConflictError
from shared.domain.ids import derived_id
from shared.domain.metrics import MATURITY
from shared.domain.summary import Month, MonthlySummary
from shared.domain.webhook import Event
from shared.domain.workspace import WorkspaceSettings
from shared.ports import Clock
from shared.repositories.outbox import OutboxEntry
from shared.repositories.store import Store, WorkspaceStore
from shared.services.read_metrics import GroupBy, Period, Report, period_report
from shared.services.workspace_day import NO_SUCH_WORKSPACE, day_of
from shared.telemetry.logs import get_logger

_log = get_logger()


class SummarizeMonths:
    """A night's visit of one workspace; repeating it makes nothing twice and tells nothing twice."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def __call__(self, workspace_id: str) -> list[MonthlySummary]:
        """The summaries that were made. Raises NotFoundError if the workspace is gone."""
        found = self._store.workspaces.settings(workspace_id)
        if found is None:
            raise NotFoundError(NO_SUCH_WORKSPACE)
        store, settings = self._store.of(workspace_id), found[0]
        today = day_of(self._clock.now(), settings)
        last = Month.of(today).before
        made = [self._made(store, settings, month, today) for month in (last.before, last)]
        return [summary for summary in made if summary is not None]

    def _made(
        self, store: WorkspaceStore, settings: WorkspaceSettings, month: Month, today: date
    ) -> MonthlySummary | None:
        """The month's summary, if it is due; None if it is there, or nothing happened in the month."""
        kept = store.summaries.find_versioned(str(month))
        is_final = today - month.last_day >= MATURITY
        if kept is not None and (kept[0].is_final or not is_final):
            return None
        summary = self._summary(store, settings, month, today, is_final=is_final)
        if summary.is_empty and kept is None:
            return None
        storing = (
            store.summaries.creation(summary.month, summary)
            if kept is None
            else store.summaries.change(summary.month, summary, kept[1])
        )
        return summary if self._write([storing, self._telling(store, summary)]) else None

    def _summary(
        self, store: WorkspaceStore, settings: WorkspaceSettings, month: Month, today: date, *, is_final: bool
    ) -> MonthlySummary:
        def report(one: Month) -> Report:
            return period_report(store, settings, Period(one.first_day, one.last_day), GroupBy.ROLE, today)

        now, before = report(month), report(month.before)
        return MonthlySummary(
            month=str(month),
            from_=month.first_day,
            to=month.last_day,
            made_at=self._clock.now(),
            is_final=is_final,
            totals=now.totals,
            previous_totals=before.totals,
            roles=dict(now.groups),
            previous_roles=dict(before.groups),
        )

    def _telling(self, store: WorkspaceStore, summary: MonthlySummary) -> Operation:
        id_ = derived_id("outbox", "summary", summary.month, str(summary.is_final))
        entry = OutboxEntry(id=id_, event=Event.SUMMARY_MONTHLY, at=summary.made_at, month=summary.month)
        return store.outbox.creation(id_, entry)

    def _write(self, operations: list[Operation]) -> bool:
        try:
            self._store.documents.write(operations)
        except WriteConflictError:  # another tick was quicker
            _log.info("summary_shared")
            return False
        return True
