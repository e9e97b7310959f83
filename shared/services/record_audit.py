"""Write to the audit log what no write of a service shows: refusals, and exports, which only read."""

from datetime import timedelta

from shared.domain.act import Act, current_act
from shared.domain.audit import AuditOutcome, AuditTarget
from shared.domain.errors import OutreachError
from shared.domain.principal import Principal
from shared.ports import Clock, Ids
from shared.repositories.audited_documents import recorded
from shared.repositories.store import Store
from shared.services.recent_reads import RecentReads
from shared.telemetry.logs import get_logger

_SAME_REFUSAL_SECONDS = 60.0
_log = get_logger()


class RecordAudit:
    """One entry, in a write of its own."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, retention: timedelta) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._retention = retention
        self._refused: RecentReads[bool] = RecentReads(clock, _SAME_REFUSAL_SECONDS)

    def export(self, principal: Principal, targets: tuple[AuditTarget, ...] = ()) -> None:
        """Keep that the current act takes data out. Raises what the store raises: no export without its entry."""
        act = current_act() or Act(principal.id, principal.kind.value, "export")
        self._write(principal.workspace_id, act, AuditOutcome.DONE, targets)

    def refusal(self, principal: Principal, act: Act) -> None:
        """Keep that the caller may not do this: the same refusal once a minute, so that a loop fills no log. The
        refusal stands even if it cannot be kept.
        """
        self._refused.get((principal.workspace_id, act.actor_id, act.action), lambda: self._try_refusal(principal, act))

    def _try_refusal(self, principal: Principal, act: Act) -> bool:
        try:
            self._write(principal.workspace_id, act, AuditOutcome.REFUSED, ())
        except OutreachError:
            _log.warning("refusal_not_kept", exc_info=True)
        return True

    def _write(self, workspace_id: str, act: Act, outcome: AuditOutcome, targets: tuple[AuditTarget, ...]) -> None:
        log = self._store.of(workspace_id).audit
        entry = recorded(log, act, outcome, self._clock, self._ids, self._retention, targets)
        self._store.documents.write([entry])
