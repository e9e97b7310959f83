"""Read the audit log of the workspace."""

from datetime import date, timedelta
from typing import NamedTuple

from shared.domain.audit import AuditEntry, AuditOutcome
from shared.domain.principal import Principal
from shared.ports import Clock
from shared.repositories.aggregate import Position, Slice
from shared.repositories.audit import AuditFilter
from shared.repositories.store import Store
from shared.services.read_settings import ReadSettings
from shared.services.workspace_day import require_in_order, start_of


class AuditSelection(NamedTuple):
    """Which entries; None means any. Days are the workspace's, both included. `target` reads "kind/id"."""

    actor: str | None = None
    action: str | None = None
    outcome: AuditOutcome | None = None
    target: str | None = None
    first_day: date | None = None
    last_day: date | None = None


class ListAudit:
    """GET /v1/audit. What is older than the retention is void from that moment on, whenever the store removes it."""

    def __init__(self, store: Store, read_settings: ReadSettings, clock: Clock, retention: timedelta) -> None:
        self._store = store
        self._read_settings = read_settings
        self._clock = clock
        self._retention = retention

    def __call__(
        self, principal: Principal, selection: AuditSelection, after: Position | None, limit: int
    ) -> Slice[AuditEntry]:
        """A page of entries, newest first. Raises InvalidInputError if the last day is before the first."""
        first, last = selection.first_day, selection.last_day
        require_in_order(first, last)
        settings = self._read_settings(principal)
        oldest = self._clock.now() - self._retention
        filter_ = AuditFilter(
            actor=selection.actor,
            action=selection.action,
            outcome=selection.outcome,
            target=selection.target,
            created_from=oldest if first is None else max(oldest, start_of(first, settings)),
            created_before=None if last is None else start_of(last + timedelta(days=1), settings),
        )
        return self._store.of(principal.workspace_id).audit.newest(filter_, after, limit)
