"""Pause generation in a workspace whose messages of today cost more than the limit."""

from collections.abc import Iterator
from datetime import date, timedelta

from shared.domain.act import Act, acting
from shared.domain.documents import Operation
from shared.domain.errors import OutreachError, WriteConflictError
from shared.domain.workspace import SettingsChange, WorkspaceSettings
from shared.ports import Clock
from shared.repositories.spend_stops import SpendStop
from shared.repositories.store import Store
from shared.services.workspace_day import day_of
from shared.telemetry.logs import get_logger

_log = get_logger()

EVERY_MINUTES = 5
_COST = "cost_micros:total"
_KEPT = timedelta(days=30)
_MILLION = 1_000_000
_PAGE = 100
_ACT = Act(actor_id="clock", actor_kind="system", action="pause_generation")


class LimitSpending:
    """A step of the tick. It looks every five minutes, since each look reads every workspace's counters of the day.

    A day is paused once: whoever lifts the pause has seen the figures and wants to go on.
    """

    def __init__(self, store: Store, clock: Clock, limit: float | None) -> None:
        """`limit` is in whole units of the currency that costs are counted in; None: there is none."""
        self._store = store
        self._clock = clock
        self._limit_micros = None if limit is None else round(limit * _MILLION)

    def __call__(self) -> int:
        """In how many workspaces generation was paused."""
        if self._limit_micros is None or self._clock.now().minute % EVERY_MINUTES:
            return 0
        return sum(self._paused(id_, self._limit_micros) for id_ in self._workspace_ids())

    def _workspace_ids(self) -> Iterator[str]:
        after: str | None = None
        while ids := self._store.workspaces.ids(after, _PAGE):
            yield from ids
            after = ids[-1]

    def _paused(self, workspace_id: str, limit_micros: int) -> bool:
        try:
            return self._look(workspace_id, limit_micros)
        except OutreachError as error:  # the others' money is spent all the same
            _log.error("spend_not_checked", workspace_id=workspace_id, code=error.code)
            return False

    def _look(self, workspace_id: str, limit_micros: int) -> bool:
        found = self._store.workspaces.settings(workspace_id)
        if found is None or found[0].generation_paused:
            return False
        settings, version = found
        today = day_of(self._clock.now(), settings)
        spent = self._store.of(workspace_id).counters.days(today, today)[today].counts.get(_COST, 0)
        return spent >= limit_micros and self._pause(workspace_id, settings, version, today, spent)

    def _pause(self, workspace_id: str, settings: WorkspaceSettings, version: str, today: date, spent: int) -> bool:
        stop = SpendStop(cost_micros=spent, expires_at=self._clock.now() + _KEPT)
        paused = settings.changed(SettingsChange(generation_paused=True))
        operations: list[Operation] = [
            self._store.of(workspace_id).spend_stops.creation(str(today), stop),
            self._store.workspaces.change(workspace_id, paused, version),
        ]
        try:
            with acting(_ACT):
                self._store.documents.write(operations)
        except WriteConflictError:  # stopped before today, or the settings are being changed: the next look sees
            return False
        _log.error("spend_limit_reached", workspace_id=workspace_id, cost_micros=spent)
        return True
